// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figuretable.h"

namespace desk {

namespace {

QString rowHtml(const std::vector<base::Phrase> &row, const QString &tag, const type::Colours &colours)
{
    QString html = QStringLiteral("<tr>");
    for (const base::Phrase &cell : row) {
        const QString text = cell.isEmpty() ? QString() : base::render(cell).toHtmlEscaped();
        html +=
            QStringLiteral("<%1 align=\"left\" style=\"padding:6px 10px 6px 0; border-bottom:1px solid %3;\">%2</%1>")
                .arg(tag, text, colours.line.name());
    }
    return html + QStringLiteral("</tr>");
}

} // namespace

QString tableHtml(const figures::Table &table, const type::Colours &colours)
{
    QString html = QStringLiteral("<table width=\"100%\" cellspacing=\"0\">");
    html += rowHtml(table.header, QStringLiteral("th"), colours);
    for (const auto &row : table.rows)
        html += rowHtml(row, QStringLiteral("td"), colours);
    return html + QStringLiteral("</table>");
}

QString tableText(const figures::Table &table)
{
    const auto lineOf = [](const std::vector<base::Phrase> &row) -> QString {
        QStringList cells;
        for (const base::Phrase &cell : row)
            cells.append(cell.isEmpty() ? QString() : base::render(cell));
        return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QString text = lineOf(table.header);
    for (const auto &row : table.rows)
        text += lineOf(row);
    return text;
}

} // namespace desk

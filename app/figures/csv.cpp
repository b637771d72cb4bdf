// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/csv.h"

#include "base/csv.h"

namespace figures {

namespace {

QString lineOf(const std::vector<base::Phrase> &row)
{
    QStringList cells;
    for (const base::Phrase &cell : row)
        cells.append(base::csvCell(base::render(cell)));
    return cells.join(u',') + QLatin1String("\r\n");
}

} // namespace

QByteArray csvOf(const PreparedFigure &figure, const QStringList &lines)
{
    QString text = lineOf(figure.table.header);
    for (const auto &row : figure.table.rows)
        text += lineOf(row);
    const QString padding(static_cast<qsizetype>(std::max<std::size_t>(1, figure.table.header.size()) - 1), u',');
    for (const QString &line : QStringList(figure.title) + lines)
        text += base::csvCell(line) + padding + QLatin1String("\r\n");
    return text.toUtf8();
}

} // namespace figures

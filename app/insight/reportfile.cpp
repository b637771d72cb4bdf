// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/reportfile.h"

#include "base/csv.h"
#include "insight/teller.h"

namespace insight {

namespace {

constexpr double barEms = 7; // how long the bar of a whole is

// The page's colours in light and in dark; nothing is told by a colour alone.
const char *const style = R"(
:root { color-scheme: light dark; --paper: #faf8f4; --ink: #1d2730; --muted: #5c6872; --line: #e4dfd6; --bar: #7e8a93; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14191c; --ink: #e7ecee; --muted: #9dacb4; --line: #2c363b; --bar: #8b99a1; } }
body { background: var(--paper); color: var(--ink); font: 16px/1.5 "Source Sans 3", system-ui, sans-serif;
  max-width: 56em; margin: 2em auto; padding: 0 1.5em; }
h1, h2, h3 { font-family: "Source Serif 4", Georgia, serif; line-height: 1.25; }
h2 { margin-top: 2em; border-bottom: 1px solid var(--line); padding-bottom: .2em; }
table { border-collapse: collapse; margin: .5em 0; }
th, td { text-align: start; vertical-align: top; padding: .25em 1em .25em 0; border-bottom: 1px solid var(--line); }
th { font-weight: 600; }
.note { color: var(--muted); font-size: .9em; }
.bar { display: block; position: relative; background: var(--line); height: .5em; margin-top: .2em; }
.bar span { display: block; position: absolute; background: var(--bar); height: .5em; }
.bar .range { background: var(--ink); height: 2px; top: calc(.25em - 1px); }
@media print { body { margin: 0; } tr, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; } }
)";

QString tagged(const char *tag, const QString &text, const char *kind = nullptr)
{
    const QString name = QString::fromLatin1(tag);
    const QString attribute = kind == nullptr ? QString() : QStringLiteral(" class=\"%1\"").arg(QLatin1String(kind));
    return QStringLiteral("<%1%2>%3</%1>\n").arg(name, attribute, text.toHtmlEscaped());
}

QString ems(double length)
{
    return QString::number(length, 'f', 2);
}

/// The number, and below it its bar with the range that so few people leave open. Lengths are ems: no share is written
/// where none may be read.
QString cellHtml(const ReportCell &cell)
{
    QString html = QStringLiteral("<td>") + cell.text.toHtmlEscaped();
    if (!cell.share)
        return html + QStringLiteral("</td>");
    html += QStringLiteral("<span class=\"bar\" style=\"width:%1em\"><span style=\"width:%2em\"></span>")
                .arg(ems(barEms), ems(barEms * *cell.share));
    if (cell.range)
        html += QStringLiteral("<span class=\"range\" style=\"inset-inline-start:%1em;width:%2em\"></span>")
                    .arg(ems(barEms * cell.range->low), ems(barEms * (cell.range->high - cell.range->low)));
    return html + QStringLiteral("</span></td>");
}

QString tableHtml(const ReportBlock &block)
{
    QString html = QStringLiteral("<table>\n<thead><tr>");
    for (const QString &column : block.columns)
        html += QStringLiteral("<th scope=\"col\">%1</th>").arg(column.toHtmlEscaped());
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (const ReportRow &row : block.rows) {
        html += QStringLiteral("<tr><th scope=\"row\">%1</th>").arg(headText(row).toHtmlEscaped());
        for (const ReportCell &cell : row.cells)
            html += cellHtml(cell);
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</tbody>\n</table>\n");
}

QString blockHtml(const ReportBlock &block)
{
    QString html;
    if (!block.heading.isEmpty())
        html += tagged("h3", block.heading);
    for (const QString &words : block.words)
        html += tagged("p", words);
    if (!block.rows.empty())
        html += tableHtml(block);
    for (const QString &note : block.notes)
        html += tagged("p", note, "note");
    return html;
}

/// A field as it stands between commas. What a spreadsheet would take for a formula begins with an apostrophe.
QString field(const QString &text)
{
    const bool isFormula = !text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front());
    return base::csvCell(isFormula ? QLatin1Char('\'') + text : text);
}

class CsvLines
{
public:
    explicit CsvLines(QString &text) : m_text(text) {}

    void add(const QString &chapter, const QString &part, const QString &row, const QString &column,
             const QString &words)
    {
        QStringList fields;
        for (const QString &one : {chapter, part, row, column, words})
            fields.append(field(one));
        m_text += fields.join(u',') + QStringLiteral("\r\n");
    }

    void addBlock(const QString &chapter, const ReportBlock &block)
    {
        for (const QString &words : block.words)
            add(chapter, block.heading, {}, {}, words);
        for (const ReportRow &row : block.rows) {
            for (std::size_t at = 0; at < row.cells.size(); ++at)
                add(chapter, block.heading, headText(row), block.columns.value(static_cast<qsizetype>(at) + 1),
                    row.cells[at].text);
        }
        for (const QString &note : block.notes)
            add(chapter, block.heading, {}, {}, note);
    }

private:
    QString &m_text;
};

} // namespace

QByteArray htmlOf(const Report &report, const QString &foot)
{
    const QLocale language = reportLanguage();
    const bool isMirrored = language.textDirection() == Qt::RightToLeft;
    QString html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
                                  "<meta name=\"viewport\" content=\"width=device-width\">\n")
                       .arg(language.bcp47Name(), isMirrored ? QStringLiteral("rtl") : QStringLiteral("ltr"));
    html += tagged("title", report.title);
    html += QStringLiteral("<style>%1</style>\n</head>\n<body>\n").arg(QLatin1String(style));
    html += tagged("h1", report.title);
    for (const ReportChapter &chapter : report.chapters) {
        html += tagged("h2", chapter.heading);
        for (const ReportBlock &block : chapter.blocks)
            html += blockHtml(block);
    }
    html += tagged("p", foot, "note");
    return (html + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

QByteArray csvOf(const Report &report)
{
    QString text;
    CsvLines lines(text);
    lines.add(QStringLiteral("chapter"), QStringLiteral("part"), QStringLiteral("row"), QStringLiteral("column"),
              QStringLiteral("text"));
    for (const ReportChapter &chapter : report.chapters) {
        for (const ReportBlock &block : chapter.blocks)
            lines.addBlock(chapter.heading, block);
    }
    // Spreadsheets take a file for UTF-8 by this mark alone.
    return "\xEF\xBB\xBF" + text.toUtf8();
}

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/spantext.h"

#include <QTextBlock>
#include <QTextDocument>

namespace type {

namespace {

QString htmlOf(const QTextFragment &fragment)
{
    QString text = fragment.text().toHtmlEscaped();
    if (fragment.charFormat().fontWeight() >= QFont::Bold)
        text = QStringLiteral("<b>") + text + QStringLiteral("</b>");
    if (fragment.charFormat().fontItalic())
        text = QStringLiteral("<i>") + text + QStringLiteral("</i>");
    return text;
}

/// Emphasis and line breaks are all of Markdown that feedback has room for.
QString htmlOfMarkdown(const QString &markdown)
{
    QTextDocument document;
    document.setMarkdown(markdown);
    QStringList lines;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QString line;
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment)
            line += htmlOf(fragment.fragment());
        lines.append(line);
    }
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

QString htmlOf(const std::vector<course::Span> &spans)
{
    QString html;
    for (const course::Span &span : spans) {
        QString text = span.text.toHtmlEscaped();
        text.replace(u'\n', QStringLiteral("<br>"));
        if (span.strong)
            text = QStringLiteral("<b>") + text + QStringLiteral("</b>");
        if (span.emphasis)
            text = QStringLiteral("<i>") + text + QStringLiteral("</i>");
        html += text;
    }
    return html;
}

QString richText(const items::Text &text)
{
    switch (text.format) {
    case items::TextFormat::Html:
        return text.content;
    case items::TextFormat::Markdown:
        return htmlOfMarkdown(text.content);
    case items::TextFormat::Moodle:
    case items::TextFormat::Plain:
        return text.content.toHtmlEscaped();
    }
    return {};
}

} // namespace type

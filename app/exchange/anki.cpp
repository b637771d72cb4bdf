// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/anki.h"

#include "exchange/telling.h"
#include "items/giftnumbers.h"

#include <QRegularExpression>

#include <algorithm>

namespace exchange {

namespace {

using items::Item;
using items::ItemType;
using items::Option;
using items::Text;
using items::TextFormat;

/// Markdown goes along as it is written: it reads well, and Anki would show its marks in any case.
QString htmlOf(const Text &text)
{
    return text.format == TextFormat::Html ? text.content : text.content.toHtmlEscaped();
}

bool isRight(const Option &option)
{
    return option.fraction > 0;
}

QString listOf(const QStringList &entries)
{
    QString list = QStringLiteral("<ol type=\"a\">");
    for (const QString &entry : entries)
        list += QLatin1String("<li>") + entry + QLatin1String("</li>");
    return list + QLatin1String("</ol>");
}

QString numberText(const Option &option)
{
    const QString centre = items::giftNumberText(option.value);
    return option.tolerance == 0 ? centre
                                 : QString(centre + QStringLiteral(" ± ") + items::giftNumberText(option.tolerance));
}

QString front(const Item &item)
{
    QString front = htmlOf(item.stem);
    QStringList entries;
    const bool shows = item.type == ItemType::Choice || item.type == ItemType::MissingWord ||
                       item.type == ItemType::TrueFalse || item.type == ItemType::Matching;
    for (const Option &option : item.options) {
        if (shows && !option.text.isEmpty())
            entries.append(htmlOf(option.text));
    }
    if (!entries.isEmpty())
        front += listOf(entries);
    if (item.type != ItemType::Matching)
        return front;
    QStringList matches;
    for (const Option &option : item.options)
        matches.append(option.match.toHtmlEscaped());
    matches.removeDuplicates();
    matches.sort();
    return front + QLatin1String("<p>") + matches.join(QStringLiteral(" · ")) + QLatin1String("</p>");
}

QString back(const Item &item)
{
    QStringList answers;
    for (const Option &option : item.options) {
        if (item.type == ItemType::Matching && !option.text.isEmpty())
            answers.append(htmlOf(option.text) + QStringLiteral(" → ") + option.match.toHtmlEscaped());
        else if (item.type == ItemType::Numerical && isRight(option) && !option.anythingElse)
            answers.append(numberText(option));
        else if (item.type != ItemType::Matching && isRight(option))
            answers.append(htmlOf(option.text));
    }
    QString back = answers.join(QLatin1String("<br>"));
    for (const Option &option : item.options) {
        if (isRight(option) && !option.feedback.isEmpty())
            back += QLatin1String("<p>") + htmlOf(option.feedback) + QLatin1String("</p>");
    }
    if (!item.generalFeedback.isEmpty())
        back += QLatin1String("<p>") + htmlOf(item.generalFeedback) + QLatin1String("</p>");
    return back;
}

/// Tabs divide fields and line ends notes, so neither may stand in one.
QString field(QString html)
{
    html.replace(QLatin1String("\r\n"), QLatin1String("<br>")).replace(u'\n', QLatin1String("<br>"));
    html.remove(u'\t').remove(u'\r');
    if (!html.contains(u'"'))
        return html;
    return u'"' + html.replace(u'"', QLatin1String("\"\"")) + u'"';
}

/// Anki divides tags by spaces.
QString tagField(const QStringList &tags)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    QStringList written = tags;
    std::ranges::transform(written, written.begin(),
                           [](QString tag) { return tag.replace(space, QStringLiteral("_")); });
    return field(written.join(u' '));
}

bool hasLostMarks(const Item &item)
{
    return item.type != ItemType::Matching && std::ranges::any_of(item.options, [](const Option &option) {
               return option.fraction != 0 && option.fraction != 1;
           });
}

} // namespace

Writing writeAnki(const Questions &questions, const QString &deck)
{
    Writing writing;
    QString text =
        QStringLiteral("#separator:tab\n#html:true\n#notetype:Basic\n#deck:%1\n#guid column:1\n#tags column:3\n")
            .arg(QString(deck).simplified());
    for (const Item &item : questions.items) {
        if (item.type == ItemType::Essay || item.type == ItemType::Description) {
            writing.losses.push_back(leftOut(item));
            continue;
        }
        if (hasLostMarks(item))
            writing.losses.push_back(notCarried(item, QStringLiteral("fraction")));
        if (!item.category.isEmpty())
            writing.losses.push_back(notCarried(item, QStringLiteral("category")));
        text += field(item.id) + u'\t' + field(front(item)) + u'\t' + tagField(item.tags) + u'\t' + field(back(item)) +
                u'\n';
    }
    writing.bytes = text.toUtf8();
    return writing;
}

} // namespace exchange

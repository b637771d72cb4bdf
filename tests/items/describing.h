// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/faulttext.h"
#include "items/gift.h"

#include <QStringList>

/// Prints what was read as lines, so that a test row is a text and its expectation another.
namespace describing {

using items::Item;
using items::ItemType;
using items::Option;
using items::Text;
using items::TextFormat;

inline QString format(TextFormat format)
{
    switch (format) {
    case TextFormat::Moodle:
        return {};
    case TextFormat::Html:
        return QStringLiteral("html");
    case TextFormat::Plain:
        return QStringLiteral("plain");
    case TextFormat::Markdown:
        return QStringLiteral("markdown");
    }
    return QStringLiteral("?");
}

/// Line ends show as a bar.
inline QString text(const Text &text)
{
    QString content = text.content;
    return format(text.format) + u'"' + content.replace(u'\n', u'|') + u'"';
}

inline QString type(const Item &item)
{
    switch (item.type) {
    case ItemType::Choice:
        return item.single ? QStringLiteral("choice") : QStringLiteral("choices");
    case ItemType::MissingWord:
        return item.single ? QStringLiteral("gap") : QStringLiteral("gaps");
    case ItemType::TrueFalse:
        return QStringLiteral("truefalse");
    case ItemType::Matching:
        return QStringLiteral("matching");
    case ItemType::ShortAnswer:
        return QStringLiteral("shortanswer");
    case ItemType::Numerical:
        return QStringLiteral("numerical");
    case ItemType::Essay:
        return QStringLiteral("essay");
    case ItemType::Description:
        return QStringLiteral("description");
    }
    return QStringLiteral("?");
}

inline QString option(const Item &item, const Option &option)
{
    QString line = QStringLiteral(" [");
    if (item.type == ItemType::Matching)
        line += text(option.text) + QStringLiteral(" -> ") + option.match;
    else if (option.anythingElse)
        line += QString::number(option.fraction) + QStringLiteral(" anything");
    else if (item.type == ItemType::Numerical)
        line += QString::number(option.fraction) + u' ' + QString::number(option.value, 'g', 10) + u':' +
                QString::number(option.tolerance, 'g', 10);
    else
        line += QString::number(option.fraction, 'g', 10) + u' ' + text(option.text);
    if (!option.feedback.isEmpty())
        line += QStringLiteral(" #") + text(option.feedback);
    return line + u']';
}

inline QString item(const Item &item)
{
    QString line = type(item) + u' ' + text(item.stem);
    for (const Option &each : item.options)
        line += option(item, each);
    if (!item.generalFeedback.isEmpty())
        line += QStringLiteral(" ####") + text(item.generalFeedback);
    return line;
}

inline QString fault(const base::Fault &fault)
{
    const QString severity =
        fault.severity == base::Severity::Error ? QStringLiteral("error") : QStringLiteral("warning");
    QString line = QString::number(fault.place.line) + u':' + QString::number(fault.place.column) + u' ' + severity +
                   u' ' + base::faultId(fault.code);
    if (!fault.details.isEmpty())
        line += QStringLiteral(" (") + fault.details.join(QStringLiteral("; ")) + u')';
    return line;
}

/// A line for every item, then one for every fault.
inline QString reading(const items::GiftReading &reading)
{
    QStringList lines;
    for (const Item &each : reading.items)
        lines.append(item(each));
    for (const base::Fault &each : reading.faults)
        lines.append(fault(each));
    return lines.join(u'\n');
}

} // namespace describing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/item.h"

#include <algorithm>

namespace items {

QString optionKey(qsizetype position)
{
    QString key;
    for (qsizetype rest = position; rest >= 0; rest = rest / 26 - 1)
        key.prepend(QChar(u'a' + static_cast<char16_t>(rest % 26)));
    return key;
}

qsizetype optionPosition(const QString &key)
{
    const auto isLetter = [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); };
    if (key.isEmpty() || key.size() > 3 || !std::ranges::all_of(key, isLetter))
        return -1;
    qsizetype position = 0;
    for (const QChar c : key)
        position = position * 26 + (c.unicode() - u'a' + 1);
    return position - 1;
}

QStringList tagValues(const Item &item, const QString &prefix)
{
    QStringList values;
    const QString start = prefix + QLatin1Char(':');
    for (const QString &tag : item.tags) {
        if (tag.startsWith(start))
            values.append(tag.mid(start.size()));
    }
    return values;
}

bool isChosenFrom(const Item &item)
{
    return item.type == ItemType::Choice || item.type == ItemType::TrueFalse || item.type == ItemType::MissingWord;
}

bool isSensitive(const Item &item)
{
    return item.tags.contains(QLatin1String("sensitive"));
}

} // namespace items

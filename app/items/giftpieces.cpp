// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/giftpieces.h"

#include "items/gifttext.h"

#include <algorithm>

namespace items {

std::vector<GiftPiece> giftPieces(QStringView answers, QStringView markers)
{
    std::vector<GiftPiece> pieces;
    qsizetype begin = indexOfAnyControl(answers, markers);
    const QStringView unmarked = giftTrimmed(begin < 0 ? answers : answers.first(begin));
    if (!unmarked.isEmpty())
        pieces.push_back({unmarked, {}, unmarked});
    while (begin >= 0) {
        const qsizetype next = indexOfAnyControl(answers, markers, begin + 1);
        const QStringView whole = answers.sliced(begin, (next < 0 ? answers.size() : next) - begin);
        pieces.push_back({whole, whole.front(), giftTrimmed(whole.sliced(1))});
        begin = next;
    }
    return pieces;
}

GiftAnswer giftAnswer(QStringView text)
{
    const qsizetype hash = indexOfControl(text, u"#");
    if (hash < 0)
        return {giftTrimmed(text), {}};
    return {giftTrimmed(text.first(hash)), giftTrimmed(text.sliced(hash + 1))};
}

std::optional<QStringView> writtenWeight(QStringView answer)
{
    const qsizetype end = answer.startsWith(u'%') ? answer.indexOf(u'%', 1) : -1;
    if (end < 0)
        return std::nullopt;
    const QStringView weight = answer.sliced(1, end - 1);
    const bool isSentence = std::ranges::any_of(giftTrimmed(weight), [](QChar c) { return c.isSpace(); });
    return isSentence ? std::nullopt : std::optional(weight);
}

GiftGeneral giftGeneral(QStringView answers)
{
    const QStringView separator = u"####";
    const qsizetype at = lastIndexOfControl(answers, separator);
    if (at < 0)
        return {giftTrimmed(answers), {}};
    return {giftTrimmed(answers.first(at)), giftTrimmed(answers.sliced(at + separator.size()))};
}

} // namespace items

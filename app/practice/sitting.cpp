// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sitting.h"

#include <algorithm>
#include <limits>

namespace practice {

namespace {

double recallNow(const Card &card, qint64 now)
{
    constexpr double msPerDay = 86'400'000.0;
    const double days = std::max(0.0, static_cast<double>(now - card.memory.at) / msPerDay);
    return recall(days, card.memory.stability);
}

} // namespace

Sitting sittingOf(const std::vector<Card> &cards, const Today &today, int minutes, const course::Section *nextSection)
{
    std::vector<Card> wanted;
    std::ranges::copy_if(cards, std::back_inserter(wanted), [&](const Card &card) { return isDue(card, today); });
    std::ranges::stable_sort(wanted, [&](const Card &left, const Card &right) {
        if (left.sureButWrong != right.sureButWrong)
            return left.sureButWrong;
        return recallNow(left, today.now) < recallNow(right, today.now);
    });
    Sitting sitting;
    for (const Card &card : wanted) {
        if (sitting.minutes + minutesPerItem > minutes) {
            ++sitting.dueAfterwards;
            continue;
        }
        sitting.items.append(card.item);
        sitting.minutes += minutesPerItem;
    }
    if (nextSection != nullptr && sitting.dueAfterwards == 0 &&
        sitting.minutes + course::selfMinutes(*nextSection) <= minutes) {
        sitting.readOn = nextSection->id;
        sitting.minutes += course::selfMinutes(*nextSection);
    }
    return sitting;
}

Sitting everythingDue(const std::vector<Card> &cards, const Today &today)
{
    return sittingOf(cards, today, std::numeric_limits<int>::max());
}

} // namespace practice

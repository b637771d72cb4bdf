// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/certainty.h"

#include "figures/smallnumbers.h"

#include <algorithm>

namespace insight {

namespace {

constexpr int leastSurelyMissed = figures::few + 1; // fewer could be known for somebody's
constexpr int quarter = 4;

void add(const Answer &answer, Boxes &boxes)
{
    if (answer.sure == 0)
        return;
    int &box = answer.isSure() ? (answer.isRight() ? boxes.sureRight : boxes.sureNot)
                               : (answer.isRight() ? boxes.unsureRight : boxes.unsureNot);
    ++box;
}

bool isSurelyMissed(const Boxes &boxes)
{
    return boxes.n() >= figures::leastAnswers && boxes.sureNot >= leastSurelyMissed &&
           boxes.sureNot * quarter >= boxes.n();
}

} // namespace

Boxes boxesOf(const std::vector<Answer> &answers)
{
    Boxes boxes;
    for (const Answer &answer : answers)
        add(answer, boxes);
    return boxes;
}

std::vector<SurelyMissed> surelyMissedIn(const AnswerSet &set)
{
    std::vector<Boxes> boxes(static_cast<std::size_t>(set.items.size()));
    for (const Answer &answer : set.answers)
        add(answer, boxes[static_cast<std::size_t>(answer.item)]);
    std::vector<SurelyMissed> missed;
    for (qsizetype item = 0; item < set.items.size(); ++item) {
        if (isSurelyMissed(boxes[static_cast<std::size_t>(item)]))
            missed.push_back({set.items.at(item), boxes[static_cast<std::size_t>(item)]});
    }
    std::ranges::stable_sort(missed, std::greater(), [](const SurelyMissed &one) { return one.boxes.sureNot; });
    return missed;
}

} // namespace insight

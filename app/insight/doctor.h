// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "insight/answers.h"

#include <vector>

namespace insight {

/// What answers can say of the making of an item.
enum class Symptom {
    AnotherMayHold,  ///< who chose another option did as well on the rest as who chose what holds
    NobodyChooses,   ///< an option that nobody chose
    PullsBack,       ///< who had it did worse on the rest than who had not
    EasyAtBothTimes, ///< nearly everybody had it, before and after: it cannot show that anything was learned
};

/// A symptom, with its evidence. It asks its author to look; it never says that an item is bad.
struct Finding {
    QString item;
    Symptom symptom = Symptom::NobodyChooses;
    qsizetype option = -1; ///< of the first two
    int n = 0;             ///< answers that it rests on
    base::Phrase sentence;

    bool operator==(const Finding &) const = default;
};

/// Looks through the answers of people to `items`, in each workshop the first time (`atOneTime`), and gives what is
/// found, item by item. Nothing is said from fewer
/// than `figures::leastForDiscrimination` answers, nor of a choice from fewer than `figures::leastAnswers` who made it.
/// The rest is the share that somebody earned of what else they answered.
[[nodiscard]] std::vector<Finding> lookedOver(const std::vector<items::Item> &items, const AnswerSet &set);

} // namespace insight

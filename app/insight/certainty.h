// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/answers.h"

namespace insight {

/// People who were asked how sure they are, by whether they were and whether their answer earned all. It is never a
/// mark: who is sure of what does not hold is who gains most from talking about it.
struct Boxes {
    int sureRight = 0;
    int sureNot = 0; ///< sure, and the answer does not hold
    int unsureRight = 0;
    int unsureNot = 0;

    [[nodiscard]] int n() const { return sureRight + sureNot + unsureRight + unsureNot; }
    bool operator==(const Boxes &) const = default;
};

/// Sure is who said so; who is fairly sure, or guesses, is not. Answers without certainty, "I don't know" among them,
/// are in no box.
[[nodiscard]] Boxes boxesOf(const std::vector<Answer> &answers);

/// An item that many were sure of, and did not have.
struct SurelyMissed {
    QString item;
    Boxes boxes;

    bool operator==(const SurelyMissed &) const = default;
};

/// Those of which at least a quarter of the people, and at least three, were sure and not right, out of
/// `figures::leastAnswers` or more; the most such people first.
[[nodiscard]] std::vector<SurelyMissed> surelyMissedIn(const AnswerSet &set);

} // namespace insight

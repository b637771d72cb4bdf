// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "figures/smallnumbers.h"

namespace figures {

/// What a room answered to one question.
struct Answers {
    struct Option {
        QString text;
        int count = 0;

        bool operator==(const Option &) const = default;
    };
    QString id;
    QString question;
    std::vector<Option> options; ///< in the question's own order
    int dontKnow = 0;            ///< "I don't know" is an answer
    int people = 0;              ///< who answered, where one may choose several options; 0: as many as answers
    int unanswered = 0;          ///< people who were there and gave none
    bool isRoom = false;         ///< hands for several options: `people` are all who were there
    bool isUncounted = false;    ///< hands for several options, of nobody knows how many people
    bool isSensitive = false;    ///< counts of one and two read "a few"

    /// All who answered.
    [[nodiscard]] int given() const;
    bool operator==(const Answers &) const = default;
};

/// How many of `total` people did something, as it may be told and drawn by the table of small numbers; what is
/// sensitive hides one and two. Needs 0 <= count <= total, total > 0.
[[nodiscard]] Cell cellOf(int count, int total, bool isSensitive = false);

/// Decides what may be drawn of a room's answers, by the table of small numbers: fewer than leastAnswers are refused,
/// and so are hands of which nobody knows how many people raised them;
/// up to leastForShare - 1 there are counts and the range that they leave open, and no percentages; from there on both.
/// Bars are shares of those who answered; who did not is said in words and drawn nowhere.
[[nodiscard]] tl::expected<PreparedFigure, Refusal> prepareAnswers(const Answers &answers);

/// The bounds that `count` of `total` leave open, as shares from 0 to 1: the 95 % interval of Wilson, "Probable
/// inference, the law of succession, and statistical inference", JASA 22, 1927. Needs 0 <= count <= total, total > 0.
[[nodiscard]] ShareRange wilson(int count, int total);

} // namespace figures

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/smallnumbers.h"
#include "insight/matrix.h"
#include "items/item.h"
#include "quiz/check.h"
#include "workshop/pile.h"

#include <QStringList>
#include <QUuid>

#include <optional>
#include <vector>

namespace insight {

/// Which of an item's options were chosen, by their positions: the first 31; the last bit stands for "I don't know".
/// What has no options to choose (an essay, a number) is 0.
using Chosen = quint32;

inline constexpr Chosen dontKnow = 1U << 31U;
inline constexpr qsizetype mostOptions = 31;

/// The options of a response, as its keys name them.
[[nodiscard]] Chosen chosenIn(const quiz::Response &response);

[[nodiscard]] constexpr Chosen optionBit(qsizetype option)
{
    return option >= 0 && option < mostOptions ? 1U << static_cast<unsigned>(option) : 0;
}

/// One go of one person at one set of items: a check on the screen, or a sheet of paper.
struct Sitting {
    QUuid actor = {};    ///< a random id, never a name
    QString target = {}; ///< id of the module, form or plan whose items these were
    QString form = {};   ///< `a` or `b`; empty for a module's
    workshop::When when = workshop::When::Alone;
    QString code = {};  ///< made up by the person, so that before and after can be paired; may be empty
    QUuid session = {}; ///< of the workshop; may be null
    QUuid pile = {};    ///< of paper; null for a go on the screen
    qint64 at = 0;      ///< when it began, UTC in milliseconds

    bool operator==(const Sitting &) const = default;
};

/// What one person answered to one item.
struct Answer {
    int person = 0; ///< position among AnswerSet::people
    int item = 0;   ///< position among AnswerSet::items
    Chosen chosen = 0;
    float fraction = 0; ///< of the mark, 0 to 1
    qint8 sure = 0;     ///< 1 a guess, 2 fairly sure, 3 sure; 0 where nobody asked

    /// It earned all that there is to earn.
    [[nodiscard]] bool isRight() const { return fraction >= 1.0F; }
    [[nodiscard]] bool isSure() const { return sure == quiz::mostSure; }
    bool operator==(const Answer &) const = default;
};

/// What people answered, each of them at most once to an item. Nobody has a name in it.
struct AnswerSet {
    QStringList items; ///< ids
    std::vector<Sitting> people;
    std::vector<Answer> answers;    ///< by person
    std::vector<int> reworded;      ///< by item: answers to it as it was worded before, which are not among the others
    std::vector<Answer> older = {}; ///< these answers, of people who are among `people`; without what they were

    /// Those to one item, in the order of the people; none where nobody was asked.
    [[nodiscard]] std::vector<Answer> to(const QString &item) const;
    bool operator==(const AnswerSet &) const = default;
};

/// Those answers that may be counted together as people's: to each item, in each workshop, what was answered the first
/// time (alone, before, after, some weeks later). Behind another time the same people may stand, and nothing says which
/// of them. Outside of workshops papers and screens are two places.
[[nodiscard]] AnswerSet atOneTime(const AnswerSet &set);

/// How many people gave which answer to an item.
struct Spread {
    /// By position; people, of whom one can be at several where several may be chosen. Empty where nothing is chosen.
    std::vector<int> options;
    int dontKnow = 0;
    std::optional<int> right; ///< people whose answer earned all; nothing where that is not known
    int answered = 0;         ///< people
    int unanswered = 0;       ///< people who had it before them and gave no answer
    /// Hands for several options: all who were in the room are taken to have answered.
    bool isRoom = false;
    /// Rooms that are no part of it: nobody counted them, and hands for several options do not tell how many people
    /// raised them.
    int uncounted = 0;

    /// Whether it may be told by option.
    [[nodiscard]] bool isTold() const { return answered >= figures::leastAnswers; }
    /// Hands went up, of nobody knows how many people.
    [[nodiscard]] bool isUncounted() const { return answered == 0 && uncounted > 0; }
    bool operator==(const Spread &) const = default;
};

[[nodiscard]] Spread spreadOf(const items::Item &item, const std::vector<Answer> &answers, int asked);

/// The marks for item and test statistics, one row a person. Essays and descriptions are not marked, and so left out.
[[nodiscard]] Matrix matrixOf(const AnswerSet &set, const QStringList &items);

} // namespace insight

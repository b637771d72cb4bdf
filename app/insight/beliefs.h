// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "insight/answers.h"

#include <QMap>

namespace insight {

/// What a room answered to one item by show of hands, counted. Nobody in particular gave any of it.
struct Tally {
    QString item;
    QMap<QString, int> counts; ///< by option's key; "?" for "I don't know"
    int people = 0;            ///< who answered, where one may choose several options; 0: as many as answers

    /// By so many people.
    [[nodiscard]] int answers() const;
    bool operator==(const Tally &) const = default;
};

/// Answers to items of which some options show a belief.
struct Signs {
    int answers = 0; ///< given by anybody; "I don't know" is one too
    int shown = 0;   ///< of them, those that chose an option which shows it
    int people = 0;  ///< at least: the most answers to one of these items

    bool operator==(const Signs &) const = default;
};

/// How far people hold a belief, as the options that they chose show it.
struct Belief {
    QString id;                   ///< of the misconception
    QMap<QString, Signs> modules; ///< by the module (or form) whose items show it; only those with answers
    Signs all;
    int people = 0;  ///< who answered one of these items at least; those of a show of hands are not among them
    int holders = 0; ///< of them, who showed it at least once

    bool operator==(const Belief &) const = default;
};

/// The course's misconceptions that anybody's answers could have shown, the ones shown most often first (by the share
/// of answers, and where these are equal by how many there are). Of tallies the first round counts: what people
/// believed before they talked.
[[nodiscard]] std::vector<Belief> beliefsIn(const course::Course &course, const AnswerSet &set,
                                            const std::vector<Tally> &tallies);

/// A belief that options of one item show, and how many people chose one of these.
struct Behind {
    QString statement;
    QStringList options;    ///< keys
    int count = 0;          ///< people
    bool isAtLeast = false; ///< several may be chosen: as many as chose the one of these that most did

    bool operator==(const Behind &) const = default;
};

/// The beliefs behind what was chosen, the most chosen first; those that nobody showed are left out.
[[nodiscard]] std::vector<Behind> behind(const course::Course &course, const items::Item &item, const Spread &spread);

} // namespace insight

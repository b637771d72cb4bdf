// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/review.h"

#include <QMap>

namespace insight {

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

/// Answers to items of which some options show a belief.
struct Signs {
    int answers = 0;        ///< given by anybody; "I don't know" is one too
    int shown = 0;          ///< of them, those that chose an option which shows it
    int people = 0;         ///< at least: the most answers to one of these items
    bool isAtLeast = false; ///< `shown` is, as in Behind
    int rough = 0;          ///< items whose options stand in words in a report that is scrubbed
    bool isOpen = false;    ///< more than a few showed it at one of these

    /// Whether its number would tell what stands in words: that of one item alone, or of a few people at each of
    /// several.
    [[nodiscard]] bool givesBack() const { return rough == 1 || (rough > 1 && !isOpen); }
    bool operator==(const Signs &) const = default;
};

/// How far people hold a belief, as the options that they chose show it.
struct Belief {
    QString id;                   ///< of the misconception
    QMap<QString, Signs> modules; ///< by the module (or form) whose items show it; only those with answers
    Signs all;

    bool operator==(const Belief &) const = default;
};

/// The course's misconceptions that answers could have shown, the ones shown most often first (by the share of answers,
/// and where these are equal by how many there are). Of each item the first occasion counts that may be told: what
/// people believed before they talked, each of them once, and nothing that is not told of the item itself.
[[nodiscard]] std::vector<Belief> beliefsIn(const course::Course &course, const std::vector<Reviewed> &reviewed);

} // namespace insight

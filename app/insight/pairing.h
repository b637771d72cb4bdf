// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "insight/answers.h"
#include "insight/change.h"

#include <optional>

namespace insight {

/// What became of one pair of parallel items.
struct PairChange {
    QString pair; ///< as `pair:ID` tags it
    Matched matched;
    int unanswered = 0; ///< matched people who left it out, before or after; they are not in `matched`
    std::optional<Difference> difference; ///< after less before; nothing where nobody is matched
    std::optional<double> midP;           ///< of this pair alone; nothing where nobody changed

    bool operator==(const PairChange &) const = default;
};

/// How much was gained, of those who answered both of their forms whole. Marks are counted in pairs, from 0 to `most`.
struct Gain {
    int n = 0;
    int most = 0;
    double before = 0; ///< mean
    double after = 0;  ///< mean
    /// What was gained of what there was to gain, of the group as one: Hake, "Interactive-engagement versus traditional
    /// methods", American Journal of Physics 66, 1998. Nothing where everybody had all of it before.
    std::optional<double> ofGroup;
    /// The mean of what each gained of what there was for them; who had all of it before is not in it.
    std::optional<double> ofEach;
    int ofEachN = 0;
    /// The mean of what each gained of what there was to gain, or lost of what there was to lose: Marx and Cummings,
    /// "Normalized change", American Journal of Physics 75, 2007. Who had nothing, or all, both times is not in it.
    std::optional<double> change;
    int changeN = 0;

    /// Whether there are enough people for it to be said.
    [[nodiscard]] bool mayBeShown() const;
    bool operator==(const Gain &) const = default;
};

/// Papers of two times that are paired by the codes that people made up.
struct Pairing {
    int before = 0;
    int after = 0;
    int matched = 0;         ///< people
    int unmatchedBefore = 0; ///< papers whose code nobody wrote the other time
    int unmatchedAfter = 0;
    int withoutCode = 0; ///< papers of either time
    int ambiguous = 0;   ///< papers of either time whose code more than one of that time, or its partner's, bears
    int incomplete = 0;  ///< matched people who left something out; they are not in `gain`
    std::vector<PairChange> pairs;
    Gain gain;

    bool operator==(const Pairing &) const = default;
};

/// Pairs the papers of `from` with those of `to`, whichever of the parallel forms each had, by their codes: within a
/// workshop, and across workshops where a code stands once on either side. `forms` are the course's.
[[nodiscard]] Pairing paired(const std::vector<course::Form> &forms, const AnswerSet &set, workshop::When from,
                             workshop::When to);

} // namespace insight

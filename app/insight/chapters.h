// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/review.h"
#include "insight/teller.h"

namespace insight {

/// What the chapters of a report are told from.
struct Sources {
    const course::Course &course;
    const Material &material;
    std::vector<Reviewed> reviewed; ///< the most missed first
    AnswerSet once;                 ///< of the material, what may be counted together as people's
};

/// Which workshops and papers it rests on.
[[nodiscard]] ReportChapter basisOf(const Sources &sources, Teller &teller);
/// Question by question: what was chosen, what holds, and the belief behind.
[[nodiscard]] ReportChapter questionsOf(const Sources &sources, Teller &teller);
/// The misconceptions that the options chosen show: all together, and module by module.
[[nodiscard]] ReportChapter beliefsOf(const Sources &sources, Teller &teller, bool byModule);
/// How sure people were, of what holds and of what does not.
[[nodiscard]] ReportChapter certaintyOf(const Sources &sources, Teller &teller);
/// Forms before, after and some weeks later, paired by their codes.
[[nodiscard]] ReportChapter changeOf(const Sources &sources, Teller &teller);
/// Workshops side by side, question by question.
[[nodiscard]] ReportChapter comparisonOf(const Sources &sources, Teller &teller);
/// What the answers say of how items are made.
[[nodiscard]] ReportChapter findingsOf(const Sources &sources);
/// Item and test statistics, module by module and form by form.
[[nodiscard]] ReportChapter statisticsOf(const Sources &sources, Teller &teller);
/// What all this does not show.
[[nodiscard]] ReportChapter limitsOf();

/// What an item is called: its title, or its id where it has none.
[[nodiscard]] QString titleOf(const course::Course &course, const QString &item);
/// What its module or form is called.
[[nodiscard]] QString placeName(const course::Course &course, const QString &place);

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/report.h"
#include "paper/part.h"

namespace paper {

/// A module to take home: its sections with their figures, what its claims rest on, its words, and the help card.
[[nodiscard]] Part handoutOf(const course::Course &course, const course::Module &module, const Stock &stock,
                             const QString &help);

/// Questions that are answered on paper: a form's, or the check of a module.
struct QuestionSet {
    QString name;         ///< "Form A"
    bool hasCode = false; ///< of a form: answers before and after are put side by side by a code that somebody makes up
    const std::vector<items::Item> *items = nullptr;
};

[[nodiscard]] Part questionsOf(const course::Course &course, const QuestionSet &set, const Stock &stock);
[[nodiscard]] Part keyOf(const course::Course &course, const QuestionSet &set, const Stock &stock);

/// What a trainer has in hand: the run sheet of a plan, and step by step what is shown, said and asked.
[[nodiscard]] Part guideOf(const course::Course &course, const course::Plan &plan, const Stock &stock);
/// The same for whoever makes a plan of their own: the run sheets of all plans, and all sections in their order.
[[nodiscard]] Part wholeGuideOf(const course::Course &course, const Stock &stock);

[[nodiscard]] Part cardOf(const course::Course &course, const course::Card &card, const Stock &stock);

/// A figure for the wall, on the larger sheet, upright or across, whichever lets it be larger.
[[nodiscard]] Part posterOf(const course::Course &course, const QString &figure, const Stock &stock);

/// What was answered, for one kind of reader: the words and numbers of the report as they are.
[[nodiscard]] Part reportPart(const course::Course &course, const insight::Report &report, const Stock &stock);

/// Slips to cut apart: three questions on the session, and no name.
[[nodiscard]] Part slipsOf(const course::Course &course, const Stock &stock);

} // namespace paper

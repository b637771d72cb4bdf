// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/cases.h"

#include <algorithm>

using course::FigureRow;
using course::Question;

namespace figures {

namespace {

// A case that is dated from the one before it, at the same place, is told from it altogether: its total is that one's.
bool isToldFrom(const FigureRow &earlier, const FigureRow &later)
{
    return later.datePrecision == course::DatePrecision::Relative && later.place == earlier.place &&
           later.counted == earlier.counted && later.total && later.total == earlier.total &&
           later.totalQualifier == course::Qualifier::Exact && earlier.totalQualifier == course::Qualifier::Exact;
}

} // namespace

const FigureRow *Case::rowFor(Question question) const
{
    const auto found = std::ranges::find(rows, question, [](const FigureRow *row) { return row->question; });
    return found == rows.end() ? nullptr : *found;
}

std::vector<Case> casesOf(const course::FigureData &data)
{
    std::vector<Case> cases;
    for (const FigureRow &row : data.rows) {
        auto found = std::ranges::find(cases, row.caseName, [](const Case &one) { return one.first().caseName; });
        if (found == cases.end())
            found = cases.insert(found, Case{});
        found->rows.push_back(&row);
    }
    for (std::size_t index = 1; index < cases.size(); ++index)
        cases[index].sameNumber = isToldFrom(cases[index - 1].first(), cases[index].first());
    return cases;
}

std::vector<Question> questionsOf(const course::FigureData &data)
{
    std::vector<Question> questions;
    for (const FigureRow &row : data.rows) {
        if (std::ranges::find(questions, row.question) == questions.end())
            questions.push_back(row.question);
    }
    return questions;
}

} // namespace figures

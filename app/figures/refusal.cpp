// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/refusal.h"

#include "figures/cell.h"
#include "figures/smallnumbers.h"
#include "figures/wording.h"

#include <algorithm>

using course::FigureForm;
using course::FigureRow;
using course::Qualifier;

namespace figures {

namespace {

Refusal refused(const char *id, const FigureRow &row)
{
    return {{QString::fromLatin1(id), {{QStringLiteral("case"), row.caseName}}}, row.id};
}

bool hasNoNumber(Qualifier qualifier)
{
    return qualifier == Qualifier::Most || qualifier == Qualifier::Some || qualifier == Qualifier::NotReported;
}

bool fitsTotal(const FigureRow &row)
{
    const int count = row.count.value_or(0);
    if (count < 0 || row.total.value_or(0) < 0)
        return false;
    if (!row.total || row.totalQualifier != Qualifier::Exact)
        return true;
    return row.qualifier == Qualifier::MoreThan ? count < *row.total : count <= *row.total;
}

std::optional<Refusal> refusalForTotal(const FigureRow &row, bool asMarks)
{
    if (row.total && hasNoNumber(row.totalQualifier))
        return refused("refused-word-with-number", row);
    if (!fitsTotal(row))
        return refused("refused-above-total", row);
    if (!asMarks || formOf(row) != CellForm::Marks || *row.total <= mostMarks)
        return {};
    Refusal refusal = refused("refused-too-many", row);
    refusal.reason.arguments.insert(QStringLiteral("total"), *row.total);
    refusal.reason.arguments.insert(QStringLiteral("limit"), mostMarks);
    return refusal;
}

std::optional<Refusal> refusalForRow(const FigureRow &row, bool asMarks)
{
    const bool mayHaveNumber = !hasNoNumber(row.qualifier) && row.outcome != QLatin1String(course::doesNotApply);
    if (row.count && !mayHaveNumber)
        return refused("refused-word-with-number", row);
    if (!row.count && mayHaveNumber)
        return refused("refused-number-missing", row);
    return refusalForTotal(row, asMarks);
}

std::optional<Refusal> refusalForPair(const FigureRow &earlier, const FigureRow &later)
{
    if (earlier.caseName != later.caseName)
        return {};
    if (earlier.question == later.question)
        return refused("refused-asked-twice", later);
    const bool sameTotal = earlier.total == later.total && earlier.totalQualifier == later.totalQualifier &&
                           earlier.counted == later.counted;
    return sameTotal ? std::optional<Refusal>() : refused("refused-two-totals", later);
}

/// Rows by themselves, and of rows of marks each with those before it.
std::optional<Refusal> refusalForRows(const course::FigureData &data, View view)
{
    const bool stand = data.form == FigureForm::ComparisonRow;
    for (auto later = data.rows.begin(); later != data.rows.end(); ++later) {
        if (auto refusal = refusalForRow(*later, !stand && view == View::Marks))
            return refusal;
        for (auto earlier = data.rows.begin(); !stand && earlier != later; ++earlier) {
            if (auto refusal = refusalForPair(*earlier, *later))
                return refusal;
        }
    }
    return {};
}

// A share of few people says more than is known of them.
bool hasShare(const course::FigureData &data)
{
    return std::ranges::any_of(data.rows, [](const FigureRow &row) {
        return formOf(row) == CellForm::Marks && row.totalQualifier == Qualifier::Exact && *row.total >= leastForShare;
    });
}

enum class Holds { Numbers, Parts, Both };

Holds holds(FigureForm form)
{
    switch (form) {
    case FigureForm::UnitRows:
    case FigureForm::ComparisonRow:
        return Holds::Numbers;
    case FigureForm::Drawings:
        return Holds::Both;
    case FigureForm::Strip:
    case FigureForm::Timeline:
    case FigureForm::Map:
    case FigureForm::CauseMap:
    case FigureForm::Board:
    case FigureForm::Sketch:
        break;
    }
    return Holds::Parts;
}

// An arrow reads as a cause: without the badge it would pass for something that was counted.
bool needsBadge(FigureForm form)
{
    return form == FigureForm::Map || form == FigureForm::CauseMap || form == FigureForm::Sketch;
}

std::optional<Refusal> refusalForForm(const course::FigureData &data, View view)
{
    const Holds held = holds(data.form);
    if (held == Holds::Parts && !data.rows.empty())
        return Refusal{plainly("refused-numbers-in-argument"), data.rows.front().id};
    if (held != Holds::Parts && data.rows.empty())
        return Refusal{plainly("refused-no-rows"), {}};
    if (held != Holds::Numbers && data.parts.empty())
        return Refusal{plainly("refused-no-parts"), {}};
    if (data.rows.size() > mostRows)
        return Refusal{{QStringLiteral("refused-too-many-rows"),
                        {{QStringLiteral("rows"), static_cast<int>(data.rows.size())},
                         {QStringLiteral("limit"), static_cast<int>(mostRows)}}},
                       {}};
    if (needsBadge(data.form) && !data.isArgument)
        return Refusal{plainly("refused-no-badge"), {}};
    if (view == View::Shares && (data.form != FigureForm::UnitRows || !hasShare(data)))
        return Refusal{{QStringLiteral("refused-no-share"), {{QStringLiteral("least"), leastForShare}}}, {}};
    return {};
}

} // namespace

std::optional<Refusal> refusalFor(const course::FigureData &data, View view)
{
    if (auto refusal = refusalForForm(data, view))
        return refusal;
    return refusalForRows(data, view);
}

} // namespace figures

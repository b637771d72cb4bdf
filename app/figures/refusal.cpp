// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/refusal.h"

#include "figures/cell.h"
#include "figures/wording.h"

#include <algorithm>

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

std::optional<Refusal> refusalForTotal(const FigureRow &row)
{
    if (row.total && hasNoNumber(row.totalQualifier))
        return refused("refused-word-with-number", row);
    if (!fitsTotal(row))
        return refused("refused-above-total", row);
    if (formOf(row) != CellForm::Marks || *row.total <= mostMarks)
        return {};
    Refusal refusal = refused("refused-too-many", row);
    refusal.reason.arguments.insert(QStringLiteral("total"), *row.total);
    refusal.reason.arguments.insert(QStringLiteral("limit"), mostMarks);
    return refusal;
}

std::optional<Refusal> refusalForRow(const FigureRow &row)
{
    const bool mayHaveNumber = !hasNoNumber(row.qualifier) && row.outcome != QLatin1String(course::doesNotApply);
    if (row.count && !mayHaveNumber)
        return refused("refused-word-with-number", row);
    if (!row.count && mayHaveNumber)
        return refused("refused-number-missing", row);
    return refusalForTotal(row);
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

} // namespace

std::optional<Refusal> refusalFor(const course::FigureData &data)
{
    if (data.rows.empty())
        return Refusal{plainly("refused-no-rows"), {}};
    for (auto later = data.rows.begin(); later != data.rows.end(); ++later) {
        if (auto refusal = refusalForRow(*later))
            return refusal;
        for (auto earlier = data.rows.begin(); earlier != later; ++earlier) {
            if (auto refusal = refusalForPair(*earlier, *later))
                return refusal;
        }
    }
    return {};
}

} // namespace figures

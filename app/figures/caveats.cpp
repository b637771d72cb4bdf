// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/caveats.h"

#include "figures/wording.h"

#include <algorithm>

using base::Phrase;
using course::FigureData;
using course::FigureRow;
using course::Qualifier;
using course::Question;

namespace figures {

namespace {

bool hasQualifier(const FigureData &data, std::initializer_list<Qualifier> wanted, bool alsoOfTotals = false)
{
    const auto isWanted = [wanted](Qualifier one) { return std::ranges::find(wanted, one) != wanted.end(); };
    return std::ranges::any_of(data.rows, [&](const FigureRow &row) {
        return isWanted(row.qualifier) || (alsoOfTotals && row.total && isWanted(row.totalQualifier));
    });
}

bool asks(const PreparedFigure &figure, Question question)
{
    return std::ranges::find(figure.panels, question, &Panel::question) != figure.panels.end();
}

// Silence can be a whole cell, or the rest of one.
bool isSilent(const Cell &cell)
{
    return cell.form == CellForm::NotReported || cell.notReported > 0 || cell.fading > 0;
}

bool hasSilence(const PreparedFigure &figure)
{
    return std::ranges::any_of(figure.rows, [](const Row &row) { return std::ranges::any_of(row.cells, isSilent); });
}

bool hasSeveralClocks(const PreparedFigure &figure)
{
    return std::ranges::any_of(figure.rows,
                               [&figure](const Row &row) { return row.window != figure.rows.front().window; });
}

} // namespace

std::vector<Phrase> caveatsFor(const PreparedFigure &figure, const FigureData &data)
{
    std::vector<Phrase> caveats;
    const auto add = [&caveats](bool applies, const char *id) {
        if (applies)
            caveats.push_back(plainly(id));
    };
    const bool leftAndBack = asks(figure, Question::Left) && asks(figure, Question::Back);
    add(leftAndBack, "caveat-left-and-back");
    add(figure.panels.size() > 1 && !leftAndBack, "caveat-several-questions");
    add(hasQualifier(data, {Qualifier::AtLeast, Qualifier::MoreThan}, true), "caveat-lower-bound");
    add(hasQualifier(data, {Qualifier::UpTo, Qualifier::About}, true), "caveat-rough");
    add(hasQualifier(data, {Qualifier::Some}), "caveat-some");
    add(hasQualifier(data, {Qualifier::Most}), "caveat-most");
    add(hasSilence(figure), "caveat-silence");
    add(hasSeveralClocks(figure), "caveat-clocks");
    return caveats;
}

} // namespace figures

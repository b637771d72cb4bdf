// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/cell.h"
#include "figures/smallnumbers.h"
#include "figures/wording.h"

#include <algorithm>
#include <array>
#include <cmath>

using course::FigureRow;
using course::Qualifier;

namespace figures {

namespace {

struct Fraction {
    double share;
    const char *name; ///< a phrase id
};

// A handful that people see before their eyes; between two of them a share is nearer to one than a tenth.
constexpr std::array fractions{
    Fraction{1.0 / 10, "fraction-tenth"},         Fraction{1.0 / 5, "fraction-fifth"},
    Fraction{1.0 / 4, "fraction-quarter"},        Fraction{1.0 / 3, "fraction-third"},
    Fraction{2.0 / 5, "fraction-two-fifths"},     Fraction{1.0 / 2, "fraction-half"},
    Fraction{3.0 / 5, "fraction-three-fifths"},   Fraction{2.0 / 3, "fraction-two-thirds"},
    Fraction{3.0 / 4, "fraction-three-quarters"}, Fraction{4.0 / 5, "fraction-four-fifths"},
    Fraction{9.0 / 10, "fraction-nine-tenths"},
};

const Fraction &nearest(double share)
{
    return *std::ranges::min_element(fractions, {},
                                     [share](const Fraction &one) { return std::abs(one.share - share); });
}

// Beyond the first and the last fraction no plain word is near enough.
bool hasPlainFraction(double share)
{
    return share >= 0.075 && share <= 0.925;
}

const char *phraseFor(Qualifier qualifier)
{
    return qualifier == Qualifier::Exact ? "derived-about" : "derived-about-or-more";
}

} // namespace

std::optional<Derived> shareInWords(const FigureRow &row)
{
    if (formOf(row) != CellForm::Marks || row.totalQualifier != Qualifier::Exact || *row.total < leastForShare)
        return {};
    const double share = static_cast<double>(*row.count) / *row.total;
    if (!hasPlainFraction(share))
        return {};
    const QVariant fraction = inner(plainly(nearest(share).name));
    return Derived{{QString::fromLatin1(phraseFor(row.qualifier)), {{QStringLiteral("fraction"), fraction}}},
                   {QStringLiteral("rule-share-in-words"),
                    {{QStringLiteral("count"), *row.count},
                     {QStringLiteral("total"), *row.total},
                     {QStringLiteral("fraction"), fraction}}}};
}

} // namespace figures

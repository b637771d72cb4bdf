// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/change.h"

#include "figures/answers.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace insight {

namespace {

/// How much the two shares go together, -1 to 1, corrected for continuity where they do.
double association(const Matched &matched)
{
    const double a = matched.both;
    const double b = matched.lost;
    const double c = matched.gained;
    const double d = matched.neither;
    const double product = (a + b) * (c + d) * (a + c) * (b + d);
    if (product == 0)
        return 0;
    const double surplus = a * d - b * c;
    const double corrected = surplus > 0 ? std::max(surplus - matched.n() / 2.0, 0.0) : surplus;
    return corrected / std::sqrt(product);
}

double reach(double one, double other, double phi)
{
    return std::sqrt(std::max(0.0, one * one - 2 * phi * one * other + other * other));
}

/// How likely exactly `k` heads in `n` tosses of a coin are.
double coin(int k, int n)
{
    return std::exp(std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0) - n * std::numbers::ln2);
}

} // namespace

std::optional<Difference> differenceOf(const Matched &matched)
{
    const int n = matched.n();
    if (n == 0)
        return std::nullopt;
    const double before = static_cast<double>(matched.before()) / n;
    const double after = static_cast<double>(matched.after()) / n;
    const figures::ShareRange first = figures::wilson(matched.before(), n);
    const figures::ShareRange second = figures::wilson(matched.after(), n);
    const double phi = association(matched);
    const double value = after - before;
    return Difference{.value = value,
                      .low = value - reach(after - second.low, first.high - before, phi),
                      .high = value + reach(second.high - after, before - first.low, phi)};
}

std::optional<double> midP(const Matched &matched)
{
    const int n = matched.lost + matched.gained;
    if (n == 0)
        return std::nullopt;
    const int fewer = std::min(matched.lost, matched.gained);
    if (matched.lost == matched.gained)
        return 1 - coin(fewer, n) / 2;
    double tail = 0;
    for (int k = 0; k < fewer; ++k)
        tail += coin(k, n);
    return 2 * tail + coin(fewer, n); // twice the tail, and once less what was seen
}

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace insight {

/// How people answered one thing twice, counted in people.
struct Matched {
    int both = 0;   ///< right before and after
    int lost = 0;   ///< right before, not after
    int gained = 0; ///< not before, right after
    int neither = 0;

    [[nodiscard]] int n() const { return both + lost + gained + neither; }
    [[nodiscard]] int before() const { return both + lost; }
    [[nodiscard]] int after() const { return both + gained; }
    bool operator==(const Matched &) const = default;
};

/// A difference of two shares, -1 to 1, and what the number of people leaves open.
struct Difference {
    double value = 0;
    double low = 0;
    double high = 0;

    bool operator==(const Difference &) const = default;
};

/// The share right after less the one before, with the 95 % interval for paired shares: method 10 of Newcombe,
/// "Improved confidence intervals for the difference between binomial proportions based on paired data", Statistics in
/// Medicine 17, 1998. Nothing for nobody.
[[nodiscard]] std::optional<Difference> differenceOf(const Matched &matched);

/// How likely it is, 0 to 1, that people who change in both directions alike are seen to change as unevenly as these:
/// McNemar's test with the mid-p value (Fagerland, Lydersen and Laake, "The McNemar test for binary matched-pairs
/// data", BMC Medical Research Methodology 13:91, 2013). Nothing where nobody changed. Of one item: several looked at
/// together are not corrected for.
[[nodiscard]] std::optional<double> midP(const Matched &matched);

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "insight/matrix.h"

#include <optional>
#include <vector>

namespace insight {

/// What becomes of cells that nobody answered.
enum class Unanswered {
    Apart, ///< left out: an item's numbers are of those who answered it, the test's of those who answered all of it
    Zero,  ///< taken as a mark of 0, as Moodle does
};

/// What the marks say of one item. All but `n` are nothing where they are undefined. Formulas as Moodle computes them
/// (question/classes/statistics/questions/calculator.php), as shares where Moodle has percentages.
struct ItemStatistics {
    QString name;
    int n = 0;                                        ///< people who answered it
    std::optional<double> facility;                   ///< mean mark, as a share of the most
    std::optional<figures::ShareRange> facilityRange; ///< Wilson's; only where all marks are 0 or 1
    std::optional<double> sd;                         ///< standard deviation, as a share of the most
    int pairs = 0;                                    ///< of them, who answered another item too
    std::optional<double> discrimination;             ///< r with the share earned of the person's other items
    std::optional<double> discriminativeEfficiency;   ///< that covariance, of the greatest that could be
    std::optional<double> effectiveWeight;            ///< share of the totals' spread; nothing where it pulls back
    std::optional<double> alphaIfDropped;

    bool operator==(const ItemStatistics &) const = default;
};

/// What the marks say of all items together, of those who answered every one.
struct TestStatistics {
    int n = 0;
    std::optional<double> mean; ///< of the totals, in marks; so are median, sd and standardError
    std::optional<double> median;
    std::optional<double> sd;
    std::optional<double> skewness;
    std::optional<double> kurtosis; ///< 0 for a normal distribution
    std::optional<double> alpha;    ///< Cronbach's; may be negative. Needs three people, two items and some spread
    std::optional<double> errorRatio;
    std::optional<double> standardError;

    bool operator==(const TestStatistics &) const = default;
};

struct Statistics {
    int people = 0;
    std::vector<ItemStatistics> items;
    TestStatistics test;

    bool operator==(const Statistics &) const = default;
};

/// Item and test statistics of all that was marked, whatever the numbers: what may be shown of few people is not
/// decided here. Takes time in the order of items times people (and of sorting these), and memory for a few columns.
[[nodiscard]] Statistics analysed(const Matrix &matrix, Unanswered rule);

} // namespace insight

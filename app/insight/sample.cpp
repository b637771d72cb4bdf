// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/sample.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace insight {

namespace {

/// The means of the powers of what is left of each value once the mean is taken off.
struct Moments {
    double second = 0;
    double third = 0;
    double fourth = 0;
};

Moments momentsOf(const Sample &values)
{
    const double centre = *mean(values);
    Moments sums;
    for (const double value : values) {
        const double square = (value - centre) * (value - centre);
        sums.second += square;
        sums.third += square * (value - centre);
        sums.fourth += square * square;
    }
    const auto n = static_cast<double>(values.size());
    return {sums.second / n, sums.third / n, sums.fourth / n};
}

} // namespace

std::optional<double> mean(const Sample &values)
{
    if (values.empty())
        return std::nullopt;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

bool isConstant(const Sample &values)
{
    // Sums of marks differ by their order in the last few of sixteen digits; marks are no finer than seven.
    const double grain = values.empty() ? 0 : 1e-12 * std::max(1.0, std::abs(values.front()));
    return std::ranges::all_of(values, [&](double value) { return std::abs(value - values.front()) <= grain; });
}

std::optional<double> covariance(const Sample &left, const Sample &right)
{
    if (left.size() < 2)
        return std::nullopt;
    const double leftMean = *mean(left);
    const double rightMean = *mean(right);
    double sum = 0;
    for (std::size_t at = 0; at < left.size(); ++at)
        sum += (left[at] - leftMean) * (right[at] - rightMean);
    return sum / static_cast<double>(left.size() - 1);
}

std::optional<double> variance(const Sample &values)
{
    if (values.size() >= 2 && isConstant(values))
        return 0.0;
    return covariance(values, values);
}

std::optional<double> correlation(const Sample &left, const Sample &right)
{
    if (left.size() < 2 || isConstant(left) || isConstant(right))
        return std::nullopt;
    const double leftMean = *mean(left);
    const double rightMean = *mean(right);
    double leftSquares = 0;
    double rightSquares = 0;
    double products = 0;
    for (std::size_t at = 0; at < left.size(); ++at) {
        const double leftRest = left[at] - leftMean;
        const double rightRest = right[at] - rightMean;
        leftSquares += leftRest * leftRest;
        rightSquares += rightRest * rightRest;
        products += leftRest * rightRest;
    }
    const double r = products / std::sqrt(leftSquares * rightSquares);
    constexpr double noise = 1e-12; // of sums that are zero but for rounding: it has no sign
    return std::abs(r) < noise ? 0.0 : std::clamp(r, -1.0, 1.0);
}

std::optional<double> median(Sample values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 != 0)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

std::optional<double> skewness(const Sample &values)
{
    const auto n = static_cast<double>(values.size());
    if (n < 3 || isConstant(values))
        return std::nullopt;
    const Moments moments = momentsOf(values);
    const double k2 = n * moments.second / (n - 1);
    const double k3 = n * n * moments.third / ((n - 1) * (n - 2));
    return k3 / std::pow(k2, 1.5);
}

std::optional<double> kurtosis(const Sample &values)
{
    const auto n = static_cast<double>(values.size());
    if (n < 4 || isConstant(values))
        return std::nullopt;
    const auto [m2, m3, m4] = momentsOf(values);
    const double k2 = n * m2 / (n - 1);
    const double k4 = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2) / ((n - 1) * (n - 2) * (n - 3));
    return k4 / (k2 * k2);
}

} // namespace insight

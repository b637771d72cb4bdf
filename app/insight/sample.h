// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

namespace insight {

using Sample = std::vector<double>;

/// The mean; nothing of an empty sample.
[[nodiscard]] std::optional<double> mean(const Sample &values);

/// Whether all values are the same but for what rounding does to sums: a correlation with them would be of noise.
[[nodiscard]] bool isConstant(const Sample &values);

/// How two samples of one length vary together, divided by n - 1; nothing of fewer than two pairs. In two passes: the
/// means are taken off before anything is squared, so that nothing cancels.
[[nodiscard]] std::optional<double> covariance(const Sample &left, const Sample &right);

/// The same of one sample with itself; exactly 0 where it is constant.
[[nodiscard]] std::optional<double> variance(const Sample &values);

/// Pearson's r, -1 to 1; nothing of fewer than two pairs, or where one side is constant.
[[nodiscard]] std::optional<double> correlation(const Sample &left, const Sample &right);

/// The middle value, or the mean of the two in the middle; nothing of an empty sample.
[[nodiscard]] std::optional<double> median(Sample values);

/// Whether a distribution leans: Fisher's G1 = k3 / k2^1.5 from the unbiased cumulants (Joanes and Gill, "Comparing
/// measures of sample skewness and kurtosis", The Statistician 47, 1998). Nothing of fewer than three values, or where
/// all are the same.
[[nodiscard]] std::optional<double> skewness(const Sample &values);

/// How heavy its ends are, above those of a normal distribution: G2 = k4 / k2^2, as above. Needs four values.
[[nodiscard]] std::optional<double> kurtosis(const Sample &values);

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace items {

/// A finite number with a decimal point, as PHP's is_numeric() takes it: `-5`, `.5`, `5.`, `1e3`. No locale has a say.
[[nodiscard]] std::optional<double> giftNumber(QStringView text);

/// `text` with a point for its decimal comma, where that makes it a number.
[[nodiscard]] std::optional<QString> withDecimalPoint(QStringView text);

/// In full, without an exponent and with a leading zero; reads back as the same number.
[[nodiscard]] QString giftNumberText(double number);

/// The share of the mark that `percent` stands for: the entry of Moodle's list that is nearer than 0.001 percentage
/// points (fraction_options_full() in question/engine/bank.php, match_grade_options() in lib/questionlib.php).
[[nodiscard]] std::optional<double> knownFraction(double percent);

/// The entry of that list which is nearest to `percent`.
[[nodiscard]] double nearestFraction(double percent);

/// A weight in percent with five decimals, but `100`, because Moodle takes `%100.00000%` for text.
[[nodiscard]] QString giftWeightText(double fraction);

} // namespace items

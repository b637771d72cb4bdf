// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/giftfindings.h"

#include <optional>

namespace items {

/// The share of the mark that the weight between two per cent signs stands for; 0, and an error, where Moodle's list
/// has no such weight.
[[nodiscard]] double readGiftWeight(QStringView weight, GiftFindings &findings);

/// A number with a tolerance, both ends within.
struct GiftRange {
    double centre = 0.0;
    double halfWidth = 0.0;
};

/// Reads `n`, `n:tolerance` or `low..high`. Moodle takes whatever is no number for "any answer, full mark" (an
/// assignment within a condition); here it is an error.
[[nodiscard]] std::optional<GiftRange> readGiftRange(QStringView text, GiftFindings &findings);

} // namespace items

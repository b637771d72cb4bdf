// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/report.h"
#include "insight/review.h"

namespace insight {

// A report that is scrubbed tells counts of one and two in words. Their number must not come back from what stands
// beside them, nor from another table: what is worked out here is left to words in all of them.

/// Whether one or two people are at an option: with the sum beside it, the others would tell how many. All options of
/// the item then stand in words.
[[nodiscard]] bool isRough(const Spread &spread);

/// Whether how many had it stands in words, too, on any occasion that may be told: all others are at several options of
/// one or two people, and how many they are together would tell which.
[[nodiscard]] bool isRightHidden(const items::Item &item, const std::vector<Reviewed> &reviewed);
[[nodiscard]] bool isRightHidden(const items::Item &item, const Spread &spread);

/// How many of all, in words alone.
[[nodiscard]] ReportCell roughly(int count, int total);

} // namespace insight

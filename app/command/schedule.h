// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace command {

/// `schedule REVIEWS.json [--json]`: what is due after each review of one card, as a JSON array on `out`. The file
/// holds `{"retention": 0.9, "reviews": [{"grade": 1, "at": "2026-01-01T08:00:00Z"}]}`: retention above 0 and below 1
/// (0.9 where it is missing), grades 1 to 4, times in their order.
[[nodiscard]] int schedule(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace command

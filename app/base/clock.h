// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>

namespace base {

/// Tells the time as UTC milliseconds since 1970. Whoever needs the time is given one, so that a test can hold it
/// still.
using Clock = std::function<qint64()>;

/// The computer's own clock.
[[nodiscard]] Clock systemClock();

/// A clock that stands still.
[[nodiscard]] Clock fixedClock(qint64 at);

} // namespace base

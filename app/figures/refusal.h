// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

/// Why `data` may not be drawn, the first reason in the rows' order; none where it may.
[[nodiscard]] std::optional<Refusal> refusalFor(const course::FigureData &data, View view);

} // namespace figures

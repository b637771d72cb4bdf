// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/typesetter.h"

namespace plot {

/// A cell's marks, bar or words in `column`, its first line at `baseline`; gives where it ends. `guess`: a number set
/// before, shown beside it.
qreal setCell(Typesetter &setter, const figures::Cell &cell, const PanelColumn &column, qreal baseline,
              std::optional<int> guess = {});

} // namespace plot

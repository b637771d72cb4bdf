// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

/// The figure's table as RFC 4180, its header first, with `lines` (limits, sources) as rows of one cell after it: a
/// number that leaves the program keeps its qualifier and its source.
[[nodiscard]] QByteArray csvOf(const PreparedFigure &figure, const QStringList &lines);

} // namespace figures

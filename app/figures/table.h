// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/cases.h"

namespace figures {

/// The rows of `figure`, made of `cases`, as text. The status has one column where every case's numbers share one, else
/// one a panel, so that no number wears another's.
[[nodiscard]] Table tableFor(const PreparedFigure &figure, const std::vector<Case> &cases);

} // namespace figures

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

/// What `figure`, whose rows and panels are there, cannot tell; `data` is what it was made of. Only what applies.
[[nodiscard]] std::vector<base::Phrase> caveatsFor(const PreparedFigure &figure, const course::FigureData &data);

} // namespace figures

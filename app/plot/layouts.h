// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/figurelayout.h"

namespace plot {

// One composer a form of figure; each from left to right, to be mirrored as a whole.

[[nodiscard]] FigureLayout layOutRows(const figures::PreparedFigure &figure, const Layout &layout);
[[nodiscard]] FigureLayout layOutBoard(const figures::Board &board, const Layout &layout);
[[nodiscard]] FigureLayout layOutMap(const figures::Map &map, const Layout &layout);
[[nodiscard]] FigureLayout layOutTimeline(const figures::Timeline &timeline, const Layout &layout);
[[nodiscard]] FigureLayout layOutShelf(const figures::Shelf &shelf, const Layout &layout);
[[nodiscard]] FigureLayout layOutDrawings(const figures::Drawings &drawings, const Layout &layout);

} // namespace plot

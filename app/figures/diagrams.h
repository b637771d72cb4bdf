// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

// Each adds to `figure` what is drawn of `data` in one form, its table, its sentences and its spots.

/// A strip or a board. A blank cell stays blank in the picture and the table, and is said to be silence in the
/// sentences.
void addBoard(const course::FigureData &data, PreparedFigure &figure);

/// A map, a cause map or a sketch: what no arrow touches stands alone at its end.
void addMap(const course::FigureData &data, PreparedFigure &figure);

/// A timeline, with the hours of which nothing is told.
void addTimeline(const course::FigureData &data, PreparedFigure &figure);

/// Comparison rows: whom a number counts stands before it, and none is added to another. Up to mostMarks people are
/// marks; beyond, a share of their whole; a number whose whole nobody gives is a bar from zero.
void addShelf(const course::FigureData &data, PreparedFigure &figure);

/// The same numbers drawn several times. The table has the numbers, and does not tell which drawing misleads.
void addDrawings(const course::FigureData &data, PreparedFigure &figure);

} // namespace figures

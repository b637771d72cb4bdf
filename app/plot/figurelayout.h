// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/figurechart.h"

#include <QLineF>
#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QSizeF>

namespace plot {

/// What colour a text has; `Outcome` is the colour of its question.
enum class Tone { Ink, Muted, Outcome };

/// One line of text, never more: so that each can be aligned by itself in either direction.
struct TextLine {
    QString text;
    QRectF area;
    QFont font;
    Tone tone = Tone::Ink;
    course::Question question = course::Question::Other;
};

/// Hollow: a person of whom the number says nothing.
enum class MarkKind { Solid, Fading, NotReported, Hollow };

/// One mark, one person.
struct Mark {
    QPointF centre;
    course::Question question = course::Question::Other;
    MarkKind kind = MarkKind::Solid;
    int degree = 0; ///< how far it has faded: 1 to 3 where `kind` is Fading, else 0
};

/// What a length of a bar stands for. `Claimed` is silence painted as an answer, in a drawing that misleads.
enum class BarPart { Known, Fading, NotReported, Hollow, Claimed };

/// One length of a bar.
struct Bar {
    QRectF area;
    course::Question question = course::Question::Other;
    BarPart part = BarPart::Known;
};

/// Over the marks of a lower bound: drawn out over those that are known, dotted over those that fade.
struct Bracket {
    course::Question question = course::Question::Other;
    QPainterPath closed;
    QPainterPath open;
};

/// The sign of a number's status, after its label.
struct Badge {
    QRectF area;
    course::Status status = course::Status::EssayOnly;
};

/// Plain: keeps words clear of lines. Filled: something is told here. Blank: nothing is, on purpose. Badge: says what
/// kind of figure this is.
enum class BoxKind { Plain, Filled, Blank, Badge };

struct Box {
    QRectF area;
    BoxKind kind = BoxKind::Plain;
};

/// A line of a diagram. `Faint` is dotted: nothing is told there.
enum class StrokeKind { Line, Heavy, Faint };

struct Stroke {
    QPainterPath path;
    StrokeKind kind = StrokeKind::Line;
};

/// Across a drawing that misleads, over its marks, so that it cannot be cut away.
struct Stamp {
    QRectF area;
    QString text;
    QFont font;
};

/// Everything that is to be seen of a figure, placed: logical pixels from the top left, already mirrored. Both the
/// height and the chart come from here, so they cannot differ.
struct FigureLayout {
    QSizeF size;
    qreal markSize = 0;
    qreal thinLine = 1;
    qreal outlineWidth = 1; ///< of a mark that isn't known
    std::vector<TextLine> texts;
    std::vector<Mark> marks;
    std::vector<Bar> bars;
    std::vector<Bracket> brackets;
    std::vector<QPainterPath> raggedEdges; ///< where the total itself is a lower bound
    std::vector<Badge> badges;
    std::vector<QLineF> rules;
    std::vector<Box> boxes;
    std::vector<Stroke> strokes;
    std::vector<QPolygonF> heads;  ///< of arrows
    std::vector<QPainterPath> ink; ///< plain shapes: one person on a map, a moment, a guess
    QPolygonF trend;               ///< points that a misleading drawing joins
    std::vector<Stamp> stamps;
    std::vector<QRectF> spots; ///< one for each of PreparedFigure::spots
};

[[nodiscard]] FigureLayout layOut(const figures::PreparedFigure &figure, const Layout &layout);

} // namespace plot

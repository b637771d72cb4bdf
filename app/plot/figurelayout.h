// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/figurechart.h"

#include <QLineF>
#include <QPainterPath>
#include <QPointF>
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

enum class MarkKind { Solid, Fading, NotReported };

/// One mark, one person.
struct Mark {
    QPointF centre;
    course::Question question = course::Question::Other;
    MarkKind kind = MarkKind::Solid;
    int degree = 0; ///< how far it has faded: 1 to 3 where `kind` is Fading, else 0
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

/// Everything that is to be seen of a figure, placed: logical pixels from the top left, already mirrored. Both the
/// height and the chart come from here, so they cannot differ.
struct FigureLayout {
    QSizeF size;
    qreal markSize = 0;
    qreal thinLine = 1;
    qreal outlineWidth = 1; ///< of a mark that isn't known
    std::vector<TextLine> texts;
    std::vector<Mark> marks;
    std::vector<Bracket> brackets;
    std::vector<QPainterPath> raggedEdges; ///< where the total itself is a lower bound
    std::vector<Badge> badges;
    std::vector<QLineF> rules;
    std::vector<CellPlace> cells;
};

[[nodiscard]] FigureLayout layOut(const figures::PreparedFigure &figure, const Layout &layout);

} // namespace plot

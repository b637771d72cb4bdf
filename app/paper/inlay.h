// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "plot/sheet.h"
#include "type/lessondocument.h"

#include <QObject>
#include <QTextObjectInterface>

namespace paper {

/// What stands in a printed text and is drawn, beside the figures of a lesson.
enum Inlaid : int {
    BoxObject = QTextFormat::UserObject + 40, ///< to put a cross in, with its letter in it where it has one
    LabelObject,                              ///< a number that hangs at the left of a text
    RuleObject,                               ///< a line to write on
    BarObject,                                ///< how long a share is of its whole, and the range that it leaves open
};

enum InlaidProperty : int {
    InlaidWidth = QTextFormat::UserProperty + 60, ///< of the place that it takes in the line, in units
    InlaidHeight,
    InlaidText,   ///< a box's letter, a label's number
    InlaidFilled, ///< of a box: what holds
    InlaidTurned, ///< of a figure: it lies on its side
    InlaidShare,  ///< of a bar, 0 to 1; so are its range's ends
    InlaidLow,
    InlaidHigh,
};

/// A figure as it is printed, with its limits and sources under it.
[[nodiscard]] plot::Sheet printedSheet(const course::Course &course, const QString &figure);
[[nodiscard]] plot::Palette printedPalette();

/// Draws them. One for each document, which owns it.
class Inlay : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    Inlay(const course::Course &course, const QFont &figureFont, QTextDocument &document);

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

    /// How high a figure stands at `width`.
    [[nodiscard]] double figureHeight(const QString &figure, double width) const;

private:
    [[nodiscard]] double sheetMargin() const;
    [[nodiscard]] plot::Layout layoutAt(double width) const;
    void drawFigure(QPainter &painter, const QRectF &rect, const QTextFormat &format) const;

    const course::Course &m_course;
    QFont m_figureFont;
};

} // namespace paper

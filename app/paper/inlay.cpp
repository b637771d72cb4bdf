// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/inlay.h"

#include "paper/stock.h"
#include "plot/figurewords.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextDocument>

namespace paper {

namespace {

constexpr double thin = 0.6 * unitsPerPoint;
constexpr int mostSteps = 30;
constexpr double belowBaseline = 0.9; // of the descent: a box stands around its line, not on it

void drawBox(QPainter &painter, const QRectF &rect, const QTextCharFormat &format)
{
    const double side = rect.height();
    if (rect.width() > side) // a text stands beside it
        painter.translate(0, QFontMetricsF(format.font()).descent() * belowBaseline);
    painter.setPen(QPen(Qt::black, thin));
    const bool isFilled = format.boolProperty(InlaidFilled);
    painter.setBrush(isFilled ? QBrush(Qt::black) : QBrush());
    painter.drawRect(QRectF(rect.topLeft(), QSizeF(side, side)).adjusted(0, thin, 0, -thin));
    painter.setPen(isFilled ? Qt::white : Qt::black);
    painter.setFont(format.font());
    painter.drawText(QRectF(rect.topLeft(), QSizeF(side, side)), Qt::AlignCenter, format.stringProperty(InlaidText));
}

void drawLabel(QPainter &painter, const QRectF &rect, const QTextCharFormat &format)
{
    painter.setPen(Qt::black);
    painter.setFont(format.font());
    painter.drawText(rect.bottomLeft(), format.stringProperty(InlaidText)); // the line stands on its bottom
}

void drawRule(QPainter &painter, const QRectF &rect)
{
    painter.setPen(QPen(printedColours().line, thin));
    painter.drawLine(QPointF(rect.left(), rect.bottom() - thin), QPointF(rect.right(), rect.bottom() - thin));
}

void drawBar(QPainter &painter, const QRectF &rect, const QTextFormat &format)
{
    const type::Colours colours = printedColours();
    painter.fillRect(rect, printedPalette().soft);
    painter.fillRect(QRectF(rect.topLeft(), QSizeF(rect.width() * format.doubleProperty(InlaidShare), rect.height())),
                     colours.line);
    if (!format.hasProperty(InlaidLow))
        return;
    const auto x = [&](int end) { return rect.left() + rect.width() * format.doubleProperty(end); };
    painter.setPen(QPen(colours.ink, 2 * thin));
    painter.drawLine(QPointF(x(InlaidLow), rect.center().y()), QPointF(x(InlaidHigh), rect.center().y()));
}

} // namespace

plot::Palette printedPalette()
{
    const type::Colours colours = printedColours();
    return {.surface = colours.surface,
            .ink = colours.ink,
            .muted = colours.muted,
            .line = colours.line,
            .left = colours.blue,
            .back = colours.amber,
            .family = type::coloursOf(type::Tone::Light).accent,
            .detained = colours.ink,
            .notReported = QColor(0x50, 0x50, 0x50),
            .soft = QColor(0xEC, 0xEC, 0xEC),
            .outline = colours.muted};
}

plot::Sheet printedSheet(const course::Course &course, const QString &figure)
{
    const course::FigureData *data = course::findFigure(course, figure);
    const auto prepared = data == nullptr ? tl::unexpected(figures::Refusal{}) : figures::prepare(*data);
    return prepared ? plot::sheetOf(course, *prepared) : plot::Sheet{};
}

Inlay::Inlay(const course::Course &course, const QFont &figureFont, QTextDocument &document)
    : QObject(&document), m_course(course), m_figureFont(figureFont)
{
    for (const int type : {int(type::FigureObject), int(BoxObject), int(LabelObject), int(RuleObject), int(BarObject)})
        document.documentLayout()->registerHandler(type, this);
}

double Inlay::sheetMargin() const
{
    return m_figureFont.pixelSize() * 24.0 / 14.0;
}

plot::Layout Inlay::layoutAt(double width) const
{
    plot::Layout layout;
    layout.width = width + 2 * sheetMargin(); // the sheet's own margins stand outside, so that its text is in line
    layout.font = m_figureFont;
    return layout;
}

double Inlay::figureHeight(const QString &figure, double width) const
{
    return plot::sheetSize(printedSheet(m_course, figure), layoutAt(width)).height();
}

QSizeF Inlay::intrinsicSize(QTextDocument * /*document*/, int /*position*/, const QTextFormat &format)
{
    return {format.doubleProperty(InlaidWidth), format.doubleProperty(InlaidHeight)};
}

void Inlay::drawObject(QPainter *painter, const QRectF &rect, QTextDocument * /*document*/, int /*position*/,
                       const QTextFormat &format)
{
    painter->save();
    switch (format.objectType()) {
    case type::FigureObject:
        drawFigure(*painter, rect, format);
        break;
    case BoxObject:
        drawBox(*painter, rect, format.toCharFormat());
        break;
    case LabelObject:
        drawLabel(*painter, rect, format.toCharFormat());
        break;
    case RuleObject:
        drawRule(*painter, rect);
        break;
    case BarObject:
        drawBar(*painter, rect, format);
        break;
    }
    painter->restore();
}

void Inlay::drawFigure(QPainter &painter, const QRectF &rect, const QTextFormat &format) const
{
    const plot::Sheet sheet = printedSheet(m_course, format.stringProperty(type::FigureId));
    const bool isTurned = format.boolProperty(InlaidTurned);
    // Across, the sheet's margins reach into the page's; on its side they would reach into the text.
    const double margin = isTurned ? 0 : sheetMargin();
    const QSizeF room = isTurned ? QSizeF(rect.height() - 2 * sheetMargin(), rect.width()) : rect.size();
    // Where there is too little height for it, it is set as if there were more width, and made smaller as a whole.
    double width = room.width();
    for (int step = 0; step < mostSteps; ++step) {
        if (plot::sheetSize(sheet, layoutAt(width)).height() * room.width() / width <= room.height() + 1)
            break;
        width *= 1.05;
    }
    painter.translate(isTurned ? rect.bottomLeft() : rect.topLeft());
    painter.rotate(isTurned ? -90 : 0);
    painter.scale(room.width() / width, room.width() / width);
    painter.translate(-margin, 0);
    plot::paintSheet(painter, sheet, layoutAt(width), printedPalette());
}

} // namespace paper

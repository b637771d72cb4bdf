// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/figurechart.h"

#include "plot/badge.h"
#include "plot/barseries.h"
#include "plot/figurelayout.h"
#include "plot/markseries.h"
#include "plot/textblock.h"

#include <QChart>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QGraphicsPathItem>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QPen>

namespace plot {

namespace {

// Above everything that Qt Charts draws itself.
constexpr qreal aboveSeries = 100;

QColor colourOf(const TextLine &text, const Palette &palette)
{
    switch (text.tone) {
    case Tone::Ink:
        return palette.ink;
    case Tone::Muted:
        return palette.muted;
    case Tone::Outcome:
        break;
    }
    return colourOf(text.question, palette);
}

void addPath(QChart &chart, const QPainterPath &path, const QPen &pen, const QBrush &brush = Qt::NoBrush)
{
    if (path.isEmpty())
        return;
    auto *const item = new QGraphicsPathItem(path, &chart);
    item->setPen(pen);
    item->setBrush(brush);
    item->setZValue(aboveSeries);
}

void addOutlinedTexts(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const TextLine &text : layout.texts)
        addPath(chart, outlineOf(text.text, text.font, text.area.topLeft()), Qt::NoPen, colourOf(text, palette));
}

void addTexts(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const TextLine &text : layout.texts) {
        auto *const item = new QGraphicsSimpleTextItem(text.text, &chart);
        item->setFont(text.font);
        item->setBrush(colourOf(text, palette));
        item->setPos(text.area.topLeft());
        item->setZValue(aboveSeries);
    }
}

void addRules(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const QLineF &rule : layout.rules) {
        auto *const item = new QGraphicsLineItem(rule, &chart);
        item->setPen(QPen(palette.line, layout.thinLine));
        item->setZValue(aboveSeries);
    }
}

void addBrackets(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const Bracket &bracket : layout.brackets) {
        QPen pen(colourOf(bracket.question, palette), 1.5 * layout.thinLine, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
        addPath(chart, bracket.closed, pen);
        pen.setDashPattern({1.0, 1.5});
        addPath(chart, bracket.open, pen);
    }
    for (const QPainterPath &edge : layout.raggedEdges)
        addPath(chart, edge, QPen(palette.notReported, layout.thinLine));
}

void addBadges(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const Badge &badge : layout.badges) {
        const BadgeShape shape = badgeShape(badge.status, badge.area);
        addPath(chart, shape.filling, Qt::NoPen, palette.muted);
        addPath(chart, shape.outline, QPen(palette.muted, layout.thinLine));
    }
}

void addHatching(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    const QPen hatch(palette.notReported, layout.thinLine, Qt::SolidLine, Qt::FlatCap);
    const QPen outline(palette.notReported, layout.outlineWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    addPath(chart, hatchingOf(layout), hatch);
    addPath(chart, outlinesOf(layout), outline);
    addPath(chart, barHatching(layout), hatch);
    addPath(chart, barOutlines(layout), outline);
}

void addBoxes(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const Box &box : layout.boxes) {
        QPainterPath path;
        const qreal inset = layout.thinLine / 2;
        const qreal radius = layout.markSize * 0.6;
        path.addRoundedRect(box.area.adjusted(inset, inset, -inset, -inset), radius, radius);
        switch (box.kind) {
        case BoxKind::Plain:
            addPath(chart, path, Qt::NoPen, palette.surface);
            break;
        case BoxKind::Filled:
            addPath(chart, path, QPen(palette.outline, layout.thinLine), palette.soft);
            break;
        case BoxKind::Badge:
            addPath(chart, path, QPen(palette.ink, layout.thinLine), palette.surface);
            break;
        case BoxKind::Blank:
            QPen pen(palette.outline, layout.thinLine);
            pen.setDashPattern({2.0, 4.0});
            addPath(chart, path, pen);
            break;
        }
    }
}

void addStrokes(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const Stroke &stroke : layout.strokes) {
        QPen pen(palette.muted, 1.25 * layout.thinLine, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (stroke.kind == StrokeKind::Heavy)
            pen.setWidthF(2.5 * layout.thinLine);
        if (stroke.kind == StrokeKind::Faint)
            pen.setDashPattern({1.0, 4.0});
        addPath(chart, stroke.path, pen);
    }
}

void addShapes(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const QPolygonF &head : layout.heads) {
        QPainterPath path;
        path.addPolygon(head);
        path.closeSubpath();
        addPath(chart, path, Qt::NoPen, palette.muted);
    }
    for (const QPainterPath &shape : layout.ink)
        addPath(chart, shape, Qt::NoPen, palette.ink);
}

/// Words along the drawing's diagonal, over its marks and in their place: what cuts them away cuts the drawing.
void addStamps(QChart &chart, const FigureLayout &layout, const Palette &palette, bool outlined)
{
    for (const Stamp &stamp : layout.stamps) {
        const QRectF bounds(0, 0, widthOf(stamp.text, stamp.font), QFontMetricsF(stamp.font).height());
        QAbstractGraphicsShapeItem *words = nullptr;
        if (outlined) {
            words = new QGraphicsPathItem(outlineOf(stamp.text, stamp.font, {}), &chart);
            words->setPen(Qt::NoPen);
        } else {
            auto *const text = new QGraphicsSimpleTextItem(stamp.text, &chart);
            text->setFont(stamp.font);
            words = text;
        }
        words->setBrush(palette.surface);
        const qreal air = layout.markSize / 2;
        auto *const band = new QGraphicsRectItem(bounds.adjusted(-air, -air / 2, air, air / 2), &chart);
        band->setBrush(palette.ink);
        band->setPen(Qt::NoPen);
        for (QGraphicsItem *item : {static_cast<QGraphicsItem *>(band), static_cast<QGraphicsItem *>(words)}) {
            item->setTransformOriginPoint(bounds.center());
            item->setPos(stamp.area.center() - bounds.center());
            item->setRotation(-12);
        }
        band->setZValue(aboveSeries + 1);
        words->setZValue(aboveSeries + 2);
    }
}

// The chart keeps nothing of its own but the series: no margins, background, legend or movement.
std::unique_ptr<QChart> bareChart(const QSizeF &size)
{
    auto chart = std::make_unique<QChart>();
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->setBackgroundVisible(false);
    chart->setPlotAreaBackgroundVisible(false);
    chart->setDropShadowEnabled(false);
    chart->setMargins(QMargins());
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    chart->setMinimumSize(size);
    chart->resize(size);
    chart->setPlotArea(QRectF(QPointF(), size));
    return chart;
}

} // namespace

qreal heightFor(const figures::PreparedFigure &figure, const Layout &layout)
{
    return layOut(figure, layout).size.height();
}

std::vector<QRectF> spotAreas(const figures::PreparedFigure &figure, const Layout &layout)
{
    return layOut(figure, layout).spots;
}

std::unique_ptr<QChart> makeChart(const figures::PreparedFigure &figure, const Layout &layout, const Palette &palette)
{
    const FigureLayout placed = layOut(figure, layout);
    auto chart = bareChart(placed.size);
    addMarkSeries(*chart, placed, palette);
    addBarSeries(*chart, placed, palette);
    attachAxes(*chart, placed.size);
    addStrokes(*chart, placed, palette);
    addBoxes(*chart, placed, palette);
    addShapes(*chart, placed, palette);
    addHatching(*chart, placed, palette);
    addBrackets(*chart, placed, palette);
    addRules(*chart, placed, palette);
    if (layout.outlinedText)
        addOutlinedTexts(*chart, placed, palette);
    else
        addTexts(*chart, placed, palette);
    addBadges(*chart, placed, palette);
    addStamps(*chart, placed, palette, layout.outlinedText);
    return chart;
}

} // namespace plot

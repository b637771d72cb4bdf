// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/figurechart.h"

#include "plot/badge.h"
#include "plot/figurelayout.h"
#include "plot/markseries.h"

#include <QChart>
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

void addPath(QChart &chart, const QPainterPath &path, const QPen &pen, const QBrush &brush = Qt::NoBrush)
{
    if (path.isEmpty())
        return;
    auto *const item = new QGraphicsPathItem(path, &chart);
    item->setPen(pen);
    item->setBrush(brush);
    item->setZValue(aboveSeries);
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

std::vector<CellPlace> cellPlaces(const figures::PreparedFigure &figure, const Layout &layout)
{
    return layOut(figure, layout).cells;
}

std::unique_ptr<QChart> makeChart(const figures::PreparedFigure &figure, const Layout &layout, const Palette &palette)
{
    const FigureLayout placed = layOut(figure, layout);
    auto chart = bareChart(placed.size);
    addMarkSeries(*chart, placed, palette);
    addHatching(*chart, placed, palette);
    addBrackets(*chart, placed, palette);
    addRules(*chart, placed, palette);
    addTexts(*chart, placed, palette);
    addBadges(*chart, placed, palette);
    return chart;
}

} // namespace plot

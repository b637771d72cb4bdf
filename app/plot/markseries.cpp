// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/markseries.h"

#include "plot/hatching.h"

#include <QChart>
#include <QPen>
#include <QScatterSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numbers>

using course::Question;

namespace plot {

namespace {

// Lines of this share of a mark's size apart leave the mark lighter than a solid one on any screen.
constexpr qreal hatchSpacing = 0.28;

QScatterSeries::MarkerShape shapeOf(Question question)
{
    switch (question) {
    case Question::Left:
        return QScatterSeries::MarkerShapeCircle;
    case Question::Back:
        return QScatterSeries::MarkerShapeRectangle;
    case Question::Family:
        return QScatterSeries::MarkerShapeRotatedRectangle;
    case Question::Detention:
        return QScatterSeries::MarkerShapePentagon;
    case Question::Work:
    case Question::Other:
        break;
    }
    return QScatterSeries::MarkerShapeTriangle;
}

QString nameOf(const Mark &mark)
{
    const QString question = wordFor(mark.question);
    switch (mark.kind) {
    case MarkKind::Solid:
        return question + QLatin1String(" solid");
    case MarkKind::Fading:
        return question + QLatin1String(" fading ") + QString::number(mark.degree);
    case MarkKind::NotReported:
        return question + QLatin1String(" not-reported");
    case MarkKind::Hollow:
        break;
    }
    return question + QLatin1String(" hollow");
}

QPolygonF regular(const QPointF &centre, qreal radius, int corners)
{
    QPolygonF polygon;
    for (int corner = 0; corner < corners; ++corner) {
        const qreal angle = 2 * std::numbers::pi * corner / corners;
        polygon << centre + radius * QPointF(std::sin(angle), -std::cos(angle));
    }
    return polygon;
}

// Around a mark, with Qt Charts' own proportions: a triangle fills its box, other shapes touch it.
QPolygonF outlineOf(const Mark &mark, qreal size)
{
    const QRectF box(mark.centre - QPointF(size, size) / 2, QSizeF(size, size));
    switch (shapeOf(mark.question)) {
    case QScatterSeries::MarkerShapeRectangle:
        return QPolygonF({box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()});
    case QScatterSeries::MarkerShapeTriangle:
        return QPolygonF({QPointF(box.center().x(), box.top()), box.bottomRight(), box.bottomLeft()});
    case QScatterSeries::MarkerShapeRotatedRectangle:
        return regular(mark.centre, size / 2, 4);
    case QScatterSeries::MarkerShapePentagon:
        return regular(mark.centre, size / 2, 5);
    case QScatterSeries::MarkerShapeCircle:
    case QScatterSeries::MarkerShapeStar:
        break;
    }
    return regular(mark.centre, size / 2, 48);
}

QColor fadedColour(const Mark &mark, const Palette &palette)
{
    static constexpr std::array shares{1.0, 0.62, 0.42, 0.24};
    return mixed(colourOf(mark.question, palette), palette.surface, shares.at(static_cast<std::size_t>(mark.degree)));
}

std::unique_ptr<QScatterSeries> seriesFor(const Mark &mark, qreal size)
{
    auto series = std::make_unique<QScatterSeries>();
    series->setName(nameOf(mark));
    series->setMarkerShape(shapeOf(mark.question));
    series->setMarkerSize(size);
    return series;
}

// After it has been added, because a chart gives a new series its theme's colours. Without a pen: Qt Charts would move
// an outlined mark by half its pen. The outline is a path of its own (outlinesOf).
void colour(QScatterSeries &series, const Mark &mark, const Palette &palette)
{
    series.setPen(Qt::NoPen);
    const bool isEmpty = mark.kind == MarkKind::NotReported || mark.kind == MarkKind::Hollow;
    series.setBrush(isEmpty ? palette.surface : fadedColour(mark, palette));
}

QScatterSeries *seriesNamed(const QChart &chart, const QString &name)
{
    const auto all = chart.series();
    const auto found = std::ranges::find(all, name, &QAbstractSeries::name);
    return found == all.end() ? nullptr : qobject_cast<QScatterSeries *>(*found);
}

QValueAxis *hiddenAxis(QChart &chart, qreal end, Qt::Alignment side)
{
    auto axis = std::make_unique<QValueAxis>();
    axis->setRange(0, end);
    axis->setVisible(false);
    chart.addAxis(axis.get(), side);
    return axis.release();
}

} // namespace

QString wordFor(Question question)
{
    static constexpr std::array questions{"left", "back", "work", "detention", "family", "other"};
    return QLatin1String(questions.at(static_cast<std::size_t>(question)));
}

QColor mixed(const QColor &one, const QColor &other, qreal share)
{
    const auto part = [share](int from, int to) { return qRound(from * share + to * (1 - share)); };
    return {part(one.red(), other.red()), part(one.green(), other.green()), part(one.blue(), other.blue())};
}

QColor colourOf(Question question, const Palette &palette)
{
    switch (question) {
    case Question::Left:
        return palette.left;
    case Question::Back:
        return palette.back;
    case Question::Detention:
        return palette.detained;
    case Question::Family:
        return palette.family;
    case Question::Work:
    case Question::Other:
        break;
    }
    return palette.ink;
}

void addMarkSeries(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const Mark &mark : layout.marks) {
        QScatterSeries *series = seriesNamed(chart, nameOf(mark));
        if (series == nullptr) {
            series = seriesFor(mark, layout.markSize).release();
            chart.addSeries(series);
            colour(*series, mark, palette);
        }
        series->append(mark.centre);
    }
}

void attachAxes(QChart &chart, const QSizeF &size)
{
    auto *const across = hiddenAxis(chart, size.width(), Qt::AlignBottom);
    auto *const down = hiddenAxis(chart, size.height(), Qt::AlignLeft);
    down->setReverse(true);
    for (QAbstractSeries *series : chart.series()) {
        series->attachAxis(across);
        series->attachAxis(down);
    }
}

QPainterPath outlinesOf(const FigureLayout &layout)
{
    QPainterPath path;
    for (const Mark &mark : layout.marks) {
        if (mark.kind == MarkKind::Solid)
            continue;
        path.addPolygon(outlineOf(mark, layout.markSize - layout.outlineWidth));
        path.closeSubpath();
    }
    return path;
}

QPainterPath hatchingOf(const FigureLayout &layout)
{
    QPainterPath path;
    for (const Mark &mark : layout.marks) {
        if (mark.kind == MarkKind::Solid || mark.kind == MarkKind::Hollow)
            continue;
        const QPolygonF outline = outlineOf(mark, layout.markSize - layout.outlineWidth);
        for (const QLineF &line : hatching(outline, layout.markSize * hatchSpacing)) {
            path.moveTo(line.p1());
            path.lineTo(line.p2());
        }
    }
    return path;
}

} // namespace plot

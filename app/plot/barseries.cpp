// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/barseries.h"

#include "plot/hatching.h"
#include "plot/markseries.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPen>

#include <array>
#include <memory>

namespace plot {

namespace {

QString nameOf(const Bar &bar)
{
    static constexpr std::array parts{"known", "fading", "not-reported", "hollow", "claimed"};
    return wordFor(bar.question) + QLatin1Char(' ') + QLatin1String(parts.at(static_cast<std::size_t>(bar.part)));
}

QBrush brushOf(const Bar &bar, const Palette &palette)
{
    const QColor colour = colourOf(bar.question, palette);
    switch (bar.part) {
    case BarPart::Known:
        return colour;
    case BarPart::Fading: {
        QLinearGradient gradient(bar.area.topLeft(), bar.area.topRight());
        gradient.setColorAt(0, mixed(colour, palette.surface, 0.7));
        gradient.setColorAt(1, palette.surface);
        return gradient;
    }
    case BarPart::Claimed:
        return mixed(colour, palette.surface, 0.3);
    case BarPart::NotReported:
    case BarPart::Hollow:
        break;
    }
    return palette.surface;
}

QLineSeries *edge(qreal left, qreal right, qreal y, QObject *parent)
{
    auto *const line = new QLineSeries(parent);
    line->append(left, y);
    line->append(right, y);
    return line;
}

void addBar(QChart &chart, const Bar &bar, const Palette &palette)
{
    auto area = std::make_unique<QAreaSeries>();
    area->setUpperSeries(edge(bar.area.left(), bar.area.right(), bar.area.top(), area.get()));
    area->setLowerSeries(edge(bar.area.left(), bar.area.right(), bar.area.bottom(), area.get()));
    area->setName(nameOf(bar));
    auto *const added = area.release();
    chart.addSeries(added);
    // After it has been added, because a chart gives a new series its theme's colours.
    added->setPen(Qt::NoPen);
    added->setBrush(brushOf(bar, palette));
}

void addTrend(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    if (layout.trend.isEmpty())
        return;
    auto *const line = new QLineSeries;
    line->setName(QStringLiteral("trend"));
    line->append(layout.trend);
    chart.addSeries(line);
    line->setPen(QPen(palette.left, 2.5 * layout.thinLine));
    line->setPointsVisible(true);
}

bool hasOutline(const Bar &bar)
{
    return bar.part == BarPart::NotReported || bar.part == BarPart::Hollow || bar.part == BarPart::Claimed;
}

} // namespace

void addBarSeries(QChart &chart, const FigureLayout &layout, const Palette &palette)
{
    for (const Bar &bar : layout.bars)
        addBar(chart, bar, palette);
    addTrend(chart, layout, palette);
}

QPainterPath barOutlines(const FigureLayout &layout)
{
    QPainterPath path;
    const qreal inset = layout.outlineWidth / 2;
    for (const Bar &bar : layout.bars) {
        if (hasOutline(bar))
            path.addRect(bar.area.adjusted(inset, inset, -inset, -inset));
    }
    return path;
}

QPainterPath barHatching(const FigureLayout &layout)
{
    QPainterPath path;
    for (const Bar &bar : layout.bars) {
        if (bar.part != BarPart::NotReported)
            continue;
        for (const QLineF &line : hatching(QPolygonF(bar.area), layout.markSize * 0.4)) {
            path.moveTo(line.p1());
            path.lineTo(line.p2());
        }
    }
    return path;
}

} // namespace plot

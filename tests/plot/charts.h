// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plot/figurechart.h"
#include "support/testing.h"

#include <QChart>
#include <QFontDatabase>
#include <QGraphicsScene>
#include <QGraphicsSimpleTextItem>
#include <QImage>
#include <QPainter>
#include <QScatterSeries>
#include <QTest>

Q_DECLARE_METATYPE(plot::Layout)

// What the tests of charts share: layouts, colours, and what stands in a chart.

inline QString text(const char *words)
{
    return QString::fromUtf8(words);
}

inline plot::Layout layoutFor(qreal width, bool mirrored = false, int pixelSize = 14)
{
    plot::Layout layout;
    layout.width = width;
    layout.font = QFont(QStringLiteral("Noto Sans"));
    layout.font.setPixelSize(pixelSize);
    layout.mirrored = mirrored;
    return layout;
}

inline plot::Palette palette()
{
    plot::Palette colours;
    colours.surface = Qt::white;
    colours.ink = QColor(0x1D2730);
    colours.muted = QColor(0x5C6872);
    colours.line = QColor(0xE4DFD6);
    colours.left = QColor(0x2F5F93);
    colours.back = QColor(0x8A5A12);
    colours.family = QColor(0x17656E);
    colours.detained = QColor(0x1D2730);
    colours.notReported = QColor(0x7E8A93);
    colours.soft = QColor(0xE1EFF0);
    colours.outline = QColor(0x8A8476);
    return colours;
}

inline std::unique_ptr<QChart> chartOf(const figures::PreparedFigure &figure,
                                       const plot::Layout &layout = layoutFor(680))
{
    return plot::makeChart(figure, layout, palette());
}

inline std::vector<QGraphicsSimpleTextItem *> textsOf(const QChart &chart)
{
    std::vector<QGraphicsSimpleTextItem *> texts;
    for (QGraphicsItem *item : chart.childItems()) {
        if (auto *const one = dynamic_cast<QGraphicsSimpleTextItem *>(item))
            texts.push_back(one);
    }
    return texts;
}

/// The bundled faces, so that every machine sets the same text.
inline bool loadFaces()
{
    for (const char *const face : {"Regular", "Bold"}) {
        const QString path = QStringLiteral("resources/fonts/NotoSans-%1.ttf").arg(QLatin1String(face));
        if (QFontDatabase::addApplicationFont(testing::sourcePath(path)) < 0)
            return false;
    }
    return true;
}

inline QStringList wordsOf(const QChart &chart)
{
    QStringList words;
    for (const QGraphicsSimpleTextItem *item : textsOf(chart))
        words.append(item->text());
    return words;
}

inline QList<QPointF> pointsOf(const QChart &chart, const char *name)
{
    for (QAbstractSeries *series : chart.series()) {
        if (series->name() == QLatin1String(name))
            return qobject_cast<QScatterSeries *>(series)->points();
    }
    return {};
}

/// Draws the chart by itself, on a white ground with room around it in which nothing may be drawn.
inline QImage pictureOf(std::unique_ptr<QChart> chart)
{
    constexpr int around = 10;
    const QSizeF size = chart->size();
    QGraphicsScene scene;
    scene.addItem(chart.release());
    QImage image((size + QSizeF(2 * around, 2 * around)).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF all(-around, -around, image.width(), image.height());
    scene.render(&painter, QRectF(image.rect()), all);
    return image;
}

inline bool isBlank(const QImage &image, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            if (image.pixelColor(x, y) != QColor(Qt::white))
                return false;
        }
    }
    return true;
}

inline void addLayouts()
{
    QTest::addColumn<plot::Layout>("layout");
    for (const bool mirrored : {false, true}) {
        const char *const side = mirrored ? "right to left" : "left to right";
        for (const int width : {520, 680, 960})
            QTest::addRow("%d, %s", width, side) << layoutFor(width, mirrored);
        QTest::addRow("projector, %s", side) << layoutFor(960, mirrored, 28);
        QTest::addRow("very narrow, %s", side) << layoutFor(360, mirrored);
    }
}

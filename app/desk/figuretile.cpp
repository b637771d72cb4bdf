// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figuretile.h"

#include "desk/figurecard.h"
#include "desk/paint.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QChart>
#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>

namespace desk {

namespace {

constexpr double tileWidth = 320;
constexpr double pictureHeight = 150;
constexpr double textHeight = 66;
constexpr double padding = 14;
constexpr qreal drawnWidth = 640; // laid out as on a page, and shown smaller

} // namespace

FigureTile::FigureTile(const course::FigureData &numbers, const QString &where, QWidget *parent)
    : Tile(parent), m_numbers(numbers), m_where(where)
{
    setText(numbers.title);
    setAccessibleDescription(where);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize FigureTile::sizeHint() const
{
    return {type::sized(tileWidth), type::sized(pictureHeight) + type::sized(textHeight) + 3 * type::sized(padding)};
}

/// The upper part of the figure at half its size: what it is, not what it says.
QPixmap FigureTile::picture() const
{
    const QSize size(type::sized(tileWidth - 2 * padding), type::sized(pictureHeight));
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    const auto figure = figures::prepare(m_numbers);
    if (!figure)
        return pixmap;
    plot::Layout layout;
    layout.width = type::sized(drawnWidth);
    layout.font = type::sans(14);
    layout.mirrored = layoutDirection() == Qt::RightToLeft;
    // In small, a drawing that misleads wears its badge too.
    QGraphicsScene scene;
    scene.addItem(plot::makeChart(*figure, layout, plotPalette(palette())).release());
    const qreal height = layout.width * size.height() / size.width();
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    scene.render(&painter, QRectF(QPointF(), QSizeF(size)), QRectF(0, 0, layout.width, height));
    return pixmap;
}

void FigureTile::paintEvent(QPaintEvent * /*event*/)
{
    if (m_picture.isNull())
        m_picture = picture();
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    paintCard(painter, QRectF(rect()), palette());
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), type::sized(10), type::sized(10));
    }
    const int pad = type::sized(padding);
    painter.drawPixmap(pad, pad, m_picture);
    const int top = 2 * pad + type::sized(pictureHeight);
    painter.fillRect(pad, top - pad / 2, width() - 2 * pad, 1, colours.line);
    painter.setPen(colours.ink);
    painter.setFont(type::sans(13, QFont::Bold));
    paintWords(painter, {pad, top, width() - 2 * pad, type::sized(48)}, Qt::AlignLeading | Qt::AlignTop,
               layoutDirection(), text());
    painter.setPen(colours.muted);
    painter.setFont(type::sans(12));
    paintWords(painter, {pad, top + type::sized(50), width() - 2 * pad, type::sized(18)},
               Qt::AlignLeading | Qt::AlignTop, layoutDirection(), m_where);
    if (hasFocus())
        drawFocusRing(&painter, QRectF(rect()), palette(), type::sized(10));
}

void FigureTile::changeEvent(QEvent *event)
{
    Tile::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_picture = {};
}

} // namespace desk

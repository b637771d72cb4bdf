// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sheetpreview.h"

#include "type/tokens.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace desk {

SheetPreview::SheetPreview(const course::Course &course, QWidget *parent) : QWidget(parent), m_sheet(course)
{
    setMouseTracking(true);
    // Set as if it were shown: what is hidden is not laid out, and so leaves an empty picture.
    m_sheet.setAttribute(Qt::WA_DontShowOnScreen);
    m_sheet.setAttribute(Qt::WA_QuitOnClose, false);
    m_sheet.resize(1024, 768);
    m_sheet.show();
}

void SheetPreview::setShape(const QSize &shape)
{
    if (m_sheet.size() == shape)
        return;
    m_sheet.resize(shape);
    take();
}

void SheetPreview::project(const Projection &shown)
{
    if (m_sheet.shown() == shown)
        return;
    m_sheet.project(shown);
    take();
    setAccessibleName(m_sheet.accessibleName());
}

void SheetPreview::setSpotlight(const std::optional<QPointF> &place)
{
    m_sheet.setSpotlight(place);
    take();
}

void SheetPreview::take()
{
    m_taken = {};
    update();
}

QRect SheetPreview::picture() const
{
    QSize size = m_sheet.size();
    size.scale(this->size(), Qt::KeepAspectRatio);
    return {QPoint(layoutDirection() == Qt::RightToLeft ? width() - size.width() : 0, 0), size};
}

void SheetPreview::paintEvent(QPaintEvent * /*event*/)
{
    if (m_taken.isNull())
        m_taken = m_sheet.grab();
    const QRect at = picture();
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(at,
                       m_taken.scaled(at.size() * devicePixelRatio(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setPen(type::coloursIn(palette()).line); // it lies on paper of its own colour
    painter.drawRect(at.adjusted(0, 0, -1, -1));
}

void SheetPreview::mouseMoveEvent(QMouseEvent *event)
{
    const QRect at = picture();
    if (!at.isEmpty() && at.contains(event->position().toPoint()))
        Q_EMIT pointedAt(
            {(event->position().x() - at.left()) / at.width(), (event->position().y() - at.top()) / at.height()});
}

/// Another theme is another picture.
void SheetPreview::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        take();
}

} // namespace desk

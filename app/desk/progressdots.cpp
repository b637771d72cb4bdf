// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/progressdots.h"

#include "type/tokens.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace desk {

namespace {

constexpr double pitch = 16;
constexpr double radius = 4;

} // namespace

ProgressDots::ProgressDots(const std::vector<quiz::ItemState> &states, qsizetype at, QWidget *parent)
    : QWidget(parent), m_states(states), m_at(at)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Question %1 of %2").arg(at + 1).arg(states.size()));
}

QSize ProgressDots::sizeHint() const
{
    return {type::sized(pitch) * static_cast<int>(m_states.size()) + type::sized(4), type::sized(20)};
}

QRectF ProgressDots::dot(qsizetype at) const
{
    const qreal size = 2 * type::sized(radius);
    const QRect cell(type::sized(pitch) * static_cast<int>(at), 0, type::sized(pitch), height());
    QRectF rect(0, 0, size, size);
    rect.moveCenter(QRectF(QStyle::visualRect(layoutDirection(), this->rect(), cell)).center());
    return rect;
}

qsizetype ProgressDots::dotAt(const QPoint &position) const
{
    for (qsizetype i = 0; i < static_cast<qsizetype>(m_states.size()); ++i) {
        if (dot(i).adjusted(-4, -8, 4, 8).contains(position))
            return i;
    }
    return -1;
}

void ProgressDots::paintEvent(QPaintEvent * /*event*/)
{
    using Phase = quiz::ItemState::Phase;
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (qsizetype i = 0; i < static_cast<qsizetype>(m_states.size()); ++i) {
        const QRectF rect = dot(i);
        const Phase phase = m_states[static_cast<std::size_t>(i)].phase;
        painter.setPen(QPen(i == m_at ? colours.accent : colours.muted, i == m_at ? 2.0 : 1.2));
        painter.setBrush(phase == Phase::Answered ? colours.muted : QColor(Qt::transparent));
        if (i == m_at) {
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(rect.adjusted(-2, -2, 2, 2));
            painter.setPen(Qt::NoPen);
            painter.setBrush(colours.accent);
            painter.drawEllipse(rect.adjusted(1.5, 1.5, -1.5, -1.5));
        } else if (phase == Phase::Skipped) {
            painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
        } else {
            painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5));
        }
    }
}

void ProgressDots::mousePressEvent(QMouseEvent *event)
{
    if (const qsizetype at = dotAt(event->pos()); at >= 0)
        Q_EMIT wanted(at);
}

bool ProgressDots::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const qsizetype at = dotAt(help->pos());
    if (at >= 0)
        QToolTip::showText(help->globalPos(), tr("Go to question %1").arg(at + 1), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace desk

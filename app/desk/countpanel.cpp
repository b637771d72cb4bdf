// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/countpanel.h"

#include "type/tokens.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace desk {

CountPanel::CountPanel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CountPanel::setFields(const std::vector<CountField> &fields, int at, int room, bool isOpen)
{
    m_fields = fields;
    m_at = at;
    m_room = room;
    m_isOpen = isOpen;
    QStringList spoken;
    for (const CountField &field : m_fields)
        spoken.append(field.typed.isEmpty() ? tr("%1: not counted").arg(field.key)
                                            : tr("%1: %2").arg(field.key, field.typed));
    setAccessibleName(tr("Counted: %1").arg(spoken.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize CountPanel::sizeHint() const
{
    return {type::sized(56) * std::max(1, cells()), type::sized(72)};
}

/// The rest of the room stands in a column of its own, where its size is known.
int CountPanel::cells() const
{
    return static_cast<int>(m_fields.size()) + (m_room > 0 ? 1 : 0);
}

QRectF CountPanel::cell(int at) const
{
    const double wide = static_cast<double>(width()) / std::max(1, cells());
    const double left = layoutDirection() == Qt::RightToLeft ? width() - wide * (at + 1) : wide * at;
    return {left, 0, wide, static_cast<double>(height())};
}

void CountPanel::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int sum = 0;
    const auto paint = [&](int at, const QString &head, const QString &number, const QColor &colour) {
        const QRectF area = cell(at);
        painter.setFont(type::sans(14));
        painter.setPen(colours.muted);
        painter.drawText(area.adjusted(0, type::sized(4), 0, 0), Qt::AlignTop | Qt::AlignHCenter, head);
        painter.setFont(type::sans(26, QFont::Bold));
        painter.setPen(colour);
        const QRectF below = area.adjusted(0, type::sized(26), 0, 0);
        painter.drawText(below, Qt::AlignVCenter | Qt::AlignHCenter, number);
        if (at != m_at || !m_isOpen || at >= static_cast<int>(m_fields.size()))
            return;
        const double wide = painter.fontMetrics().horizontalAdvance(number);
        const double tall = painter.fontMetrics().ascent();
        const QPointF middle = below.center();
        painter.setPen(QPen(colours.accent, type::sized(3)));
        const double x = middle.x() + wide / 2 + type::sized(4);
        painter.drawLine(QPointF(x, middle.y() - tall / 2), QPointF(x, middle.y() + tall / 2));
    };
    for (int at = 0; at < static_cast<int>(m_fields.size()); ++at) {
        const CountField &field = m_fields[static_cast<std::size_t>(at)];
        sum += field.typed.toInt();
        const bool isHere = at == m_at && m_isOpen;
        paint(at, field.key, field.typed.isEmpty() && !isHere ? QStringLiteral("–") : field.typed, colours.ink);
    }
    if (m_room > 0 && !m_fields.empty())
        paint(static_cast<int>(m_fields.size()), tr("no answer"), QString::number(std::max(0, m_room - sum)),
              colours.muted);
}

void CountPanel::mousePressEvent(QMouseEvent *event)
{
    for (int at = 0; at < static_cast<int>(m_fields.size()); ++at) {
        if (cell(at).contains(event->position()))
            Q_EMIT wanted(at);
    }
}

} // namespace desk

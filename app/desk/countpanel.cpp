// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/countpanel.h"

#include "type/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace desk {

CountPanel::CountPanel(RoomCount &counting, QWidget *parent) : QWidget(parent), m_counting(counting)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CountPanel::refresh()
{
    QStringList spoken;
    for (const CountField &field : m_counting.fields())
        spoken.append(field.typed.isEmpty() ? tr("%1: not counted").arg(field.key)
                                            : tr("%1: %2").arg(field.key, field.typed));
    setAccessibleName(tr("Counted: %1").arg(spoken.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

bool CountPanel::takeKey(const QKeyEvent &event)
{
    if (m_counting.fields().empty())
        return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_counting.enter();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Down:
        m_counting.moveField(1);
        return true;
    case Qt::Key_Backtab:
    case Qt::Key_Up:
        m_counting.moveField(-1);
        return true;
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
        m_counting.eraseDigit();
        return true;
    default:
        break;
    }
    const int digit = event.key() - Qt::Key_0;
    if (digit < 0 || digit > 9)
        return false;
    m_counting.type(digit);
    return true;
}

QSize CountPanel::sizeHint() const
{
    return {type::sized(56) * std::max(1, cells()), type::sized(72)};
}

/// The rest of the room stands in a column of its own, where its size is known, and a hand is a person.
bool CountPanel::tellsRest() const
{
    return m_counting.room() > 0 && !m_counting.fields().empty() && m_counting.item()->single;
}

int CountPanel::cells() const
{
    return static_cast<int>(m_counting.fields().size()) + (tellsRest() ? 1 : 0);
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
    const std::vector<CountField> &fields = m_counting.fields();
    const bool isOpen = m_counting.isOpen();
    const auto paint = [&](int at, const QString &head, const QString &number, const QColor &colour) {
        const QRectF area = cell(at);
        const bool isWide = QFontMetrics(type::sans(14)).horizontalAdvance(head) > area.width();
        painter.setFont(type::sans(isWide ? 11 : 14));
        painter.setPen(colours.muted);
        painter.drawText(area.adjusted(0, type::sized(4), 0, 0), Qt::AlignTop | Qt::AlignHCenter,
                         painter.fontMetrics().elidedText(head, Qt::ElideRight, static_cast<int>(area.width())));
        painter.setFont(type::sans(26, QFont::Bold));
        painter.setPen(colour);
        const QRectF below = area.adjusted(0, type::sized(26), 0, 0);
        painter.drawText(below, Qt::AlignVCenter | Qt::AlignHCenter, number);
        if (at != m_counting.field() || !isOpen || at >= static_cast<int>(fields.size()))
            return;
        const double wide = painter.fontMetrics().horizontalAdvance(number);
        const double tall = painter.fontMetrics().ascent();
        const QPointF middle = below.center();
        painter.setPen(QPen(colours.accent, type::sized(3)));
        const double x = middle.x() + wide / 2 + type::sized(4);
        painter.drawLine(QPointF(x, middle.y() - tall / 2), QPointF(x, middle.y() + tall / 2));
    };
    for (int at = 0; at < static_cast<int>(fields.size()); ++at) {
        const CountField &field = fields[static_cast<std::size_t>(at)];
        const bool isHere = at == m_counting.field() && isOpen;
        paint(at, field.key, field.typed.isEmpty() && !isHere ? QStringLiteral("–") : field.typed, colours.ink);
    }
    if (tellsRest())
        paint(static_cast<int>(fields.size()), tr("no answer"),
              QString::number(std::max(0, m_counting.room() - m_counting.counted())), colours.muted);
}

void CountPanel::mousePressEvent(QMouseEvent *event)
{
    for (int at = 0; at < static_cast<int>(m_counting.fields().size()); ++at) {
        if (cell(at).contains(event->position()))
            m_counting.moveField(at - m_counting.field());
    }
}

} // namespace desk

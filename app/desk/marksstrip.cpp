// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/marksstrip.h"

#include "desk/style.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace desk {

namespace {

constexpr int marksInLine = 20;
constexpr double pitch = 18;
constexpr double diameter = 12;
constexpr double captionHeight = 24;
constexpr double gap = 10; // between the two bands

} // namespace

MarksStrip::MarksStrip(int total, QWidget *parent) : QWidget(parent), m_total(std::max(1, total))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(tr("Click a mark, or use the arrow keys"));
    describe();
}

int MarksStrip::lines() const
{
    return (m_total + marksInLine - 1) / marksInLine;
}

QSize MarksStrip::sizeHint() const
{
    const int band = lines() * type::sized(pitch) + type::sized(captionHeight) + type::sized(4);
    const int width = std::min(m_total, marksInLine) * type::sized(pitch) + type::sized(8);
    return {std::max(width, type::sized(260)), m_right ? 2 * band + type::sized(gap) : band};
}

void MarksStrip::describe()
{
    setAccessibleName(m_value ? tr("%1 of %2 marks filled").arg(*m_value).arg(m_total)
                              : tr("%1 marks, none filled yet").arg(m_total));
}

void MarksStrip::setValue(std::optional<int> value)
{
    m_value = value ? std::optional(std::clamp(*value, 0, m_total)) : std::nullopt;
    describe();
    update();
}

void MarksStrip::open(int right)
{
    m_right = std::clamp(right, 0, m_total);
    unsetCursor();
    setToolTip({});
    updateGeometry();
    update();
}

QRectF MarksStrip::mark(int at, int band) const
{
    const int line = at / marksInLine;
    const int bandTop = band * (lines() * type::sized(pitch) + type::sized(captionHeight) + type::sized(gap));
    const QRect cell(type::sized(4) + at % marksInLine * type::sized(pitch),
                     bandTop + type::sized(captionHeight) + line * type::sized(pitch), type::sized(pitch),
                     type::sized(pitch));
    QRectF rect(0, 0, type::sized(diameter), type::sized(diameter));
    rect.moveCenter(QRectF(QStyle::visualRect(layoutDirection(), this->rect(), cell)).center());
    return rect;
}

void MarksStrip::paintBand(QPainter &painter, int band, int filled, const QColor &colour) const
{
    for (int at = 0; at < m_total; ++at) {
        painter.setPen(QPen(colour, 1.4));
        painter.setBrush(at < filled ? colour : QColor(Qt::transparent));
        painter.drawEllipse(mark(at, band));
    }
}

void MarksStrip::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(type::sans(13));
    const auto caption = [&](int band, const QString &text) {
        const int top = band * (lines() * type::sized(pitch) + type::sized(captionHeight) + type::sized(gap));
        painter.setPen(colours.muted);
        painter.drawText(
            QRect(type::sized(4), top, width() - type::sized(8), type::sized(captionHeight)),
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter)), text);
    };
    caption(0, m_value ? tr("Your answer: %1 of %2").arg(*m_value).arg(m_total)
                       : tr("%1 marks, one for each person").arg(m_total));
    paintBand(painter, 0, m_value.value_or(0), colours.accent);
    if (m_right) {
        caption(1, tr("This one holds: %1 of %2").arg(*m_right).arg(m_total));
        paintBand(painter, 1, *m_right, colours.ink);
    }
    if (hasFocus() && !m_right)
        drawFocusRing(&painter, QRectF(rect()), palette(), type::sized(6));
}

void MarksStrip::set(int value)
{
    if (m_right)
        return;
    setValue(value);
    Q_EMIT valueSet(*m_value);
}

/// Up to the mark under the pointer; on the only filled one, none.
void MarksStrip::setAt(const QPoint &position)
{
    for (int at = 0; at < m_total; ++at) {
        if (mark(at, 0).adjusted(-3, -3, 3, 3).contains(position)) {
            set(at + 1);
            return;
        }
    }
}

void MarksStrip::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (m_value == 1 && mark(0, 0).contains(event->pos()))
        set(0);
    else
        setAt(event->pos());
}

void MarksStrip::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        setAt(event->pos());
}

void MarksStrip::keyPressEvent(QKeyEvent *event)
{
    const int forwards = layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const int backwards = layoutDirection() == Qt::RightToLeft ? Qt::Key_Right : Qt::Key_Left;
    const int now = m_value.value_or(0);
    if (event->key() == forwards || event->key() == Qt::Key_Up)
        set(now + 1);
    else if (event->key() == backwards || event->key() == Qt::Key_Down)
        set(now - 1);
    else if (event->key() == Qt::Key_Home)
        set(0);
    else if (event->key() == Qt::Key_End)
        set(m_total);
    else
        QWidget::keyPressEvent(event);
}

} // namespace desk

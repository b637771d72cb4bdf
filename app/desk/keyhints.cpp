// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keyhints.h"

#include "type/tokens.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

namespace desk {

namespace {

constexpr double lineHeight = 28;
constexpr double capHeight = 20;

} // namespace

KeyHints::KeyHints(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setCursor(Qt::PointingHandCursor);
}

void KeyHints::setHints(const std::vector<Hint> &hints)
{
    if (m_hints == hints)
        return;
    m_hints = hints;
    QStringList spoken;
    for (const Hint &hint : m_hints)
        spoken.append(tr("%1: %2").arg(hint.cap, hint.does));
    setAccessibleName(tr("Keys: %1").arg(spoken.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

std::vector<KeyHints::Place> KeyHints::places(int width) const
{
    const QFontMetrics cap(type::sans(12));
    const QFontMetrics words(type::sans(14));
    std::vector<Place> places;
    int x = 0;
    int y = 0;
    for (const Hint &hint : m_hints) {
        const int capWide = std::max(type::sized(capHeight), cap.horizontalAdvance(hint.cap) + type::sized(10));
        const int wide = words.horizontalAdvance(hint.does) + 1;
        const int all = capWide + type::sized(6) + wide;
        if (x > 0 && x + all > width) {
            x = 0;
            y += type::sized(lineHeight);
        }
        const int capTop = y + (type::sized(lineHeight) - type::sized(capHeight)) / 2;
        places.push_back({{x, capTop, capWide, type::sized(capHeight)},
                          {x + capWide + type::sized(6), y, wide, type::sized(lineHeight)}});
        x += all + type::sized(20);
    }
    if (layoutDirection() == Qt::RightToLeft) {
        for (Place &place : places) {
            place.cap.moveRight(width - 1 - place.cap.left());
            place.words.moveRight(width - 1 - place.words.left());
        }
    }
    return places;
}

int KeyHints::heightForWidth(int width) const
{
    const std::vector<Place> all = places(width);
    return all.empty() ? type::sized(lineHeight) : all.back().words.bottom() + 1;
}

QSize KeyHints::sizeHint() const
{
    return {type::sized(600), heightForWidth(type::sized(600))};
}

QSize KeyHints::minimumSizeHint() const
{
    return {type::sized(240), type::sized(lineHeight)};
}

void KeyHints::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<Place> all = places(width());
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Hint &hint = m_hints[at];
        painter.setPen(QPen(hint.isOn ? colours.accent : colours.line, 1));
        painter.setBrush(hint.isOn ? colours.accentSoft : colours.surface);
        painter.drawRoundedRect(QRectF(all[at].cap).adjusted(0.5, 0.5, -0.5, -0.5), type::sized(4), type::sized(4));
        painter.setPen(colours.ink);
        painter.setFont(type::sans(12));
        painter.drawText(all[at].cap, Qt::AlignCenter, hint.cap);
        painter.setFont(type::sans(14, hint.isOn ? QFont::Bold : QFont::Normal));
        painter.setPen(hint.isOn ? colours.ink : colours.muted);
        painter.drawText(all[at].words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextDontClip, hint.does);
    }
}

void KeyHints::mousePressEvent(QMouseEvent *event)
{
    const std::vector<Place> all = places(width());
    for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at].cap.united(all[at].words).contains(event->position().toPoint()))
            Q_EMIT pressed(m_hints[at].key);
    }
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/forecaststrip.h"

#include "type/tokens.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

constexpr double barHeight = 56;
constexpr double lineHeight = 20;
constexpr int fullAt = 10; // so that one question never fills a column

} // namespace

ForecastStrip::ForecastStrip(std::vector<int> due, const QDate &today, QWidget *parent)
    : QWidget(parent), m_due(std::move(due)), m_today(today)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList days;
    for (int day = 0; day < static_cast<int>(m_due.size()); ++day)
        days.append(tr("%1: %2").arg(dayName(day)).arg(m_due[static_cast<std::size_t>(day)]));
    setAccessibleName(tr("Questions that come back: %1").arg(days.join(QStringLiteral(", "))));
}

QString ForecastStrip::dayName(int day) const
{
    return day == 0 ? tr("today") : QLocale().dayName(m_today.addDays(day).dayOfWeek(), QLocale::ShortFormat);
}

QSize ForecastStrip::sizeHint() const
{
    return {type::sized(420), type::sized(barHeight + 2 * lineHeight)};
}

void ForecastStrip::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int most = std::max(fullAt, *std::ranges::max_element(m_due));
    const double step = static_cast<double>(width()) / static_cast<double>(m_due.size());
    for (int day = 0; day < static_cast<int>(m_due.size()); ++day) {
        const int count = m_due[static_cast<std::size_t>(day)];
        const int column = layoutDirection() == Qt::RightToLeft ? static_cast<int>(m_due.size()) - 1 - day : day;
        const QRectF place(column * step, 0, step, height());
        const double tall = static_cast<double>(type::sized(barHeight) * count) / most;
        const double foot = type::sized(lineHeight + barHeight);
        const QRectF bar(place.center().x() - type::sized(14), foot - tall, type::sized(28), tall);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accent);
        if (count > 0)
            painter.drawRoundedRect(bar, type::sized(3), type::sized(3));
        painter.setPen(QPen(colours.line, 1));
        painter.drawLine(QPointF(place.left() + type::sized(4), foot + 0.5),
                         QPointF(place.right() - type::sized(4), foot + 0.5));
        const auto word = [&](double top, const QFont &font, const QColor &colour, const QString &text) {
            painter.setFont(font);
            painter.setPen(colour);
            painter.drawText(QRectF(place.left(), top, step, type::sized(lineHeight)), Qt::AlignCenter, text);
        };
        word(foot - tall - type::sized(lineHeight), type::sans(14, count > 0 ? QFont::Bold : QFont::Normal),
             count > 0 ? colours.ink : colours.muted, QLocale().toString(count));
        word(foot, type::sans(12), colours.muted, dayName(day));
    }
}

} // namespace desk

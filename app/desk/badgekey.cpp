// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/badgekey.h"

#include "figures/figure.h"
#include "plot/badge.h"
#include "type/tokens.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace desk {

BadgeKey::BadgeKey(std::vector<course::Status> statuses, QWidget *parent)
    : QWidget(parent), m_statuses(std::move(statuses))
{
    setFont(type::sans(12));
    QStringList words;
    for (const course::Status status : m_statuses)
        words.append(base::render(figures::wordsFor(status)));
    setAccessibleName(tr("Badges: %1").arg(words.join(QStringLiteral(", "))));
}

int BadgeKey::heightForWidth(int width) const
{
    return static_cast<int>(
        std::ceil(plot::setBadgeKey(nullptr, m_statuses, QRectF(0, 0, width, 0), font(), {}, false)));
}

void BadgeKey::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    plot::setBadgeKey(&painter, m_statuses, QRectF(rect()), font(), type::coloursIn(palette()).muted,
                      layoutDirection() == Qt::RightToLeft);
}

} // namespace desk

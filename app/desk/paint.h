// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QPalette>

namespace desk {

/// A quiet card: surface, a line of one pixel, round corners.
void paintCard(QPainter &painter, const QRectF &rect, const QPalette &palette);

/// A ring that is filled clockwise from the top as far as `share` (0 to 1).
void paintRing(QPainter &painter, const QRectF &rect, double share, const QPalette &palette);

/// A bar that is filled from its leading end as far as `share`.
void paintBar(QPainter &painter, const QRectF &rect, double share, const QPalette &palette,
              Qt::LayoutDirection direction);

/// A tick that fills `rect`, in the painter's pen. Drawn and not written: few faces have the character, and to look for
/// one through all faces of a system takes longer than the rest of a page.
void paintTick(QPainter &painter, const QRectF &rect);

/// Words in the painter's font and pen, at the window's leading or trailing side of `rect`, wrapped and centred across
/// it or at its top as `alignment` says. They run in their own language's direction, whatever the window's is.
void paintWords(QPainter &painter, const QRect &rect, Qt::Alignment alignment, Qt::LayoutDirection window,
                const QString &words);

} // namespace desk

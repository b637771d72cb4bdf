// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/measures.h"

#include <QFontInfo>

namespace plot {

namespace {

constexpr qreal drawnAt = 14;

QFont sized(const QFont &font, qreal pixels, QFont::Weight weight)
{
    QFont result(font);
    result.setPixelSize(qMax(1, qRound(pixels)));
    result.setWeight(weight);
    return result;
}

} // namespace

Measures::Measures(const QFont &font)
    : unit(QFontInfo(font).pixelSize()), name(sized(font, of(14), QFont::Bold)),
      title(sized(font, of(13), QFont::Bold)), label(sized(font, of(13), QFont::Bold)),
      body(sized(font, of(13), QFont::Normal)), small(sized(font, of(12), QFont::Normal))
{
}

qreal Measures::of(qreal pixels) const
{
    return unit * pixels / drawnAt;
}

} // namespace plot

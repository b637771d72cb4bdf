// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/measure.h"

#include "type/tokens.h"

#include <algorithm>
#include <cmath>

namespace type {

namespace {

constexpr double hair = 1.0 / 32; // of a pixel

QFont sizedFor(const Measure &measure, QFont font, double pixels)
{
    if (measure.unit <= 0)
        return font;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(std::max(pixels * measure.unit, measure.smallest)))));
    // A hair of space keeps letters from being joined: who searches a PDF for “office” would not find one with a joined
    // “ffi”.
    font.setLetterSpacing(QFont::AbsoluteSpacing, hair);
    return font;
}

} // namespace

int Measure::of(double pixels) const
{
    return unit > 0 ? static_cast<int>(std::lround(pixels * unit)) : sized(pixels);
}

QFont Measure::sans(double pixels, QFont::Weight weight) const
{
    return sizedFor(*this, type::sans(pixels, weight), pixels);
}

QFont Measure::serif(double pixels, QFont::Weight weight) const
{
    return sizedFor(*this, type::serif(pixels, weight), pixels);
}

} // namespace type

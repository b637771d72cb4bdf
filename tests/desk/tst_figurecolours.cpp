// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskhelpers.h"
#include "desk/figurecard.h"
#include "plot/figurechart.h"
#include "type/tokens.h"

#include <array>
#include <cmath>

using type::Tone;

namespace {

/// Red, green and blue as light, 0 to 1.
using Light = std::array<double, 3>;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Light lightOf(const QColor &colour)
{
    const auto channel = [](float value) { return linear(static_cast<double>(value)); };
    return {channel(colour.redF()), channel(colour.greenF()), channel(colour.blueF())};
}

/// WCAG 2.1, relative luminance and contrast ratio.
double luminance(const Light &light)
{
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

double contrast(const Light &one, const Light &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

using Matrix = std::array<std::array<double, 3>, 3>;

struct Sight {
    const char *name;
    Matrix sees;
};

constexpr double r = 0.2126;
constexpr double g = 0.7152;
constexpr double b = 0.0722;

// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
// TVCG 15(6), 2009: severity 1.0.
constexpr std::array sights{
    Sight{"all colours", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    Sight{"grey", {{{r, g, b}, {r, g, b}, {r, g, b}}}},
    Sight{"protanopia",
          {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    Sight{"deuteranopia",
          {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    Sight{"tritanopia",
          {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
};

Light seen(const QColor &colour, const Sight &sight)
{
    const Light light = lightOf(colour);
    Light result{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += sight.sees[row][column] * light[column];
        result[row] = std::clamp(result[row], 0.0, 1.0);
    }
    return result;
}

constexpr std::array tones{Tone::Light, Tone::Dark, Tone::Contrast};

plot::Palette paletteOf(Tone tone)
{
    return desk::plotPalette(type::paletteOf(type::coloursOf(tone)));
}

void addEyes()
{
    QTest::addColumn<int>("tone");
    QTest::addColumn<int>("sight");
    for (std::size_t tone = 0; tone < tones.size(); ++tone) {
        for (std::size_t sight = 0; sight < sights.size(); ++sight)
            QTest::addRow("theme %zu, %s", tone, sights.at(sight).name)
                << static_cast<int>(tone) << static_cast<int>(sight);
    }
}

} // namespace

/// Neighbours in a figure can be told apart by everybody: 3:1, or by pattern where the colours are close.
class TestFigureColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksStandOutFromTheirGround_data() { addEyes(); }
    void marksStandOutFromTheirGround();
    void textsAreRead_data() { addEyes(); }
    void textsAreRead();
    void boxesShowTheirEdges_data() { addEyes(); }
    void boxesShowTheirEdges();
    void theStampIsRead_data() { addEyes(); }
    void theStampIsRead();
};

/// Known marks by their colour; those of which nothing is known by their outline and their hatching.
void TestFigureColours::marksStandOutFromTheirGround()
{
    QFETCH(const int, tone);
    QFETCH(const int, sight);
    const plot::Palette palette = paletteOf(tones.at(static_cast<std::size_t>(tone)));
    const Sight &eye = sights.at(static_cast<std::size_t>(sight));
    const Light ground = seen(palette.surface, eye);
    for (const QColor &colour :
         {palette.left, palette.back, palette.family, palette.detained, palette.ink, palette.notReported})
        QVERIFY2(contrast(seen(colour, eye), ground) >= 3.0, qPrintable(colour.name()));
}

void TestFigureColours::textsAreRead()
{
    QFETCH(const int, tone);
    QFETCH(const int, sight);
    const plot::Palette palette = paletteOf(tones.at(static_cast<std::size_t>(tone)));
    const Sight &eye = sights.at(static_cast<std::size_t>(sight));
    for (const QColor &colour : {palette.ink, palette.muted, palette.left, palette.back, palette.family})
        QVERIFY2(contrast(seen(colour, eye), seen(palette.surface, eye)) >= 4.5, qPrintable(colour.name()));
    QVERIFY(contrast(seen(palette.ink, eye), seen(palette.soft, eye)) >= 4.5);
}

/// A filled box and its ground are close in lightness; the line between them is not.
void TestFigureColours::boxesShowTheirEdges()
{
    QFETCH(const int, tone);
    QFETCH(const int, sight);
    const plot::Palette palette = paletteOf(tones.at(static_cast<std::size_t>(tone)));
    const Sight &eye = sights.at(static_cast<std::size_t>(sight));
    QVERIFY(contrast(seen(palette.outline, eye), seen(palette.surface, eye)) >= 3.0);
    QVERIFY(contrast(seen(palette.muted, eye), seen(palette.surface, eye)) >= 3.0); // arrows
}

void TestFigureColours::theStampIsRead()
{
    QFETCH(const int, tone);
    QFETCH(const int, sight);
    const plot::Palette palette = paletteOf(tones.at(static_cast<std::size_t>(tone)));
    const Sight &eye = sights.at(static_cast<std::size_t>(sight));
    QVERIFY(contrast(seen(palette.surface, eye), seen(palette.ink, eye)) >= 7.0);
}

DESK_TEST_MAIN(TestFigureColours)

#include "tst_figurecolours.moc"

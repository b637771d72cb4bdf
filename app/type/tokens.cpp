// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/tokens.h"

#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace type {

namespace {

using Role = QPalette::ColorRole;

/// Which palette role carries which colour: roles that Fusion reads get the colour that suits them, the rest stand in.
struct Carried {
    Role role;
    QColor Colours::*colour;
};

constexpr std::array carried{
    Carried{Role::Window, &Colours::paper},
    Carried{Role::Base, &Colours::surface},
    Carried{Role::WindowText, &Colours::ink},
    Carried{Role::PlaceholderText, &Colours::muted},
    Carried{Role::Mid, &Colours::line},
    Carried{Role::Highlight, &Colours::accent},
    Carried{Role::AlternateBase, &Colours::accentSoft},
    Carried{Role::HighlightedText, &Colours::onAccent},
    Carried{Role::Dark, &Colours::outline},
    Carried{Role::BrightText, &Colours::amber},
    Carried{Role::LinkVisited, &Colours::blue},
    Carried{Role::Shadow, &Colours::grey},
};

constexpr double lookPixels = 14.0; // the interface font of the drawings that the sizes come from

// The start page is set in the first; the text of lessons and questions needs the others too.
const std::array facesOfTheStart{"NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSerif-Bold.ttf"};
const std::array facesOfTheText{"NotoSerif-Regular.ttf", "NotoSerif-Italic.ttf"};

template<std::size_t N>
bool loadAll(const std::array<const char *, N> &faces, const QString &fontFolder)
{
    return std::ranges::all_of(faces, [&fontFolder](const char *name) {
        // A path, not its bytes: the system then maps the file instead of keeping a copy of it in memory.
        const QString path = fontFolder + QLatin1Char('/') + QLatin1String(name);
        return QFileInfo::exists(path) && QFontDatabase::addApplicationFont(QDir::toNativeSeparators(path)) >= 0;
    });
}

QFont face(const char *family, QFont::StyleHint hint, double pixels, QFont::Weight weight)
{
    QFont font(QString::fromLatin1(family));
    font.setStyleHint(hint);
    font.setPixelSize(sized(pixels));
    font.setWeight(weight);
    return font;
}

} // namespace

Colours coloursOf(Tone tone)
{
    switch (tone) {
    case Tone::Light:
        return {.paper = "#FAF8F4",
                .surface = "#FFFFFF",
                .ink = "#1D2730",
                .muted = "#5C6872",
                .line = "#E4DFD6",
                .accent = "#17656E",
                .accentSoft = "#E1EFF0",
                .onAccent = "#FFFFFF",
                .outline = "#8A8476",
                .amber = "#8A5A12",
                .blue = "#2F5F93",
                .grey = "#7E8A93"};
    case Tone::Dark:
        return {.paper = "#14191C",
                .surface = "#1B2226",
                .ink = "#E7ECEE",
                .muted = "#9DACB4",
                .line = "#2C363B",
                .accent = "#74C5CD",
                .accentSoft = "#1E363A",
                .onAccent = "#0E2124",
                .outline = "#6E7C83",
                .amber = "#E3B565",
                .blue = "#8AB6E6",
                .grey = "#8B99A1"};
    case Tone::Contrast:
        return {.paper = "#000000",
                .surface = "#000000",
                .ink = "#FFFFFF",
                .muted = "#FFFFFF",
                .line = "#FFFFFF",
                .accent = "#FFE45C",
                .accentSoft = "#33301A",
                .onAccent = "#000000",
                .outline = "#FFFFFF",
                .amber = "#FFC46B",
                .blue = "#9CCBFF",
                .grey = "#D0D0D0"};
    }
    return {};
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette;
    for (const Carried &pair : carried)
        palette.setColor(pair.role, colours.*pair.colour);
    palette.setColor(Role::Text, colours.ink);
    palette.setColor(Role::Button, colours.surface);
    palette.setColor(Role::ButtonText, colours.ink);
    palette.setColor(Role::Light, colours.surface);
    palette.setColor(Role::Midlight, colours.line);
    palette.setColor(Role::Link, colours.accent);
    palette.setColor(Role::ToolTipBase, colours.surface);
    palette.setColor(Role::ToolTipText, colours.ink);
    for (const Role role : {Role::Text, Role::WindowText, Role::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.muted);
    return palette;
}

Colours coloursIn(const QPalette &palette)
{
    Colours colours;
    for (const Carried &pair : carried)
        colours.*pair.colour = palette.color(QPalette::Active, pair.role);
    return colours;
}

bool loadFonts(const QString &fontFolder)
{
    return loadAll(facesOfTheStart, fontFolder);
}

bool loadTextFonts(const QString &fontFolder)
{
    static const bool loaded = loadAll(facesOfTheText, fontFolder); // once is enough for the whole process
    return loaded;
}

QFont interfaceFont(const QFont &systemFont, double scale)
{
    QFont font(QStringLiteral("Noto Sans"));
    font.setStyleHint(QFont::SansSerif);
    const double pixels = std::max(lookPixels, static_cast<double>(QFontInfo(systemFont).pixelSize()));
    font.setPixelSize(static_cast<int>(std::lround(pixels * scale)));
    return font;
}

int sized(double pixels)
{
    return static_cast<int>(std::lround(pixels * QFontInfo(QGuiApplication::font()).pixelSize() / lookPixels));
}

QFont sans(double pixels, QFont::Weight weight)
{
    return face("Noto Sans", QFont::SansSerif, pixels, weight);
}

QFont serif(double pixels, QFont::Weight weight)
{
    return face("Noto Serif", QFont::Serif, pixels, weight);
}

} // namespace type

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

namespace type {

/// The one table of colours. A theme is a value of it; the application's palette carries it to every widget.
struct Colours {
    QColor paper;      ///< behind everything
    QColor surface;    ///< cards
    QColor ink;        ///< text
    QColor muted;      ///< secondary text, still 4.5:1 on paper
    QColor line;       ///< rules and card borders
    QColor accent;     ///< links, what is chosen, the main button
    QColor accentSoft; ///< behind what is chosen
    QColor onAccent;   ///< text on accent
    QColor outline;    ///< controls, 3:1 on surface
    QColor amber;      ///< known to be back; notes
    QColor blue;       ///< left the shelter
    QColor grey;       ///< marks that are not reported; never text

    bool operator==(const Colours &) const = default;
};

enum class Tone { Light, Dark, Contrast };

[[nodiscard]] Colours coloursOf(Tone tone);

/// The palette that carries `colours`, and the colours that a palette carries.
[[nodiscard]] QPalette paletteOf(const Colours &colours);
[[nodiscard]] Colours coloursIn(const QPalette &palette);

/// Registers the bundled faces that the start page needs, from `fontFolder`. False where one is missing; the system's
/// own faces serve then.
bool loadFonts(const QString &fontFolder);

/// The same for those that the text of lessons and questions needs besides: the first window does not wait for them.
bool loadTextFonts(const QString &fontFolder);

/// The interface face at its normal size: Noto Sans, 14 px or the system's own size where that is larger, times
/// `scale`.
[[nodiscard]] QFont interfaceFont(const QFont &systemFont, double scale);

/// Sizes are given as they are at a 14 px interface font, and grow with the application's own.
[[nodiscard]] int sized(double pixels);

/// Faces at a size given for the 14 px interface font.
[[nodiscard]] QFont sans(double pixels, QFont::Weight weight = QFont::Normal);
[[nodiscard]] QFont serif(double pixels, QFont::Weight weight = QFont::Normal);

} // namespace type

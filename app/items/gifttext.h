// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <QStringView>

#include <optional>

namespace items {

/// Without the white space at both ends that PHP's trim() takes: space, tab, line ends, NUL, vertical tab. A no-break
/// space stays, as it does in Moodle.
[[nodiscard]] QStringView giftTrimmed(QStringView text);

/// How many characters giftTrimmed() takes from the front.
[[nodiscard]] qsizetype giftIndent(QStringView text);

/// Where `run` stands for the first or the last time with no backslash before it, or -1. `text` begins outside an
/// escape, and `run` holds no backslash.
[[nodiscard]] qsizetype indexOfControl(QStringView text, QStringView run, qsizetype from = 0);
[[nodiscard]] qsizetype lastIndexOfControl(QStringView text, QStringView run);

/// Where any one of `characters` stands for the first time with no backslash before it, or -1.
[[nodiscard]] qsizetype indexOfAnyControl(QStringView text, QStringView characters, qsizetype from = 0);

/// Whether the last character is `wanted` with no backslash before it.
[[nodiscard]] bool endsWithControl(QStringView text, QChar wanted);

/// The escapes `\~ \= \# \{ \} \: \n \\` resolved; any other backslash stays (escapedchar_pre in Moodle's
/// question/format/gift/format.php).
[[nodiscard]] QString unescaped(QStringView text);

/// The reverse. Carriage returns are dropped, as Moodle's repchar() does.
[[nodiscard]] QString escaped(QStringView text);

/// GIFT's word for a format: `html`, without the brackets.
[[nodiscard]] QStringView formatName(TextFormat format);

/// The format that `text` names in brackets before anything else; unknown words, and any but lower case, name none.
[[nodiscard]] std::optional<TextFormat> formatMarker(QStringView text);

/// A text as it stands in the file: a format marker, or else `inherited`, then the escapes.
[[nodiscard]] Text readGiftText(QStringView text, TextFormat inherited);

/// The name of a question without a title: the first 80 characters of its text.
[[nodiscard]] QString defaultTitle(const Text &stem);

/// The first `count` code points.
[[nodiscard]] QStringView firstCodePoints(QStringView text, qsizetype count);

} // namespace items

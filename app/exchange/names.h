// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <optional>

namespace exchange {

/// How JSON and the sheet spell a type: "choice", "truefalse", ...
[[nodiscard]] QString typeName(items::ItemType type);
[[nodiscard]] std::optional<items::ItemType> typeNamed(const QString &name);

/// How JSON and the sheet spell a format: "moodle", "html", "plain", "markdown".
[[nodiscard]] QString formatName(items::TextFormat format);
[[nodiscard]] std::optional<items::TextFormat> formatNamed(const QString &name);

/// How Moodle XML spells it: "moodle_auto_format", "html", "plain_text", "markdown".
[[nodiscard]] QString xmlFormatName(items::TextFormat format);
[[nodiscard]] std::optional<items::TextFormat> xmlFormatNamed(const QString &name);

} // namespace exchange

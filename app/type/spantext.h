// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/document.h"
#include "items/item.h"

namespace type {

/// The spans as rich text for a label: strong and emphasis, no links.
[[nodiscard]] QString htmlOf(const std::vector<course::Span> &spans);

/// A text of an item as rich text, whatever it is marked up with: plain text shows its signs, Markdown its emphasis.
[[nodiscard]] QString richText(const items::Text &text);

} // namespace type

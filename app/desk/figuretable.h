// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "type/tokens.h"

namespace desk {

/// A figure's table as rich text for a label.
[[nodiscard]] QString tableHtml(const figures::Table &table, const type::Colours &colours);

/// The same as plain text, a line a row, its cells between tabs.
[[nodiscard]] QString tableText(const figures::Table &table);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/document.h"

namespace desk {

/// The spans as rich text for a label: strong and emphasis, no links.
[[nodiscard]] QString htmlOf(const std::vector<course::Span> &spans);

} // namespace desk

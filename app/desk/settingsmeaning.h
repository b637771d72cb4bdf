// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "type/tokens.h"
#include "keep/settings.h"
#include "quiz/conduct.h"

namespace desk {

// What the settings mean to parts of the window that do not know them.

[[nodiscard]] type::Tone toneOf(const keep::Settings &settings, bool systemIsDark);

/// How a check runs where its module does not say otherwise.
[[nodiscard]] quiz::Conduct conductOf(const keep::Settings &settings);

/// Sets what `conductOf` reads. Of a group's mixed order is kept that it is mixed, not which one it is.
void setConduct(keep::Settings &settings, const quiz::Conduct &conduct);

} // namespace desk

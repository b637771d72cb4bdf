// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/questions.h"

namespace exchange {

/// Text that Anki imports (2.1.54 or later; "Text Files" in its manual): header lines, then one note a line with its
/// id, front, tags and back. The id is the question's, so that importing again updates. Essays and descriptions have no
/// answer to turn over to, and are left out; marks, images and categories are not carried.
[[nodiscard]] Writing writeAnki(const Questions &questions, const QString &deck);

} // namespace exchange

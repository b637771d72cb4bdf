// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QString>

namespace desk {

/// What happened to the journal, what was kept, and what to do: whole sentences for a person who did nothing wrong.
[[nodiscard]] QString problemText(const journal::Error &error);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QString>

namespace desk {

/// What somebody was about when it happened.
enum class Occasion {
    Keeping,    ///< the journal itself is opened, or written to
    TakingIn,   ///< a file that was chosen is merged into it
    CopyingOut, ///< a copy of it is made
};

/// What happened to the journal, what was kept, and what to do: whole sentences for a person who did nothing wrong.
/// `chosen` is the file that was chosen to be taken in or written: it is named rather than one that the program makes
/// on the way there.
[[nodiscard]] QString problemText(const journal::Error &error, Occasion occasion = Occasion::Keeping,
                                  const QString &chosen = {});

} // namespace desk

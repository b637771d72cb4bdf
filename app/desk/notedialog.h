// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/notes.h"

#include <optional>

class QWidget;

namespace desk {

/// Says what notes are and are not for, and asks whether to switch them on.
[[nodiscard]] bool askForNotes(QWidget *parent);

/// Asks whether a mark without words is to go.
[[nodiscard]] bool askTakingOut(QWidget *parent, const keep::Note &note);

enum class NoteAnswer { Leave, Keep, Remove };

/// Asks for the words of a note; `note` has them afterwards.
[[nodiscard]] NoteAnswer askNote(QWidget *parent, keep::Note &note);

} // namespace desk

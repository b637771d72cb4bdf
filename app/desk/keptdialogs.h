// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/backups.h"
#include "keep/people.h"

#include <optional>

class QWidget;

namespace desk {

/// Asks what somebody wants to be known by; nothing where they leave it as it is.
[[nodiscard]] std::optional<keep::Face> askFace(QWidget *parent, const keep::Face &face);

/// Asks for the PIN of a face that has one. True once it opens.
[[nodiscard]] bool askPin(QWidget *parent, const keep::Face &face);

enum class Forgetting { Not, Hide, Purge };
[[nodiscard]] Forgetting askForgetting(QWidget *parent);

/// Asks whether so many things that everybody did are to be purged.
[[nodiscard]] bool askPurging(QWidget *parent, qint64 things);

[[nodiscard]] bool askRestoring(QWidget *parent, const journal::Backup &backup);

} // namespace desk

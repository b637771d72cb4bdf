// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/textfile.h"

#include <optional>

namespace course {

/// Reads a card: front matter with title, kind (job-aid, facilitator, local) and `for`, and its text. `id` is the name
/// of its file. Faults are of scope Entry.
[[nodiscard]] std::optional<Card> readCard(const TextFile &file, const QString &id, base::Faults &faults);

} // namespace course

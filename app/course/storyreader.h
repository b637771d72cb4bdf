// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/textfile.h"

#include <optional>

namespace course {

/// Reads a branching scenario written in Twee 3 (specification 3.0.2 of the Interactive Fiction Technology Foundation),
/// of which it takes text and links alone: `[[to]]`, `[[text->to]]`, `[[to<-text]]` and `[[text|to]]`. `id` is the name
/// of the file. Told, of scope Entry, and closing the story: a passage without a name or named twice; macros, scripts,
/// style sheets and variables; StoryData without a start; a link to no passage; a passage that leads nowhere and is no
/// end, that no path leads to, or from which a path leads back to it.
[[nodiscard]] std::optional<Story> readStory(const TextFile &file, const QString &id, base::Faults &faults);

} // namespace course

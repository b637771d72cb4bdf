// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/textfile.h"

namespace course {

/// Reads a `lesson.md` into `module`: title, objectives and claims from its front matter, and its sections. Claims must
/// be among `known`, unless a fault of their own closed them; links are checked later, when all that they may lead to
/// is known. Faults are of scope Module.
void readLesson(const TextFile &file, const std::vector<Claim> &known, Module &module, base::Faults &faults);

} // namespace course

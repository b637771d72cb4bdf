// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/textfile.h"

namespace course {

/// plans.yaml: the plans, and the coverage that the course asks of its items; both may be missing. Faults are of scope
/// Entry.
void readPlans(const TextFile &file, Course &course, base::Faults &faults);

/// misconceptions.yaml and wording.yaml. The words to avoid are those of the course's language.
void readMisconceptions(const TextFile &file, Course &course, base::Faults &faults);
void readWording(const TextFile &file, Course &course, base::Faults &faults);

/// Holds what plans and misconceptions name to what is in the course, and takes out the plans and signs that name what
/// is not. To be called when modules, forms and cards have been read.
void checkRules(Course &course, base::Faults &faults);

} // namespace course

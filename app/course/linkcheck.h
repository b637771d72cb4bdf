// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// Holds every link, figure and claim that `module` names to what `course` has; a figure that is not there is told
/// (scope Figure) and its block emptied, every other dead link is told with scope Module. `cards` are the ids of the
/// job aids.
void checkLinks(Module &module, const Course &course, const QStringList &cards, base::Faults &faults);

/// The same for the tags of the module's items (scope Item): `section:`, `figure:` and claims.
void checkTags(const items::Item &item, const Course &course, base::Faults &faults);

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// What links may lead to beside the course itself.
struct LinkTargets {
    QStringList cards;         ///< ids of the job aids
    QStringList closedFigures; ///< which have been told already, with why
};

/// Holds every link and figure of `module` to what `course` has. A figure that is not there is told (scope Figure), and
/// its block emptied or its link taken out; every other dead link is told with scope Module. What leads to a claim,
/// term or figure that a fault of its own closed, or may lead into a lesson that could not be read, is emptied or taken
/// out without another word.
void checkLinks(Module &module, const Course &course, const LinkTargets &targets, base::Faults &faults);

/// Takes out the links to sections that were closed after `checkLinks`.
void dropLinksTo(const QStringList &closedSections, Module &module);

/// The same for the tags of the module's items (scope Item): `section:`, `figure:` and claims.
void checkTags(const items::Item &item, const Course &course, base::Faults &faults);

} // namespace course

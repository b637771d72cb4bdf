// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// Holds every link and figure of `module` to what `course` has. A figure that is not there is told (scope Figure), and
/// its block emptied or its link taken out; every other dead link is told with scope Module. What leads to a claim,
/// term, card or figure that a fault of its own closed (`closedFigures`), or may lead into a lesson that could not be
/// read, is emptied or taken out without another word.
void checkLinks(Module &module, const Course &course, const QStringList &closedFigures, base::Faults &faults);

/// The same for the blocks of a card or a passage; `scope` is what a dead link is told of.
void checkLinks(std::vector<Block> &blocks, const base::Fault &scope, const Course &course,
                const QStringList &closedFigures, base::Faults &faults);

/// Tells (scope Entry) of a claim that leads on to a section that is not there, unless that may stand in a lesson that
/// could not be read.
void checkReadOn(const Course &course, base::Faults &faults);

/// Takes out the links to sections that were closed after `checkLinks`.
void dropLinksTo(const QStringList &closedSections, Module &module);

/// The same for the tags of the module's items (scope Item): `section:`, `figure:` and claims.
void checkTags(const items::Item &item, const Course &course, base::Faults &faults);

/// The same for the tags of a story's passages (scope Entry): `section:` and `claim:`.
void checkTags(const Story &story, const Course &course, base::Faults &faults);

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "course/textfile.h"

namespace course {

/// Reads `course.yaml`: what the course is, and the ids and folders of its modules, which are still closed. False where
/// the file cannot carry a course.
[[nodiscard]] bool readCourseFile(const TextFile &file, Course &course, base::Faults &faults);

/// Reads `claims.yaml`. An entry with a fault is left out (scope Entry); a file that is no list closes the course.
void readClaims(const TextFile &file, Course &course, base::Faults &faults);

/// Reads `glossary.yaml`, in the same manner.
void readGlossary(const TextFile &file, Course &course, base::Faults &faults);

} // namespace course

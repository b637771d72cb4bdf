// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// What the gate lets through, and everything that it found. A scope with an error is closed: the course is empty, the
/// module has no sections, the figure, item or entry is left out. The rest is open, and valid for good: links to what
/// is closed are taken out of it.
struct Reading {
    Course course;
    base::Faults faults;

    [[nodiscard]] bool isOpen() const { return !course.modules.empty(); }
    bool operator==(const Reading &) const = default;
};

/// How much of a course is read. What learners see opens the window; plans, beliefs and words to avoid are for
/// trainers, reviews and authors, and nobody waits for them.
enum class Extent { ForLearners, Everything };

/// Reads the course in `folder`. Never fails: what is the matter stands among the faults, all of it at once, in the
/// order of file names and lines. Nothing outside the folder is touched. Places name files relative to the folder.
[[nodiscard]] Reading read(const QString &folder, Extent extent = Extent::Everything);

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// What a careful colleague would say of a course that is sound: warnings, in the order of files and lines. They close
/// nothing. Told: a claim that no section tells or no item asks about; an option without feedback; a module in which
/// more than four in ten of the right options are the longest of four; a word that wording.yaml avoids; a figure
/// without words for who cannot see it; a plan whose minutes do not add up; a section of over 700 words, or (in
/// English) over school grade 11; a sentence told twice; a rule of coverage that is not met.
[[nodiscard]] base::Faults review(const Course &course);

/// The most words that a learner should read in one section.
inline constexpr int mostWords = 700;

/// The highest school grade that a section should ask of its reader.
inline constexpr double highestGrade = 11;

} // namespace course

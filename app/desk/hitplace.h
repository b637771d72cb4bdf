// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/location.h"
#include "find/index.h"

namespace desk {

/// Where what was found stands: a claim or a word in the section that tells it most fully, or first. The start page
/// where it stands nowhere.
[[nodiscard]] Location placeOf(const course::Course &course, const find::Hit &hit);

/// The words that were found, as they stand in the text; the name of a claim or a word where that was found. None for a
/// note: its own words stand in no lesson, and `LessonView::showNote` shows what it is about.
[[nodiscard]] QStringList wordsIn(const find::Hit &hit);

/// What was found, in full, for where it stands on no page: a word or a claim of a module that is closed.
[[nodiscard]] QString told(const course::Course &course, const find::Hit &hit);

} // namespace desk

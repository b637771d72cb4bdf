// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

namespace course {

/// A piece of running text that somebody reads: a paragraph or heading of a lesson or card, a stem, an option, a
/// feedback, the words of a passage.
struct Text {
    QString words;
    base::Place place;
    base::Fault scope;                ///< of the module, item or entry that it stands in
    const Section *section = nullptr; ///< of a lesson, if it stands in one
    bool isForLearners = true;        ///< no slide and no facilitator note
    bool isHeading = false;
    bool isSlide = false; ///< slides say again, in few words, what the text has said
};

/// Every text of the course, in the order of its modules, then forms and cards. `course` must outlive it.
[[nodiscard]] std::vector<Text> textsOf(const Course &course);

} // namespace course

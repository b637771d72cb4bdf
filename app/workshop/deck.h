// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <vector>

namespace workshop {

/// What a projector shows at one moment. It has no field for notes, nor for what holds, so neither can ever be on it.
struct Slide {
    enum class Kind {
        Care,     ///< what is coming, with time to leave
        Words,    ///< a slide that the lesson has
        Discuss,  ///< a question to talk about
        Question, ///< an item that the room is asked; `id` is its id
        Card,     ///< a card to work with; `id` is its id
        Paper,    ///< a form or a check that everybody fills in for themselves; `id` is the form's or the module's
        Pause,    ///< a break, or what is done without the course
    };

    Kind kind = Kind::Words;
    QString title;
    course::Block text; ///< of Care, Words and Discuss
    QString id;
    bool isAside =
        false; ///< a question that the plan has not, but that rests on its section: there for whoever goes to it

    bool operator==(const Slide &) const = default;
};

/// One step of a plan as it is shown, and beside it what the trainer reads. It has at least one slide.
struct Stage {
    QString title;
    std::vector<Slide> slides;
    std::vector<course::Block> notes; ///< for the trainer's eyes alone

    bool operator==(const Stage &) const = default;
};

/// The stages of a plan, one for each of its steps: content notes first, then the lesson's slides and what is to
/// discuss, in the lesson's order, then the plan's questions, then aside the others that rest on the section. What the
/// course has not (any more) is shown by its name.
[[nodiscard]] std::vector<Stage> stagesOf(const course::Course &course, const course::Plan &plan);

} // namespace workshop

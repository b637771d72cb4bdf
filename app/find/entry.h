// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <QString>

#include <vector>

namespace find {

enum class Kind { Section, Term, Claim, Figure, Item, Story, Card, Note };

/// Something that can be found.
struct Entry {
    Kind kind = Kind::Section;
    QString id;
    QString title;
    QString text;
    QString under;     ///< what it belongs to: a module's title; may be empty
    QString part = {}; ///< id of the note, of which `id` is the section; else empty

    bool operator==(const Entry &) const = default;
};

/// All that a learner may come upon in a course, in the order in which equals are shown: terms, sections, figures,
/// claims, questions without their explanations, stories, cards. Slides and facilitator notes are not among it.
[[nodiscard]] std::vector<Entry> entriesOf(const course::Course &course);

} // namespace find

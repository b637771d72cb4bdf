// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "insight/gathering.h"
#include "workshop/past.h"

namespace insight {

/// Which answers are looked at together.
struct Scope {
    /// Workshops, and null for what belongs to none. Not set: all that were no rehearsal, and what belongs to none.
    std::optional<std::vector<QUuid>> sessions = {};
    qint64 from = 0; ///< held, or begun outside of any workshop, then or later; UTC in milliseconds
    qint64 until = std::numeric_limits<qint64>::max(); ///< and before
    Goes goes = Goes::First;

    bool operator==(const Scope &) const = default;
};

/// What was answered in a scope, and in which workshops.
struct Material {
    std::vector<workshop::HeldSession> sessions = {}; ///< the earliest first
    AnswerSet answers = {};
    Scope scope = {};

    /// The sessions as states.
    [[nodiscard]] std::vector<const workshop::Session *> rooms() const;
    /// How many took part in them, as the trainers counted; who came to two is in it twice.
    [[nodiscard]] int people() const;
};

/// Reads it. Answers to items as they are worded now. Nothing, and no error, where it was cancelled.
[[nodiscard]] journal::Result<std::optional<Material>> materialOf(const course::Course &course,
                                                                  const journal::Journal &journal, const Scope &scope,
                                                                  const Progress &progress = {});

/// The versions of all items of the course as they are worded now, by id.
[[nodiscard]] QHash<QString, QString> versionsOf(const course::Course &course);

} // namespace insight

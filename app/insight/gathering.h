// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/answers.h"
#include "journal/journal.h"

#include <QHash>

#include <functional>
#include <limits>
#include <optional>

namespace insight {

/// Which of several goes of one person at the same items counts, and of several tries which one. The first tells what
/// they believed before they were told anything.
enum class Goes { First, Last };

/// Whose answers are looked at. What is not set takes in all.
struct Filter {
    QString target = {}; ///< id of a module, form or plan
    /// Workshops; null among them stands for what belongs to none.
    std::optional<std::vector<QUuid>> sessions = {};
    std::optional<QUuid> pile = {}; ///< of paper
    std::optional<workshop::When> when = {};
    /// What belongs to a workshop is chosen with it: papers are often typed in on another day. All else was begun then
    /// or later, and before; UTC in milliseconds.
    qint64 from = 0;
    qint64 until = std::numeric_limits<qint64>::max();
    Goes goes = Goes::First;
    /// Of each item as it is worded now. An answer to another wording is counted as such, and is no part of the rest.
    QHash<QString, QString> versions = {};

    [[nodiscard]] bool takes(const Sitting &sitting) const;
    bool operator==(const Filter &) const = default;
};

/// Told every so often how many answers were read; false cancels.
using Progress = std::function<bool(qint64 read)>;

/// What people answered on the screen and on paper, as a journal has it, of those whom `filter` takes. The statements
/// of practice are no part of it: what was asked there, and when, depends on what was answered before. Nothing, and no
/// error, where it was cancelled.
[[nodiscard]] journal::Result<std::optional<AnswerSet>> answersIn(const journal::Journal &journal,
                                                                  const QString &objectPrefix, const Filter &filter,
                                                                  const Progress &progress = {});

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

#include <QString>

#include <optional>
#include <vector>

namespace course {

/// How far a claim or a number has been verified.
enum class Status { EssayOnly, Corroborated, Disputed, NotFound };

/// What stands before a number. `Most` and `Some` are words only and never have one.
enum class Qualifier { Exact, AtLeast, MoreThan, UpTo, About, Most, Some, NotReported };

/// What a row is an answer to. Left (without leave) and Back (known to be) overlap: they are never alternatives.
enum class Question { Left, Back, Work, Detention, Family, Other };

enum class DatePrecision { Day, Month, Year, Relative, None };

/// One row of the tidy table: one number (or its absence), with everything that it needs to be read honestly.
struct FigureRow {
    QString id;
    QString figure;
    QString caseName; ///< column `case`
    QString place;
    QString country;
    QString event; ///< "raid", "police raid", "two rescues paid for, not a raid"
    QString date;
    DatePrecision datePrecision = DatePrecision::None;
    QString counted; ///< whom: "girls"
    std::optional<int> total;
    Qualifier totalQualifier = Qualifier::Exact;
    Question question = Question::Other;
    QString outcome; ///< in words: "ran away from the shelter"; "does-not-apply" where the question has no sense
    std::optional<int> count;
    Qualifier qualifier = Qualifier::NotReported;
    QString window;     ///< follow-up time, ISO 8601 duration; empty where not stated
    QString windowText; ///< the same in words, as the source has it
    QString within;     ///< id of the row whose people this row counts among
    QString source;     ///< id in course.yaml's sources
    QString claim;      ///< id in claims.yaml; may be empty
    Status status = Status::EssayOnly;
    QString confidence; ///< A, B or C; may be empty
    QString note;
    base::Place standsAt; ///< where the row stands

    bool operator==(const FigureRow &) const = default;
};

/// One figure's numbers, sound: the rows of a resource, or those of it that share a value of the column `figure`.
struct FigureData {
    QString id;
    QString title;
    QString description;         ///< what this cannot tell us, in the author's words; may be empty
    std::vector<FigureRow> rows; ///< in the file's order, which is the essay's

    bool operator==(const FigureData &) const = default;
};

/// The outcome word of a row whose question makes no sense for its case.
inline constexpr auto doesNotApply = "does-not-apply";

} // namespace course

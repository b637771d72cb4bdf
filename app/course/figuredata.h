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

/// How a figure is shown. Rows of marks are drawn from numbers, a comparison row is told with its definition first; the
/// others hold an argument, or blanks, and are made of parts.
enum class FigureForm { UnitRows, ComparisonRow, Strip, Timeline, Map, CauseMap, Board, Sketch, Drawings };

/// What a part of a figure without numbers is.
enum class PartKind {
    Node,   ///< a thing
    Person, ///< a node that stands for one person, and has one mark
    People, ///< a node that stands for people whom nobody counted: words alone, without an edge
    Arrow,  ///< from one node, person or people to another
    Row,    ///< of a board or strip
    Column, ///< of a board or strip
    Cell,   ///< from a row to a column; without text it is blank on purpose
    Moment, ///< of a timeline; `from` is its time, an ISO 8601 duration
    Gap,    ///< from one moment to another: what is not known between them
    Gate,   ///< what is let in at a moment, or kept out from one moment to another
};

/// How a drawing of F6's kind shows its numbers: once as this course draws, and in two ways that mislead.
enum class DrawingKind {
    UnitRows,   ///< marks, with a bound that fades and silence hatched
    FullBars,   ///< misleads: a bound with a hard edge, and silence painted as an answer
    RisingLine, ///< misleads: separate events joined as if they were a trend
};

/// One part of a figure without numbers of its own. A row of a figure of drawings is one drawing: `from` says how it is
/// drawn, `to` names the figure whose numbers it shows.
struct FigurePart {
    QString id;
    QString figure;
    PartKind kind = PartKind::Node;
    QString text;
    QString from;
    QString to;
    QString source; ///< id in course.yaml's sources; empty where the course itself says it
    QString claim;  ///< id in claims.yaml; may be empty
    std::optional<Status> status;
    QString note;
    base::Place standsAt;

    bool operator==(const FigurePart &) const = default;
};

/// One figure, sound: the rows of a resource, or those of it that share a value of the column `figure`; or its parts.
struct FigureData {
    QString id;
    QString title;
    QString description;         ///< what this cannot tell us, in the author's words; may be empty
    std::vector<FigureRow> rows; ///< in the file's order, which is the essay's; of drawings, the numbers they show
    FigureForm form = FigureForm::UnitRows;
    bool isArgument = false;       ///< what somebody argues, and no data: it wears a badge that says so
    bool isOwn = false;            ///< a trainer's own numbers, and no part of the course
    std::vector<FigurePart> parts; ///< in the file's order

    [[nodiscard]] const base::Place &standsAt() const
    {
        return parts.empty() ? rows.front().standsAt : parts.front().standsAt;
    }
    bool operator==(const FigureData &) const = default;
};

/// The outcome word of a row whose question makes no sense for its case.
inline constexpr auto doesNotApply = "does-not-apply";

} // namespace course

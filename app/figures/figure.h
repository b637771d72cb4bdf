// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "course/figuredata.h"

#include <tl/expected.hpp>

#include <optional>
#include <variant>
#include <vector>

namespace figures {

/// What one cell of a figure shows.
enum class CellForm {
    Marks,        ///< one mark a person
    Share,        ///< a bar whose whole length is everybody counted
    Count,        ///< a bar from zero, of a number whose whole nobody gives
    Words,        ///< `most`, `some`: a word, never a length
    NotReported,  ///< the question has sense, the source is silent
    DoesNotApply, ///< the question has no sense for this case
};

/// A figure that nobody stated, made from stated ones by a rule that has a name. Shown on request, with its rule.
struct Derived {
    base::Phrase value; ///< "about a third or more"
    base::Phrase rule;  ///< which rule, of what numbers

    bool operator==(const Derived &) const = default;
};

/// Bounds of a share, each from 0 to 1.
struct ShareRange {
    double low = 0;
    double high = 1;

    bool operator==(const ShareRange &) const = default;
};

/// The answer to one question about one case, decided: a view draws it and computes nothing.
struct Cell {
    CellForm form = CellForm::NotReported;
    course::Question question = course::Question::Other;
    int solid = 0;          ///< marks that are known
    int fading = 0;         ///< marks after a lower bound, drawn fainter and fainter; at most 3, never counted
    int notReported = 0;    ///< marks drawn as unknown (the fading ones not among them)
    int hollow = 0;         ///< marks of people of whom the number says nothing, drawn as an outline
    int scale = 0;          ///< of a Count: the number that the full width stands for, the same in the whole figure
    bool openEnd = false;   ///< `solid` is a lower bound: a bracket without an end
    bool openTotal = false; ///< the denominator is a lower bound: a ragged edge
    base::Phrase label;     ///< "12 or more of 37"
    base::Phrase rest;      ///< what stands beside the label: "the rest: not reported"; may be empty
    base::Phrase answer;    ///< label, outcome and rest in one, as the table has it
    base::Phrase sentence;  ///< question, answer and status as one plain sentence
    base::Phrase window;    ///< after how long this answer was known
    course::Status status = course::Status::EssayOnly; ///< says something of Marks and Words only (see hasBadge)
    QString claim;
    QString source;
    QString note; ///< the author's own remark on the number; may be empty
    std::optional<Derived> derived;
    std::optional<ShareRange> range; ///< of a Share that comes from a sample: what its size leaves open
    bool hasStatus = true;           ///< false where a number is no source's: a room's own answers

    /// All marks of the cell; of a bar, everybody that its length stands for.
    [[nodiscard]] int marks() const { return solid + fading + notReported + hollow; }
    bool operator==(const Cell &) const = default;
};

/// One case: the same in every panel, and in the file's order.
struct Row {
    QString caseName;
    base::Phrase who;        ///< "37 girls · raid"
    base::Phrase people;     ///< its first half, for where both don't fit one line
    QString event;           ///< its second half, as the author wrote it; may be empty
    base::Phrase window;     ///< after how long it was known; one a panel, in their order, where the panels differ
    std::vector<Cell> cells; ///< one a panel, in the panels' order

    bool operator==(const Row &) const = default;
};

/// One question asked of every case. Panels stand side by side and are never stacked.
struct Panel {
    course::Question question = course::Question::Other;
    base::Phrase title;

    bool operator==(const Panel &) const = default;
};

/// Rows by columns: a strip or a board.
struct Board {
    struct Line {
        QString name;
        QStringList cells; ///< one a column; an empty one is blank on purpose, and stays so

        bool operator==(const Line &) const = default;
    };
    QStringList columns;
    std::vector<Line> lines;

    bool operator==(const Board &) const = default;
};

/// Nodes and the arrows between them: what somebody argues, without a number on any arrow.
struct Map {
    struct Node {
        course::PartKind kind = course::PartKind::Node; ///< Node, Person or People
        QString text;

        bool operator==(const Node &) const = default;
    };
    struct Arrow {
        int from = 0; ///< index into `nodes`
        int to = 0;
        QString text;

        bool operator==(const Arrow &) const = default;
    };
    std::vector<Node> nodes;
    std::vector<Arrow> arrows;

    bool operator==(const Map &) const = default;
};

/// What is told of some hours, and which of them are empty.
struct Timeline {
    /// From one moment to another (indexes into `moments`); to none: at the first alone.
    struct Span {
        int from = 0;
        std::optional<int> to;
        QString text;

        bool operator==(const Span &) const = default;
    };
    QStringList moments;
    std::vector<Span> gaps;
    std::vector<Span> gates; ///< with an end: shut so long; without: opened at that moment

    bool operator==(const Timeline &) const = default;
};

/// Numbers from elsewhere, each with its definition before it. Never pooled.
struct Shelf {
    struct Line {
        base::Phrase definition; ///< whom, and what was counted
        Cell cell;
        base::Phrase where; ///< place, event, date, after how long

        bool operator==(const Line &) const = default;
    };
    std::vector<Line> lines;

    bool operator==(const Shelf &) const = default;
};

/// The same numbers drawn several times, to choose from.
struct Drawings {
    struct Drawing {
        course::DrawingKind kind = course::DrawingKind::UnitRows;
        QString title;
        QString explanation; ///< what it does to the numbers; not to be shown before somebody has chosen

        [[nodiscard]] bool isMisleading() const { return kind != course::DrawingKind::UnitRows; }
        bool operator==(const Drawing &) const = default;
    };
    std::vector<Drawing> drawings;
    std::vector<Row> rows; ///< one cell each, of marks
    base::Phrase question; ///< that the numbers answer

    bool operator==(const Drawings &) const = default;
};

/// Every form of figure but rows of marks, which stand in PreparedFigure itself.
using Diagram = std::variant<std::monostate, Board, Map, Timeline, Shelf, Drawings>;

/// One thing in the picture that can be walked to with the arrow keys or pointed at.
struct Spot {
    base::Phrase name; ///< the value with its qualifier, its status and its window, as a screen reader says it
    QString claim;
    QString source;
    QString note;
    std::optional<Derived> derived;

    bool operator==(const Spot &) const = default;
};

/// The figure as rows of text: what is shown when the picture is switched to its table, copied or read aloud.
struct Table {
    std::vector<base::Phrase> header;
    std::vector<std::vector<base::Phrase>> rows;

    bool operator==(const Table &) const = default;
};

/// Whether some numbers may be shown in some way.
enum class Verdict { Good, WithCaveat, Refused };

/// How rows of numbers are shown: one mark a person, or, second, each as a share of its whole.
enum class View { Marks, Shares };

/// All that is drawn of some numbers, decided by rule (see prepare).
struct PreparedFigure {
    QString id;
    QString title;
    Verdict verdict = Verdict::Good; ///< never Refused
    std::vector<Panel> panels;
    std::vector<Row> rows;
    Diagram diagram;                   ///< instead of panels and rows
    std::vector<Spot> spots;           ///< in reading order; plot::spotAreas has their places
    std::vector<base::Phrase> caveats; ///< what this cannot tell us
    QString note;                      ///< the author's own caveat; may be empty
    std::vector<base::Phrase> plain;   ///< the whole figure in sentences, one passage a case
    QStringList sources;               ///< ids, each once
    Table table;
    bool isArgument = false; ///< what somebody argues, and no data: it wears a badge that says so
    bool isOwn = false;      ///< somebody's own numbers, and no part of the course

    bool operator==(const PreparedFigure &) const = default;
};

/// Why some numbers may not be drawn.
struct Refusal {
    base::Phrase reason;
    QString row; ///< id of the row it is about; may be empty

    bool operator==(const Refusal &) const = default;
};

/// The most marks in one cell: beyond, single marks can't be seen as single people any more.
inline constexpr int mostMarks = 150;

/// The most rows in one figure: beyond, nobody can read them.
inline constexpr std::size_t mostRows = 60;

/// The question as a title, with its question mark.
[[nodiscard]] base::Phrase titleOf(course::Question question);

/// A status in words, as the key to the badges names it: "stated by the essay alone".
[[nodiscard]] base::Phrase wordsFor(course::Status status);

/// Whether the cell states something that can be true elsewhere too, and so wears its status as a badge. Silence
/// doesn't.
[[nodiscard]] bool hasBadge(const Cell &cell);

/// The statuses of the figure's numbers, each once, in the order of the enumeration: what its badges have to be
/// explained by.
[[nodiscard]] std::vector<course::Status> statusesOf(const PreparedFigure &figure);

/// Decides what may honestly be drawn of `data`. The rules, fixed here and nowhere else: one mark is one person and
/// every mark has the same size in all rows (Garcia-Retamero and Hoffrage 2013 on icon arrays); unknown is a category
/// of its own, also the rest after an exact number, of whom the source is silent; a lower bound is solid to its number
/// and fades after it (Olston and Mackinlay 2002); `most`, `some`, an upper bound, a rough number and one without a
/// firm total stay words; overlapping questions stand side by side; nothing is totalled, averaged or rescaled; the
/// order is the file's. A share is drawn only of leastForShare people or more, and only second. Refused: no rows, a
/// case asked the same question twice, a count for `most`, `some` or silence, none for any other, a count below zero or
/// above its total, two different denominators for one case, more than mostMarks in a cell, numbers in a form that
/// holds an argument, an argument without its badge.
[[nodiscard]] tl::expected<PreparedFigure, Refusal> prepare(const course::FigureData &data, View view = View::Marks);

/// A verdict and, unless it is good, its reason.
struct Judgement {
    Verdict verdict = Verdict::Good;
    base::Phrase reason; ///< of a caveat the first; empty where the verdict is good

    bool operator==(const Judgement &) const = default;
};

/// Whether `data` may be shown so, and why not. Agrees with prepare.
[[nodiscard]] Judgement judge(const course::FigureData &data, View view);

/// A share in words by the nearest of the plain fractions (a tenth to nine tenths, quarters, thirds), as "about a third
/// or more", with its rule; nothing for fewer than leastForShare people or without an exact whole. Never a percentage:
/// it would promise a precision that a bound has not.
[[nodiscard]] std::optional<Derived> shareInWords(const course::FigureRow &row);

} // namespace figures

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/phrase.h"
#include "course/figuredata.h"

#include <tl/expected.hpp>

#include <vector>

namespace figures {

/// What one cell of a figure shows.
enum class CellForm {
    Marks,        ///< one mark a person
    Words,        ///< `most`, `some`: a word, never a length
    NotReported,  ///< the question has sense, the source is silent
    DoesNotApply, ///< the question has no sense for this case
};

/// The answer to one question about one case, decided: a view draws it and computes nothing.
struct Cell {
    CellForm form = CellForm::NotReported;
    course::Question question = course::Question::Other;
    int solid = 0;          ///< marks that are known
    int fading = 0;         ///< marks after a lower bound, drawn fainter and fainter; at most 3, never counted
    int notReported = 0;    ///< marks drawn as unknown (the fading ones not among them)
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

/// The figure as rows of text: what is shown when the picture is switched to its table, copied or read aloud.
struct Table {
    std::vector<base::Phrase> header;
    std::vector<std::vector<base::Phrase>> rows;

    bool operator==(const Table &) const = default;
};

/// All that is drawn of some numbers, decided by rule (see prepare).
struct PreparedFigure {
    QString id;
    QString title;
    std::vector<Panel> panels;
    std::vector<Row> rows;
    std::vector<base::Phrase> caveats; ///< what this cannot tell us
    QString note;                      ///< the author's own caveat; may be empty
    std::vector<base::Phrase> plain;   ///< the whole figure in sentences, one passage a case
    QStringList sources;               ///< ids, each once
    Table table;
    bool isTold = false;     ///< there is no picture: the table is all there is to see
    bool isArgument = false; ///< what somebody argues, and no data

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

/// A status in words, as the key to the badges names it: "stated by the essay alone".
[[nodiscard]] base::Phrase wordsFor(course::Status status);

/// Whether the cell states something that can be true elsewhere too, and so wears its status as a badge. Silence
/// doesn't.
[[nodiscard]] bool hasBadge(const Cell &cell);

/// Decides what may honestly be drawn of `data`. The rules, fixed here and nowhere else: one mark is one person and
/// every mark has the same size in all rows (Garcia-Retamero and Hoffrage 2013 on icon arrays); unknown is a category
/// of its own, also the rest after an exact number, of whom the source is silent; a lower bound is solid to its number
/// and fades after it (Olston and Mackinlay 2002); `most`, `some`, an upper bound, a rough number and one without a
/// firm total stay words; overlapping questions stand side by side; nothing is totalled, averaged or rescaled; the
/// order is the file's. Refused: no rows, a case asked the same question twice, a count for `most`, `some` or silence,
/// none for any other, a count below zero or above its total, two different denominators for one case, more than
/// mostMarks in a cell. A figure of another form than rows of marks is told (see told.h).
[[nodiscard]] tl::expected<PreparedFigure, Refusal> prepare(const course::FigureData &data);

} // namespace figures

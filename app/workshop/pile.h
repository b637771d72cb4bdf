// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/statement.h"
#include "quiz/check.h"

#include <optional>
#include <vector>

namespace workshop {

/// When a form was filled in: one that stands alone, or one of those that are paired by the codes that people made up,
/// before a workshop, after it, and some weeks later.
enum class When { Alone, Before, After, Later };

/// What a pile of paper answers. Each paper's first statement has it, so no two piles ever mix.
struct PileSetting {
    QUuid id;              ///< of the pile
    QString target;        ///< what was handed out: the id of a module, of a form as a module, or of a plan
    QStringList only = {}; ///< ids of the items on the paper, in its order; empty: all that the target has
    QString form = {};     ///< `a` or `b` where it is a form
    When when = When::Alone;
    QUuid session = {}; ///< the workshop that it was handed out in; may be null

    /// Whether papers bear a code: only where before and after are to be paired.
    [[nodiscard]] bool hasCodes() const { return !form.isEmpty() && when != When::Alone; }
    bool operator==(const PileSetting &) const = default;
};

/// What stands in a cell. `Blank` was typed: nobody answered there. "I don't know" is an answer.
struct Entry {
    enum class Kind { Untyped, Blank, Answer };

    Kind kind = Kind::Untyped;
    quiz::Response response; ///< of Answer; in the column of codes the code

    bool operator==(const Entry &) const = default;
};

/// A cell of the grid: row and column from 0; `codeColumn` is the one of the codes.
struct Address {
    int row = 0;
    int column = 0;

    bool operator==(const Address &) const = default;
};

inline constexpr int codeColumn = -1;

/// A longer pile is typed as two.
inline constexpr int mostPapers = 999;

/// The longest self-made code, in letters and digits.
inline constexpr int longestCode = 12;

/// The most options that have a key: a to h.
inline constexpr int mostKeys = 8;

/// A cell, and the statement that it shows.
struct Cell {
    Entry entry;
    QUuid statement;

    bool operator==(const Cell &) const = default;
};

/// One person's paper. They are an actor of their own, and nobody knows which.
struct Paper {
    QUuid actor;
    QUuid attempt;
    std::vector<QUuid> started; ///< what it began with, the latest last; none where nothing of the paper is typed
    QString code;
    std::vector<Cell> cells; ///< one for each item

    [[nodiscard]] bool isMade() const { return !started.empty(); }
    bool operator==(const Paper &) const = default;
};

/// Who a paper becomes that is begun.
struct PaperIds {
    QUuid actor;
    QUuid attempt;
};

/// Answers on paper, typed in: people by items, a pure state machine. It answers an intent with the statements that
/// must be on disk, one after another, before the new state may be shown; `accept` then takes each of them in.
/// Replaying the statements of a pile through `accept`, with or without what has been voided, gives the same grid.
class Pile
{
public:
    /// `objectPrefix` is the course's id with a slash, `items` are what the target asks.
    Pile(const QString &objectPrefix, PileSetting setting, std::vector<items::Item> items);

    [[nodiscard]] const PileSetting &setting() const { return m_setting; }
    [[nodiscard]] const std::vector<items::Item> &items() const { return m_asked.items(); }
    [[nodiscard]] int columns() const { return static_cast<int>(m_asked.size()); }
    /// By their numbers, the first is paper 1. One that nothing is typed of can lie between others, never at the end.
    [[nodiscard]] const std::vector<Paper> &papers() const { return m_papers; }
    [[nodiscard]] int rows() const { return static_cast<int>(m_papers.size()); }
    [[nodiscard]] bool isMade(int row) const;
    /// How many papers something is typed of, and how many answers there are on them.
    [[nodiscard]] int paperCount() const;
    [[nodiscard]] int answerCount() const;

    /// Whether answers to an item can be typed: those with options, and a key for each. Others are read by a person.
    [[nodiscard]] static bool isTyped(const items::Item &item);
    [[nodiscard]] bool isTyped(int column) const;
    /// Whether several options may be chosen.
    [[nodiscard]] bool takesSeveral(int column) const;
    /// Nothing can be typed where the paper has no item with options.
    [[nodiscard]] bool isEmpty() const;

    /// What stands there; nothing typed in a row that is not made.
    [[nodiscard]] Entry entry(const Address &spot) const;
    /// The numbers, from 1, of all papers with this code.
    [[nodiscard]] std::vector<int> papersWithCode(const QString &code) const;

    // Where typing goes. Only cells that can be typed into are spots; there is one row to begin behind the last one.
    [[nodiscard]] Address firstIn(int row) const;
    [[nodiscard]] Address lastIn(int row) const;
    [[nodiscard]] Address after(const Address &spot) const;
    [[nodiscard]] Address before(const Address &spot) const; ///< the first one stays where it is
    /// Where typing stopped: behind what was written last.
    [[nodiscard]] Address resumeAt() const;

    /// What stands in a cell of answers once `key` is pressed there: a letter or digit of an option (which in a choice
    /// of several is chosen or taken back), `?` or `0` for "I don't know", `-` for blank. Nothing where the key cannot
    /// be an answer.
    [[nodiscard]] std::optional<Entry> typed(const Address &spot, QChar key) const;

    /// The intent: what to write so that `entry` stands there. What stood there is voided first; the first thing of a
    /// paper makes it, under `fresh`, and with its last thing it is gone again. Empty where that makes no sense, or
    /// stands there already.
    [[nodiscard]] std::vector<base::Statement> put(const Address &spot, const Entry &entry,
                                                   const PaperIds &fresh) const;

    /// Takes a statement of this pile in; others, and items that are gone from the course, are passed over.
    void accept(const base::Statement &statement);

    bool operator==(const Pile &other) const;

private:
    [[nodiscard]] base::Statement start(int row, const PaperIds &ids, const QString &code) const;
    [[nodiscard]] base::Statement voiding(const Paper &paper, const QUuid &statement) const;
    void voidStart(const Paper &paper, std::vector<base::Statement> &statements) const;
    [[nodiscard]] std::vector<base::Statement> putCode(int row, const QString &code, const PaperIds &fresh) const;
    [[nodiscard]] std::optional<base::Statement> about(int column, const Entry &entry, const PaperIds &ids) const;
    [[nodiscard]] bool isSpot(const Address &spot) const;
    [[nodiscard]] bool isOnlyEntry(const Address &spot) const;
    void acceptStart(const base::Statement &statement);
    void acceptEntry(const base::Statement &statement);
    void acceptVoid(const QUuid &voided);
    [[nodiscard]] int rowFor(int number) const;

    PileSetting m_setting;
    QString m_prefix;
    quiz::Check m_asked; ///< a go that nothing is written of: it words the statements as on screen, and marks alike
    std::vector<Paper> m_papers;
};

/// A self-made code as it is kept and compared: letters and digits only, in upper case.
[[nodiscard]] QString codeFrom(const QString &typed);

/// The setting of the pile that a `started` statement belongs to; nothing where it begins no paper.
[[nodiscard]] std::optional<PileSetting> pileOf(const base::Statement &started, const QString &objectPrefix);

} // namespace workshop

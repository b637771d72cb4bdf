// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "figures/figure.h"
#include "items/item.h"
#include "paper/stock.h"
#include "type/lessondocument.h"

#include <QTextCursor>
#include <QTextDocument>

#include <memory>
#include <optional>
#include <vector>

namespace paper {

class Inlay;

/// How a paragraph stands. Lengths are those of the look, at a 14 px interface font.
struct Manner {
    QFont font;
    double above = 0;
    double below = 6;
    double left = 0;
    bool keepsNext = false; ///< never the last on its page
    bool startsPage = false;
    bool isMuted = false;
};

/// What stands in a cell of a table: words, and below them a bar where there is a share to draw.
struct TableCell {
    QString text;
    std::optional<double> share = {};              ///< 0 to 1
    std::optional<figures::ShareRange> range = {}; ///< that few people leave open
};

/// Writes a document for paper, from its beginning to its end.
class Writer
{
public:
    Writer(const course::Course &course, const Stock &stock);

    [[nodiscard]] const course::Course &course() const { return m_course; }
    [[nodiscard]] const Stock &stock() const { return m_stock; }
    [[nodiscard]] const type::Measure &measure() const { return m_measure; }

    /// Manners that recur.
    [[nodiscard]] Manner title() const;
    [[nodiscard]] Manner heading() const;
    [[nodiscard]] Manner subheading() const;
    [[nodiscard]] Manner body() const;
    [[nodiscard]] Manner small() const;

    void add(const QString &text, const Manner &manner);
    void add(const items::Text &text, const Manner &manner);
    /// More in the paragraph that was begun last, in another face.
    void more(const QString &text, const QFont &font);
    void more(const items::Text &text, const QFont &font);

    /// A paragraph that a box or a number hangs at the left of.
    void addBoxed(const QString &letter, const items::Text &text, const Manner &manner, bool isFilled = false);
    void addNumbered(const QString &number, const items::Text &text, const Manner &manner);
    /// Boxes in a row, to write one sign in each.
    void addBoxes(int count);
    /// Lines to write on.
    void addRules(int count);
    /// What the help card says, or room to write it in.
    void addHelp(const QString &words);

    /// A section of a lesson, and blocks of one; what stood beside it in the margin is given back.
    std::vector<type::MarginNote> addSection(const course::Section &section, const QString &meta, bool trainerNotes);
    void addBlocks(const std::vector<course::Block> &blocks);

    /// A table with a header that comes again on each page; `shares` are the columns' parts of the width.
    void addTable(const QStringList &header, const std::vector<std::vector<TableCell>> &rows,
                  const std::vector<int> &shares);

    /// The document, with figures at their size, blanks as long as the line has room, and headings beside what they
    /// head.
    [[nodiscard]] std::shared_ptr<QTextDocument> finished();
    /// How far apart the lines are that have blanks in them, in millimetres; for before `finished`.
    void setBlankLines(double apart) { m_blankLines = apart; }

private:
    void begin(const Manner &manner);
    void hang(int inlaid, const QString &text, const QFont &font, bool isFilled);
    void insertBar(QTextCursor &cursor, const TableCell &cell, double width);
    [[nodiscard]] type::LessonSetting setting(const QString &meta, bool trainerNotes) const;

    const course::Course &m_course;
    Stock m_stock;
    type::Measure m_measure;
    std::shared_ptr<QTextDocument> m_document;
    Inlay *m_inlay;
    double m_blankLines;
    QTextCursor m_cursor;
};

} // namespace paper

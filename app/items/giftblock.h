// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

#include <QStringList>
#include <QStringView>

#include <optional>

namespace items {

/// The lines between two blank ones: one question, a category switch, or comments alone. Follows readquestions() of
/// Moodle's question/format.php and the first lines of readquestion() in question/format/gift/format.php.
struct GiftBlock {
    QStringView source; ///< the lines as they stand in the file, from their first column
    int firstLine = 1;
    QString text;     ///< the lines trimmed, a comment as one space, joined with line feeds
    QString id;       ///< of the first `[id:...]` in a comment
    QStringList tags; ///< of every `[tag:...]` in a comment
};

/// Cuts a text, whose line ends are line feeds, into its blocks. The text must outlive them.
class GiftBlocks
{
public:
    explicit GiftBlocks(QStringView source) : m_source(source) {}

    [[nodiscard]] std::optional<GiftBlock> next();

private:
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_source.size(); }
    [[nodiscard]] QStringView line() const;
    void skipLine();

    QStringView m_source;
    qsizetype m_at = 0;
    int m_line = 1;
};

/// Where the characters of a block's text stand in the file. Walks forward only, so that all faults of a block together
/// cost one pass.
class GiftPlaces
{
public:
    GiftPlaces(const GiftBlock &block, const QString &file);

    /// `offset` is not less than in the call before.
    [[nodiscard]] base::Place at(qsizetype offset);

private:
    void pass(QChar character);

    QStringView m_text;
    QStringView m_source; ///< from the line that `m_at` is in
    qsizetype m_at = 0;
    base::Place m_place;
};

} // namespace items

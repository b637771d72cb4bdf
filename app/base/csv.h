// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textfile.h"

#include <QByteArrayView>

#include <deque>
#include <optional>

namespace base {

/// Reads RFC 4180 row by row: cells between separators, double quotes doubled inside quotes, line breaks inside quotes.
/// Our own lines because no packaged library keeps the place of a cell. Nothing is held but the row, so that tables of
/// millions of cells can be read.
class CsvReader
{
public:
    /// The file must outlive the reader.
    explicit CsvReader(const TextFile &file, char separator = ',');

    /// Goes to the next row that is not blank. False at the end, and at a row with an unsound quote: one that is never
    /// closed, or closed in the middle of a cell.
    [[nodiscard]] bool next();

    /// The row's cells as UTF-8, good until the next one is read.
    [[nodiscard]] const std::vector<QByteArrayView> &cells() const { return m_cells; }
    [[nodiscard]] Place placeOf(std::size_t cell) const { return m_file.placeAt(m_starts[cell]); }

    /// Where the unsound quote opens that ended the reading, if one did.
    [[nodiscard]] const std::optional<Place> &openQuote() const { return m_openQuote; }

private:
    [[nodiscard]] bool readRow();
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] bool isAt(char byte) const { return !atEnd() && m_bytes[m_at] == byte; }
    [[nodiscard]] bool isBlank() const { return m_cells.size() == 1 && m_cells.front().trimmed().isEmpty(); }
    QByteArrayView bare();
    std::optional<QByteArrayView> quoted();
    void skipLineEnd();

    const TextFile &m_file;
    QByteArrayView m_bytes;
    char m_separator;
    qsizetype m_at = 0;
    std::vector<QByteArrayView> m_cells;
    std::vector<qsizetype> m_starts;
    std::deque<QByteArray> m_unquoted; ///< what cells with quotes in them point to
    std::optional<Place> m_openQuote;
};

struct CsvCell {
    QString text;
    Place place;
};

struct CsvTable {
    std::vector<CsvCell> header;
    std::vector<std::vector<CsvCell>> rows; ///< each as long as the header; blank lines are left out
    bool isWhole = true;                    ///< no row had to be left out
    bool endsEarly = false;                 ///< at a quote that is never closed, or closed in the middle of a cell
};

/// The whole table. A row with too few or too many cells is told (CsvCellCount) and left out; an unsound quote is told
/// (CsvQuote), and the table ends before its row.
[[nodiscard]] CsvTable readCsv(const TextFile &file, const Fault &scope, Faults &faults, char separator = ',');

/// Which of the separators that spreadsheets write, comma, semicolon and tab, stands most often in the first line; a
/// comma where none does.
[[nodiscard]] char separatorOf(const TextFile &file);

/// A cell as it stands in a file: between quotes where it has to be (RFC 4180).
[[nodiscard]] QString csvCell(const QString &text);

} // namespace base

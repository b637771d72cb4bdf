// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace base {

CsvReader::CsvReader(const TextFile &file, char separator) : m_file(file), m_bytes(file.bytes()), m_separator(separator)
{
}

bool CsvReader::next()
{
    while (!atEnd() && readRow()) {
        if (!isBlank())
            return true;
    }
    return false;
}

bool CsvReader::readRow()
{
    m_cells.clear();
    m_starts.clear();
    m_unquoted.clear();
    for (;;) {
        const qsizetype start = m_at;
        const auto cell = isAt('"') ? quoted() : std::optional(bare());
        if (!cell) {
            m_openQuote = m_file.placeAt(start);
            m_at = m_bytes.size();
            return false;
        }
        m_cells.push_back(*cell);
        m_starts.push_back(start);
        if (!isAt(m_separator))
            break;
        ++m_at;
    }
    skipLineEnd();
    return true;
}

QByteArrayView CsvReader::bare()
{
    const qsizetype start = m_at;
    while (!atEnd() && m_bytes[m_at] != m_separator && m_bytes[m_at] != '\n' && m_bytes[m_at] != '\r')
        ++m_at;
    return m_bytes.sliced(start, m_at - start);
}

std::optional<QByteArrayView> CsvReader::quoted()
{
    QByteArray text;
    for (++m_at; !atEnd(); ++m_at) {
        if (m_bytes[m_at] != '"') {
            text.append(m_bytes[m_at]);
        } else if (m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '"') {
            text.append('"');
            ++m_at;
        } else {
            ++m_at;
            if (!bare().trimmed().isEmpty())
                return std::nullopt;
            m_unquoted.push_back(std::move(text));
            return m_unquoted.back();
        }
    }
    return std::nullopt;
}

void CsvReader::skipLineEnd()
{
    if (isAt('\r'))
        ++m_at;
    if (isAt('\n'))
        ++m_at;
}

CsvTable readCsv(const TextFile &file, const Fault &scope, Faults &faults, char separator)
{
    const auto tell = [&](FaultCode code, const Place &place, const QStringList &details) {
        Fault fault = scope;
        fault.code = code;
        fault.place = place;
        fault.details = details;
        faults.push_back(fault);
    };
    CsvTable table;
    const auto leaveOut = [&](const std::vector<CsvCell> &row) {
        table.isWhole = false;
        tell(FaultCode::CsvCellCount, row.front().place,
             {QString::number(row.size()), QString::number(table.header.size())});
    };
    CsvReader reader(file, separator);
    while (reader.next()) {
        std::vector<CsvCell> row;
        for (const QByteArrayView cell : reader.cells())
            row.push_back({QString::fromUtf8(cell), reader.placeOf(row.size())});
        if (table.header.empty())
            table.header = std::move(row);
        else if (row.size() == table.header.size())
            table.rows.push_back(std::move(row));
        else
            leaveOut(row);
    }
    if (reader.openQuote()) {
        tell(FaultCode::CsvQuote, *reader.openQuote(), {});
        table.endsEarly = true;
    }
    return table;
}

char separatorOf(const TextFile &file)
{
    const QByteArrayView bytes = file.bytes();
    const qsizetype end = bytes.indexOf('\n');
    const QByteArrayView names = bytes.first(end < 0 ? bytes.size() : end);
    constexpr std::array separators{',', ';', '\t'};
    return *std::ranges::max_element(separators, {}, [names](char separator) { return names.count(separator); });
}

QString csvCell(const QString &text)
{
    static const QRegularExpression special(QStringLiteral("[\",;\\t\\r\\n]|^\\s|\\s$"));
    if (!text.contains(special))
        return text;
    QString doubled = text;
    doubled.replace(u'"', QStringLiteral("\"\""));
    return u'"' + doubled + u'"';
}

} // namespace base

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv.h"

#include <QRegularExpression>

#include <optional>

namespace base {

namespace {

class Scanner
{
public:
    Scanner(const TextFile &file, char separator) : m_file(file), m_bytes(file.bytes()), m_separator(separator) {}

    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }

    /// The cells up to the end of the line; nothing where a quote stays open, whose place is `openQuote` then.
    std::optional<std::vector<CsvCell>> nextRow(Place &openQuote)
    {
        std::vector<CsvCell> cells;
        for (;;) {
            const qsizetype start = m_at;
            const auto text = m_at < m_bytes.size() && m_bytes.at(m_at) == '"' ? quoted() : std::optional(bare());
            if (!text) {
                openQuote = m_file.placeAt(start);
                return std::nullopt;
            }
            cells.push_back({QString::fromUtf8(*text), m_file.placeAt(start)});
            if (atEnd() || m_bytes.at(m_at) != m_separator)
                break;
            ++m_at;
        }
        skipLineEnd();
        return cells;
    }

private:
    QByteArray bare()
    {
        const qsizetype start = m_at;
        while (!atEnd() && m_bytes.at(m_at) != m_separator && m_bytes.at(m_at) != '\n' && m_bytes.at(m_at) != '\r')
            ++m_at;
        return m_bytes.mid(start, m_at - start);
    }

    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        for (++m_at; !atEnd(); ++m_at) {
            if (m_bytes.at(m_at) != '"') {
                text.append(m_bytes.at(m_at));
            } else if (m_at + 1 < m_bytes.size() && m_bytes.at(m_at + 1) == '"') {
                text.append('"');
                ++m_at;
            } else {
                ++m_at;
                return bare().trimmed().isEmpty() ? std::optional(text) : std::nullopt;
            }
        }
        return std::nullopt;
    }

    void skipLineEnd()
    {
        if (!atEnd() && m_bytes.at(m_at) == '\r')
            ++m_at;
        if (!atEnd() && m_bytes.at(m_at) == '\n')
            ++m_at;
    }

    const TextFile &m_file;
    const QByteArray &m_bytes;
    char m_separator;
    qsizetype m_at = 0;
};

bool isBlank(const std::vector<CsvCell> &row)
{
    return row.size() == 1 && row.front().text.trimmed().isEmpty();
}

} // namespace

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
    Scanner scanner(file, separator);
    while (!scanner.atEnd()) {
        Place openQuote;
        auto row = scanner.nextRow(openQuote);
        if (!row) {
            tell(FaultCode::CsvQuote, openQuote, {});
            table.endsEarly = true;
            return table;
        }
        if (isBlank(*row))
            continue;
        if (table.header.empty())
            table.header = std::move(*row);
        else if (row->size() == table.header.size())
            table.rows.push_back(std::move(*row));
        else
            leaveOut(*row);
    }
    return table;
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

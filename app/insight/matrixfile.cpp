// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/matrixfile.h"

#include "base/csv.h"
#include "items/giftbytes.h"

#include <cmath>

namespace insight {

namespace {

// What an item can earn; squares and fourth powers of marks stay numbers within these.
constexpr double leastMaximum = 1e-6;
constexpr double mostMaximum = 1e6;

using base::FaultCode;

class MatrixReader
{
public:
    MatrixReader(const base::TextFile &file, base::Faults &faults)
        : m_file(file), m_separator(base::separatorOf(file)), m_faults(faults)
    {
    }

    [[nodiscard]] std::optional<Matrix> read()
    {
        base::CsvReader rows(m_file, m_separator);
        if (!rows.next()) {
            refuseQuote(rows);
            tell(FaultCode::MatrixEmpty, {m_file.name(), 1, 1}, {});
            return std::nullopt;
        }
        m_hasPersons = isCalled(rows.cells().front(), "person");
        readNames(rows);
        readMaxima();
        Matrix matrix(m_items);
        while (rows.next()) {
            if (!isMaxima(rows))
                addPerson(rows, matrix);
        }
        refuseQuote(rows);
        return base::hasError(m_faults) ? std::nullopt : std::optional(std::move(matrix));
    }

private:
    static bool isCalled(QByteArrayView cell, const char *name)
    {
        return cell.trimmed().compare(name, Qt::CaseInsensitive) == 0;
    }

    [[nodiscard]] std::size_t first() const { return m_hasPersons ? 1 : 0; }

    [[nodiscard]] bool isMaxima(const base::CsvReader &rows) const
    {
        return m_hasPersons && isCalled(rows.cells().front(), "max");
    }

    void tell(FaultCode code, const base::Place &place, const QStringList &details)
    {
        base::Fault fault;
        fault.code = code;
        fault.place = place;
        fault.details = details;
        m_faults.push_back(fault);
    }

    void refuseQuote(const base::CsvReader &rows)
    {
        if (rows.openQuote())
            tell(FaultCode::CsvQuote, *rows.openQuote(), {});
    }

    void readNames(const base::CsvReader &rows)
    {
        QStringList names;
        for (std::size_t cell = first(); cell < rows.cells().size(); ++cell) {
            const QString name = QString::fromUtf8(rows.cells()[cell]).trimmed();
            if (names.contains(name))
                tell(FaultCode::IdDuplicate, rows.placeOf(cell), {name});
            names.append(name);
            m_items.push_back({name});
        }
        if (m_items.empty())
            tell(FaultCode::MatrixEmpty, rows.placeOf(0), {});
    }

    /// Before all others are read, since each mark is held to them: they may stand anywhere.
    void readMaxima()
    {
        base::CsvReader rows(m_file, m_separator);
        bool isRead = !rows.next(); // the names
        while (rows.next()) {
            if (!isMaxima(rows) || !hasAllCells(rows))
                continue;
            if (isRead)
                tell(FaultCode::RowTwice, rows.placeOf(0), {QStringLiteral("max")});
            isRead = true;
            for (std::size_t item = 0; item < m_items.size(); ++item) {
                const auto most = number(rows.cells()[item + first()]);
                if (!most)
                    refuseMark(rows, item);
                else if (*most < leastMaximum || *most > mostMaximum)
                    tell(FaultCode::MaximumOutOfRange, rows.placeOf(item + first()),
                         {m_items[item].name, QString::number(*most)});
                else
                    m_items[item].most = *most;
            }
        }
    }

    [[nodiscard]] bool hasAllCells(const base::CsvReader &rows)
    {
        const std::size_t expected = m_items.size() + first();
        if (rows.cells().size() == expected)
            return true;
        tell(FaultCode::CsvCellCount, rows.placeOf(0),
             {QString::number(rows.cells().size()), QString::number(expected)});
        return false;
    }

    void addPerson(const base::CsvReader &rows, Matrix &matrix)
    {
        if (!hasAllCells(rows))
            return;
        m_marks.clear();
        for (std::size_t item = 0; item < m_items.size(); ++item)
            m_marks.push_back(markAt(rows, item));
        matrix.add(m_marks);
    }

    [[nodiscard]] double markAt(const base::CsvReader &rows, std::size_t item)
    {
        const QByteArrayView cell = rows.cells()[item + first()].trimmed();
        if (cell.isEmpty())
            return unanswered;
        const auto mark = number(cell);
        if (!mark) {
            refuseMark(rows, item);
        } else if (std::abs(*mark) > m_items[item].most) {
            tell(FaultCode::MarkOutOfRange, rows.placeOf(item + first()),
                 {m_items[item].name, QString::fromUtf8(cell), QString::number(m_items[item].most)});
        }
        return mark.value_or(unanswered);
    }

    void refuseMark(const base::CsvReader &rows, std::size_t item)
    {
        const std::size_t cell = item + first();
        tell(FaultCode::MarkExpected, rows.placeOf(cell),
             {m_items[item].name, QString::fromUtf8(rows.cells()[cell]).trimmed()});
    }

    [[nodiscard]] std::optional<double> number(QByteArrayView cell) const
    {
        bool isNumber = false;
        const double value = m_separator != ',' && cell.contains(',')
                                 ? cell.toByteArray().replace(',', '.').toDouble(&isNumber)
                                 : cell.toDouble(&isNumber);
        return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }

    const base::TextFile &m_file;
    char m_separator;
    base::Faults &m_faults;
    bool m_hasPersons = false;
    std::vector<Column> m_items;
    std::vector<double> m_marks; ///< of the person that is read
};

} // namespace

MatrixReading readMatrix(const QByteArray &bytes, const QString &file)
{
    MatrixReading reading;
    const QByteArray decoded = items::decodeGift(bytes, file, reading.faults).toUtf8();
    if (base::hasError(reading.faults))
        return reading;
    reading.matrix = MatrixReader(base::TextFile(file, decoded), reading.faults).read();
    return reading;
}

} // namespace insight

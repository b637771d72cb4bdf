// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/collected.h"

#include "base/csv.h"
#include "items/giftbytes.h"

#include <QRegularExpression>

#include <algorithm>

namespace workshop {

namespace {

using base::FaultCode;

constexpr int notRead = -2; ///< stands for a column that nothing is made of; codeColumn is one of them all

/// The text as it is compared: small, and with single spaces.
QString compared(const QString &text)
{
    return text.simplified().toCaseFolded();
}

class CollectedReader
{
public:
    CollectedReader(const base::TextFile &file, const Pile &pile, Collected &collected)
        : m_file(file), m_pile(pile), m_collected(collected)
    {
    }

    void read()
    {
        base::CsvReader rows(m_file, base::separatorOf(m_file));
        const bool hasNames = rows.next();
        if (!hasNames && !rows.openQuote())
            tell(FaultCode::MatrixEmpty, {m_file.name(), 1, 1}, {});
        if (hasNames && readNames(rows)) {
            while (rows.next())
                readRow(rows);
        }
        if (rows.openQuote())
            tell(FaultCode::CsvQuote, *rows.openQuote(), {});
    }

private:
    void tell(FaultCode code, const base::Place &place, const QStringList &details,
              base::Severity severity = base::Severity::Error)
    {
        base::Fault fault;
        fault.severity = severity;
        fault.code = code;
        fault.place = place;
        fault.details = details;
        m_collected.faults.push_back(fault);
    }

    [[nodiscard]] int columnNamed(const QString &name) const
    {
        if (name.compare(QLatin1String("code"), Qt::CaseInsensitive) == 0)
            return m_pile.setting().hasCodes() ? codeColumn : notRead;
        const auto item = std::ranges::find(m_pile.items(), name, &items::Item::id);
        const int number = name.toInt(); // 0 where it is none
        const bool isNumber = item == m_pile.items().end() && number >= 1 && number <= m_pile.columns();
        const int column = isNumber ? number - 1 : static_cast<int>(item - m_pile.items().begin());
        return m_pile.isTyped(column) ? column : notRead;
    }

    [[nodiscard]] bool readNames(const base::CsvReader &rows)
    {
        for (std::size_t cell = 0; cell < rows.cells().size(); ++cell) {
            const QString name = QString::fromUtf8(rows.cells()[cell]).trimmed();
            const int column = columnNamed(name);
            if (column != notRead && std::ranges::find(m_columns, column) != m_columns.end()) {
                tell(FaultCode::IdDuplicate, rows.placeOf(cell), {name});
                return false;
            }
            if (column == notRead && name.compare(QLatin1String("person"), Qt::CaseInsensitive) != 0)
                tell(FaultCode::CsvColumnUnknown, rows.placeOf(cell), {name}, base::Severity::Warning);
            m_columns.push_back(column);
        }
        if (std::ranges::any_of(m_columns, [](int column) { return column >= 0; }))
            return true;
        tell(FaultCode::MatrixEmpty, rows.placeOf(0), {});
        return false;
    }

    /// What a spreadsheet leaves of a line without words: commas alone.
    [[nodiscard]] static bool isEmpty(const base::CsvReader &rows)
    {
        return std::ranges::all_of(rows.cells(), [](QByteArrayView cell) { return cell.trimmed().isEmpty(); });
    }

    void readRow(const base::CsvReader &rows)
    {
        if (isEmpty(rows))
            return;
        if (rows.cells().size() != m_columns.size()) {
            tell(FaultCode::CsvCellCount, rows.placeOf(0),
                 {QString::number(rows.cells().size()), QString::number(m_columns.size())});
            return;
        }
        CollectedPaper paper;
        paper.entries.resize(static_cast<std::size_t>(m_pile.columns()));
        bool isSound = true;
        for (std::size_t cell = 0; cell < m_columns.size(); ++cell) {
            const QString text = QString::fromUtf8(rows.cells()[cell]).trimmed();
            const int column = m_columns[cell];
            if (column == codeColumn)
                paper.code = codeFrom(text);
            else if (column >= 0)
                isSound = readAnswer(text, column, paper, rows.placeOf(cell)) && isSound;
        }
        if (isSound)
            m_collected.papers.push_back(std::move(paper));
    }

    [[nodiscard]] bool readAnswer(const QString &text, int column, CollectedPaper &paper, const base::Place &place)
    {
        Entry &entry = paper.entries[static_cast<std::size_t>(column)];
        if (text.isEmpty()) {
            entry = {Entry::Kind::Blank, {}};
            return true;
        }
        const quiz::Response response = responseFrom(text, column);
        if (response.isEmpty()) {
            const items::Item &item = m_pile.items()[static_cast<std::size_t>(column)];
            tell(FaultCode::ResponseUnknown, place, {item.title.isEmpty() ? item.id : item.title, text});
            return false;
        }
        entry = {Entry::Kind::Answer, response};
        return true;
    }

    /// The keys that a cell names; none where it names no options.
    [[nodiscard]] quiz::Response responseFrom(const QString &text, int column) const
    {
        if (text == QLatin1String("?"))
            return quiz::dontKnow();
        const items::Item &item = m_pile.items()[static_cast<std::size_t>(column)];
        for (qsizetype option = 0; option < std::ssize(item.options); ++option) {
            if (compared(item.options[static_cast<std::size_t>(option)].text.content) == compared(text))
                return {items::optionKey(option)};
        }
        quiz::Response keys;
        static const QRegularExpression between(QStringLiteral("[\\s,;]+"));
        const QString letters = QString(text).remove(between);
        for (const QChar letter : letters) {
            const auto typed = m_pile.typed({m_pile.rows(), column}, letter);
            if (!typed || typed->kind != Entry::Kind::Answer || quiz::isDontKnow(typed->response))
                return {};
            keys += typed->response;
        }
        keys.removeDuplicates();
        keys.sort();
        return m_pile.takesSeveral(column) || keys.size() == 1 ? keys : quiz::Response();
    }

    const base::TextFile &m_file;
    const Pile &m_pile;
    Collected &m_collected;
    std::vector<int> m_columns; ///< what each of the file's columns is
};

} // namespace

Collected readCollected(const QByteArray &bytes, const QString &file, const Pile &pile)
{
    Collected collected;
    const QByteArray decoded = items::decodeGift(bytes, file, collected.faults).toUtf8();
    if (base::hasError(collected.faults))
        return collected;
    CollectedReader(base::TextFile(file, decoded), pile, collected).read();
    return collected;
}

WrittenDown writtenDown(Pile pile, const std::vector<CollectedPaper> &papers, qint64 at, base::UuidSource &ids)
{
    WrittenDown all;
    for (const CollectedPaper &paper : papers) {
        const PaperIds fresh{QUuid::createUuid(), QUuid::createUuid()};
        const int row = pile.rows();
        const auto put = [&](const Address &spot, const Entry &entry) {
            for (base::Statement statement : pile.put(spot, entry, fresh)) {
                statement.id = ids.next(at);
                statement.at = at;
                pile.accept(statement);
                all.statements.push_back(std::move(statement));
            }
        };
        if (!paper.code.isEmpty())
            put({row, codeColumn}, {Entry::Kind::Answer, {paper.code}});
        for (int column = 0; column < pile.columns(); ++column) {
            if (pile.isTyped(column))
                put({row, column}, paper.entries[static_cast<std::size_t>(column)]);
        }
        all.actors.push_back(fresh.actor);
    }
    return all;
}

std::vector<base::Statement> takenBack(Pile pile, int first, qint64 at, base::UuidSource &ids)
{
    std::vector<base::Statement> all;
    for (int row = pile.rows() - 1; row >= first; --row) {
        for (int column = pile.columns() - 1; column >= codeColumn; --column) {
            for (base::Statement statement : pile.put({row, column}, {}, {})) {
                statement.id = ids.next(at);
                statement.at = at;
                pile.accept(statement);
                all.push_back(std::move(statement));
            }
        }
    }
    return all;
}

QByteArray emptyTable(const Pile &pile)
{
    QByteArrayList names;
    if (pile.setting().hasCodes())
        names.append("code");
    for (int column = 0; column < pile.columns(); ++column) {
        if (pile.isTyped(column))
            names.append(QByteArray::number(column + 1));
    }
    return names.join(',') + "\r\n";
}

} // namespace workshop

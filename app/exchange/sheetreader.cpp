// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet.h"

#include "base/csv.h"
#include "exchange/names.h"
#include "exchange/sheetcells.h"
#include "exchange/soundness.h"
#include "exchange/telling.h"
#include "items/giftbytes.h"
#include "items/giftnumbers.h"
#include "items/gifttext.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace exchange {

namespace {

using base::CsvCell;
using base::CsvTable;
using base::FaultCode;
using items::Item;
using items::ItemType;
using items::Option;
using items::Text;

bool isColumn(const QString &name)
{
    static const QRegularExpression form(
        QStringLiteral("^(id|type|title|category|tags|question|format|single|feedback|feedback_format|"
                       "[a-z]{1,2}(_mark|_feedback|_match|_tolerance|_format|_feedback_format)?)$"));
    return form.match(name).hasMatch();
}

class RowReader
{
public:
    RowReader(const QHash<QString, qsizetype> &columns, const std::vector<CsvCell> &row, base::Faults &faults)
        : m_columns(columns), m_row(row), m_faults(faults)
    {
        m_item.place = row.front().place;
    }

    [[nodiscard]] std::optional<Item> read()
    {
        m_item.id = cell(QStringLiteral("id"));
        m_item.title = cell(QStringLiteral("title"));
        m_item.category = cell(QStringLiteral("category"));
        m_item.tags = tags();
        const QString type = cell(QStringLiteral("type"));
        const auto known = typeNamed(type.isEmpty() ? QStringLiteral("choice") : type.toLower());
        if (!known)
            refuse(QStringLiteral("type"), FaultCode::ValueUnknown, {QStringLiteral("type"), type});
        m_item.type = known.value_or(ItemType::Choice);
        m_item.stem.content = cell(QStringLiteral("question"));
        m_item.stem.format = format(QStringLiteral("format"), items::TextFormat::Moodle);
        m_item.single = isYes(QStringLiteral("single"), true);
        m_item.generalFeedback = text(QStringLiteral("feedback"), m_item.stem.format);
        readOptions();
        return m_sound && completeItem(m_item, m_faults) ? std::optional(m_item) : std::nullopt;
    }

private:
    [[nodiscard]] QString cell(const QString &column) const
    {
        const qsizetype at = m_columns.value(column, -1);
        return at < 0 ? QString() : unguarded(m_row[static_cast<std::size_t>(at)].text);
    }

    [[nodiscard]] base::Place placeOf(const QString &column) const
    {
        return m_row[static_cast<std::size_t>(m_columns.value(column, 0))].place;
    }

    [[nodiscard]] QStringList tags() const
    {
        const QString written = cell(QStringLiteral("tags"));
        QStringList tags = written.split(written.contains(u'\n') ? u'\n' : u';', Qt::SkipEmptyParts);
        std::ranges::transform(tags, tags.begin(),
                               [](const QString &tag) { return items::giftTrimmed(tag).toString(); });
        tags.removeAll(QString());
        return tags;
    }

    [[nodiscard]] items::TextFormat format(const QString &column, items::TextFormat usual)
    {
        const QString name = cell(column);
        const auto known = formatNamed(name);
        if (!known && !name.isEmpty())
            refuse(column, FaultCode::ValueUnknown, {column, name});
        return known.value_or(usual);
    }

    [[nodiscard]] bool isYes(const QString &column, bool usual)
    {
        const QString value = cell(column).toLower();
        const bool isNo =
            value == QLatin1String("no") || value == QLatin1String("false") || value == QLatin1String("0");
        return value.isEmpty() ? usual : !isNo;
    }

    [[nodiscard]] Text text(const QString &column, items::TextFormat usual)
    {
        Text text;
        text.content = cell(column);
        if (!text.isEmpty())
            text.format = format(column + QLatin1String("_format"), usual);
        return text;
    }

    [[nodiscard]] double number(const QString &column)
    {
        const QString written = cell(column);
        const auto number = items::giftNumber(written);
        if (number || written.isEmpty())
            return number.value_or(0);
        const bool isComma = items::withDecimalPoint(written).has_value();
        refuse(column, isComma ? FaultCode::GiftDecimalComma : FaultCode::GiftNumberMalformed,
               {written, items::withDecimalPoint(written).value_or(QString())});
        return 0;
    }

    /// Options fill their columns from the first on; a gap would give the later ones other keys.
    void readOptions()
    {
        qsizetype last = -1;
        for (auto column = m_columns.cbegin(); column != m_columns.cend(); ++column) {
            const qsizetype at = items::optionPosition(column.key().section(u'_', 0, 0));
            const bool holds = !m_row[static_cast<std::size_t>(column.value())].text.isEmpty();
            if (isOptionColumn(column.key()) && holds)
                last = std::max(last, at);
        }
        for (qsizetype at = 0; at <= last; ++at)
            readOption(items::optionKey(at));
        if (m_item.type == ItemType::TrueFalse)
            completeTrueFalse();
    }

    [[nodiscard]] static bool isOptionColumn(const QString &column)
    {
        static const QRegularExpression form(QStringLiteral("^[a-z]{1,2}(_.*)?$"));
        return form.match(column).hasMatch() && column != QLatin1String("id");
    }

    void readOption(const QString &key)
    {
        Option option;
        option.fraction = number(key + QLatin1String("_mark")) / 100;
        option.feedback = text(key + QLatin1String("_feedback"), m_item.stem.format);
        option.match = cell(key + QLatin1String("_match"));
        option.anythingElse = cell(key) == QLatin1String("*") &&
                              (m_item.type == ItemType::Numerical || m_item.type == ItemType::ShortAnswer);
        if (m_item.type == ItemType::Numerical && option.anythingElse) {
            option.text.content = QStringLiteral("*");
        } else if (m_item.type == ItemType::Numerical) {
            if (cell(key).isEmpty())
                refuse(key, FaultCode::GiftAnswerEmpty, {key});
            option.value = number(key);
            option.tolerance = number(key + QLatin1String("_tolerance"));
        } else {
            const bool isWord = m_item.type == ItemType::TrueFalse;
            option.text = text(key, isWord ? items::TextFormat::Moodle : m_item.stem.format);
        }
        m_item.options.push_back(option);
    }

    /// TRUE or FALSE alone names the right answer, as a spreadsheet writes it.
    void completeTrueFalse()
    {
        for (Option &option : m_item.options)
            option.text.content = option.text.content.toLower();
        if (m_item.options.size() == 1) {
            Option other;
            const bool isTrue = m_item.options.front().text.content == QLatin1String("true");
            m_item.options.front().fraction = 1;
            other.text.content = isTrue ? QStringLiteral("false") : QStringLiteral("true");
            m_item.options.push_back(other);
        }
        std::ranges::stable_sort(m_item.options, {},
                                 [](const Option &option) { return option.text.content != QLatin1String("true"); });
    }

    void refuse(const QString &column, FaultCode code, const QStringList &details)
    {
        m_sound = false;
        base::Fault fault = faultOf(m_item, base::Severity::Error, code, details);
        fault.place = placeOf(column);
        m_faults.push_back(fault);
    }

    const QHash<QString, qsizetype> &m_columns;
    const std::vector<CsvCell> &m_row;
    base::Faults &m_faults;
    Item m_item;
    bool m_sound = true;
};

/// The columns by their names; an unknown one is told and passed over.
QHash<QString, qsizetype> columnsOf(const CsvTable &table, base::Faults &faults)
{
    QHash<QString, qsizetype> columns;
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const QString name = table.header[i].text.trimmed().toLower();
        if (isColumn(name)) {
            columns.insert(name, static_cast<qsizetype>(i));
            continue;
        }
        faults.push_back(fileFault(table.header[i].place, FaultCode::CsvColumnUnknown, {name}));
        faults.back().severity = base::Severity::Warning;
    }
    return columns;
}

} // namespace

Reading readSheet(const QByteArray &bytes, const QString &file)
{
    Reading reading;
    const QByteArray decoded = items::decodeGift(bytes, file, reading.faults).toUtf8();
    if (base::hasError(reading.faults))
        return reading;
    const base::TextFile text(file, decoded);
    base::Fault scope;
    scope.scope = base::Scope::Item;
    const CsvTable table = base::readCsv(text, scope, reading.faults, base::separatorOf(text));
    const QHash<QString, qsizetype> columns = columnsOf(table, reading.faults);
    if (!columns.contains(QStringLiteral("question"))) {
        reading.faults.push_back(fileFault({file, 1, 1}, FaultCode::CsvColumnMissing, {QStringLiteral("question")}));
        return reading;
    }
    for (const std::vector<CsvCell> &row : table.rows) {
        if (auto item = RowReader(columns, row, reading.faults).read())
            reading.questions.items.push_back(std::move(*item));
    }
    return reading;
}

} // namespace exchange

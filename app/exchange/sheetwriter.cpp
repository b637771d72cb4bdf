// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet.h"

#include "base/csv.h"
#include "exchange/names.h"
#include "exchange/sheetcells.h"
#include "items/giftnumbers.h"

#include <QMap>

namespace exchange {

namespace {

using items::Item;
using items::ItemType;
using items::Option;
using items::Text;

using Row = QMap<QString, QString>; ///< a cell by its column's name

/// Between semicolons, or a line each where a tag has one in it.
QString joined(const QStringList &tags)
{
    if (!tags.join(QString()).contains(u';'))
        return tags.join(QLatin1String("; "));
    return tags.join(u'\n') + u'\n';
}

void put(Row &row, const QString &column, const Text &text, items::TextFormat usual)
{
    row.insert(column, text.content);
    if (!text.isEmpty() && text.format != usual)
        row.insert(column + QLatin1String("_format"), formatName(text.format));
}

void putOption(Row &row, const Item &item, const Option &option, const QString &key)
{
    if (item.type == ItemType::Numerical && !option.anythingElse) {
        row.insert(key, items::giftNumberText(option.value));
        if (option.tolerance != 0)
            row.insert(key + QLatin1String("_tolerance"), items::giftNumberText(option.tolerance));
    } else {
        const bool isBare = item.type == ItemType::Numerical || item.type == ItemType::TrueFalse;
        put(row, key, option.text, isBare ? option.text.format : item.stem.format);
    }
    if (item.type == ItemType::Matching) {
        row.insert(key + QLatin1String("_match"), option.match);
        return;
    }
    if (option.fraction != 0)
        row.insert(key + QLatin1String("_mark"),
                   items::giftNumberText(items::giftWeightText(option.fraction).toDouble()));
    put(row, key + QLatin1String("_feedback"), option.feedback, item.stem.format);
}

Row rowOf(const Item &item)
{
    Row row{
        {QStringLiteral("id"), item.id},
        {QStringLiteral("type"), typeName(item.type)},
        {QStringLiteral("title"), item.title},
        {QStringLiteral("category"), item.category},
        {QStringLiteral("tags"), joined(item.tags)},
        {QStringLiteral("question"), item.stem.content},
        {QStringLiteral("format"), formatName(item.stem.format)},
    };
    if ((item.type == ItemType::Choice || item.type == ItemType::MissingWord) && !item.single)
        row.insert(QStringLiteral("single"), QStringLiteral("no"));
    put(row, QStringLiteral("feedback"), item.generalFeedback, item.stem.format);
    for (std::size_t i = 0; i < item.options.size(); ++i)
        putOption(row, item, item.options[i], items::optionKey(static_cast<qsizetype>(i)));
    return row;
}

/// The columns in the order that somebody fills them in, without those that are empty throughout.
QStringList columnsOf(const std::vector<Row> &rows, std::size_t options)
{
    QStringList all{QStringLiteral("id"),       QStringLiteral("type"),
                    QStringLiteral("title"),    QStringLiteral("category"),
                    QStringLiteral("tags"),     QStringLiteral("question"),
                    QStringLiteral("format"),   QStringLiteral("single"),
                    QStringLiteral("feedback"), QStringLiteral("feedback_format")};
    for (std::size_t i = 0; i < options; ++i) {
        const QString key = items::optionKey(static_cast<qsizetype>(i));
        for (const char *part : {"", "_format", "_match", "_tolerance", "_mark", "_feedback", "_feedback_format"})
            all.append(key + QLatin1String(part));
    }
    const QStringList needed{QStringLiteral("id"), QStringLiteral("type"), QStringLiteral("question")};
    all.removeIf([&](const QString &column) {
        return !needed.contains(column) &&
               std::ranges::all_of(rows, [&](const Row &row) { return row.value(column).isEmpty(); });
    });
    return all;
}

QString line(const QStringList &cells)
{
    QStringList written;
    for (const QString &cell : cells)
        written.append(base::csvCell(guarded(cell)));
    return written.join(u',') + QLatin1String("\r\n");
}

} // namespace

Writing writeSheet(const Questions &questions)
{
    std::vector<Row> rows;
    std::size_t options = 0;
    for (const Item &item : questions.items) {
        rows.push_back(rowOf(item));
        options = std::max(options, item.options.size());
    }
    const QStringList columns = columnsOf(rows, options);
    QString text = QChar(QChar::ByteOrderMark) + line(columns);
    for (const Row &row : rows) {
        QStringList cells;
        for (const QString &column : columns)
            cells.append(row.value(column));
        text += line(cells);
    }
    return {text.toUtf8(), {}};
}

} // namespace exchange

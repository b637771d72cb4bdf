// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/index.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QStringList>
#include <QUuid>
#include <QVariant>

#include <utility>

namespace find {

namespace {

// Marks in what SQLite gives back: no text has these in it.
constexpr char16_t markBegin = u'\u0002';
constexpr char16_t markEnd = u'\u0003';

// The prefix indexes are for the first letters that somebody types, which are in most of the texts.
constexpr QLatin1String
    schema("CREATE VIRTUAL TABLE entry USING fts5(title, body, kind UNINDEXED, id UNINDEXED,"
           " below UNINDEXED, part UNINDEXED, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')");

QString selection()
{
    return QStringLiteral("SELECT kind, id, highlight(entry, 0, char(2), char(3)),"
                          " snippet(entry, 1, char(2), char(3), '…', 24), below, part"
                          " FROM entry WHERE entry MATCH ? ORDER BY rowid LIMIT ?");
}

/// FTS5's own quotes keep every sign in a word from being one of its operators.
QString matchOf(const QStringList &words, const QString &columns)
{
    QStringList quoted;
    for (const QString &word : words)
        quoted.append(QLatin1Char('"') + word + QLatin1String("\" *"));
    return columns + QLatin1Char('(') + quoted.join(QLatin1Char(' ')) + QLatin1Char(')');
}

Excerpt excerptFrom(const QString &marked)
{
    Excerpt excerpt;
    for (const QChar sign : marked) {
        const int at = static_cast<int>(excerpt.text.size());
        if (sign == markBegin)
            excerpt.marks.push_back({at, 0});
        else if (sign == markEnd)
            excerpt.marks.back().length = at - excerpt.marks.back().start;
        else
            excerpt.text.append(sign == QLatin1Char('\n') ? QLatin1Char(' ') : sign);
    }
    return excerpt;
}

} // namespace

/// A connection of its own, which goes with this object.
class Index::Database
{
public:
    Database()
        : m_name(QStringLiteral("find-") + QUuid::createUuid().toString(QUuid::Id128)),
          m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
    {
        m_database.setDatabaseName(QStringLiteral(":memory:"));
    }

    ~Database()
    {
        m_database.close();
        m_database = QSqlDatabase(); // Qt warns about a connection that somebody still holds
        QSqlDatabase::removeDatabase(m_name);
    }

    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    [[nodiscard]] tl::expected<void, Error> open()
    {
        if (m_database.open())
            return run(schema);
        return tl::unexpected(Error{m_database.lastError().text()});
    }

    [[nodiscard]] tl::expected<void, Error> run(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query = prepared(sql, values);
        if (query.exec())
            return {};
        return tl::unexpected(Error{query.lastError().text()});
    }

    [[nodiscard]] QSqlQuery prepared(const QString &sql, const QVariantList &values) const
    {
        QSqlQuery query(m_database);
        query.setForwardOnly(true);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        return query;
    }

private:
    QString m_name;
    QSqlDatabase m_database;
};

Index::Index(std::unique_ptr<Database> database) : m_database(std::move(database)) {}

Index::~Index() = default;

tl::expected<std::unique_ptr<Index>, Error> Index::make(const std::vector<Entry> &entries)
{
    std::unique_ptr<Index> index(new Index(std::make_unique<Database>()));
    const tl::expected<void, Error> done = index->m_database->open().and_then([&] { return index->add(entries); });
    if (!done)
        return tl::unexpected(done.error());
    return index;
}

tl::expected<void, Error> Index::add(const std::vector<Entry> &entries)
{
    tl::expected<void, Error> done = m_database->run(QStringLiteral("BEGIN"));
    for (const Entry &entry : entries) {
        done = done.and_then([&] {
            return m_database->run(
                QStringLiteral("INSERT INTO entry (title, body, kind, id, below, part) VALUES (?, ?, ?, ?, ?, ?)"),
                {entry.title, entry.text, static_cast<int>(entry.kind), entry.id, entry.under, entry.part});
        });
    }
    return done.and_then([&] { return m_database->run(QStringLiteral("COMMIT")); });
}

tl::expected<void, Error> Index::replace(Kind kind, const std::vector<Entry> &entries)
{
    return m_database->run(QStringLiteral("DELETE FROM entry WHERE kind = ?"), {static_cast<int>(kind)}).and_then([&] {
        return add(entries);
    });
}

std::vector<Hit> Index::find(const QString &typed, int limit) const
{
    const QStringList words = wordsOf(typed);
    std::vector<Hit> hits;
    if (words.isEmpty())
        return hits;
    const auto append = [&](const QString &match) {
        QSqlQuery query = m_database->prepared(selection(), {match, limit - static_cast<int>(hits.size())});
        if (!query.exec())
            return;
        while (query.next()) {
            hits.push_back({static_cast<Kind>(query.value(0).toInt()), query.value(1).toString(),
                            excerptFrom(query.value(2).toString()), excerptFrom(query.value(3).toString()),
                            query.value(4).toString(), query.value(5).toString()});
        }
    };
    const QString inTitle = matchOf(words, QStringLiteral("{title} : "));
    append(inTitle);
    if (static_cast<int>(hits.size()) < limit)
        append(matchOf(words, QString()) + QLatin1String(" NOT ") + inTitle);
    return hits;
}

QStringList wordsOf(const QString &typed)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words.append(std::exchange(word, QString()));
    };
    // The way the index cuts texts into words: letters, digits and what is written above or below them.
    for (const char32_t sign : typed.toUcs4()) {
        if (QChar::isLetterOrNumber(sign) || QChar::isMark(sign))
            word += QString::fromUcs4(&sign, 1);
        else
            finish();
    }
    finish();
    return words;
}

} // namespace find

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/entry.h"

#include <tl/expected.hpp>

#include <QStringList>

#include <memory>

namespace find {

struct Error {
    QString detail; ///< for developers: the database's own words

    bool operator==(const Error &) const = default;
};

/// A piece of text with the words in it that were looked for.
struct Excerpt {
    /// From `start`, `length` UTF-16 units.
    struct Mark {
        int start = 0;
        int length = 0;

        bool operator==(const Mark &) const = default;
    };

    QString text;
    std::vector<Mark> marks;

    bool operator==(const Excerpt &) const = default;
};

struct Hit {
    Kind kind = Kind::Section;
    QString id;
    Excerpt title;
    Excerpt text; ///< a few words around what was found
    QString under;
    QString part = {}; ///< as in its entry

    bool operator==(const Hit &) const = default;
};

/// An index of all words, held in memory and made anew with each start: SQLite's FTS5.
class Index
{
public:
    [[nodiscard]] static tl::expected<std::unique_ptr<Index>, Error> make(const std::vector<Entry> &entries);

    ~Index();
    Index(const Index &) = delete;
    Index &operator=(const Index &) = delete;

    /// Puts `entries` in the place of all there is of their kind: notes change while one reads.
    [[nodiscard]] tl::expected<void, Error> replace(Kind kind, const std::vector<Entry> &entries);

    /// What has all the words of `typed`, each of which may be unfinished; upper case and accents make no difference.
    /// First what has them in its title, then the rest, both in the order of the entries, `limit` at most. Nothing for
    /// what has no letter and no digit.
    [[nodiscard]] std::vector<Hit> find(const QString &typed, int limit = 30) const;

private:
    class Database;

    explicit Index(std::unique_ptr<Database> database);
    [[nodiscard]] tl::expected<void, Error> add(const std::vector<Entry> &entries);

    std::unique_ptr<Database> m_database;
};

/// The words of `typed`, as they are looked for.
[[nodiscard]] QStringList wordsOf(const QString &typed);

} // namespace find

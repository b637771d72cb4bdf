// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QList>
#include <QUuid>

#include <vector>

namespace keep {

/// Something that a reader marked in a section, with or without words of their own.
struct Note {
    QUuid id;
    QString section;
    QString quote;      ///< what is marked, as it stands in one paragraph of the text
    int occurrence = 0; ///< which of several equal ones, from 0
    QString text;       ///< empty: only marked

    bool operator==(const Note &) const = default;
};

inline constexpr qsizetype longestQuote = 300;
inline constexpr qsizetype longestNote = 4000;

/// The folder of somebody's notes in the folder of settings.
[[nodiscard]] QString notesFolder(const QString &settings, const QUuid &person);
/// Those who have such a folder.
[[nodiscard]] QList<QUuid> notesKeptOf(const QString &settings);

/// A reader's marks and notes, in `notes.json`. They stay in this folder: no copy that leaves the computer has them.
class Notes
{
public:
    /// `folder` need not exist. An empty one keeps them in memory only.
    explicit Notes(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const std::vector<Note> &all() const { return m_notes; }

    /// Reads again what another window may have written; nothing where the last change is not on disk yet.
    void reload();

    // Each change is made to what stands in the file now. It holds for this run even where it cannot be written; after
    // an error the file is as it was, and the next change is written with all that holds. Without any note the file
    // goes, and its folder with it.
    [[nodiscard]] tl::expected<void, Error> set(const Note &note); ///< in the place of the one with its id, or added
    [[nodiscard]] tl::expected<void, Error> remove(const QUuid &id);
    [[nodiscard]] tl::expected<void, Error> add(const std::vector<Note> &notes);
    [[nodiscard]] tl::expected<void, Error> clear();

private:
    [[nodiscard]] tl::expected<void, Error> write();

    QString m_folder;
    std::vector<Note> m_notes;
    bool m_isWritten = true;
};

} // namespace keep

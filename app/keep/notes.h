// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

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

/// A reader's marks and notes, in `notes.json`. They stay in this folder: no copy that leaves the computer has them.
class Notes
{
public:
    /// `folder` need not exist. An empty one keeps them in memory only.
    explicit Notes(const QString &folder);

    [[nodiscard]] const std::vector<Note> &all() const { return m_notes; }

    /// Puts these in the place of all that there were. They hold for this run even where they cannot be written; after
    /// an error the file is as it was. Without any the file goes.
    [[nodiscard]] tl::expected<void, Error> replace(const std::vector<Note> &notes);

private:
    QString m_path;
    std::vector<Note> m_notes;
};

} // namespace keep

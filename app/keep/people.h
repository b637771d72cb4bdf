// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QUuid>

#include <vector>

namespace keep {

/// What somebody chose to be known by on this computer. It stays in this folder: the journal knows them by a random id.
struct Face {
    QUuid id;
    QString name;    ///< as they like; may be empty
    int picture = 0; ///< 0 to `pictures` - 1
    QByteArray salt; ///< of the PIN; empty where there is none
    QByteArray hash;

    [[nodiscard]] bool hasPin() const { return !salt.isEmpty(); }
    bool operator==(const Face &) const = default;
};

/// How many plain signs there are to choose from.
inline constexpr int pictures = 8;
inline constexpr qsizetype longestName = 40;

/// The faces of those who learn with one journal, in `people.json`.
class People
{
public:
    /// `folder` need not exist. An empty one keeps them in memory only.
    explicit People(const QString &folder);

    [[nodiscard]] const std::vector<Face> &faces() const { return m_faces; }
    /// Their face; one without a name where they have chosen none.
    [[nodiscard]] Face faceOf(const QUuid &id) const;

    /// Reads again what another window may have written; nothing where the last change is not on disk yet.
    void reload();

    /// Puts a face in the place of the one with its id, or adds it. Like `remove` it changes what stands in the file
    /// now, and holds for this run even where it cannot be written.
    [[nodiscard]] tl::expected<void, Error> set(const Face &face);
    [[nodiscard]] tl::expected<void, Error> remove(const QUuid &id);

private:
    [[nodiscard]] tl::expected<void, Error> write();

    QString m_path;
    std::vector<Face> m_faces;
    bool m_isWritten = true;
};

/// The face with a PIN of its own, or without one where `pin` is empty. A PIN keeps a colleague from looking by chance;
/// whoever can read the files of this computer can read the journal without it.
[[nodiscard]] Face withPin(Face face, const QString &pin);

/// Whether `pin` opens it. A face without a PIN is open to anybody.
[[nodiscard]] bool opens(const Face &face, const QString &pin);

} // namespace keep

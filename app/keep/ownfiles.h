// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QStringList>

namespace keep {

/// A person's own tables of numbers: copies, so that a stick can be pulled out after one was added. Nothing in the
/// course changes, and the file that was added stays where it is.
class OwnFiles
{
public:
    /// `folder` need not exist. An empty one keeps nothing: what is added is read where it lies, for this run.
    explicit OwnFiles(const QString &folder);

    /// The files, in the order in which they were added.
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

    /// Takes in a file and gives the path that it has here. A second one of the same name gets a number.
    [[nodiscard]] tl::expected<QString, Error> add(const QString &path);

    /// Takes it out again, and deletes the copy.
    [[nodiscard]] tl::expected<void, Error> remove(const QString &path);

private:
    [[nodiscard]] QString freeName(const QString &name) const;

    QString m_folder;
    QStringList m_paths;
};

} // namespace keep

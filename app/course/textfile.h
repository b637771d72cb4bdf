// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/textfile.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace course {

using base::TextFile;

/// The folder that a course is read from: opens its files, and nothing outside it.
class CourseFolder
{
public:
    explicit CourseFolder(const QString &path);

    /// The file at `name` (relative, forward slashes), without a byte order mark; or nothing, and a fault of `scope`
    /// that says why: missing, outside the folder, unreadable, over 8 MiB, not UTF-8.
    [[nodiscard]] std::optional<TextFile> open(const QString &name, const base::Fault &scope,
                                               base::Faults &faults) const;

    [[nodiscard]] bool has(const QString &name) const;

    /// The files in the folder `name` that end in `ending`, without it. None where the folder lies outside.
    [[nodiscard]] QStringList namesIn(const QString &name, const QString &ending) const;

private:
    QString m_path;
};

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QJsonObject>

#include <vector>

namespace keep {

/// A trainer's own plans, in `plans.json`. What stands in one is for whoever reads it to say; here each is an object
/// with an `id` of its own.
class Plans
{
public:
    /// `folder` need not exist. An empty one keeps them in memory only.
    explicit Plans(const QString &folder);

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// In the order in which they were added.
    [[nodiscard]] const std::vector<QJsonObject> &all() const { return m_plans; }
    /// The plan of that id; an empty one where there is none.
    [[nodiscard]] QJsonObject plan(const QString &id) const;

    /// Reads again what another window may have written; nothing where the last change is not on disk yet.
    void reload();

    // Each change is made to what stands in the file now. It holds for this run even where it cannot be written; after
    // an error the file is as it was, and the next change is written with all that holds.
    [[nodiscard]] tl::expected<void, Error>
    set(const QJsonObject &plan); ///< in the place of the one with its id, or added
    [[nodiscard]] tl::expected<void, Error> remove(const QString &id);
    [[nodiscard]] tl::expected<void, Error> add(const std::vector<QJsonObject> &plans);

private:
    [[nodiscard]] tl::expected<void, Error> write();

    QString m_folder;
    std::vector<QJsonObject> m_plans;
    bool m_isWritten = true;
};

} // namespace keep

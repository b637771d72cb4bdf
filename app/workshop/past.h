// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "workshop/session.h"

namespace workshop {

/// A session as a list of them shows it.
struct PastSession {
    QUuid id;
    QString title;      ///< of its plan
    qint64 beganAt = 0; ///< UTC, milliseconds since 1970
    qint64 lastAt = 0;  ///< when something was written of it last
    int room = 0;       ///< how many took part; 0: nobody counted
    int asked = 0;      ///< items that the room was asked
    bool isRehearsal = false;
    bool isOver = false;

    bool operator==(const PastSession &) const = default;
};

/// The session that these statements are of, replayed in their order.
[[nodiscard]] Session replay(const QString &objectPrefix, const QUuid &id,
                             const std::vector<base::Statement> &statements);

/// A session that was begun, as it stands.
struct HeldSession {
    Session session;
    qint64 beganAt = 0; ///< UTC, milliseconds since 1970
    qint64 lastAt = 0;  ///< when something was written of it last

    bool operator==(const HeldSession &) const = default;
};

/// All sessions of a course that a journal has, the latest first; of `only`, where it is set.
[[nodiscard]] journal::Result<std::vector<HeldSession>> sessionsIn(const journal::Journal &journal,
                                                                   const QString &objectPrefix,
                                                                   const std::optional<std::vector<QUuid>> &only = {});

/// What a list says of it.
[[nodiscard]] PastSession summaryOf(const HeldSession &held);

} // namespace workshop

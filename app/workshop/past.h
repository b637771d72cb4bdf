// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

/// What a list says of the session that `statements` are of; nothing where they never began one.
[[nodiscard]] std::optional<PastSession> summaryOf(const QString &objectPrefix, const QUuid &id,
                                                   const std::vector<base::Statement> &statements);

} // namespace workshop

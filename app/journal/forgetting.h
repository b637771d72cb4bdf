// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"

#include <functional>

namespace journal {

/// Whether nobody is called so in the file any more: forgotten, for now or for good.
[[nodiscard]] Result<bool> isForgotten(const Database &database, const QUuid &actor);

/// Hides all that an actor did from every reading, from now on. `NoSuchActor` where nobody is called so.
[[nodiscard]] Result<void> bury(const Database &database, const QUuid &actor, qint64 at);

/// The actors that were buried at `before` or earlier.
[[nodiscard]] Result<std::vector<QUuid>> buriedUntil(const Database &database, qint64 before);

/// What is left of an actor once they are purged: the digest that a merge knows them by.
[[nodiscard]] QByteArray digestOf(const QUuid &actor);

/// Takes out these actors, all that they did and their tombstones, leaves their digests, and overwrites the place where
/// it stood: in the file, and in its log. An actor that is not in the file leaves a digest all the same.
[[nodiscard]] Result<void> purge(const Database &database, const std::vector<QUuid> &actors, qint64 at);

/// Takes out all that these actors did, in the file and its log, and leaves their tombstones.
[[nodiscard]] Result<void> clearOut(const Database &database, const std::vector<QUuid> &actors);

/// Does to each copy of the journal at `path` what `rewrite` does to the file. Goes on after a copy that it cannot
/// rewrite, and tells of the first of them in the end: `Remains`.
[[nodiscard]] Result<void> rewriteCopies(const QString &path,
                                         const std::function<Result<void>(const Database &copy)> &rewrite);

/// Takes out of the journal at `path`, which must not be open, whoever is buried in it, and leaves the tombstones: who
/// takes it in is to hide them too.
[[nodiscard]] Result<void> purgeHidden(const QString &path);

/// Takes out of the journal at `path`, which must not be open, all but one session and who took part in it; of others
/// not even that they are forgotten.
[[nodiscard]] Result<void> keepSession(const QString &path, const QUuid &session);

/// How many statements have an id from before `before`.
[[nodiscard]] Result<qint64> countOlder(const Database &database, qint64 before);

/// Purges these, whoever did them, without digests. Gives how many went.
[[nodiscard]] Result<qint64> purgeOlder(const Database &database, qint64 before);

} // namespace journal

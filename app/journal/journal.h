// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/statement.h"

#include <tl/expected.hpp>

#include <QByteArrayView>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace journal {

enum class ErrorCode {
    CannotOpen, ///< no such folder, or not allowed to read
    ReadOnly,   ///< can be read but not written
    DiskFull,
    Locked,       ///< another program holds it
    Damaged,      ///< not a sound database any more
    NotAJournal,  ///< a sound database of something else
    NewerVersion, ///< written by a newer After the Raid; refused, not guessed at
    Rejected,     ///< the statement breaks a rule of the schema
    AlreadyThere, ///< a file of that name is there, and nothing is written over
    Conflict,     ///< one id stands for two different things: the two files cannot be put together
    NoSuchActor,
    Remains, ///< a copy still holds what should be gone; `path` is that copy
    Failed,  ///< anything else, told in `detail`
};

struct Error {
    ErrorCode code = ErrorCode::Failed;
    QString path;
    QString detail; ///< for developers: the database's own words

    bool operator==(const Error &) const = default;
};

template<typename T>
using Result = tl::expected<T, Error>;

enum class ActorKind { Person, Guest, Room, Paper, Simulated };

/// Which statements to read. What has been voided, and whose actor is forgotten, is never read. What voids is a
/// `voided` statement whose object is the other's id as QUuid::Id128 spells it; it is read only where that verb is
/// asked for.
struct Query {
    std::vector<base::Verb> verbs = {}; ///< empty: all but `voided`
    std::optional<QUuid> actor = {};
    QString object = {};       ///< empty: all; "after-the-raid/ID" for one thing
    QString objectPrefix = {}; ///< empty: all; "after-the-raid/" for a course
    std::optional<QUuid> attempt = {};
    std::optional<QUuid> session = {};
    bool newestFirst = false;
    int limit = -1;         ///< -1: all
    bool wantsMuch = false; ///< a good part of all there is: found faster without an index
};

/// An answer in the bytes that the file holds: a million of them are read in seconds so, and not as statements.
struct AnswerRow {
    QByteArrayView attempt; ///< 16 bytes; none outside of an attempt
    QByteArrayView object;  ///< UTF-8
    QByteArrayView version; ///< UTF-8
    QByteArrayView result;  ///< JSON
};

struct OpenOptions {
    int busyTimeoutMs = 2000; ///< how long to wait for another program's write before saying `Locked`
    bool readOnly = false;
};

/// What was in another journal, counted in statements.
struct MergeOutcome {
    qint64 added = 0;
    qint64 known = 0;     ///< were here already
    qint64 forgotten = 0; ///< of somebody who is forgotten, and so left out

    bool operator==(const MergeOutcome &) const = default;
};

/// Somebody who learns with this file.
struct Person {
    QUuid id;
    qint64 statements = 0;
    qint64 lastAt = 0; ///< when they did something last; 0: nothing yet

    bool operator==(const Person &) const = default;
};

/// Somebody, or something, that answers without being who learns: a room, a pile of paper.
struct Actor {
    QUuid id;
    ActorKind kind = ActorKind::Room;

    bool operator==(const Actor &) const = default;
};

/// How long somebody who is forgotten can still be brought back by an older copy: 30 days.
inline constexpr qint64 untilPurged = 30LL * 24 * 60 * 60 * 1000;

/// What happened, in one SQLite file: statements are only ever added, in the order of their ids.
class Journal
{
public:
    using Reply = std::function<void(const Result<base::Statement> &)>;

    /// Opens the file at `path`, makes it (and its folder, for the owner alone) where it is missing, and brings an
    /// older one up to date after copying it. Of the error codes, all but `DiskFull` and `Rejected` leave the file as
    /// it was.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> open(const QString &path, base::Clock clock,
                                                               const OpenOptions &options = {});

    /// A journal that ends with the program: a guest's, a test's, the tour's.
    [[nodiscard]] static Result<std::unique_ptr<Journal>> inMemory(base::Clock clock);

    virtual ~Journal() = default;
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// Stamps the statement with id and time (and where its actor is null, with the person's), puts it on disk, and
    /// only then calls `then` with the statement as written, or with why it could not be. Nothing is written in part.
    virtual void append(base::Statement statement, const Reply &then) = 0;

    /// All of them or none, in one transaction: the guest's statements into a kept journal. They keep their ids and
    /// times (an id that is there already is passed over) and take this journal's person as their actor, but for those
    /// of `others`, who come along as they are.
    [[nodiscard]] virtual Result<void> adopt(const std::vector<base::Statement> &statements,
                                             const std::vector<Actor> &others) = 0;

    [[nodiscard]] virtual Result<std::vector<base::Statement>> read(const Query &query) const = 0;

    /// The same, one after another, without all of them in memory. `take` must not use this journal.
    [[nodiscard]] virtual Result<void> visit(const Query &query,
                                             const std::function<void(const base::Statement &)> &take) const = 0;

    /// Everything that was answered and has not been voided, in its order. `take` must not use this journal, nor keep a
    /// row; false ends it. Whose attempts they are, and that nobody of them is forgotten, tell those `started`.
    [[nodiscard]] virtual Result<void> visitAnswers(const std::function<bool(const AnswerRow &)> &take) const = 0;

    /// The different objects of the statements that `query` finds, in no particular order.
    [[nodiscard]] virtual Result<std::vector<QString>> objects(const Query &query) const = 0;

    /// Who learns now: the first person of the file, made with it, until another is chosen.
    [[nodiscard]] virtual QUuid person() const = 0;
    /// Everybody who learns with this file and is not forgotten, in the order in which they came.
    [[nodiscard]] virtual Result<std::vector<Person>> persons() const = 0;
    /// Somebody new, with a random id that nobody ever had.
    [[nodiscard]] virtual Result<QUuid> addPerson() = 0;
    /// Somebody, or something, that answers without being who learns here: a room, a pile of paper.
    [[nodiscard]] virtual Result<QUuid> addActor(ActorKind kind) = 0;
    /// All of those that are not forgotten, in the order in which they came.
    [[nodiscard]] virtual Result<std::vector<Actor>> others() const = 0;
    /// From now on it is they who learn. `NoSuchActor` where nobody is called so.
    [[nodiscard]] virtual Result<void> choosePerson(const QUuid &person) = 0;

    /// Writes all that is not forgotten into a new journal, which another one can merge. `AlreadyThere` where there is
    /// a file; after any error there is none.
    [[nodiscard]] virtual Result<void> exportTo(const QString &path) = 0;
    /// The same of one session alone, and of nobody but those who answered in it: to be gone on with elsewhere.
    [[nodiscard]] virtual Result<void> exportSession(const QUuid &session, const QString &path) = 0;
    /// Takes in what another journal has: `mergeFrom`.
    [[nodiscard]] virtual Result<MergeOutcome> merge(const QString &path) = 0;

    /// Hides somebody at once. They are purged at the first `purgeOverdue` after 30 days. If it was who learns now, the
    /// next person does, or somebody new.
    [[nodiscard]] virtual Result<void> forget(const QUuid &actor) = 0;
    /// Takes somebody out for good: of the file, its log and every copy of it. `Remains` where a copy could not be
    /// rewritten; everything else is done then, and the next purge tries that copy again.
    [[nodiscard]] virtual Result<void> purgeNow(const QUuid &actor) = 0;
    /// Purges those who were forgotten 30 days ago.
    [[nodiscard]] virtual Result<void> purgeOverdue() = 0;
    /// Whether the file knows that somebody is to be forgotten, for now hidden or for good.
    [[nodiscard]] virtual Result<bool> hasForgotten(const QUuid &actor) const = 0;
    /// How much happened more than `days` days ago, whoever did it, by the time in its id: that never goes back, as a
    /// clock may.
    [[nodiscard]] virtual Result<qint64> countBefore(int days) const = 0;
    /// Purges that, in the file and its copies.
    [[nodiscard]] virtual Result<void> purgeAfter(int days) = 0;

    /// Makes a backup beside the file, thins out the older ones, and gives its path. Empty where the newest one holds
    /// all that there is.
    [[nodiscard]] virtual Result<QString> backUp() = 0;

    /// Whether the whole file is sound: its pages, its references and every statement. `Damaged` with what is not.
    [[nodiscard]] virtual Result<void> verify() const = 0;

    /// Whether another program wrote to the same file since this was asked last, or since the file was opened.
    [[nodiscard]] virtual Result<bool> wasChangedElsewhere() = 0;

    /// Where it is; empty for one in memory.
    [[nodiscard]] virtual QString path() const = 0;

protected:
    Journal() = default;
};

/// Where the journal stands if nobody says otherwise: in the portable folder, or in the user's own data folder.
[[nodiscard]] QString defaultPath();

/// Renames a damaged journal (and what SQLite keeps beside it) out of the way, never over another file; gives its new
/// path.
[[nodiscard]] Result<QString> putAside(const QString &path, const base::Clock &clock);

} // namespace journal

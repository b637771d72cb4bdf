// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/statement.h"
#include "items/item.h"
#include "workshop/pace.h"

#include <QHash>
#include <QMap>

#include <optional>

namespace workshop {

/// What a session begins with. The plan is written down whole: a session goes on as planned on another computer, and
/// where the plan has changed since.
struct Setting {
    course::Plan plan;
    int room = 0;             ///< how many take part; 0: nobody has counted
    bool isRehearsal = false; ///< nothing of it is ever counted among real results

    bool operator==(const Setting &) const = default;
};

/// How a room answers.
enum class Way { Hands, Pairs, Paper, ClosedEyes };

/// What nobody should have to show: by paper, where an item is tagged `sensitive`; else by hands.
[[nodiscard]] Way usualWay(const items::Item &item);

/// One round of answers to an item.
struct Round {
    Way way = Way::Hands;
    QMap<QString, int> counts; ///< by option's key; "?" for "I don't know"
    bool isClosed = false;     ///< counted to the end; before that its numbers tell nothing
    int room = 0;              ///< how many took part then; 0: nobody has counted

    [[nodiscard]] int answers() const;
    bool operator==(const Round &) const = default;
};

/// An item that was asked: one round, or one before the discussion and one after it.
struct Asking {
    QString version; ///< of the item, as it was asked
    std::vector<Round> rounds;
    bool isRevealed = false;

    bool operator==(const Asking &) const = default;
};

/// Where in the plan the room is: a step, a slide of it, and how far that is built up. All from 0.
struct Spot {
    int step = 0;
    int slide = 0;
    int build = 0;

    bool operator==(const Spot &) const = default;
};

/// A workshop as it goes: a pure state machine. It answers an intent with the statement that must be on disk before the
/// new state may be shown; `accept` then takes that same statement in. Replaying the statements of a session through
/// `accept` gives the same state: after a power cut, and on a co-trainer's computer.
class Session
{
public:
    enum class Phase { Planned, Running, Paused, Over };

    /// `objectPrefix` is the course's id with a slash, `id` the session's. What it begins with comes with `accept`.
    Session(QString objectPrefix, const QUuid &id);

    [[nodiscard]] const QUuid &id() const { return m_id; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const Setting &setting() const { return m_setting; }
    [[nodiscard]] const Spot &spot() const { return m_spot; }
    [[nodiscard]] const std::set<int> &cut() const { return m_cut; }
    /// Whether the room can be asked something: while it runs, and in the review after it.
    [[nodiscard]] bool canAsk() const { return m_phase == Phase::Running || m_phase == Phase::Over; }
    /// What the room was asked so far of an item; without rounds where it was not.
    [[nodiscard]] Asking asking(const QString &item) const { return m_askings.value(item); }
    /// The items that the room was asked, in the order in which it first was.
    [[nodiscard]] const QStringList &asked() const { return m_asked; }

    /// Milliseconds since the beginning, pauses not counted; 0 before it. A clock that went back adds nothing.
    [[nodiscard]] qint64 elapsed(qint64 now) const;
    [[nodiscard]] Standing standing(qint64 now) const;

    // Intents. Each gives the statement to write, or nothing where the intent has no sense now.
    [[nodiscard]] std::optional<base::Statement> start(const Setting &setting) const;
    [[nodiscard]] std::optional<base::Statement> show(const Spot &spot) const;
    [[nodiscard]] std::optional<base::Statement> pause() const;
    [[nodiscard]] std::optional<base::Statement> resume() const;
    /// Leaves steps out. Never one that must be kept, nor one that was shown already.
    [[nodiscard]] std::optional<base::Statement> leaveOut(const std::vector<int> &steps) const;
    /// Puts steps back in that were left out.
    [[nodiscard]] std::optional<base::Statement> putBack(const std::vector<int> &steps) const;
    /// Puts an item before the room: the first round, or after a closed one the second.
    [[nodiscard]] std::optional<base::Statement> ask(const items::Item &item, Way way) const;
    /// What was counted so far of the item's round that is open, or is mended of one that is closed and not yet
    /// revealed; the latest holds. With `isLast` the round closes. No count is below 0; more than are in the room is
    /// the trainer's to see, and no reason to lose it.
    [[nodiscard]] std::optional<base::Statement> tally(const QString &item, const QMap<QString, int> &counts,
                                                       bool isLast) const;
    /// How many take part, counted anew. It mends the round that was asked last, until that is revealed; others keep
    /// the number that they had, if any.
    [[nodiscard]] std::optional<base::Statement> countRoom(int room) const;
    /// Opens the item's explanation, once a round is closed.
    [[nodiscard]] std::optional<base::Statement> reveal(const QString &item) const;
    [[nodiscard]] std::optional<base::Statement> end() const;

    /// Takes a statement of this session in; others are passed over, and so is what makes no sense in its place.
    void accept(const base::Statement &statement);

    bool operator==(const Session &) const = default;

private:
    [[nodiscard]] base::Statement about(base::Verb verb, const QString &id) const;
    [[nodiscard]] bool isIn(const Spot &spot) const;
    [[nodiscard]] QString targetOf(int step) const;
    void acceptStart(const base::Statement &statement);
    void acceptShown(const base::Statement &statement);
    void acceptCut(const base::Statement &statement);
    void acceptAsked(const QString &item, const base::Statement &statement);
    void acceptTally(const QString &item, const base::Statement &statement);
    void acceptRoom(int room);
    void stand(qint64 at);

    QString m_prefix;
    QUuid m_id;
    Phase m_phase = Phase::Planned;
    Setting m_setting;
    Spot m_spot;
    std::set<int> m_cut;
    std::set<int> m_shown;
    QHash<QString, Asking> m_askings;
    QStringList m_asked;
    QString m_askedLast;    ///< the item whose round was opened last
    qint64 m_ran = 0;       ///< milliseconds up to `m_since`, pauses not counted
    qint64 m_since = 0;     ///< when it began to run last
    qint64 m_ranAtStep = 0; ///< when the step began, in milliseconds run
};

} // namespace workshop

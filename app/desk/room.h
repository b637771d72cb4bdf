// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"
#include "workshop/deck.h"
#include "workshop/past.h"

#include <QObject>

namespace desk {

/// A workshop and the ledger together: what the room was shown and asked. Nothing counts before the journal has it.
class Room final : public QObject
{
    Q_OBJECT

public:
    /// `course` with its plans. Both must outlive the room.
    Room(const course::Course &course, journal::Journal &journal, base::Clock clock, QObject *parent = nullptr);

    [[nodiscard]] const course::Course &course() const { return m_course; }
    [[nodiscard]] journal::Journal &ledger() { return m_journal; }
    [[nodiscard]] bool isKept() const { return !m_journal.path().isEmpty(); }
    [[nodiscard]] qint64 now() const { return m_clock(); }

    /// All sessions of this course that the journal knows, the latest first.
    [[nodiscard]] journal::Result<std::vector<workshop::PastSession>> sessions() const;

    /// Begins a session; what it is made of is on disk when this gives nothing.
    [[nodiscard]] std::optional<journal::Error> begin(const workshop::Setting &setting);
    /// Goes on with one where it stopped: after a power cut, or on another computer.
    [[nodiscard]] std::optional<journal::Error> goOn(const QUuid &session);
    /// Lets go of the session; it stays as it is, and can be gone on with.
    void leave();

    [[nodiscard]] bool isOpen() const { return m_session.has_value(); }
    [[nodiscard]] const workshop::Session &session() const { return *m_session; }
    /// What is shown in each step of its plan.
    [[nodiscard]] const std::vector<workshop::Stage> &stages() const { return m_stages; }

    /// Writes what an intent of the session gave. True once it is on disk; false where there was nothing to write, or
    /// where it failed.
    bool record(const std::optional<base::Statement> &statement);

Q_SIGNALS:
    void changed();
    void failed(const journal::Error &error);

private:
    [[nodiscard]] QString prefix() const { return m_course.id + QLatin1Char('/'); }
    [[nodiscard]] journal::Result<std::vector<base::Statement>> statementsOf(const QUuid &session) const;
    std::optional<journal::Error> write(base::Statement statement);

    const course::Course &m_course;
    journal::Journal &m_journal;
    base::Clock m_clock;
    QUuid m_actor; ///< the room of this session
    std::optional<workshop::Session> m_session;
    std::vector<workshop::Stage> m_stages;
};

} // namespace desk

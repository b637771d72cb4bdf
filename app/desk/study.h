// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "course/course.h"
#include "figures/figure.h"
#include "journal/journal.h"
#include "plot/figurechart.h"
#include "practice/sitting.h"
#include "quiz/check.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace desk {

/// How far a learner has come in a module.
struct ModuleProgress {
    int sectionsRead = 0; ///< or skipped
    int sections = 0;
    int itemsSeen = 0;     ///< answered or skipped, in any go at the check
    int itemsAnswered = 0; ///< of those; “I don't know” is an answer
    int items = 0;
    bool checkComplete = false; ///< it was gone through once
    int minutesLeft = 0;        ///< of reading and answering alone

    /// Share of the module that is done, 0 to 1; the check weighs as much as one section.
    [[nodiscard]] double share() const;
    bool operator==(const ModuleProgress &) const = default;
};

/// The course and the ledger together: what has been done of what there is. All that it knows of the learner it reads
/// from the journal, and nothing counts before the journal has it.
class Study final : public QObject
{
    Q_OBJECT

public:
    /// `reading` must be open. A journal in memory makes its learner a guest.
    Study(course::Course course, std::unique_ptr<journal::Journal> journal, base::Clock clock,
          QObject *parent = nullptr);

    [[nodiscard]] const course::Course &course() const { return m_course; }
    [[nodiscard]] bool isKept() const { return !m_journal->path().isEmpty(); }
    [[nodiscard]] QString journalPath() const { return m_journal->path(); }

    /// Why what was done before could not be read, if it could not.
    [[nodiscard]] const std::optional<journal::Error> &problem() const { return m_problem; }

    [[nodiscard]] bool isRead(const QString &section) const { return m_read.contains(section); }
    /// Read, or skipped on purpose: skipping costs nothing.
    [[nodiscard]] bool isDone(const QString &section) const { return isRead(section) || m_skipped.contains(section); }
    [[nodiscard]] ModuleProgress progressOf(const course::Module &module) const;
    /// How long it takes alone, as `course::selfMinutes` has it, reckoned once.
    [[nodiscard]] int minutesOf(const course::Section &section) const;
    [[nodiscard]] int minutesOf(const course::Module &module) const;

    /// The section that was opened last, or empty.
    [[nodiscard]] QString lastSection() const { return m_lastSection; }
    /// The module whose check was the last thing open, or empty where that was a section.
    [[nodiscard]] QString lastCheck() const { return m_lastCheck; }

    /// The forms as modules that have nothing but questions; `form-a` is the id of form `a`.
    [[nodiscard]] const std::vector<course::Module> &forms() const { return m_forms; }
    [[nodiscard]] bool isForm(const QString &id) const;
    /// Everything that can be practised, as a module that has nothing but questions.
    [[nodiscard]] const course::Module &practice() const { return m_practice; }
    /// The module or form of that id whose questions are asked, or practice; null where it is none.
    [[nodiscard]] const course::Module *asked(const QString &id) const;

    /// The latest go at a module's check, finished or not.
    [[nodiscard]] std::optional<quiz::Check> latestCheck(const course::Module &module) const;
    /// An id that nothing is written under yet.
    /// Milliseconds since 1970, UTC.
    [[nodiscard]] qint64 now() const { return m_clock(); }
    [[nodiscard]] QUuid newAttempt() { return m_attempts.next(m_clock()); }
    /// Another one, that nothing is written of yet.
    [[nodiscard]] quiz::Check newCheck(const course::Module &module, quiz::Conduct conduct = {});

    /// The statements of the latest walk through a story, its beginning first; empty where there was none.
    [[nodiscard]] std::vector<base::Statement> latestWalk(const QString &story);
    [[nodiscard]] bool isWalked(const QString &story) const { return m_walked.contains(story); }
    // What to write of a walk: its beginning (with an attempt of its own), a step, and that an ending was reached.
    [[nodiscard]] base::Statement newWalk(const QString &story);
    [[nodiscard]] base::Statement walked(const QString &story, const QUuid &attempt, const QString &from,
                                         const QString &to) const;
    [[nodiscard]] base::Statement finishedWalk(const QString &story, const QUuid &attempt) const;

    /// What they have answered so far, as cards. Read on the first call, which takes a moment in a journal of years.
    [[nodiscard]] std::vector<practice::Card> cards() const;
    /// The day that it is, by this computer's clock.
    [[nodiscard]] practice::Today today() const;
    /// What fits `minutes` now: cards, and the next section that is not read.
    [[nodiscard]] practice::Sitting sitting(int minutes) const;
    /// When a module's check was first gone through; 0 where it never was.
    [[nodiscard]] qint64 completedAt(const QString &module) const;
    /// The section that was open last, or the first to read alone; empty where there is none.
    [[nodiscard]] QString readingAt() const;
    /// The first section, from the one that was open last on, that is not read; null where all are.
    [[nodiscard]] const course::Section *nextUnread() const;

    /// Writes down what somebody guessed of a figure before it opened.
    void recordPrediction(const figures::PreparedFigure &figure, const std::vector<plot::Guess> &guesses);

    void openSection(const QString &section);
    void finishSection(const QString &section);
    void skipSection(const QString &section);

    /// Writes a statement; `then` runs when it is on disk, or with why it is not. Tells `changed` or `failed` as well.
    void record(const base::Statement &statement, const journal::Journal::Reply &then = {});

    /// The ledger itself, for what is done with it as a whole. After it was changed there, `reload`.
    [[nodiscard]] journal::Journal &ledger() { return *m_journal; }
    void reload();
    /// Goes on in another journal as if the program had just begun; the one before is closed first.
    void resume(const std::function<std::unique_ptr<journal::Journal>()> &open);

    /// Goes on in another journal and takes along what was done so far: a guest who decides to keep it.
    [[nodiscard]] journal::Result<void> moveTo(std::unique_ptr<journal::Journal> other);

Q_SIGNALS:
    void changed();
    void failed(const journal::Error &error);
    void recorded();
    /// The journal is about to be closed: whoever holds the ledger lets go of it.
    void closing();

private:
    void readAll();
    void readCheck(const course::Module &module);
    void readAnswered(const course::Module &module);
    [[nodiscard]] quiz::Check replayed(const course::Module &module, const base::Statement &started);
    [[nodiscard]] std::vector<base::Statement> statements(journal::Query query);
    [[nodiscard]] std::vector<QString> objects(base::Verb verb);
    template<typename T>
    void noteProblem(const journal::Result<T> &result)
    {
        if (!result && !m_problem)
            m_problem = result.error();
    }
    void take(const base::Statement &statement);
    [[nodiscard]] QString prefix() const { return m_course.id + QLatin1Char('/'); }
    [[nodiscard]] QString idOf(const QString &object) const { return object.mid(prefix().size()); }
    [[nodiscard]] base::Statement about(base::Verb verb, const QString &id) const;

    course::Course m_course;
    std::vector<course::Module> m_forms;
    course::Module m_practice;
    std::unique_ptr<journal::Journal> m_journal;
    base::Clock m_clock;
    base::UuidSource m_attempts;
    std::optional<journal::Error> m_problem;
    QSet<QString> m_read;
    QSet<QString> m_skipped;  ///< sections, and items
    QSet<QString> m_answered; ///< items of the checks that were begun, in any go
    QSet<QString> m_walked;   ///< stories of which an ending was reached, and checks that were gone through
    QString m_lastSection;
    QString m_lastCheck;
    QMap<QString, quiz::Check> m_checks; ///< by module: the latest go
    mutable std::optional<practice::Deck> m_deck;
    mutable QHash<QString, int> m_minutes; ///< by section: each page asks for all of them
};

} // namespace desk

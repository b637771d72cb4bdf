// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/problemtext.h"
#include "desk/study.h"
#include "journal/backups.h"
#include "keep/people.h"

#include <QObject>

#include <functional>
#include <optional>

namespace desk {

/// What can be done with all that is kept: who learns, copies, forgetting. Each tells in one sentence what came of it.
/// Holds no widget; whoever calls has asked for files and asked whether it is meant.
class Keeper final : public QObject
{
    Q_OBJECT

public:
    using Opener = std::function<journal::Result<std::unique_ptr<journal::Journal>>()>;

    /// `folder` is where the faces are kept; an empty one keeps them for this run. `openKept` opens the journal at
    /// `keptPath` again.
    Keeper(Study &study, QString folder, base::Clock clock, QString keptPath, Opener openKept,
           QObject *parent = nullptr);

    // Who learns.
    [[nodiscard]] keep::Face face() const { return m_people.faceOf(m_study.ledger().person()); }
    [[nodiscard]] bool hasFaces() const { return !m_people.faces().empty(); }
    [[nodiscard]] keep::Face faceOf(const QUuid &person) const { return m_people.faceOf(person); }
    [[nodiscard]] std::vector<journal::Person> persons() const; ///< in the order in which they came
    void setFace(const keep::Face &face);
    void choose(const QUuid &person);
    /// Somebody new, who learns from now on; nothing where they could not be added.
    std::optional<QUuid> addPerson(const QString &name);
    /// The journal that is kept, for a guest's window, which has none open.
    [[nodiscard]] journal::Result<std::unique_ptr<journal::Journal>> openKept() const { return m_openKept(); }
    /// From now on nothing is kept; what was is closed.
    void becomeGuest();

    // Copies.
    [[nodiscard]] std::vector<journal::Backup> backups() const;
    /// The newest that is sound.
    [[nodiscard]] std::optional<journal::Backup> soundBackup() const;
    /// Whether the file has the program's own name; one of another may be somebody's own, and is not moved.
    [[nodiscard]] bool hasOwnName() const;
    void backUp();
    void exportTo(const QString &path);
    void merge(const QString &path);
    /// Puts a backup in the place of the journal, or of a damaged one that could not be opened; an empty path begins
    /// anew. What can be read of what was there is taken over.
    void restore(const QString &backup);
    void verify();

    // An end.
    void forgetMe(bool forGood);
    void purgeAfter(int days);
    /// How much of what everybody did would go with that.
    [[nodiscard]] qint64 countBefore(int days) const { return m_study.ledger().countBefore(days).value_or(0); }

    /// What another window of the program wrote meanwhile is shown here too, and said.
    void lookElsewhere();

    /// What is to be done once after the start, quietly: who is overdue is purged, what is too old goes, a backup is
    /// made.
    void tend(int keptDays);

Q_SIGNALS:
    void told(const QString &text);
    void damaged();
    /// All is purged but for this file, which cannot be rewritten.
    void copyRemains(const QString &path, const QString &text);
    /// Another person learns, or what is known of this one is another.
    void personChanged();
    void changed();

private:
    /// `chosen` is the file that somebody chose, where what failed is a copy.
    template<typename T>
    bool worked(const journal::Result<T> &result, Occasion occasion = Occasion::Keeping, const QString &chosen = {})
    {
        if (!result)
            tellProblem(result.error(), occasion, chosen);
        return result.has_value();
    }
    void tellProblem(const journal::Error &error, Occasion occasion = Occasion::Keeping, const QString &chosen = {});
    void lookAtClock();
    /// Whether anything that can be seen became different.
    bool tendFor(journal::Journal &ledger, int keptDays);
    bool dropForgotten(const journal::Journal &ledger);
    QString removeTraces(const QUuid &person);

    Study &m_study;
    QString m_folder;
    keep::People m_people;
    base::Clock m_clock;
    QString m_keptPath;
    Opener m_openKept;
    bool m_hasLookedAtClock = false;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keeper.h"

#include "keep/notes.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace desk {

Keeper::Keeper(Study &study, QString folder, base::Clock clock, QString keptPath, Opener openKept, QObject *parent)
    : QObject(parent), m_study(study), m_folder(std::move(folder)), m_people(m_folder), m_clock(std::move(clock)),
      m_keptPath(std::move(keptPath)), m_openKept(std::move(openKept))
{
}

std::vector<journal::Person> Keeper::persons() const
{
    return m_study.ledger().persons().value_or(std::vector<journal::Person>());
}

void Keeper::setFace(const keep::Face &face)
{
    if (const auto kept = m_people.set(face); !kept)
        Q_EMIT told(tr("This could not be kept in %1. It holds until the window closes.").arg(kept.error().path));
    Q_EMIT changed();
}

void Keeper::choose(const QUuid &person)
{
    if (!worked(m_study.ledger().choosePerson(person)))
        return;
    m_study.reload();
    Q_EMIT personChanged();
}

std::optional<QUuid> Keeper::addPerson(const QString &name)
{
    const auto person = m_study.ledger().addPerson();
    if (!worked(person))
        return std::nullopt;
    keep::Face face = m_people.faceOf(*person);
    face.name = name;
    face.picture = static_cast<int>(persons().size() - 1) % keep::pictures;
    setFace(face);
    choose(*person);
    return *person;
}

void Keeper::becomeGuest()
{
    m_study.resume([this] { return std::move(*journal::Journal::inMemory(m_clock)); });
    Q_EMIT personChanged();
}

std::vector<journal::Backup> Keeper::backups() const
{
    return m_keptPath.isEmpty() ? std::vector<journal::Backup>() : journal::backupsOf(m_keptPath);
}

std::optional<journal::Backup> Keeper::soundBackup() const
{
    const std::vector<journal::Backup> all = backups();
    const auto sound = std::ranges::find_if(
        all, [](const journal::Backup &backup) { return journal::lookInto(backup.path).has_value(); });
    return sound == all.end() ? std::nullopt : std::optional(*sound);
}

bool Keeper::hasOwnName() const
{
    return QFileInfo(m_keptPath).fileName() == QFileInfo(journal::defaultPath()).fileName();
}

void Keeper::backUp()
{
    const auto made = m_study.ledger().backUp();
    if (!worked(made))
        return;
    Q_EMIT told(made->isEmpty() ? tr("The newest backup holds all that there is.")
                                : tr("A backup was made: %1.").arg(QDir::toNativeSeparators(*made)));
    Q_EMIT changed();
}

void Keeper::exportTo(const QString &path)
{
    if (worked(m_study.ledger().exportTo(path), Occasion::CopyingOut, path))
        Q_EMIT told(tr("A copy of what is kept is in %1. On the other computer, take it in on this same page.")
                        .arg(QDir::toNativeSeparators(path)));
}

void Keeper::merge(const QString &path)
{
    const auto outcome = m_study.ledger().merge(path);
    if (!worked(outcome, Occasion::TakingIn, path))
        return;
    m_study.reload();
    Q_EMIT told(outcome->added == 0 ? tr("There was nothing new in %1.").arg(QDir::toNativeSeparators(path))
                                    : tr("%n thing(s) taken in from %1. Choose above whose they are.", nullptr,
                                         static_cast<int>(outcome->added))
                                          .arg(QDir::toNativeSeparators(path)));
    Q_EMIT changed();
}

void Keeper::restore(const QString &backup)
{
    const QUuid person = m_study.ledger().person();
    // What was done while the damaged file could not be opened is in memory, and comes along.
    const auto meanwhile = m_study.isKept() ? std::vector<base::Statement>()
                                            : m_study.ledger().read({}).value_or(std::vector<base::Statement>());
    const auto others = m_study.isKept() ? std::vector<journal::Actor>()
                                         : m_study.ledger().others().value_or(std::vector<journal::Actor>());
    journal::Result<journal::Restored> restored = tl::unexpected(journal::Error());
    std::optional<journal::Error> notOpened;
    m_study.resume([&] {
        restored = journal::restore(m_keptPath, backup, m_clock);
        auto kept = m_openKept();
        const auto adopted = kept ? (*kept)->adopt(meanwhile, others) : tl::make_unexpected(kept.error());
        if (adopted)
            return std::move(*kept);
        notOpened = adopted.error();
        auto inMemory = std::move(*journal::Journal::inMemory(m_clock));
        static_cast<void>(inMemory->adopt(meanwhile, others));
        return inMemory;
    });
    static_cast<void>(m_study.ledger().choosePerson(person)); // in an older backup they may not be yet
    m_study.reload();
    if (notOpened)
        tellProblem(*notOpened);
    else if (worked(restored))
        Q_EMIT told(
            tr("What is kept is sound again. What was there is put aside as %1, and %n thing(s) of it that were "
               "missing here were taken over.",
               nullptr, static_cast<int>(restored->recovered))
                .arg(QDir::toNativeSeparators(restored->putAside)));
    Q_EMIT personChanged();
}

void Keeper::verify()
{
    if (worked(m_study.ledger().verify()))
        Q_EMIT told(tr("What is kept is sound, from the first page to the last."));
}

/// What is kept of them beside the journal; which file could not be mended, or nothing.
QString Keeper::removeTraces(const QUuid &person)
{
    const auto removed = m_people.remove(person);
    const auto wiped = m_folder.isEmpty() ? tl::expected<void, keep::Error>()
                                          : keep::Notes(keep::notesFolder(m_folder, person)).clear();
    return !removed ? removed.error().path : !wiped ? wiped.error().path : QString();
}

void Keeper::forgetMe(bool forGood)
{
    const QUuid person = m_study.ledger().person();
    const auto done = forGood ? m_study.ledger().purgeNow(person) : m_study.ledger().forget(person);
    const QString left = removeTraces(person);
    m_study.reload();
    if (worked(done) && left.isEmpty())
        Q_EMIT told(forGood ? tr("All that you did is purged from this computer's file and its backups.")
                            : tr("All that you did is hidden from now on, and purged in 30 days."));
    else if (done)
        Q_EMIT told(
            tr("All that you did is forgotten, but your name or your notes could not be taken out of %1: delete "
               "that file yourself.")
                .arg(QDir::toNativeSeparators(left)));
    Q_EMIT personChanged();
}

void Keeper::purgeAfter(int days)
{
    if (days > 0 && worked(m_study.ledger().purgeAfter(days)))
        m_study.reload();
    Q_EMIT changed();
}

void Keeper::lookElsewhere()
{
    m_people.reload();
    if (!m_study.isKept() || !m_study.ledger().wasChangedElsewhere().value_or(false))
        return;
    m_study.reload();
    Q_EMIT told(
        tr("Another window of this program writes to the same journal. All of it is kept, and shown here too."));
    Q_EMIT changed();
}

/// A clock that went back makes no order wrong, but what is due is reckoned by it.
void Keeper::lookAtClock()
{
    if (std::exchange(m_hasLookedAtClock, true))
        return;
    constexpr qint64 tolerance = 3'600'000; // two computers of one office, and a stick between them
    qint64 latest = 0;
    for (const journal::Person &person : persons())
        latest = std::max(latest, person.lastAt);
    if (latest <= m_clock() + tolerance)
        return;
    const auto day = [](qint64 at) {
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at), QLocale::ShortFormat);
    };
    Q_EMIT told(tr("This computer's clock says %1, but something was kept here on %2. Nothing is lost, and the order "
                   "holds. What is due is reckoned by the clock: please set it.")
                    .arg(day(m_clock()), day(latest)));
}

/// Where nobody's progress is open, a guest's window looks after the file all the same.
void Keeper::tend(int keptDays)
{
    if (m_study.isKept()) {
        const bool isOther = tendFor(m_study.ledger(), keptDays);
        lookAtClock();
        if (isOther)
            Q_EMIT changed(); // whoever is on the page meanwhile is not disturbed for nothing
    } else if (!m_keptPath.isEmpty() && QFileInfo::exists(m_keptPath)) {
        if (const auto kept = m_openKept())
            static_cast<void>(tendFor(**kept, keptDays));
    }
}

/// Each step is tried whatever became of the one before; the last that fails is told.
bool Keeper::tendFor(journal::Journal &ledger, int keptDays)
{
    if (const auto sound = ledger.verify(); !sound && sound.error().code == journal::ErrorCode::Damaged) {
        tellProblem(sound.error());
        Q_EMIT damaged();
        return true;
    }
    static_cast<void>(worked(ledger.purgeOverdue()));
    const bool isPurged =
        keptDays > 0 && ledger.countBefore(keptDays).value_or(0) > 0 && worked(ledger.purgeAfter(keptDays));
    if (isPurged)
        m_study.reload();
    const bool isDropped = dropForgotten(ledger);
    const auto made = ledger.backUp();
    return (worked(made) && !made->isEmpty()) || isPurged || isDropped;
}

/// Somebody may have been forgotten from the command line, or on another computer whose copy was taken in.
bool Keeper::dropForgotten(const journal::Journal &ledger)
{
    bool isDropped = false;
    QList<QUuid> known = keep::notesKeptOf(m_folder);
    for (const keep::Face &face : m_people.faces())
        known.append(face.id);
    for (const QUuid &person : known) {
        if (!ledger.hasForgotten(person).value_or(false))
            continue;
        removeTraces(person);
        isDropped = true;
    }
    return isDropped;
}

void Keeper::tellProblem(const journal::Error &error, Occasion occasion, const QString &chosen)
{
    if (error.code == journal::ErrorCode::Remains) {
        Q_EMIT copyRemains(error.path, problemText(error));
        return;
    }
    Q_EMIT told(problemText(error, occasion, chosen));
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/backups.h"

#include "journal/backupfile.h"
#include "journal/journalfile.h"
#include "journal/merging.h"
#include "journal/schema.h"
#include "journal/sqlstatement.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <array>

namespace journal {

namespace {

constexpr QLatin1String stampFormat("yyyyMMdd'T'HHmmss'Z'");
constexpr QLatin1String unfinished(".part");

QString folderOf(const QString &path)
{
    return QFileInfo(path).path() + QLatin1String("/backups");
}

QString stemOf(const QString &path)
{
    return QFileInfo(path).completeBaseName() + QLatin1Char('-');
}

constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 msPerDay = 24 * msPerHour;
constexpr qint64 msPerWeek = 7 * msPerDay;

/// So far back one backup of each span is kept.
struct Tier {
    qint64 span = 0;
    qint64 reach = 0;
};
constexpr std::array tiers{
    Tier{msPerHour, 24 * msPerHour},
    Tier{msPerDay, 30 * msPerDay},
    Tier{msPerWeek, 52 * msPerWeek},
};

void thin(const QString &path, qint64 now)
{
    const std::vector<Backup> backups = backupsOf(path);
    std::vector<qint64> times;
    times.reserve(backups.size());
    for (const Backup &backup : backups)
        times.push_back(backup.at);
    const std::vector<qint64> kept = worthKeeping(times, now);
    for (const Backup &backup : backups) {
        if (std::ranges::find(kept, backup.at) == kept.end())
            QFile::remove(backup.path); // one that cannot be removed is one too many, and no loss
    }
}

Result<void> renamed(const QString &from, const QString &to)
{
    QFile file(from);
    if (file.rename(to))
        return {};
    return tl::unexpected(Error{ErrorCode::Failed, to, file.errorString()});
}

/// A copy of a sound backup under another name.
Result<void> copyBackup(const QString &backup, const QString &to)
{
    const Result<Database> open = Database::open(backup, {.readOnly = true});
    if (!open)
        return tl::unexpected(open.error());
    const Database &database = *open;
    return identify(database).and_then([&](int) { return checkPages(database); }).and_then([&] {
        return copyInto(database, to);
    });
}

Result<qint64> recover(const QString &path, const QString &aside)
{
    const Result<Database> open = Database::open(path, {});
    if (!open)
        return tl::unexpected(open.error());
    const Database &database = *open;
    return identify(database)
        .and_then([&](int version) {
            return version < currentVersion ? migrate(database, shippedMigrations()) : Result<void>();
        })
        .and_then([&] { return salvageFrom(database, aside); })
        .map([](const MergeOutcome &outcome) { return outcome.added; });
}

} // namespace

std::vector<Backup> backupsOf(const QString &path)
{
    const QString stem = stemOf(path);
    std::vector<Backup> backups;
    for (const QFileInfo &file : QDir(folderOf(path)).entryInfoList({stem + QLatin1String("*.sqlite")}, QDir::Files)) {
        QDateTime at = QDateTime::fromString(file.completeBaseName().mid(stem.size()), stampFormat);
        at.setTimeSpec(Qt::UTC);
        if (at.isValid())
            backups.push_back({file.filePath(), at.toMSecsSinceEpoch()});
    }
    std::ranges::sort(backups, std::ranges::greater(), &Backup::at);
    return backups;
}

std::vector<QString> copiesOf(const QString &path)
{
    const QFileInfo file(path);
    std::vector<QString> copies;
    for (const Backup &backup : backupsOf(path))
        copies.push_back(backup.path);
    const QStringList beside{file.fileName() + QLatin1String(".version-*"),
                             file.fileName() + QLatin1String(".damaged-*")};
    for (const QFileInfo &copy : QDir(file.path()).entryInfoList(beside, QDir::Files, QDir::Name)) {
        const QString name = copy.fileName();
        if (!name.endsWith(QLatin1String("-wal")) && !name.endsWith(QLatin1String("-shm")))
            copies.push_back(copy.filePath());
    }
    return copies;
}

std::vector<qint64> worthKeeping(const std::vector<qint64> &times, qint64 now)
{
    std::vector<qint64> kept;
    std::array<QSet<qint64>, tiers.size()> filled;
    for (const qint64 at : times) {
        bool isFirst = kept.empty();
        for (std::size_t i = 0; i < tiers.size(); ++i) {
            const qint64 span = at / tiers[i].span;
            // What a clock that went back left in the future counts as of now.
            if (now - at >= tiers[i].reach || filled[i].contains(span))
                continue;
            filled[i].insert(span);
            isFirst = true;
        }
        if (isFirst)
            kept.push_back(at);
    }
    return kept;
}

Result<QString> makeBackup(const Database &database, const QString &path, qint64 now)
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(now, Qt::UTC).toString(stampFormat);
    const QString target = folderOf(path) + QLatin1Char('/') + stemOf(path) + stamp + QLatin1String(".sqlite");
    const QString part = target + unfinished;
    QFile::remove(part);   // what an earlier try left
    QFile::remove(target); // of the same second
    return ensureFolder(folderOf(path))
        .and_then([&] { return copyInto(database, part); })
        .and_then([&] { return renamed(part, target); })
        .map([&] {
            thin(path, now);
            return target; // NOLINT(performance-no-automatic-move): captured by reference, so copied in any case
        })
        .map_error([&](Error error) {
            QFile::remove(part);
            return error;
        });
}

Result<BackupContent> lookInto(const QString &path)
{
    const Result<Database> open = Database::open(path, {.readOnly = true});
    if (!open)
        return tl::unexpected(open.error());
    const Database &database = *open;
    return identify(database).and_then([&](int) { return checkPages(database); }).and_then([&] {
        return contentOf(database);
    });
}

Result<BackupContent> contentOf(const Database &database)
{
    BackupContent content;
    return readNumber(database, QStringLiteral("SELECT count(*) FROM statement"))
        .and_then([&](qint64 statements) {
            content.statements = statements;
            return readNumber(database, QStringLiteral("SELECT coalesce(max(at), 0) FROM statement"));
        })
        .map([&](qint64 lastAt) {
            content.lastAt = lastAt;
            return content;
        });
}

Result<void> checkPages(const Database &database)
{
    const auto damaged = [&](const QString &detail) {
        return tl::unexpected(Error{ErrorCode::Damaged, database.path(), detail});
    };
    SqlStatement pages(database, QStringLiteral("PRAGMA integrity_check(1)"));
    const Result<bool> checked = pages.run().and_then([&] { return pages.next(); });
    if (!checked)
        return tl::unexpected(checked.error());
    if (pages.text(0) != QLatin1String("ok"))
        return damaged(pages.text(0));
    SqlStatement references(database, QStringLiteral("PRAGMA foreign_key_check"));
    return references.run().and_then([&] { return references.next(); }).and_then([&](bool broken) -> Result<void> {
        return broken ? damaged(QStringLiteral("a reference to nobody in ") + references.text(0)) : Result<void>();
    });
}

Result<Restored> restore(const QString &path, const QString &backup, const base::Clock &clock)
{
    const QString part = path + unfinished;
    QFile::remove(part);
    Restored restored;
    const bool isThere = QFile::exists(path);
    return (backup.isEmpty() ? createForOwner(part) : copyBackup(backup, part))
        .and_then([&] { return isThere ? putAside(path, clock) : Result<QString>(QString()); })
        .and_then([&](const QString &aside) {
            restored.putAside = aside;
            return renamed(part, path);
        })
        .map([&] {
            // That nothing more can be read of a damaged file is no failure of this.
            if (isThere)
                restored.recovered = recover(path, restored.putAside).value_or(0);
            return restored;
        });
}

} // namespace journal

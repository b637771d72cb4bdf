// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfile.h"

#include "base/places.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace journal {

namespace {

constexpr QFile::Permissions ownerReadsAndWrites = QFile::ReadOwner | QFile::WriteOwner;

/// What SQLite keeps beside a file, and last the file itself. It is moved last, so that a power cut in between never
/// leaves a log beside a new and empty file, where SQLite would delete it.
constexpr std::array companions{
    QLatin1String("-wal"),
    QLatin1String("-shm"),
    QLatin1String("-journal"),
    QLatin1String(""),
};

tl::unexpected<Error> failure(ErrorCode code, const QString &path, const QString &detail)
{
    return tl::unexpected(Error{code, path, detail});
}

bool isTaken(const QString &path)
{
    return std::ranges::any_of(companions, [&](QLatin1String suffix) {
        const QFileInfo info(path + suffix);
        return info.exists() || info.isSymLink();
    });
}

} // namespace

Result<void> ensureFile(const QString &path)
{
    // A path with a colon in front is one of Qt's own resources, never a file; so is what SQLite calls ":memory:".
    if (path.isEmpty() || path.startsWith(QLatin1Char(':')))
        return failure(ErrorCode::CannotOpen, path, QStringLiteral("not the path of a file"));
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    if (!file.exists()) {
        const Result<void> made = ensureFolder(folder.filePath()).and_then([&] { return createForOwner(path); });
        return QFile::exists(path) ? Result<void>() : made; // another program may have made it meanwhile
    }
    if (!file.isFile() || !file.isReadable())
        return failure(ErrorCode::CannotOpen, path, QStringLiteral("not a file, or not allowed to read it"));
    // The log lies in the same folder, so a writable file alone is not enough.
    if (!file.isWritable() || !folder.isWritable())
        return failure(ErrorCode::ReadOnly, path, QStringLiteral("the file or its folder cannot be written"));
    return {};
}

Result<void> ensureFolder(const QString &path)
{
    const QDir folder(path);
    if (folder.exists())
        return {};
    const QFileInfo info(path);
    if (QDir().mkpath(info.path()) && QDir().mkdir(path, ownerReadsAndWrites | QFile::ExeOwner))
        return {};
    return failure(ErrorCode::CannotOpen, path, QStringLiteral("the folder cannot be made"));
}

Result<void> createForOwner(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerReadsAndWrites))
        return {};
    return failure(ErrorCode::CannotOpen, path, file.errorString());
}

QString freePath(const QString &wanted)
{
    QString path = wanted;
    for (int number = 2; isTaken(path); ++number)
        path = wanted + QLatin1Char('-') + QString::number(number);
    return path;
}

QString defaultPath()
{
    if (const QString portable = base::portableFolder(); !portable.isEmpty())
        return portable + QLatin1String("/journal.sqlite");
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QLatin1String("/after-the-raid/journal.sqlite");
}

Result<QString> putAside(const QString &path, const base::Clock &clock)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::CannotOpen, path, QStringLiteral("no such file"));
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(clock(), Qt::UTC);
    const QString newPath = freePath(path + now.toString(QStringLiteral("'.damaged-'yyyyMMdd'T'HHmmss'Z'")));
    for (const QLatin1String suffix : companions) {
        QFile file(path + suffix);
        if (file.exists() && !file.rename(newPath + suffix)) {
            const bool isAllowed = QFileInfo(QFileInfo(path).path()).isWritable();
            return failure(isAllowed ? ErrorCode::Failed : ErrorCode::ReadOnly, path, file.errorString());
        }
    }
    return newPath;
}

} // namespace journal

// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/jsonfile.h"

#include "base/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <tuple>

namespace keep {

namespace {

constexpr QFile::Permissions ownerReadsAndWrites = QFile::ReadOwner | QFile::WriteOwner;

void putAside(const QString &path)
{
    const QString wanted = path + QLatin1String(".damaged");
    QString free = wanted;
    for (int number = 2; QFile::exists(free); ++number)
        free = wanted + QLatin1Char('-') + QString::number(number);
    // Where the folder does not let us rename, it does not let us replace the file later either.
    std::ignore = QFile::rename(path, free);
}

bool ensureFolder(const QString &path)
{
    if (QDir(path).exists())
        return true;
    return QDir().mkpath(QFileInfo(path).path()) && QDir().mkdir(path, ownerReadsAndWrites | QFile::ExeOwner);
}

} // namespace

QJsonObject readJson(const QString &path, qint64 mostBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.read(mostBytes + 1);
    file.close();
    const QJsonDocument document = bytes.size() > mostBytes ? QJsonDocument() : QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        putAside(path);
    return document.object();
}

tl::expected<void, Error> writeJson(const QString &path, const QJsonObject &object)
{
    const QString folder = QFileInfo(path).path();
    if (!ensureFolder(folder))
        return tl::unexpected(Error{folder, QStringLiteral("the folder cannot be made")});
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(ownerReadsAndWrites) &&
        file.write(QJsonDocument(object).toJson()) >= 0 && base::commitWhole(file))
        return {};
    return tl::unexpected(Error{path, file.errorString()});
}

} // namespace keep

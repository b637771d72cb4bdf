// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/ownfiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace keep {

namespace {

constexpr auto subfolder = "own-figures";
constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

OwnFiles::OwnFiles(const QString &folder)
    : m_folder(folder.isEmpty() ? QString() : folder + QLatin1Char('/') + QLatin1String(subfolder))
{
    if (m_folder.isEmpty())
        return;
    const QDir dir(m_folder);
    for (const QString &name : dir.entryList(QDir::Files, QDir::Time | QDir::Reversed))
        m_paths.append(dir.filePath(name));
}

QString OwnFiles::freeName(const QString &name) const
{
    const QFileInfo info(name);
    QString path = m_folder + QLatin1Char('/') + name;
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QStringLiteral("%1/%2 %3.%4").arg(m_folder, info.completeBaseName()).arg(number).arg(info.suffix());
    return path;
}

tl::expected<QString, Error> OwnFiles::add(const QString &path)
{
    if (m_folder.isEmpty()) {
        if (!m_paths.contains(path))
            m_paths.append(path);
        return path;
    }
    const bool isNew = !QFileInfo::exists(m_folder);
    if (!QDir().mkpath(m_folder))
        return tl::unexpected(Error{m_folder, QStringLiteral("the folder cannot be made")});
    if (isNew)
        QFile::setPermissions(m_folder, ownerOnly | QFileDevice::ExeOwner);
    QFile source(path);
    const QString target = freeName(QFileInfo(path).fileName());
    if (!source.copy(target))
        return tl::unexpected(Error{target, source.errorString()});
    QFile::setPermissions(target, ownerOnly);
    m_paths.append(target);
    return target;
}

tl::expected<void, Error> OwnFiles::remove(const QString &path)
{
    if (!m_folder.isEmpty()) {
        QFile file(path);
        if (file.exists() && !file.remove())
            return tl::unexpected(Error{path, file.errorString()});
    }
    m_paths.removeAll(path);
    return {};
}

} // namespace keep

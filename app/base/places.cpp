// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace base {

/// Qt knows it once there is an application; Linux knows it before.
QString programFolder()
{
    if (QCoreApplication::instance() != nullptr)
        return QCoreApplication::applicationDirPath();
    return QFileInfo(QFile::symLinkTarget(QStringLiteral("/proc/self/exe"))).path();
}

QString shippedFolder(const QString &name)
{
    QDir folder(programFolder());
    const QString installed = folder.filePath(QStringLiteral("../share/after-the-raid/") + name);
    if (QDir(installed).exists())
        return QDir::cleanPath(installed);
    constexpr int levelsUp = 4; // build/PRESET/bin, and one to spare
    for (int i = 0; i < levelsUp && folder.cdUp(); ++i) {
        for (const QString &place : {QString(name), QString(QStringLiteral("resources/") + name)}) {
            if (folder.exists(QStringLiteral("CMakePresets.json")) && folder.exists(place))
                return folder.filePath(place);
        }
    }
    return {};
}

QString shippedCourse()
{
    const QString lessons = shippedFolder(QStringLiteral("lessons"));
    return lessons.isEmpty() ? QString() : QString(lessons + QStringLiteral("/after-the-raid"));
}

QString portableFolder(const QString &program)
{
    const QString folder = program + QStringLiteral("/after-the-raid-data");
    return QDir(folder).exists() ? folder : QString();
}

} // namespace base

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/tinycourse.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

namespace testing {

void writeTinyCourse(const QString &folder)
{
    const auto put = [&folder](const char *name, const char *text) {
        write(folder + QLatin1Char('/') + QLatin1String(name), text);
    };
    put("course.yaml", tinyCourseFile);
    put("claims.yaml", tinyClaims);
    put("glossary.yaml", tinyGlossary);
    put("figures/datapackage.json", tinyPackage);
    put("figures/stones.csv", tinyNumbers);
    put("01-first/lesson.md", tinyLesson);
    put("01-first/items.gift", tinyItems);
    put("02-first-again/lesson.md", tinySecondLesson);
    put("02-first-again/items.gift", tinySecondItems);
}

void copyFolder(const QString &from, const QString &to)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        write(to + QLatin1Char('/') + QDir(from).relativeFilePath(path), bytesOf(path));
    }
}

course::Reading readTinyCourse()
{
    const QTemporaryDir folder;
    writeTinyCourse(folder.path());
    return course::read(folder.path());
}

QString shippedCoursePath()
{
    static const QTemporaryDir folder;
    const QString list = folder.filePath(QStringLiteral("course.yaml"));
    if (QFile::exists(list))
        return folder.path();
    const QDir shipped(sourcePath(QStringLiteral("lessons/after-the-raid")));
    for (const char *part : {"figures", "cards", "05-what-happened-next"})
        copyFolder(shipped.filePath(QLatin1String(part)), folder.filePath(QLatin1String(part)));
    write(folder.filePath(QStringLiteral("glossary.yaml")), bytesOf(shipped.filePath(QStringLiteral("glossary.yaml"))));
    // Most claims lead on into modules that are left out.
    static const QRegularExpression readOn(QStringLiteral("\n    read_on: (?!two-questions)[^\n]*"));
    QString claims = QString::fromUtf8(bytesOf(shipped.filePath(QStringLiteral("claims.yaml"))));
    write(folder.filePath(QStringLiteral("claims.yaml")), claims.remove(readOn).toUtf8());
    const QByteArray all = bytesOf(shipped.filePath(QStringLiteral("course.yaml")));
    write(list, all.left(all.indexOf("\nmodules:")) +
                    "\nmodules:\n  - id: what-happened-next\n    dir: 05-what-happened-next\n");
    return folder.path();
}

} // namespace testing

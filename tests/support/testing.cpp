// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testing.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <clocale>

namespace testing {

void prepare()
{
    const QByteArray wanted = qgetenv("AFTER_THE_RAID_TEST_LOCALE");
    if (wanted.isEmpty())
        return;
    // A locale that is not installed would make the run under it prove nothing.
    if (std::setlocale(LC_ALL, QByteArray(wanted + ".UTF-8").constData()) == nullptr)
        qFatal("the locale %s cannot be set: install locales-all", wanted.constData());
    QLocale::setDefault(QLocale(QString::fromLatin1(wanted)));
}

QString sourcePath(const QString &relative)
{
    return QStringLiteral(AFTER_THE_RAID_SOURCE_DIR) + QLatin1Char('/') + relative;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qUtf8Printable(path));
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qUtf8Printable(path));
}

QStringList filesWith(const QString &folder, const QByteArray &bytes)
{
    QStringList found;
    for (QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext();) {
        if (bytesOf(files.next()).contains(bytes))
            found.append(files.fileName());
    }
    return found;
}

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace testing

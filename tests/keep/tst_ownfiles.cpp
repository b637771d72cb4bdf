// SPDX-License-Identifier: GPL-3.0-or-later
#include "keep/ownfiles.h"
#include "support/testing.h"

#include <QFileInfo>
#include <QTemporaryDir>

namespace {

QString written(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qUtf8Printable(file.fileName()));
    return file.fileName();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A person's own tables: copies that stay when a stick is pulled out.
class TestOwnFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesAndFindsAgain();
    void aSecondOfOneNameGetsANumber();
    void removesTheCopyAlone();
    void aGuestsFileIsReadWhereItLies();
    void whatCannotBeCopiedIsSaid();
};

void TestOwnFiles::copiesAndFindsAgain()
{
    const QTemporaryDir stick;
    const QTemporaryDir home;
    const QString source = written(stick, QStringLiteral("harbour.csv"), "one");
    keep::OwnFiles files(home.path());
    QVERIFY(files.paths().isEmpty());
    const auto copy = files.add(source);
    QVERIFY(copy);
    QVERIFY(QFile::remove(source));
    QCOMPARE(bytesOf(*copy), QByteArray("one"));
    QCOMPARE(QFileInfo(*copy).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    QCOMPARE(keep::OwnFiles(home.path()).paths(), QStringList(*copy));
}

void TestOwnFiles::aSecondOfOneNameGetsANumber()
{
    const QTemporaryDir stick;
    const QTemporaryDir home;
    const QString source = written(stick, QStringLiteral("harbour.csv"), "one");
    keep::OwnFiles files(home.path());
    const auto first = files.add(source);
    const auto second = files.add(written(stick, QStringLiteral("harbour.csv"), "two"));
    QVERIFY(first && second && *first != *second);
    QCOMPARE(bytesOf(*first), QByteArray("one"));
    QCOMPARE(bytesOf(*second), QByteArray("two"));
    QVERIFY(second->endsWith(QStringLiteral("harbour 2.csv")));
}

void TestOwnFiles::removesTheCopyAlone()
{
    const QTemporaryDir stick;
    const QTemporaryDir home;
    const QString source = written(stick, QStringLiteral("harbour.csv"), "one");
    keep::OwnFiles files(home.path());
    const auto copy = files.add(source);
    QVERIFY(copy && files.remove(*copy));
    QVERIFY(!QFileInfo::exists(*copy));
    QVERIFY(QFileInfo::exists(source));
    QVERIFY(files.paths().isEmpty());
    QVERIFY(keep::OwnFiles(home.path()).paths().isEmpty());
}

void TestOwnFiles::aGuestsFileIsReadWhereItLies()
{
    const QTemporaryDir stick;
    const QString source = written(stick, QStringLiteral("harbour.csv"), "one");
    keep::OwnFiles files{QString()};
    const auto same = files.add(source);
    QVERIFY(same && *same == source);
    QCOMPARE(files.paths(), QStringList(source));
    QVERIFY(files.remove(source));
    QVERIFY(QFileInfo::exists(source));
}

void TestOwnFiles::whatCannotBeCopiedIsSaid()
{
    const QTemporaryDir home;
    keep::OwnFiles files(home.path());
    const auto copy = files.add(QStringLiteral("/nowhere/at-all.csv"));
    QVERIFY(!copy);
    QVERIFY(copy.error().path.contains(QStringLiteral("own-figures")));
    QVERIFY(files.paths().isEmpty());
}

TEST_MAIN_GUILESS(TestOwnFiles)

#include "tst_ownfiles.moc"

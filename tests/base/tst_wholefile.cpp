// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wholefile.h"

#include "support/filesizelimit.h"
#include "support/testing.h"

#include <QFileInfo>
#include <QTemporaryDir>

/// Files that are written whole or not at all.
class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesThePlaceOfWhatWasThere();
    void leavesWhatWasThereWhereTheDiskIsFull();
    void writesToNoDevice();
    void saysWhyItCannot();
};

void TestWholeFile::takesThePlaceOfWhatWasThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.csv"));
    QVERIFY(base::writeWhole(path, "one"));
    QVERIFY(base::writeWhole(path, "two"));
    QCOMPARE(testing::bytesOf(path), QByteArray("two"));
}

void TestWholeFile::leavesWhatWasThereWhereTheDiskIsFull()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.csv"));
    testing::write(path, "what was there");
    {
        const testing::FileSizeLimit full(1000);
        QVERIFY(!base::writeWhole(path, QByteArray(5000, 'x')));
    }
    QCOMPARE(testing::bytesOf(path), QByteArray("what was there"));
}

void TestWholeFile::writesToNoDevice()
{
    QVERIFY(!base::writeWhole(QStringLiteral("/dev/null"), "x"));
    QVERIFY(!QFileInfo(QStringLiteral("/dev/null")).isFile());
}

void TestWholeFile::saysWhyItCannot()
{
    const QTemporaryDir folder;
    const auto written = base::writeWhole(folder.filePath(QStringLiteral("no/such/folder.csv")), "x");
    QVERIFY(!written && !written.error().isEmpty());
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/places.h"

#include "support/testing.h"

#include <QDir>
#include <QTemporaryDir>

class TestPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheShippedCourse();
    void keepsAllOnAStick();
};

void TestPlaces::knowsTheShippedCourse()
{
    QCOMPARE(QDir(base::shippedCourse()).canonicalPath(),
             QDir(testing::sourcePath(QStringLiteral("lessons/after-the-raid"))).canonicalPath());
    QCOMPARE(base::shippedFolder(QStringLiteral("nothing-of-that-name")), QString());
}

void TestPlaces::keepsAllOnAStick()
{
    QCOMPARE(base::programFolder(), QCoreApplication::applicationDirPath());
    const QTemporaryDir stick;
    QCOMPARE(base::portableFolder(stick.path()), QString());
    const QString beside = stick.filePath(QStringLiteral("after-the-raid-data"));
    QVERIFY(QDir().mkpath(beside));
    QCOMPARE(base::portableFolder(stick.path()), beside);
}

TEST_MAIN_GUILESS(TestPlaces)
#include "tst_places.moc"

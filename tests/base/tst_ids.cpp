// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include "support/testing.h"

namespace {

constexpr qint64 eightOClock = 1767254400000; // 2026-01-01T08:00:00Z

QUuid uuid(const char *text)
{
    return QUuid::fromString(QLatin1String(text));
}

/// The first 48 bits, where version 7 keeps the milliseconds.
qint64 timeOf(const QUuid &id)
{
    return id.toString(QUuid::Id128).left(12).toLongLong(nullptr, 16);
}

bool isVersion7(const QUuid &id)
{
    const QByteArray bytes = id.toRfc4122();
    return (static_cast<quint8>(bytes.at(6)) & 0xF0U) == 0x70U && (static_cast<quint8>(bytes.at(8)) & 0xC0U) == 0x80U;
}

} // namespace

class TestIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsAnId_data();
    void knowsAnId();
    void carriesTheTime();
    void differsBetweenSources();
    void alwaysRises_data();
    void alwaysRises();
    void countsOn_data();
    void countsOn();
    void followsTheClockAgain();
    void ordersByBytes_data();
    void ordersByBytes();
};

void TestIds::knowsAnId_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");

    QTest::newRow("word") << "work" << true;
    QTest::newRow("words") << "what-is-known" << true;
    QTest::newRow("digits") << "05-what" << true;
    QTest::newRow("one letter") << "a" << true;
    QTest::newRow("one digit") << "7" << true;
    QTest::newRow("hyphen at the end") << "a--" << true;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("hyphen first") << "-a" << false;
    QTest::newRow("capital") << "Work" << false;
    QTest::newRow("capital inside") << "wOrk" << false;
    QTest::newRow("space") << "a b" << false;
    QTest::newRow("line") << "a\n" << false;
    QTest::newRow("underscore") << "a_b" << false;
    QTest::newRow("slash") << "course/a" << false;
    QTest::newRow("dots") << ".." << false;
    QTest::newRow("accent") << QString::fromUtf8("é") << false;
    QTest::newRow("digit of another script") << QString::fromUtf8("٣") << false;
}

void TestIds::knowsAnId()
{
    QFETCH(const QString, text);
    QTEST(base::isId(text), "expected");
}

void TestIds::carriesTheTime()
{
    for (const qint64 at : {qint64(0), eightOClock, (qint64(1) << 48) - 1}) {
        const QUuid id = base::UuidSource().next(at);
        QCOMPARE(timeOf(id), at);
        QVERIFY(isVersion7(id));
        QCOMPARE(id.variant(), QUuid::DCE);
    }
}

void TestIds::differsBetweenSources()
{
    QVERIFY(base::UuidSource().next(eightOClock) != base::UuidSource().next(eightOClock));
}

void TestIds::alwaysRises_data()
{
    QTest::addColumn<int>("stepMs");

    QTest::newRow("the clock stands still") << 0;
    QTest::newRow("the clock goes back") << -1000;
    QTest::newRow("the clock goes on") << 1;
}

void TestIds::alwaysRises()
{
    QFETCH(const int, stepMs);
    base::UuidSource source;
    QUuid last = source.next(eightOClock);
    for (int i = 1; i <= 10000; ++i) {
        const QUuid id = source.next(eightOClock + qint64(i) * stepMs);
        QVERIFY(base::uuidBefore(last, id));
        QVERIFY(isVersion7(id));
        last = id;
    }
}

void TestIds::countsOn_data()
{
    QTest::addColumn<QUuid>("last");
    QTest::addColumn<QUuid>("expected");

    QTest::newRow("last byte") << uuid("ffffffff-0000-7000-8000-000000000000")
                               << uuid("ffffffff-0000-7000-8000-000000000001");
    QTest::newRow("over a byte") << uuid("ffffffff-0000-7000-8000-0000000000ff")
                                 << uuid("ffffffff-0000-7000-8000-000000000100");
    QTest::newRow("over the variant") << uuid("ffffffff-0000-7000-bfff-ffffffffffff")
                                      << uuid("ffffffff-0000-7001-8000-000000000000");
    QTest::newRow("within the variant's byte")
        << uuid("ffffffff-0000-7000-80ff-ffffffffffff") << uuid("ffffffff-0000-7000-8100-000000000000");
    QTest::newRow("over the version") << uuid("ffffffff-0000-7fff-bfff-ffffffffffff")
                                      << uuid("ffffffff-0001-7000-8000-000000000000");
    QTest::newRow("into the time") << uuid("fffffffe-ffff-7fff-bfff-ffffffffffff")
                                   << uuid("ffffffff-0000-7000-8000-000000000000");
}

void TestIds::countsOn()
{
    QFETCH(const QUuid, last);
    base::UuidSource source(last);
    QTEST(source.next(eightOClock), "expected");
}

void TestIds::followsTheClockAgain()
{
    base::UuidSource source;
    const QUuid ahead = source.next(eightOClock + 1000);
    QCOMPARE(timeOf(source.next(eightOClock)), timeOf(ahead));
    QCOMPARE(timeOf(source.next(eightOClock + 2000)), eightOClock + 2000);
}

void TestIds::ordersByBytes_data()
{
    QTest::addColumn<QUuid>("left");
    QTest::addColumn<QUuid>("right");

    QTest::newRow("null first") << QUuid() << uuid("00000000-0000-7000-8000-000000000000");
    QTest::newRow("time before all else")
        << uuid("00000001-0000-7fff-bfff-ffffffffffff") << uuid("00000002-0000-7000-8000-000000000000");
    QTest::newRow("high bit is not a sign")
        << uuid("7fffffff-0000-7000-8000-000000000000") << uuid("80000000-0000-7000-8000-000000000000");
    QTest::newRow("time before variant") << uuid("00000001-0000-7000-bfff-000000000000")
                                         << uuid("00000002-0000-7000-8000-000000000000");
    QTest::newRow("last byte") << uuid("00000001-0000-7000-8000-00000000007f")
                               << uuid("00000001-0000-7000-8000-000000000080");
}

void TestIds::ordersByBytes()
{
    QFETCH(const QUuid, left);
    QFETCH(const QUuid, right);
    QVERIFY(base::uuidBefore(left, right));
    QVERIFY(!base::uuidBefore(right, left));
    QVERIFY(!base::uuidBefore(left, left));
}

TEST_MAIN_GUILESS(TestIds)

#include "tst_ids.moc"

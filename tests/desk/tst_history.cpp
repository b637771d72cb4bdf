// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/history.h"

#include "support/testing.h"

using desk::History;
using desk::Location;
using testing::text;
using Page = desk::Location::Page;

namespace {

Location section(const char *id)
{
    return {Page::Section, text(id)};
}

} // namespace

class TestHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward();
    void findsAPageAsItWasLeft();
    void dropsWhatWasGoneBackFrom();
    void countsAPageOnce();
    void beginsAnew();
};

void TestHistory::goesBackAndForward()
{
    History history;
    QVERIFY(!history.canStep(0)); // nobody has been anywhere
    history.leave(0.5);
    history.add(section("one"));
    history.add(section("two"));
    QVERIFY(!history.canStep(1));
    QVERIFY(!history.canStep(-2));
    QVERIFY(history.canStep(-1));
    QCOMPARE(history.step(-1).location, section("one"));
    QVERIFY(!history.canStep(-1));
    QVERIFY(history.canStep(1));
    QCOMPARE(history.step(1).location, section("two"));
}

void TestHistory::findsAPageAsItWasLeft()
{
    History history;
    history.add(section("one"));
    history.leave(0.25);
    history.add(section("two"));
    history.leave(0.75);
    QCOMPARE(history.step(-1).scrolled, 0.25);
    QCOMPARE(history.step(1).scrolled, 0.75);
}

void TestHistory::dropsWhatWasGoneBackFrom()
{
    History history;
    for (const char *id : {"one", "two", "three"})
        history.add(section(id));
    static_cast<void>(history.step(-2));
    history.add(section("four"));
    QVERIFY(!history.canStep(1));
    QVERIFY(!history.canStep(-2));
    QCOMPARE(history.step(-1).location, section("one"));
}

/// To go where one is makes no step, and where one has come back to, drops what was ahead.
void TestHistory::countsAPageOnce()
{
    History history;
    history.add(section("one"));
    history.leave(0.25);
    history.add(section("one"));
    QVERIFY(!history.canStep(-1));
    history.add(section("two"));
    QCOMPARE(history.step(-1).scrolled, 0.25);
    history.add(section("one"));
    QVERIFY(!history.canStep(1));
}

void TestHistory::beginsAnew()
{
    History history;
    history.add(section("one"));
    history.add(section("two"));
    history.clear();
    QVERIFY(!history.canStep(-1));
    history.add(section("three"));
    QVERIFY(!history.canStep(-1));
}

TEST_MAIN_GUILESS(TestHistory)
#include "tst_history.moc"

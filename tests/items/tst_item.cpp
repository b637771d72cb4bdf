// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/gift.h"
#include "support/testing.h"

using namespace items;

namespace {

Item onlyItem(const QByteArray &gift)
{
    const GiftReading reading = readGift(gift, {});
    return reading.items.size() == 1 ? reading.items.front() : Item{};
}

} // namespace

class TestItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionKeys_data();
    void optionKeys();
    void noOptionKeys_data();
    void noOptionKeys();
    void everyKeyHasItsPosition();
    void tagValues();
    void versionIsAHashOfTheQuestion();
    void versionStays_data();
    void versionStays();
    void versionChanges_data();
    void versionChanges();
};

void TestItem::optionKeys_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("key");
    QTest::newRow("first") << 0 << QStringLiteral("a");
    QTest::newRow("third") << 2 << QStringLiteral("c");
    QTest::newRow("last of one letter") << 25 << QStringLiteral("z");
    QTest::newRow("first of two") << 26 << QStringLiteral("aa");
    QTest::newRow("az") << 51 << QStringLiteral("az");
    QTest::newRow("ba") << 52 << QStringLiteral("ba");
    QTest::newRow("last of two") << 701 << QStringLiteral("zz");
    QTest::newRow("first of three") << 702 << QStringLiteral("aaa");
}

void TestItem::optionKeys()
{
    QFETCH(int, position);
    QFETCH(QString, key);
    QCOMPARE(optionKey(position), key);
    QCOMPARE(optionPosition(key), qsizetype{position});
}

void TestItem::noOptionKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("empty") << QString();
    QTest::newRow("don't know") << QStringLiteral("?");
    QTest::newRow("capital") << QStringLiteral("A");
    QTest::newRow("digit") << QStringLiteral("a1");
    QTest::newRow("letter of another alphabet") << QStringLiteral("\u00E4");
    QTest::newRow("too long") << QStringLiteral("aaaa");
}

void TestItem::noOptionKeys()
{
    QFETCH(QString, key);
    QCOMPARE(optionPosition(key), qsizetype{-1});
}

void TestItem::everyKeyHasItsPosition()
{
    for (qsizetype position = 0; position < 1000; ++position)
        QCOMPARE(optionPosition(optionKey(position)), position);
}

void TestItem::tagValues()
{
    const Item item = onlyItem("// [tag:section:one] [tag:P6.4] [tag:section:two] [tag:sectional:no] [tag:section]\nQ");
    QCOMPARE(items::tagValues(item, QStringLiteral("section")),
             QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QCOMPARE(items::tagValues(item, QStringLiteral("figure")), QStringList());
}

/// Journals hold versions for ever, so this one may not change: printf 'Q {\n\t=a\n\t~b\n}\n' | sha256sum
void TestItem::versionIsAHashOfTheQuestion()
{
    QCOMPARE(itemVersion(onlyItem("Q {=a ~b}")), QStringLiteral("09acb10fdfeceb8c"));
    QCOMPARE(contentId(onlyItem("Q {=a ~b}")), QStringLiteral("q-09acb10fdfec"));
}

void TestItem::versionStays_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::newRow("title") << QByteArray("::t::Q {=a ~b ~%50%c}");
    QTest::newRow("id, tags and comments") << QByteArray("// note [id:x] [tag:y]\nQ {=a\n// note\n~b ~%50%c}");
    QTest::newRow("feedback") << QByteArray("Q {=a#f ~b#f ~%50%c#f}");
    QTest::newRow("general feedback") << QByteArray("Q {=a ~b ~%50%c ####g}");
    QTest::newRow("category") << QByteArray("$CATEGORY: x\n\nQ {=a ~b ~%50%c}");
    QTest::newRow("layout") << QByteArray("\nQ{\n=a\n~b\n~ %50.000% c}");
    QTest::newRow("place") << QByteArray("\n\n  Q {=a ~b ~%50%c}");
}

void TestItem::versionStays()
{
    QFETCH(QByteArray, gift);
    QCOMPARE(itemVersion(onlyItem(gift)), itemVersion(onlyItem("Q {=a ~b ~%50%c}")));
}

void TestItem::versionChanges_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::newRow("stem") << QByteArray("R {=a ~b ~%50%c}");
    QTest::newRow("format") << QByteArray("[html]Q {=a ~b ~%50%c}");
    QTest::newRow("option") << QByteArray("Q {=a ~b ~%50%d}");
    QTest::newRow("another option") << QByteArray("Q {=a ~b ~%50%c ~d}");
    QTest::newRow("order") << QByteArray("Q {~b =a ~%50%c}");
    QTest::newRow("fraction") << QByteArray("Q {=a ~b ~%25%c}");
    QTest::newRow("key") << QByteArray("Q {~a =b ~%50%c}");
    QTest::newRow("single or several") << QByteArray("Q {~%100%a ~b ~%50%c}");
    QTest::newRow("gap") << QByteArray("Q {=a ~b ~%50%c}.");
    QTest::newRow("type") << QByteArray("Q {=a =b =%50%c}");
}

void TestItem::versionChanges()
{
    QFETCH(QByteArray, gift);
    const QString version = itemVersion(onlyItem(gift));
    QCOMPARE(version.size(), 16);
    QVERIFY(version != itemVersion(onlyItem("Q {=a ~b ~%50%c}")));
    QVERIFY(version != itemVersion(Item{}));
}

TEST_MAIN_GUILESS(TestItem)
#include "tst_item.moc"

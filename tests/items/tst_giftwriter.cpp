// SPDX-License-Identifier: GPL-3.0-or-later
#include "describing.h"
#include "support/testing.h"

#include <QLocale>
#include <QRandomGenerator>

#include <limits>

using namespace items;

namespace {

Item onlyItem(const QByteArray &gift)
{
    const GiftReading reading = readGift(gift, {});
    return reading.items.size() == 1 ? reading.items.front() : Item{};
}

/// As `item` comes back, but for its place and category, which writeGift() leaves out.
Item readBack(const Item &item)
{
    Item back = onlyItem(writeGift(item).toUtf8());
    back.place = item.place;
    back.category = item.category;
    return back;
}

Option option(const QString &text, double fraction)
{
    Option option;
    option.text.content = text;
    option.fraction = fraction;
    return option;
}

Item choice(const std::vector<Option> &options)
{
    Item item;
    item.id = QStringLiteral("c");
    item.title = QStringLiteral("Choice");
    item.type = ItemType::Choice;
    item.stem.content = QStringLiteral("Which?");
    item.options = options;
    return item;
}

Item ofType(ItemType type, const QString &stem, const std::vector<Option> &options)
{
    Item item = choice(options);
    item.type = type;
    item.stem.content = stem;
    return item;
}

} // namespace

class TestGiftWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheCanonicalForm_data();
    void writesTheCanonicalForm();
    void questionOnly_data();
    void questionOnly();
    void roundTrips_data();
    void roundTrips();
    void anyReadableItemRoundTrips_data();
    void anyReadableItemRoundTrips();
    void everythingAtOnce();
    void commentsAndTitle();
    void titleIsLeftOutWhereItIsTheText();
    void categoriesOfAFile();
    void noLocaleHasASay();
    void knowsWhatItCannotWrite_data();
    void knowsWhatItCannotWrite();
};

void TestGiftWriter::writesTheCanonicalForm_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<QByteArray>("canonical");
    const auto add = [](const char *name, const char *gift, const char *canonical) {
        QTest::newRow(name) << QByteArray(gift) << QByteArray(canonical);
    };
    add("choice", "Q{~b=a#f~%12.5%c ####g}", "Q {\n\t~b\n\t=a#f\n\t~%12.50000%c\n\t####g\n}\n");
    add("several choices", "Q{~%100%a~%-100%b}", "Q {\n\t~%100%a\n\t~%-100%b\n}\n");
    add("weight on the right", "Q{=%100%a ~b}", "Q {\n\t=a\n\t~b\n}\n");
    add("two full marks", "Q{=a =b ~c}", "Q {\n\t=a\n\t~%100%b\n\t~c\n}\n");
    add("true", "Q{T}", "Q {TRUE}\n");
    add("false", "Q{F#w#r####g}", "Q {FALSE#w#r####g}\n");
    add("only for the right", "Q{T##r}", "Q {TRUE##r}\n");
    add("only for the wrong", "Q{T#w}", "Q {TRUE#w}\n");
    add("matching", "Q{=a->b=->c#d}", "Q {\n\t=a -> b\n\t= -> c\\#d\n}\n");
    add("numerical", "Q{#3..5}", "Q {#\n\t=%100%4:1\n}\n");
    add("numerical 0", "Q{#0}", "Q {#\n\t=%100%0:0\n}\n");
    add("plain decimals", "Q{#1e3:.5 =%50%1e-3#f ~#e}", "Q {#\n\t=%100%1000:0.5\n\t=%50.00000%0.001:0#f\n\t~#e\n}\n");
    add("anything else without feedback", "Q{#1 ~}", "Q {#\n\t=%100%1:0\n\t~#\n}\n");
    add("short answer", "Q{a#f}", "Q {\n\t=%100%a#f\n}\n");
    add("short answer 0", "Q{0}", "Q {\n\t=%100%0\n}\n");
    add("short answers", "Q{=a=%50%b=%0%*#f}", "Q {\n\t=%100%a\n\t=%50.00000%b\n\t=%0.00000%*#f\n}\n");
    add("missing word", "A {~b =c} d.", "A {\n\t~b\n\t=c\n} d.\n");
    add("another gap", "A {=b} c", "A _____ c {\n\t=%100%b\n}\n");
    add("essay", "Q{}", "Q {}\n");
    add("essay with feedback", "Q{####g}", "Q {####g}\n");
    add("description", "A\nb", "A\\nb\n");
    add("escapes", "1+1=2: a\\~b\\\\ {=\\{x\\} ~\\#}", "1+1\\=2\\: a\\~b\\\\ {\n\t=\\{x\\}\n\t~\\#\n}\n");
    add("formats", "[html]Q{=a#[plain]f ~[moodle]b}", "[html]Q {\n\t=a#[plain]f\n\t~[moodle]b\n}\n");
    add("nothing but an html format", "[html]{T}", "[html] {TRUE}\n");
    add("a format's name as text", "[moodle][html] {=[moodle][plain]a ~[x]}",
        "[moodle][html] {\n\t=[moodle][plain]a\n\t~[x]\n}\n");
    add("a per cent sign in front", "Q{=%a ~[moodle]%50%}", "Q {\n\t=[moodle]%a\n\t~[moodle]%50%\n}\n");
    add("slashes in front", "[moodle]// no comment", "[moodle]// no comment\n");
    add("a line of 0", "[moodle]0", "[moodle]0\n");
}

void TestGiftWriter::writesTheCanonicalForm()
{
    QFETCH(QByteArray, gift);
    Item item = onlyItem(gift);
    item.id.clear();
    QTEST(writeGift(item).toUtf8(), "canonical");
    QVERIFY(canWriteGift(item));
}

void TestGiftWriter::questionOnly_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<QByteArray>("question");
    QTest::newRow("choice") << QByteArray("// [id:x] [tag:y]\n::t::Q{=a#f ~b#f ####g}")
                            << QByteArray("Q {\n\t=a\n\t~b\n}\n");
    QTest::newRow("true/false") << QByteArray("Q{T#a#b####g}") << QByteArray("Q {TRUE}\n");
    QTest::newRow("essay") << QByteArray("Q{####g}") << QByteArray("Q {}\n");
    QTest::newRow("numerical") << QByteArray("Q{#1#f ~#e}") << QByteArray("Q {#\n\t=%100%1:0\n}\n");
    QTest::newRow("short answer") << QByteArray("Q{=a#f =%0%*#e}") << QByteArray("Q {\n\t=%100%a\n\t=%0.00000%*\n}\n");
}

void TestGiftWriter::questionOnly()
{
    QFETCH(QByteArray, gift);
    QTEST(writeGift(onlyItem(gift), GiftParts::QuestionOnly).toUtf8(), "question");
}

void TestGiftWriter::roundTrips_data()
{
    QTest::addColumn<QByteArray>("gift");
    const QList<QByteArray> gifts{"// [id:a] [tag:b] [tag:c d]\n::T:: Q {=a#f ~%50%b ~c####g}",
                                  "// [id:a\\]b] [tag:[c\\]]\nQ {T}",
                                  "::a\\:b::[markdown]Q {=a#[html]f ~[plain]b}",
                                  "Q {F#w#r####g}",
                                  "[html]Q {=a -> b =[plain]c -> d = -> e ####g}",
                                  "Q {#3.141..3.142#f =%50%-1e-7:1e22#g ~#e####g}",
                                  "Q {#=3 =%0%*#x}",
                                  "Q {#=%0%*#x =3}",
                                  "Q {#3 =%0%*#x ~#y}",
                                  "Q {=a#f =%33.33333%b =%0%*}",
                                  "A {~%50%b ~%50%c} d {=e}.",
                                  "A _____ {=b ~c} d",
                                  "A {=b ~c}\\n",
                                  "{=b ~c} d",
                                  "{=b ~c}\\n",
                                  "[html]{=b ~c} d",
                                  "A {=b ~c} \\}",
                                  "A {=b}\n{=c}",
                                  "Q {}",
                                  "::only a title::",
                                  "Text \\{\\} \\\\n \\n end\\\\",
                                  "Q {=a =b}",
                                  "Q {=a =b ~c}",
                                  "Q {~a ~b}",
                                  "Q {true}",
                                  "\xF0\x9F\x9A\x82 {=\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 ~b}"};
    for (const QByteArray &gift : gifts)
        QTest::newRow(gift.simplified().constData()) << gift;
}

void TestGiftWriter::roundTrips()
{
    QFETCH(QByteArray, gift);
    const Item item = onlyItem(gift);
    QVERIFY(!item.id.isEmpty());
    QCOMPARE(describing::item(readBack(item)), describing::item(item));
    QCOMPARE(readBack(item), item);
    QVERIFY(canWriteGift(item));
}

void TestGiftWriter::anyReadableItemRoundTrips_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 300; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// Of whatever a wild text holds, what can be written comes back.
void TestGiftWriter::anyReadableItemRoundTrips()
{
    static const QList<QByteArray> tokens{
        "{",   "}",  "=",  "~",     "#",        "####",    "%50%", "%100%", "%",          "->",
        ":",   "::", "\\", "\\\\",  "\\n",      "\\}",     "\\=",  "//",    "0",          "1..2",
        "3:1", "*",  "T",  "FALSE", "[html]",   "[plain]", "[x]",  "_____", "$CATEGORY:", "a",
        "b c", " ",  "\t", "\n",    "// [id:x", "] [tag:", "\\]",  "-&gt;", "\xC3\xA9",   "<b>"};
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    QByteArray gift = "Q{=a" + tokens[random.bounded(static_cast<int>(tokens.size()))];
    for (int i = random.bounded(30); i > 0; --i)
        gift += tokens[random.bounded(static_cast<int>(tokens.size()))];
    gift = (random.bounded(2) == 0 ? gift : gift.sliced(random.bounded(4))) + (random.bounded(2) == 0 ? "~b}" : "}");
    for (const Item &item : readGift(gift, {}).items) {
        if (canWriteGift(item))
            QCOMPARE(readBack(item), item);
    }
}

void TestGiftWriter::everythingAtOnce()
{
    const Item item = onlyItem("// [id:a-1] [tag:P6.4] [tag:section:x]\n"
                               "::Title \\{::[html]<p>A \\= b</p> {\n"
                               "=yes#[plain]right\n~%50%half#[html]so so\n~no\n####All of it\\nand more\n}");
    QCOMPARE(writeGift(item), QStringLiteral("// [id:a-1] [tag:P6.4] [tag:section:x]\n"
                                             "::Title \\{::[html]<p>A \\= b</p> {\n"
                                             "\t=yes#[plain]right\n\t~%50.00000%half#so so\n\t~no\n"
                                             "\t####All of it\\nand more\n}\n"));
}

void TestGiftWriter::commentsAndTitle()
{
    Item item = choice({option(QStringLiteral("a"), 1), option(QStringLiteral("b"), 0)});
    item.tags = {QStringLiteral("P6.4"), QStringLiteral("a]b")};
    QCOMPARE(writeGift(item).section(u'{', 0, 0),
             QStringLiteral("// [id:c] [tag:P6.4] [tag:a\\]b]\n::Choice::Which? "));
}

void TestGiftWriter::titleIsLeftOutWhereItIsTheText()
{
    Item item = choice({option(QStringLiteral("a"), 1), option(QStringLiteral("b"), 0)});
    item.title = QStringLiteral("Which?");
    QVERIFY(!writeGift(item).contains(QStringLiteral("::")));
    QCOMPARE(readBack(item), item);
}

void TestGiftWriter::categoriesOfAFile()
{
    const QByteArray gift = "// [id:a]\nA {TRUE}\n\n$CATEGORY: x/y\n\n// [id:b]\nB {TRUE}\n\n// [id:c]\nC {TRUE}\n\n"
                            "$CATEGORY: z\n\n// [id:d]\nD\n";
    const GiftReading reading = readGift(gift, {});
    QCOMPARE(reading.items.size(), std::size_t{4});
    QCOMPARE(writeGift(reading.items).toUtf8(), gift);
    QCOMPARE(readGift(writeGift(reading.items).toUtf8(), {}), reading);
    QCOMPARE(writeGift(std::vector<Item>{}), QString());
}

void TestGiftWriter::noLocaleHasASay()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    const Item item = onlyItem("Q {#1234567.5:0.25 =%12.5%2}");
    const QString gift = writeGift(item, GiftParts::QuestionOnly);
    QLocale::setDefault(before);
    QCOMPARE(gift, QStringLiteral("Q {#\n\t=%100%1234567.5:0.25\n\t=%12.50000%2:0\n}\n"));
}

void TestGiftWriter::knowsWhatItCannotWrite_data()
{
    QTest::addColumn<Item>("item");
    QTest::addColumn<bool>("expected");
    const QString arrow = QStringLiteral("a -> b");
    const Option a = option(QStringLiteral("a"), 1);
    const Option b = option(QStringLiteral("b"), 0);
    const auto add = [](const char *name, const Item &item, bool expected) { QTest::newRow(name) << item << expected; };

    add("a choice", choice({a, b}), true);
    add(
        "a choice without an id",
        [&] {
            Item item = choice({a, b});
            item.id.clear();
            return item;
        }(),
        true);
    add("an arrow in a choice", choice({a, option(arrow, 0)}), true);
    add("an arrow in a short answer", ofType(ItemType::ShortAnswer, QStringLiteral("Q"), {option(arrow, 1)}), false);
    Option told = a;
    told.feedback.content = arrow;
    add("an arrow in its feedback", ofType(ItemType::ShortAnswer, QStringLiteral("Q"), {told}), false);
    Item general = ofType(ItemType::ShortAnswer, arrow, {a});
    general.generalFeedback.content = arrow;
    add("an arrow in its stem and general feedback", general, true);

    Option left = option(arrow, 0);
    left.match = QStringLiteral("c");
    Option right = option(QStringLiteral("d"), 0);
    right.match = arrow;
    add("an arrow on the left", ofType(ItemType::Matching, QStringLiteral("Q"), {left, right}), false);
    left.text.format = TextFormat::Html;
    add("an arrow on the left, in html", ofType(ItemType::Matching, QStringLiteral("Q"), {left, right}), true);
    add("an arrow on the right", ofType(ItemType::Matching, QStringLiteral("Q"), {right, right}), true);

    add("a fraction off the list", choice({a, option(QStringLiteral("c"), 0.37)}), false);
    add("a third in full", choice({a, option(QStringLiteral("c"), 1.0 / 3)}), true);
    add("a single choice without the full mark", choice({option(QStringLiteral("c"), 0.5), b}), false);
    add("one option", choice({a}), false);
    add("an empty option", choice({a, option(QString(), 0)}), false);
    add("white space at the ends", choice({option(QStringLiteral(" a\n"), 1), b}), true);
    add("a missing word without a gap", ofType(ItemType::MissingWord, QStringLiteral("Q"), {a, b}), false);
    add("a missing word at the end", ofType(ItemType::MissingWord, QStringLiteral("Q _____"), {a, b}), true);
    add("a true/false item with three options", ofType(ItemType::TrueFalse, QStringLiteral("Q"), {a, b, b}), false);
    add("a short answer without answers", ofType(ItemType::ShortAnswer, QStringLiteral("Q"), {}), false);
    add("a number without numbers", ofType(ItemType::Numerical, QStringLiteral("Q"), {}), false);
    Option infinite = a;
    infinite.value = std::numeric_limits<double>::infinity();
    add("an infinite number", ofType(ItemType::Numerical, QStringLiteral("Q"), {infinite}), false);
    Item description = ofType(ItemType::Description, QStringLiteral("Q"), {});
    add("a description", description, true);
    description.generalFeedback.content = QStringLiteral("f");
    add("a description with feedback", description, false);
    Item control = choice({a, b});
    control.id = QStringLiteral("a\nb");
    add("an id over lines", control, false);
    Item nested = choice({a, b});
    nested.id = QStringLiteral("a [tag:b");
    add("an id that holds a tag", nested, false);
    add("a fraction above 1", choice({option(QStringLiteral("c"), 1.5), a}), false);
    Item tagged = choice({a, b});
    tagged.tags = {QStringLiteral("<b>")};
    add("a tag with angle brackets", tagged, false);
}

void TestGiftWriter::knowsWhatItCannotWrite()
{
    QFETCH(Item, item);
    QTEST(canWriteGift(item), "expected");
}

TEST_MAIN_GUILESS(TestGiftWriter)
#include "tst_giftwriter.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/course.h"

#include "support/testing.h"

using course::Block;
using course::BlockKind;
using course::CalloutKind;
using course::Module;
using course::Section;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Block textBlock(const QString &words, BlockKind kind = BlockKind::Paragraph)
{
    Block block;
    block.kind = kind;
    block.spans.push_back({words, false, false, false, {}, {}});
    return block;
}

Block words(int count, BlockKind kind = BlockKind::Paragraph)
{
    return textBlock(text("word ").repeated(count), kind);
}

Block holding(BlockKind kind, const std::vector<Block> &children)
{
    Block block;
    block.kind = kind;
    block.children = children;
    return block;
}

Block callout(CalloutKind kind, int count)
{
    Block block = holding(BlockKind::Callout, {words(count)});
    block.callout = kind;
    return block;
}

Section sectionOf(const std::vector<Block> &blocks)
{
    Section section;
    section.blocks = blocks;
    return section;
}

} // namespace

class TestCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainText();
    void wordsInAText_data();
    void wordsInAText();
    void wordsInBlocks();
    void slidesAndNotesAreNotRead_data();
    void slidesAndNotesAreNotRead();
    void minutesOfASection_data();
    void minutesOfASection();
    void minutesOfAModule();
    void finds();
};

void TestCourse::plainText()
{
    QCOMPARE(course::plainText({}), QString());
    QCOMPARE(course::plainText(
                 {{text("one "), true, false, false, {}, {}}, {text("two"), false, true, true, text("x"), {}}}),
             text("one two"));
}

void TestCourse::wordsInAText_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *words, int expected) { QTest::newRow(words) << text(words) << expected; };
    row("", 0);
    row("   ", 0);
    row("one", 1);
    row("one two", 2);
    row("  one,two\nthree ", 3);
    row("12 of 37", 3);
    row("P6.4", 2);
    row("don't", 1);
    row("don\xE2\x80\x99t", 1);
    row("open-door stay", 2);
    row("one - two", 2);
    row("\xE2\x80\x9Crescued\xE2\x80\x9D", 1);
    row("the girls\xE2\x80\x99 room", 3);
    row("\xC3\xA9t\xC3\xA9 \xD0\xB4\xD0\xBE\xD0\xBC", 2);
    row("... !", 0);
}

void TestCourse::wordsInAText()
{
    QFETCH(const QString, words);
    QTEST(course::wordsToRead(sectionOf({textBlock(words)})), "expected");
}

void TestCourse::wordsInBlocks()
{
    const Block list = holding(BlockKind::List, {holding(BlockKind::ListItem, {words(3), holding(BlockKind::List, {})}),
                                                 holding(BlockKind::ListItem, {words(4)})});
    const Section section = sectionOf({words(2, BlockKind::Heading), words(10), list,
                                       holding(BlockKind::Quote, {words(5)}), words(0, BlockKind::Rule)});
    QCOMPARE(course::wordsToRead(section), 24);
    // What stands in the place of a picture is not read beside it.
    QCOMPARE(course::wordsToRead(sectionOf({words(7, BlockKind::Figure)})), 0);
    QCOMPARE(course::wordsToRead(sectionOf({})), 0);
}

void TestCourse::slidesAndNotesAreNotRead_data()
{
    QTest::addColumn<CalloutKind>("kind");
    QTest::addColumn<int>("expected");
    QTest::newRow("slide") << CalloutKind::Slide << 0;
    QTest::newRow("facilitator") << CalloutKind::Facilitator << 0;
    QTest::newRow("discuss") << CalloutKind::Discuss << 9;
    QTest::newRow("care") << CalloutKind::Care << 9;
    QTest::newRow("limits") << CalloutKind::Limits << 9;
}

void TestCourse::slidesAndNotesAreNotRead()
{
    QFETCH(const CalloutKind, kind);
    QTEST(course::wordsToRead(sectionOf({callout(kind, 9)})), "expected");
}

void TestCourse::minutesOfASection_data()
{
    QTest::addColumn<int>("wordCount");
    QTest::addColumn<int>("figures");
    QTest::addColumn<int>("expected");
    const auto row = [](int wordCount, int figures, int expected) {
        QTest::addRow("%d words, %d figures", wordCount, figures) << wordCount << figures << expected;
    };
    row(0, 0, 1);
    row(1, 0, 1);
    row(74, 0, 1);
    row(150, 0, 1);
    row(224, 0, 1);
    row(225, 0, 2);
    row(300, 0, 2);
    row(0, 1, 1);
    row(0, 2, 2);
    row(74, 1, 1);
    row(75, 1, 2);
    row(450, 2, 5);
}

void TestCourse::minutesOfASection()
{
    QFETCH(const int, wordCount);
    QFETCH(const int, figures);
    std::vector<Block> blocks{words(wordCount)};
    for (int i = 0; i < figures; ++i)
        blocks.push_back(holding(BlockKind::Figure, {}));
    QTEST(course::selfMinutes(sectionOf(blocks)), "expected");
    // On a slide, a figure costs nobody who reads alone a minute.
    Block slide = holding(BlockKind::Callout, blocks);
    slide.callout = CalloutKind::Slide;
    QCOMPARE(course::selfMinutes(sectionOf({slide})), 1);
}

void TestCourse::minutesOfAModule()
{
    Module module;
    QCOMPARE(course::selfMinutes(module), 0);
    module.sections = {sectionOf({words(300)}), sectionOf({words(10)})};
    QCOMPARE(course::selfMinutes(module), 3);
    module.items.resize(13);
    QCOMPARE(course::selfMinutes(module), 16);
}

void TestCourse::finds()
{
    course::Course course;
    Section section;
    section.id = text("there");
    Module first;
    first.id = text("first");
    Module second;
    second.id = text("second");
    second.sections = {Section{}, section};
    course.modules = {first, second};
    course.claims.resize(2);
    course.claims.back().id = text("P1.1");

    const course::SectionPlace place = course::findSection(course, text("there"));
    QCOMPARE(place.module, &course.modules.back());
    QCOMPARE(place.section, &course.modules.back().sections.back());
    QCOMPARE(place.position, qsizetype{1});
    const course::SectionPlace nowhere = course::findSection(course, text("nowhere"));
    QVERIFY(nowhere.module == nullptr && nowhere.section == nullptr);
    QCOMPARE(nowhere.position, qsizetype{-1});
    QCOMPARE(course::findModule(course, text("second")), &course.modules.back());
    QCOMPARE(course::findClaim(course, text("P1.1")), &course.claims.back());
    QVERIFY(course::findTerm(course, text("P1.1")) == nullptr);
    QVERIFY(course::findSource(course, text("P1.1")) == nullptr);
    QVERIFY(course::findFigure(course, text("P1.1")) == nullptr);
}

TEST_MAIN_GUILESS(TestCourse)

#include "tst_course.moc"

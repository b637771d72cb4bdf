// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/lessondocument.h"

#include "figures/figure.h"
#include "type/typehelpers.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextList>

using course::CalloutKind;
using type::LessonSetting;
using type::MarginNote;

Q_DECLARE_METATYPE(course::CalloutKind)

namespace {

const QString meta = QStringLiteral("Module 1 · section 1 of 3");

const course::Course &tiny()
{
    static const course::Course course = testing::readTinyCourse().course;
    return course;
}

LessonSetting setting()
{
    LessonSetting setting;
    setting.colours = type::coloursOf(type::Tone::Light);
    setting.meta = meta;
    return setting;
}

/// A section of the tiny course's first module, set.
struct Lesson {
    explicit Lesson(std::size_t section, const LessonSetting &how = setting())
        : notes(type::buildLesson(document, tiny(), tiny().modules.front().sections[section], how))
    {
    }

    [[nodiscard]] QString plain() const { return type::plainTextOf(document, 0, document.characterCount()); }

    /// The formats of the objects of one type, in the order of the text.
    [[nodiscard]] std::vector<QTextCharFormat> objects(int type) const
    {
        std::vector<QTextCharFormat> found;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
                if (fragment.fragment().charFormat().objectType() == type)
                    found.push_back(fragment.fragment().charFormat());
            }
        }
        return found;
    }

    /// The block that holds `text`.
    [[nodiscard]] QTextBlock block(const QString &text) const { return document.find(text).block(); }

    /// The format of the character that `text` begins with.
    [[nodiscard]] QTextCharFormat format(const QString &text) const { return document.find(text).charFormat(); }

    [[nodiscard]] QList<int> callouts() const
    {
        QList<int> kinds;
        for (const QTextFrame *frame : document.rootFrame()->childFrames())
            kinds.append(frame->frameFormat().property(type::CalloutName).toInt());
        return kinds;
    }

    QTextDocument document;
    std::vector<MarginNote> notes;
};

QList<int> kinds(std::initializer_list<CalloutKind> of)
{
    QList<int> numbers;
    for (const CalloutKind kind : of)
        numbers.append(static_cast<int>(kind));
    return numbers;
}

} // namespace

class TestLessonDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void beginsWithMetaAndTitle();
    void setsTheText();
    void keepsTheReadersDirectionOutOfTheText();
    void setsLists();
    void marksTermsAndClaims();
    void namesEachNoteOnce();
    void hidesWhatIsForTrainers();
    void showsWhatIsForTrainers();
    void putsFiguresInTheirPlaces();
    void saysTheFigureInSentences();
    void namesASlidesFigureInWords();
    void saysThatAFigureIsClosed();
    void copiesAPart();
    void foldsNotesUnderTheirParagraph();
    void keepsNotesOutOfTheTextWhereThereIsAMargin();
    void endsWithTheFoot();
    void writesNotes();
    void hasATitleForEveryCallout_data();
    void hasATitleForEveryCallout();
    void hasWordsForEveryStatus();
    void setsEveryShippedSection();
};

void TestLessonDocument::beginsWithMetaAndTitle()
{
    const Lesson lesson(0);
    QCOMPARE(lesson.document.begin().text(), meta);
    const QTextBlock title = lesson.document.begin().next();
    QCOMPARE(title.text(), QStringLiteral("One stone"));
    const QFont font = lesson.format(QStringLiteral("One stone")).font();
    QCOMPARE(font.pixelSize(), type::sized(28));
    QVERIFY(font.weight() >= QFont::Bold);
}

void TestLessonDocument::setsTheText()
{
    const Lesson lesson(0);
    QVERIFY(lesson.plain().contains(
        QStringLiteral("On the table there are two stones. [P1.1] One of them is small, the other large.")));
    QVERIFY(lesson.format(QStringLiteral("small")).fontItalic());
    QCOMPARE(lesson.format(QStringLiteral("large")).fontWeight(), int(QFont::Bold));
    QCOMPARE(lesson.format(QStringLiteral("there are")).font().pixelSize(), type::sized(17));
}

void TestLessonDocument::keepsTheReadersDirectionOutOfTheText()
{
    const Lesson lesson(0);
    for (QTextBlock block = lesson.document.begin(); block.isValid(); block = block.next()) {
        if (!block.text().isEmpty())
            QCOMPARE(block.blockFormat().layoutDirection(), Qt::LeftToRight);
    }
}

void TestLessonDocument::setsLists()
{
    const Lesson bullets(0);
    const QTextBlock pebble = bullets.block(QStringLiteral("A pebble"));
    QVERIFY(pebble.textList() != nullptr);
    // The view paints the bullets.
    QCOMPARE(pebble.textList()->format().style(), QTextListFormat::ListStyleUndefined);
    QCOMPARE(pebble.textList(), bullets.block(QStringLiteral("A boulder")).textList());
    QVERIFY(bullets.block(QStringLiteral("On the")).textList() == nullptr);
    const Lesson numbers(2);
    QCOMPARE(numbers.block(QStringLiteral("Look.")).textList()->format().style(), QTextListFormat::ListDecimal);
}

void TestLessonDocument::marksTermsAndClaims()
{
    const Lesson lesson(0);
    const QTextCharFormat term = lesson.format(QStringLiteral("table"));
    QCOMPARE(term.anchorHref(), QStringLiteral("term:table"));
    QVERIFY(term.isAnchor());
    const auto chips = lesson.objects(type::ChipObject);
    QCOMPARE(chips.size(), 2U);
    QCOMPARE(chips[0].anchorHref(), QStringLiteral("claim:P1.1"));
    QVERIFY(chips[0].isAnchor());
    QCOMPARE(chips[0].stringProperty(type::ChipText), QStringLiteral("P1.1"));
    QCOMPARE(chips[1].stringProperty(type::ChipText), QStringLiteral("P1.2"));
    QCOMPARE(Lesson(1).format(QStringLiteral("the beginning")).anchorHref(), QStringLiteral("section:one"));
}

void TestLessonDocument::namesEachNoteOnce()
{
    const Lesson lesson(0);
    QStringList links;
    for (const MarginNote &note : lesson.notes)
        links.append(note.link);
    QCOMPARE(links,
             (QStringList{QStringLiteral("term:table"), QStringLiteral("claim:P1.1"), QStringLiteral("claim:P1.2")}));
    QCOMPARE(lesson.notes[0].block, lesson.block(QStringLiteral("On the")).blockNumber());
    QCOMPARE(lesson.notes[1].block, lesson.block(QStringLiteral("On the")).blockNumber());
    QCOMPARE(lesson.notes[2].block, lesson.block(QStringLiteral("A pebble")).blockNumber());
}

void TestLessonDocument::hidesWhatIsForTrainers()
{
    const Lesson lesson(0);
    QCOMPARE(lesson.callouts(), kinds({CalloutKind::Care, CalloutKind::Discuss}));
    QVERIFY(lesson.plain().contains(QStringLiteral("Before you read on\nStones are hard.")));
    QVERIFY(lesson.plain().contains(QStringLiteral("To discuss\nWhich stone would you keep?")));
    QVERIFY(!lesson.plain().contains(QStringLiteral("They lie on the table.")));
    QVERIFY(!lesson.plain().contains(QStringLiteral("Put two stones")));
    QCOMPARE(Lesson(1).callouts(), kinds({CalloutKind::Limits}));
}

void TestLessonDocument::showsWhatIsForTrainers()
{
    LessonSetting forTrainers = setting();
    forTrainers.trainerNotes = true;
    const Lesson lesson(0, forTrainers);
    QCOMPARE(lesson.callouts(),
             kinds({CalloutKind::Care, CalloutKind::Discuss, CalloutKind::Slide, CalloutKind::Facilitator}));
    QVERIFY(lesson.plain().contains(QStringLiteral("They lie on the table.")));
    QVERIFY(lesson.plain().contains(QStringLiteral("For the facilitator\nPut two stones on the table.")));
}

void TestLessonDocument::putsFiguresInTheirPlaces()
{
    const Lesson lesson(1);
    const auto figures = lesson.objects(type::FigureObject);
    QCOMPARE(figures.size(), 1U);
    QCOMPARE(figures.front().stringProperty(type::FigureId), QStringLiteral("left-the-table"));
    QVERIFY(Lesson(0).objects(type::FigureObject).empty());
}

void TestLessonDocument::saysTheFigureInSentences()
{
    const Lesson lesson(1);
    const auto prepared = figures::prepare(*course::findFigure(tiny(), QStringLiteral("left-the-table")));
    QVERIFY(prepared);
    QVERIFY(!prepared->plain.empty());
    QString said = QStringLiteral("Left the table?");
    for (const base::Phrase &sentence : prepared->plain)
        said += QLatin1Char(' ') + base::render(sentence);
    QVERIFY2(lesson.plain().contains(QLatin1Char('\n') + said + QLatin1Char('\n')), qPrintable(lesson.plain()));
    QVERIFY(!lesson.plain().contains(QChar(QChar::ObjectReplacementCharacter)));
}

void TestLessonDocument::namesASlidesFigureInWords()
{
    LessonSetting forTrainers = setting();
    forTrainers.trainerNotes = true;
    const Lesson lesson(1, forTrainers);
    QCOMPARE(lesson.objects(type::FigureObject).size(), 1U); // the one in the text
    QVERIFY(lesson.plain().endsWith(QStringLiteral("Left the table?\nLeft the table?")));
}

void TestLessonDocument::saysThatAFigureIsClosed()
{
    course::Section section = tiny().modules.front().sections[1];
    for (course::Block &block : section.blocks)
        block.figure.clear();
    QTextDocument document;
    QCOMPARE(type::buildLesson(document, tiny(), section, setting()).size(), 1U);
    QVERIFY(type::plainTextOf(document, 0, document.characterCount())
                .contains(QStringLiteral("This figure is closed: its numbers need mending.")));
}

void TestLessonDocument::copiesAPart()
{
    const Lesson lesson(0);
    const int from = lesson.document.find(QStringLiteral("two stones")).selectionStart();
    const int to = lesson.document.find(QStringLiteral("One of")).selectionEnd();
    QCOMPARE(type::plainTextOf(lesson.document, from, to), QStringLiteral("two stones. [P1.1] One of"));
    QCOMPARE(type::plainTextOf(lesson.document, from, from + 3), QStringLiteral("two"));
    QCOMPARE(type::plainTextOf(lesson.document, from, from), QString());
}

void TestLessonDocument::foldsNotesUnderTheirParagraph()
{
    LessonSetting narrow = setting();
    narrow.foldNotes = true;
    const Lesson lesson(0, narrow);
    const QString plain = lesson.plain();
    const qsizetype paragraph = plain.indexOf(QStringLiteral("the other large."));
    const qsizetype term = plain.indexOf(QStringLiteral("table A board on legs."));
    const qsizetype claim = plain.indexOf(QStringLiteral("P1.1 Two stones lie on the table."));
    const qsizetype item = plain.indexOf(QStringLiteral("A pebble is small. [P1.2]"));
    const qsizetype second = plain.indexOf(QStringLiteral("P1.2 Stones should stay where they are."));
    const qsizetype next = plain.indexOf(QStringLiteral("A boulder"));
    QVERIFY2(0 < paragraph && paragraph < term && term < claim && claim < item, qPrintable(plain));
    QVERIFY2(item < second && second < next, qPrintable(plain));
    QVERIFY(lesson.block(QStringLiteral("P1.2 Stones should")).textList() == nullptr);
}

void TestLessonDocument::keepsNotesOutOfTheTextWhereThereIsAMargin()
{
    QVERIFY(!Lesson(0).plain().contains(QStringLiteral("A board on legs.")));
}

void TestLessonDocument::endsWithTheFoot()
{
    for (std::size_t section = 0; section < 3; ++section) {
        const Lesson lesson(section);
        QCOMPARE(lesson.objects(type::FootObject).size(), 1U);
        const QTextCursor end(lesson.document.lastBlock());
        QCOMPARE(lesson.document.lastBlock().begin().fragment().charFormat().objectType(), int(type::FootObject));
    }
}

void TestLessonDocument::writesNotes()
{
    const type::NoteText fact = type::noteText(tiny(), QStringLiteral("claim:P1.1"));
    QCOMPARE(fact.head, QStringLiteral("P1.1"));
    QCOMPARE(fact.body, QStringLiteral("Two stones lie on the table."));
    QCOMPARE(fact.foot, QStringLiteral("Stated by the essay alone. Source: An Author, 29 January 2014."));
    const type::NoteText opinion = type::noteText(tiny(), QStringLiteral("claim:P1.2"));
    QCOMPARE(opinion.foot, QStringLiteral("The essay's own view. Disputed. Source: An Author, 29 January 2014."));
    QCOMPARE(fact.onwards, QString());
    QCOMPARE(opinion.onwards, QStringLiteral("section:two"));
    QCOMPARE(opinion.onwardsText, QStringLiteral("Read on: Two stones"));
    QCOMPARE(type::noteText(tiny(), QStringLiteral("claim:P1.2"), QStringLiteral("two")).onwards, QString());
    const type::NoteText term = type::noteText(tiny(), QStringLiteral("term:table"));
    QCOMPARE(term.head, QStringLiteral("table"));
    QCOMPARE(term.body, QStringLiteral("A board on legs."));
    for (const char *unknown : {"claim:P9.9", "term:chair", "section:one", ""})
        QVERIFY(type::noteText(tiny(), QLatin1String(unknown)).head.isEmpty());
}

void TestLessonDocument::hasATitleForEveryCallout_data()
{
    QTest::addColumn<course::CalloutKind>("kind");
    QTest::newRow("slide") << CalloutKind::Slide;
    QTest::newRow("facilitator") << CalloutKind::Facilitator;
    QTest::newRow("discuss") << CalloutKind::Discuss;
    QTest::newRow("care") << CalloutKind::Care;
    QTest::newRow("limits") << CalloutKind::Limits;
}

void TestLessonDocument::hasATitleForEveryCallout()
{
    QFETCH(const course::CalloutKind, kind);
    QVERIFY(!type::calloutTitle(kind).isEmpty());
}

void TestLessonDocument::hasWordsForEveryStatus()
{
    using enum course::Status;
    QStringList words;
    for (const course::Status status : {EssayOnly, Corroborated, Disputed, NotFound})
        words.append(type::statusText(status));
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
}

void TestLessonDocument::setsEveryShippedSection()
{
    LessonSetting everything = setting();
    everything.trainerNotes = true;
    everything.foldNotes = true;
    const course::Course &course = testing::shippedCourse().course;
    for (const course::Module &module : course.modules) {
        for (const course::Section &section : module.sections) {
            QTextDocument document;
            const auto notes = type::buildLesson(document, course, section, everything);
            const QString plain = type::plainTextOf(document, 0, document.characterCount());
            for (const MarginNote &note : notes) {
                const type::NoteText text = type::noteText(course, note.link);
                QVERIFY2(plain.contains(text.head + QLatin1Char(' ') + text.body), qPrintable(note.link));
            }
        }
    }
}

TYPE_TEST_MAIN(TestLessonDocument)

#include "tst_lessondocument.moc"

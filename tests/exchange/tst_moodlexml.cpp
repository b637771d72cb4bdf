// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/moodlexml.h"
#include "items/gift.h"
#include "support/describing.h"
#include "support/testing.h"

using exchange::Image;
using exchange::Questions;
using exchange::Reading;
using exchange::Writing;
using items::Item;
using items::ItemType;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Reading readingOf(const QByteArray &xml)
{
    return exchange::readMoodleXml(xml, text("q.xml"));
}

QByteArray quiz(const QByteArray &questions)
{
    return "<?xml version=\"1.0\"?>\n<quiz>\n" + questions + "</quiz>\n";
}

/// A sound choice with something more in it.
QByteArray choiceWith(const QByteArray &more)
{
    return quiz("<question type=\"multichoice\"><name><text>N</text></name>"
                "<questiontext format=\"html\"><text>Q?</text></questiontext><idnumber>q</idnumber>" +
                more +
                "<single>true</single><answer fraction=\"100\"><text>yes</text></answer>"
                "<answer fraction=\"0\"><text>no</text></answer></question>\n");
}

Questions questionsOf(const QByteArray &gift)
{
    return {items::readGift(gift, {}).items, {}};
}

} // namespace

class TestMoodleXml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatMoodleWrites();
    void writesWhatMoodleReads();
    void units();
    void images();
    void faults_data();
    void faults();
    void refusesInBoundedTime_data();
    void refusesInBoundedTime();
    void keepsWhatCameBeforeAFault();
    void tellsCharactersThatXmlCannotHold();
};

/// As Moodle 4 exports them, white space and settings included.
void TestMoodleXml::readsWhatMoodleWrites()
{
    const Reading reading = readingOf(testing::bytesOf(testing::sourcePath(text("tests/exchange/moodle-export.xml"))));
    QCOMPARE(describe(reading.faults), QStringList());
    QStringList found;
    for (const Item &item : reading.questions.items)
        found.append(QString::fromUtf8(items::writeGift(item).toUtf8()).simplified());
    const QStringList expected{
        text("// [id:mc-1] [tag:harm] [tag:P6.4] ::Single::[html]<p>Which\\: a or b?</p> { =<p>a</p>#<p>Yes.</p> "
             "~<p>b</p>#[moodle]No. ####<p>So it is.</p> }"),
        text("// [id:mc-2] ::Several::[html]Two of three { ~%50.00000%a ~%50.00000%b ~%-100%c }"),
        text("// [id:tf-1] ::True or not::[html]Water is wet {TRUE#[html]It is.#}"),
        text("// [id:sa-1] ::Short::[html]Capital? { =%100%Oslo ~ }"),
        text("// [id:nu-1] [tag:unit:kg] ::Number::[html]How much? { }"),
        text("// [id:ma-1] ::Pairs::[html]Match { =[html]one -> 1 =[html]two -> 2 = -> 3 }"),
        text("// [id:es-1] ::Essay::[html]Write {}"),
        text("// [id:de-1] ::Note::[html]Read this"),
    };
    QCOMPARE(found.size(), expected.size());
    QCOMPARE(found.at(0), expected.at(0));
    QCOMPARE(reading.questions.items.at(0).category, text("$course$/top/Raids and rescues"));
    QCOMPARE(found.at(1).left(40), expected.at(1).left(40));
    const Item &trueFalse = reading.questions.items.at(2);
    QCOMPARE(trueFalse.options.at(0).text.content, text("true"));
    QCOMPARE(trueFalse.options.at(0).fraction, 1.0);
    QCOMPARE(trueFalse.options.at(1).feedback.content, text("It is."));
    const Item &number = reading.questions.items.at(4);
    QCOMPARE(number.options.at(0).value, 3.5);
    QCOMPARE(number.options.at(0).tolerance, 0.25);
    QVERIFY(number.options.at(1).anythingElse);
    QCOMPARE(number.tags, QStringList(text("unit:kg")));
    QCOMPARE(reading.questions.items.at(5).options.size(), std::size_t(3));
    QCOMPARE(reading.questions.items.at(5).options.at(2).match, text("3"));
    QCOMPARE(reading.questions.items.at(6).type, ItemType::Essay);
    QCOMPARE(reading.questions.items.at(7).type, ItemType::Description);
}

void TestMoodleXml::writesWhatMoodleReads()
{
    const Writing writing =
        exchange::writeMoodleXml(questionsOf("$CATEGORY: $course$/top/A\n\n// [id:one] [tag:harm]\n::T::[html]Is ]]> "
                                             "<b>there</b>? {=yes#Right. ~%-33.33333%no}\n\n"
                                             "// [id:gap]\nIt is {=wet ~dry}.\n"));
    QCOMPARE(describe(writing.losses), QStringList());
    const QString xml = QString::fromUtf8(writing.bytes);
    for (const char *part :
         {"<question type=\"category\">", "<text>$course$/top/A</text>", "<question type=\"multichoice\">",
          "<![CDATA[Is ]]]]><![CDATA[> <b>there</b>?]]>", "<answer fraction=\"100\" format=\"html\">",
          "fraction=\"-33.33333\"", "<single>true</single>", "<shuffleanswers>true</shuffleanswers>",
          "<idnumber>one</idnumber>", "<defaultgrade>1.0000000</defaultgrade>", "<missingword>1</missingword>",
          "It is _____ ."})
        QVERIFY2(xml.contains(text(part)) || QByteArray(part).contains("_____"), part);
    QVERIFY(xml.contains(text("_____")));
}

void TestMoodleXml::units()
{
    Questions questions = questionsOf("// [id:n] [tag:unit:per cent]\nHow much? {#3:1}\n");
    const QByteArray xml = exchange::writeMoodleXml(questions).bytes;
    QVERIFY(xml.contains("<unit_name>per cent</unit_name>"));
    QCOMPARE(readingOf(xml).questions.items.at(0).tags, QStringList(text("unit:per cent")));
    const QByteArray twoUnits = "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit>"
                                "<unit><multiplier>100</multiplier><unit_name>cm</unit_name></unit></units>";
    QCOMPARE(describe(readingOf(choiceWith(twoUnits)).faults),
             QStringList(text("q.xml:3:30 warning item:q not-carried (units)")));
}

void TestMoodleXml::images()
{
    const QByteArray png("\x89PNG\r\n\x1A\n\0\1", 10);
    Questions questions = questionsOf("// [id:one]\n::T::[html]<img src\\=\"@@PLUGINFILE@@/a%20b.png\"> {=yes ~no}\n");
    questions.images = {{text("a b.png"), png}, {text("unused.png"), png}};
    const QByteArray xml = exchange::writeMoodleXml(questions).bytes;
    QVERIFY(xml.contains("<file name=\"a b.png\" path=\"/\" encoding=\"base64\">"));
    const Reading reading = readingOf(xml);
    QCOMPARE(describe(reading.faults), QStringList());
    QVERIFY(reading.questions.images == std::vector<Image>({{text("a b.png"), png}}));
    QCOMPARE(reading.questions.items.at(0).stem.content, questions.items.at(0).stem.content);
}

void TestMoodleXml::faults_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &xml, const char *fault) {
        QTest::newRow(name) << xml << QString::fromUtf8(fault);
    };
    row("nothing", "", "q.xml:1:1 error item xml-syntax (Premature end of document.)");
    row("not a quiz", "<html></html>", "q.xml:1:7 error item xml-forbidden (html)");
    row("a document type", "<!DOCTYPE quiz [<!ENTITY a \"x\">]><quiz>&a;</quiz>",
        "q.xml:1:34 error item xml-forbidden (DOCTYPE)");
    row("a question of another kind", quiz("<question type=\"calculated\"><name><text>C</text></name></question>"),
        "q.xml:3:29 error item question-kind-unknown (calculated)");
    row("a weight of nobody",
        quiz("<question type=\"shortanswer\"><questiontext><text>Q</text></questiontext>"
             "<answer fraction=\"37\"><text>x</text></answer></question>"),
        "q.xml:3:30 error item gift-weight-unknown (37)");
    row("a weight that is no number", choiceWith("<answer fraction=\"much\"><text>x</text></answer>"),
        "q.xml:3:30 error item:q gift-number-malformed (much)");
    row("an empty option", choiceWith("<answer fraction=\"0\"><text></text></answer>"),
        "q.xml:3:30 error item:q gift-answer-empty (a)");
    row("one option",
        quiz("<question type=\"multichoice\"><questiontext><text>Q</text></questiontext>"
             "<answer fraction=\"100\"><text>x</text></answer></question>"),
        "q.xml:3:30 error item gift-too-few-answers (1, 2)");
    row("a hint", choiceWith("<hint format=\"html\"><text>Think.</text></hint>"),
        "q.xml:3:30 warning item:q not-carried (hint)");
    row("an empty hint", choiceWith("<hint format=\"html\"><text></text></hint>"), "");
    row("two marks", choiceWith("<defaultgrade>2</defaultgrade>"),
        "q.xml:3:30 warning item:q not-carried (defaultgrade)");
    row("a path for an image",
        choiceWith("<generalfeedback><text>G</text><file name=\"../../etc/passwd\" "
                   "encoding=\"base64\">AAAA</file></generalfeedback>"),
        "q.xml:3:30 warning item:q image-refused (../../etc/passwd)");
    row("a path of Windows",
        choiceWith("<generalfeedback><text>G</text><file name=\"C:\\x.png\" "
                   "encoding=\"base64\">AAAA</file></generalfeedback>"),
        "q.xml:3:30 warning item:q image-refused (C:\\x.png)");
}

void TestMoodleXml::faults()
{
    QFETCH(const QByteArray, xml);
    QFETCH(const QString, expected);
    QCOMPARE(describe(readingOf(xml).faults).join(u'|'), expected);
}

void TestMoodleXml::refusesInBoundedTime_data()
{
    QTest::addColumn<QByteArray>("xml");
    QByteArray laughs = "<!DOCTYPE quiz [<!ENTITY l0 \"lol\">";
    for (int i = 1; i < 30; ++i) {
        const QByteArray before = "&l" + QByteArray::number(i - 1) + ';';
        laughs += "<!ENTITY l" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
    }
    QTest::newRow("a billion laughs") << QByteArray(laughs + "]><quiz>&l29;</quiz>");
    QTest::newRow("a million deep") << QByteArray("<quiz>" + QByteArray("<question>").repeated(1'000'000));
    QTest::newRow("a million deep in a text")
        << QByteArray("<quiz><question type=\"essay\"><questiontext><text>" + QByteArray("<b>").repeated(1'000'000));
    QTest::newRow("zeros") << QByteArray(100'000, '\0');
    QTest::newRow("over 64 MiB") << QByteArray(exchange::largestFile + 1, ' ');
    QByteArray noise;
    quint32 state = 1;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 1664525U + 1013904223U;
        noise.append(static_cast<char>(state >> 24U));
    }
    QTest::newRow("noise") << noise;
}

void TestMoodleXml::refusesInBoundedTime()
{
    QFETCH(const QByteArray, xml);
    const Reading reading = readingOf(xml);
    QVERIFY(base::hasError(reading.faults));
    QVERIFY(reading.questions.items.empty());
}

void TestMoodleXml::keepsWhatCameBeforeAFault()
{
    const QByteArray whole = choiceWith({});
    const Reading reading = readingOf(whole.chopped(8) + "<question type=\"essay\"><name>");
    QCOMPARE(reading.questions.items.size(), std::size_t(1));
    QCOMPARE(reading.faults.size(), std::size_t(1));
    QCOMPARE(reading.faults.front().code, base::FaultCode::XmlSyntax);
}

void TestMoodleXml::tellsCharactersThatXmlCannotHold()
{
    Questions questions = questionsOf("// [id:one]\n::T::Q {=yes ~no}\n");
    questions.items.front().stem.content = text("a\x07"
                                                "b") +
                                           QChar(0xD800) + QChar(0xFFFE);
    const Writing writing = exchange::writeMoodleXml(questions);
    QCOMPARE(describe(writing.losses), QStringList({text(":2:1 warning item:one not-carried (U+0007)"),
                                                    text(":2:1 warning item:one not-carried (U+D800)"),
                                                    text(":2:1 warning item:one not-carried (U+FFFE)")}));
    QCOMPARE(readingOf(writing.bytes).questions.items.front().stem.content, text("ab"));
}

QTEST_GUILESS_MAIN(TestMoodleXml)

#include "tst_moodlexml.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/formats.h"
#include "exchange/images.h"
#include "items/gift.h"
#include "support/describing.h"
#include "support/testing.h"

#include <QFile>
#include <QTemporaryDir>

using exchange::Format;
using exchange::Questions;
using exchange::Writing;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Questions questionsOf(const QByteArray &gift)
{
    return {items::readGift(gift, {}).items, {}};
}

} // namespace

/// Anki's text, images, and what JSON refuses; each other format has a test of its own.
class TestFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThemApart();
    void ankiNotes();
    void ankiLosses();
    void giftLeavesOut();
    void jsonFaults_data();
    void jsonFaults();
    void plainNames_data();
    void plainNames();
    void gathersImages();
};

void TestFormats::tellsThemApart()
{
    QCOMPARE(exchange::formatOf(text("a/b.GIFT")), std::optional(Format::Gift));
    QCOMPARE(exchange::formatOf(text("b.xml")), std::optional(Format::MoodleXml));
    QCOMPARE(exchange::formatOf(text("b.csv")), std::optional(Format::Sheet));
    QCOMPARE(exchange::formatOf(text("b.tsv")), std::optional(Format::Anki));
    QCOMPARE(exchange::formatOf(text("b.json")), std::optional(Format::Json));
    QCOMPARE(exchange::formatOf(text("b.txt")), std::optional<Format>());
    QVERIFY(!exchange::canRead(Format::Anki));
    QVERIFY(exchange::read(Format::Anki, "x\ty\n", {}).questions.items.empty());
}

void TestFormats::ankiNotes()
{
    const Questions questions = questionsOf("// [id:one] [tag:P6.4] [tag:two words]\n::T::Is\\n\"it\" < or\\: what? "
                                            "{=yes#Right. ~no ####So it is.}\n\n"
                                            "// [id:two]\nMatch {=l -> r =m -> s}\n\n"
                                            "// [id:three]\nHow many? {#=37:1}\n");
    const Writing writing = exchange::write(Format::Anki, questions, text("A  deck"));
    QCOMPARE(describe(writing.losses), QStringList());
    QCOMPARE(QString::fromUtf8(writing.bytes).split(u'\n'),
             (text("#separator:tab\n#html:true\n#notetype:Basic\n#deck:A deck\n#guid column:1\n#tags column:3\n"
                   "one\t\"Is<br>&quot;it&quot; &lt; or: what?<ol type=\"\"a\"\"><li>yes</li><li>no</li></ol>\"\t"
                   "P6.4 two_words\tyes<p>Right.</p><p>So it is.</p>\n"
                   "two\t\"Match<ol type=\"\"a\"\"><li>l</li><li>m</li></ol><p>r · s</p>\"\t\tl → r<br>m → s\n"
                   "three\tHow many?\t\t37 ± 1\n"))
                 .split(u'\n'));
}

void TestFormats::ankiLosses()
{
    const Writing writing = exchange::write(
        Format::Anki, questionsOf("$CATEGORY: C\n\n// [id:one]\n::E::Write {}\n\n// [id:two]\nQ {=a ~%50%b}\n"), {});
    QCOMPARE(describe(writing.losses), QStringList({text(":4:1 warning item:one question-left-out (E)"),
                                                    text(":7:1 warning item:two not-carried (fraction)"),
                                                    text(":7:1 warning item:two not-carried (category)")}));
}

void TestFormats::giftLeavesOut()
{
    Questions questions = questionsOf("// [id:one]\n::T::Q {=a}\n\n// [id:two]\nR {=b}\n");
    questions.items.front().options.front().text.content = text("a -> b");
    const Writing writing = exchange::write(Format::Gift, questions, {});
    QCOMPARE(describe(writing.losses), QStringList(text(":2:1 warning item:one question-left-out (T)")));
    QVERIFY(!writing.bytes.contains("id:one") && writing.bytes.contains("id:two"));
    QCOMPARE(describe(exchange::write(Format::MoodleXml, questions, {}).losses), QStringList());
}

void TestFormats::jsonFaults_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &json, const char *fault) {
        QTest::newRow(name) << json << QString::fromUtf8(fault);
    };
    const QByteArray sound =
        R"({"id": "a", "type": "truefalse", "text": "Q {[\"", "options": [{"text": "true", "fraction": 1},
                                 {"text": "false", "fraction": 0}]})";
    row("no JSON", "[\n{", "q.json:2:2 error item json-syntax (unterminated object)");
    row("no list", "{}", "q.json:1:1 error item yaml-wrong-kind (q.json, list)");
    row("a word in the list", "[\n" + sound + ",\n\"word\"]", "q.json:1:1 error item yaml-wrong-kind (word, map)");
    row("the place of the second", "[\n" + sound + ",\n {\"id\": \"b\", \"type\": \"riddle\"}]",
        "q.json:4:2 error item:b value-unknown (type, riddle)");
    row("a number for a text", R"([{"id": "b", "type": "essay", "text": 5}])",
        "q.json:1:2 error item:b yaml-wrong-kind (text, text)");
    row("a text for a number", R"([{"id": "b", "type": "numerical", "options": [{"value": "5", "fraction": 1}]}])",
        "q.json:1:2 error item:b yaml-wrong-kind (value, number)");
    row("an essay with answers", R"([{"id": "b", "type": "essay", "text": "Q", "options": [{"text": "x"}]}])",
        "q.json:1:2 error item:b gift-too-few-answers (1, 0)");
    row("sound", "[" + sound + "]", "");
}

void TestFormats::jsonFaults()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, expected);
    QCOMPARE(describe(exchange::read(Format::Json, json, text("q.json")).faults).join(u'|'), expected);
}

void TestFormats::plainNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isPlain");
    QTest::newRow("a name") << text("a b.png") << true;
    QTest::newRow("of another script") << text("图.png") << true;
    QTest::newRow("nothing") << QString() << false;
    for (const char *name : {"..", ".", "a/b.png", "..\\b.png", "c:b.png", "a\nb.png", "/etc/passwd", "a*b.png"})
        QTest::newRow(name) << text(name) << false;
    QTest::newRow("a NUL") << QString(text("a") + QChar(0) + text(".png")) << false;
    QTest::newRow("too long") << QString(201, u'a') << false;
}

void TestFormats::plainNames()
{
    QFETCH(const QString, name);
    QFETCH(const bool, isPlain);
    QCOMPARE(exchange::isPlainName(name), isPlain);
}

void TestFormats::gathersImages()
{
    const QTemporaryDir folder;
    const auto put = [&](const char *name, const QByteArray &bytes) {
        QDir(folder.path()).mkpath(QFileInfo(folder.filePath(text(name))).path());
        QFile file(folder.filePath(text(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    put("course/a.png", "one");
    put("course/more/a.png", "two");
    put("secret.png", "no");
    Questions questions =
        questionsOf("// [id:one]\n[markdown]![](a.png) ![](more/a.png) ![](../secret.png) ![](gone.png) "
                    "![](https\\://x.org/b.png) {=yes ~no}\n");
    base::Faults faults;
    exchange::gatherImages(questions, folder.filePath(text("course")), faults);
    QCOMPARE(questions.items.front().stem.content,
             text("![](@@PLUGINFILE@@/a.png) ![](@@PLUGINFILE@@/a-2.png) ![](../secret.png) ![](gone.png) "
                  "![](https://x.org/b.png)"));
    QCOMPARE(questions.images.size(), std::size_t(2));
    QCOMPARE(questions.images.at(1).bytes, QByteArray("two"));
    QCOMPARE(describe(faults), QStringList({text(":2:1 warning item:one image-refused (../secret.png)"),
                                            text(":2:1 warning item:one image-refused (gone.png)")}));
    exchange::pointToImages(questions, text("q images"));
    QVERIFY(questions.items.front().stem.content.startsWith(text("![](q%20images/a.png)")));
}

QTEST_GUILESS_MAIN(TestFormats)

#include "tst_formats.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/yaml.h"

#include "course/describing.h"
#include "support/testing.h"

using course::TextFile;
using course::yaml::Kind;
using course::yaml::MapReader;
using course::yaml::Node;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

std::optional<Node> parsed(const QByteArray &yaml, base::Faults &faults)
{
    const TextFile file(text("a.yaml"), yaml);
    return course::yaml::parse(file, 0, yaml.size(), {}, faults);
}

Node sound(const QByteArray &yaml)
{
    base::Faults faults;
    const auto node = parsed(yaml, faults);
    if (!node || !faults.empty())
        qFatal("%s", qUtf8Printable(describe(faults).join(u'\n')));
    return *node;
}

/// The node in one line: words in quotes, lists in brackets, maps in braces.
QString shown(const Node &node)
{
    QStringList parts;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const QString key = node.kind == Kind::Map ? node.keys.at(static_cast<qsizetype>(i)) + text(": ") : QString();
        parts.append(key + shown(node.children[i]));
    }
    const QString inside = parts.join(text(", "));
    switch (node.kind) {
    case Kind::Text:
        return u'"' + node.text + u'"';
    case Kind::List:
        return u'[' + inside + u']';
    case Kind::Map:
        return u'{' + inside + u'}';
    }
    return {};
}

} // namespace

class TestYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void values_data();
    void values();
    void places();
    void refusals_data();
    void refusals();
    void aPartOfAFile();
    void sixteenLevelsAreEnough();
    void reads();
    void tellsWhatIsMissing();
    void keepsItsScope();
};

void TestYaml::values_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *yaml, const char *expected) {
        QTest::newRow(name) << QByteArray(yaml) << text(expected);
    };
    row("words", "some words", R"("some words")");
    row("map", "a: b\nc: d", R"({a: "b", c: "d"})");
    row("keys in the file's order", "z: 1\na: 2", R"({z: "1", a: "2"})");
    row("list", "- a\n- b", R"(["a", "b"])");
    row("flow", "{a: [b, c], d: {e: f}}", R"({a: ["b", "c"], d: {e: "f"}})");
    row("lists in maps in lists", "- a:\n    - b\n  c: d\n- e", R"([{a: ["b"], c: "d"}, "e"])");
    row("numbers and booleans stay words", "[1, 0.1, true, no, 1e3, 2001-01-01]",
        R"(["1", "0.1", "true", "no", "1e3", "2001-01-01"])");
    row("nothing is an empty word", "a:\nb: ~\nc: null", R"({a: "", b: "", c: ""})");
    row("empty list and map", "a: []\nb: {}", R"({a: [], b: {}})");
    row("quotes", "a: \"b: \\u00e9\"\nb: 'it''s'", "{a: \"b: \xC3\xA9\", b: \"it's\"}");
    row("a quoted word that looks like an alias", "a: \"*b\"\nb: '&c'", R"({a: "*b", b: "&c"})");
    row("folded over lines", "a: some\n  more\n  words", R"({a: "some more words"})");
    row("a block of lines", "a: |\n  one\n  two\n", "{a: \"one\ntwo\n\"}");
    row("a folded block", "a: >-\n  one\n  two\n", R"({a: "one two"})");
    row("comments", "# c\na: b # c\n# c", R"({a: "b"})");
    row("wide characters", "\xC3\xA9: \xF0\x9F\x8C\x8A", "{\xC3\xA9: \"\xF0\x9F\x8C\x8A\"}");
    row("a marked beginning", "---\na: b\n", R"({a: "b"})");
    row("a marked end", "a: b\n...\n", R"({a: "b"})");
    row("Windows line ends", "a: b\r\nc:\r\n  - d\r\n", R"({a: "b", c: ["d"]})");
}

void TestYaml::values()
{
    QFETCH(const QByteArray, yaml);
    QTEST(shown(sound(yaml)), "expected");
}

void TestYaml::places()
{
    const Node root =
        sound("# c\na: b\n\xC3\xA9\xC3\xA9: { k: x, \xF0\x9F\x8C\x8A: y }\nlist:\n  - one\n  -\n    m: n\n");
    const auto at = [](int line, int column) { return base::Place{text("a.yaml"), line, column}; };
    QVERIFY(root.place == at(2, 1));
    QVERIFY(root.find(text("a"))->place == at(2, 4));
    QVERIFY(root.placeOf(text("a")) == at(2, 1));
    const Node &flow = *root.find(text("\xC3\xA9\xC3\xA9"));
    QVERIFY(flow.place == at(3, 5));
    QVERIFY(flow.placeOf(text("\xF0\x9F\x8C\x8A")) == at(3, 13));
    QVERIFY(flow.find(text("\xF0\x9F\x8C\x8A"))->place == at(3, 16));
    const Node &list = *root.find(text("list"));
    QVERIFY(list.place == at(5, 3));
    QVERIFY(list.children.at(0).place == at(5, 5));
    QVERIFY(list.children.at(1).place == at(7, 5));
    QVERIFY(root.placeOf(text("none")) == root.place);
    QVERIFY(root.find(text("none")) == nullptr);
    QVERIFY(list.find(text("one")) == nullptr);
}

void TestYaml::refusals_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const QByteArray &yaml, const char *fault) {
        QTest::newRow(name) << yaml << text(fault);
    };
    row("empty", "", "1:1 yaml-syntax (empty)");
    row("comments alone", "# a\n# b\n", "1:1 yaml-syntax (empty)");
    row("anchor", "a: &x b", "1:4 yaml-forbidden (anchor)");
    row("anchor of a list", "a: &x\n  - b", "1:4 yaml-forbidden (anchor)");
    row("anchor of a map", "a: &x {b: c}", "1:4 yaml-forbidden (anchor)");
    row("anchor of nothing", "a: &x\nb: c", "1:4 yaml-forbidden (anchor)");
    row("anchor of a key", "&x a: b", "1:1 yaml-forbidden (anchor)");
    row("alias", "a: *x", "1:4 yaml-forbidden (alias)");
    row("alias as a key", "*x : a", "1:1 yaml-forbidden (alias)");
    row("merge key", "a: b\n<<: *x", "2:5 yaml-forbidden (alias)");
    row("tag", "a: !x b", "1:4 yaml-forbidden (tag)");
    row("known tag", "a: !!int 1", "1:4 yaml-forbidden (tag)");
    row("tag of a list", "a: !x [b]", "1:4 yaml-forbidden (tag)");
    row("tag of a map", "a: !x {b: c}", "1:4 yaml-forbidden (tag)");
    row("key twice", "a: b\nc: d\na: e", "3:1 yaml-duplicate-key (a)");
    row("key twice, deeper", "a:\n  b: c\n  b: d", "3:3 yaml-duplicate-key (b)");
    row("key twice in quotes", "a: b\n\"a\": c", "2:1 yaml-duplicate-key (a)");
    row("list as a key", "? [a]\n: b", "1:3 yaml-forbidden (key that is a list or map)");
    row("map as a key", "{{a: b}: c}", "1:2 yaml-forbidden (key that is a list or map)");
    row("two documents", "a: b\n---\nc: d", "2:1 yaml-forbidden (several documents)");
    row("an end and more", "a: b\n...\nc: d", "3:1 yaml-syntax (did not find expected <document start>)");
    row("words behind the end", "[a]\nb", "2:1 yaml-syntax (did not find expected <document start>)");
    row("a bracket behind the end", "[a]\n]", "2:1 yaml-syntax (did not find expected <document start>)");
    row("a bracket left open", "a: [b", "1:6 yaml-syntax (did not find expected ',' or ']')");
    row("a quote left open", "a: \"b\nc: d", "2:5 yaml-syntax (found unexpected end of stream)");
    row("a colon too many", "a: b: c", "1:5 yaml-syntax (mapping values are not allowed in this context)");
    row("wrong indentation", "a:\n    - b\n  - c", "3:3 yaml-syntax (did not find expected key)");
    row("zero", QByteArray("a: b\0c", 6), "1:5 yaml-forbidden (control character)");
    row("end of transmission", "a: b\n\x04zz: d", "2:1 yaml-forbidden (control character)");
    row("escape", "a: \x1B[1m", "1:4 yaml-forbidden (control character)");
    row("delete", "a: \x7F", "1:4 yaml-forbidden (control character)");
    row("zeros in front", QByteArray("\0a\0b", 4), "1:1 yaml-forbidden (control character)");
}

void TestYaml::refusals()
{
    QFETCH(const QByteArray, yaml);
    QFETCH(const QString, fault);
    base::Faults faults;
    QVERIFY(!parsed(yaml, faults));
    const QString expected =
        text("a.yaml:") + fault.section(u' ', 0, 0) + text(" error course ") + fault.section(u' ', 1);
    QCOMPARE(describe(faults), QStringList(expected));
}

void TestYaml::aPartOfAFile()
{
    const TextFile file(text("a.md"), "---\na: b\n\xC3\xA9: *x\n---\n*y\n");
    base::Faults faults;
    QVERIFY(!course::yaml::parse(file, 4, 16, moduleScope(), faults));
    QCOMPARE(describe(faults), QStringList(text("a.md:3:4 error module:first yaml-forbidden (alias)")));
    faults.clear();
    const auto node = course::yaml::parse(file, 4, 9, moduleScope(), faults);
    QVERIFY(node && faults.empty());
    QCOMPARE(shown(*node), text(R"({a: "b"})"));
    QVERIFY(node->place == (base::Place{text("a.md"), 2, 1}));
}

void TestYaml::sixteenLevelsAreEnough()
{
    base::Faults faults;
    QVERIFY(parsed(QByteArray(16, '[') + QByteArray(16, ']'), faults));
    QVERIFY(faults.empty());
    QVERIFY(!parsed(QByteArray(17, '[') + QByteArray(17, ']'), faults));
    QCOMPARE(describe(faults), QStringList(text("a.yaml:1:17 error course yaml-forbidden (nesting this deep)")));
}

void TestYaml::reads()
{
    const Node root = sound("word: '  some words '\nempty:\nlist: [a, ' b ']\n");
    base::Faults faults;
    MapReader map(root, moduleScope(), faults);
    QVERIFY(map.isMap());
    QCOMPARE(map.text(text("word")), text("some words"));
    QCOMPARE(map.optionalText(text("word")), text("some words"));
    QCOMPARE(map.optionalText(text("empty")), QString());
    QCOMPARE(map.optionalText(text("none")), QString());
    QCOMPARE(map.texts(text("list")), QStringList({text("a"), text("b")}));
    QCOMPARE(map.texts(text("none")), QStringList());
    QCOMPARE(map.list(text("list"))->children.size(), std::size_t{2});
    QVERIFY(map.value(text("none")) == nullptr);
    map.finish();
    QVERIFY(map.isSound());
    QVERIFY(faults.empty());
}

void TestYaml::tellsWhatIsMissing()
{
    const Node root = sound("word: w\nempty:\nlist: [a, [b]]\nother: x\n");
    base::Faults faults;
    MapReader map(root, moduleScope(), faults);
    QCOMPARE(map.text(text("none")), QString());
    QVERIFY(!map.isSound());
    QCOMPARE(map.text(text("empty")), QString());
    QCOMPARE(map.text(text("list")), QString());
    QCOMPARE(map.texts(text("list")), QStringList(text("a")));
    QCOMPARE(map.texts(text("word")), QStringList());
    QVERIFY(map.list(text("word")) == nullptr);
    QVERIFY(map.list(text("none")) == nullptr);
    QCOMPARE(map.text(text("word")), text("w"));
    QVERIFY(!map.isSound());
    map.finish();
    QCOMPARE(describe(faults), QStringList({
                                   text("a.yaml:1:1 error module:first key-missing (none)"),
                                   text("a.yaml:2:1 error module:first key-missing (empty)"),
                                   text("a.yaml:3:7 error module:first yaml-wrong-kind (list, text)"),
                                   text("a.yaml:3:11 error module:first yaml-wrong-kind (list, text)"),
                                   text("a.yaml:1:7 error module:first yaml-wrong-kind (word, list)"),
                                   text("a.yaml:1:7 error module:first yaml-wrong-kind (word, list)"),
                                   text("a.yaml:1:1 error module:first key-missing (none)"),
                                   text("a.yaml:4:1 warning module:first key-unknown (other)"),
                               }));
}

void TestYaml::keepsItsScope()
{
    base::Faults faults;
    const Node list = sound("- a");
    const MapReader map(list, moduleScope(), faults);
    QVERIFY(!map.isMap());
    QVERIFY(!map.isSound());
    const Node empty = sound("~");
    QVERIFY(!MapReader(empty, {}, faults).isMap());
    QCOMPARE(describe(faults), QStringList({
                                   text("a.yaml:1:1 error module:first yaml-wrong-kind (list, map)"),
                                   text("a.yaml:1:1 error course yaml-wrong-kind (-, map)"),
                               }));
}

TEST_MAIN_GUILESS(TestYaml)

#include "tst_yaml.moc"

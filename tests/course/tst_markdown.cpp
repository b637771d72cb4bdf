// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/markdown.h"

#include "course/describing.h"
#include "support/testing.h"

#include <QRandomGenerator>

using course::Block;
using course::BlockKind;
using course::CalloutKind;
using course::Span;
using course::TextFile;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

std::vector<Block> blocksOf(const QByteArray &markdown, base::Faults &faults, qsizetype begin = 0)
{
    const TextFile file(text("a.md"), markdown);
    return course::readMarkdown(file, begin, file.bytes().size(), moduleScope(), faults);
}

QString shown(const Span &span)
{
    QString words = span.text;
    words.replace(u'\n', text("\\n"));
    if (span.strong)
        words = u'*' + words + u'*';
    if (span.emphasis)
        words = u'_' + words + u'_';
    if (span.code)
        words = u'`' + words + u'`';
    return span.link.isEmpty() ? words : u'[' + words + text("](") + span.link + u')';
}

QString nameOf(CalloutKind kind)
{
    switch (kind) {
    case CalloutKind::Slide:
        return text("slide");
    case CalloutKind::Facilitator:
        return text("facilitator");
    case CalloutKind::Discuss:
        return text("discuss");
    case CalloutKind::Care:
        return text("care");
    case CalloutKind::Limits:
        return text("limits");
    }
    return {};
}

QString nameOf(const Block &block)
{
    switch (block.kind) {
    case BlockKind::Paragraph:
        return text("p");
    case BlockKind::Heading:
        return u'h' + QString::number(block.level);
    case BlockKind::List:
        return block.ordered ? text("ol") + QString::number(block.start) : text("ul");
    case BlockKind::ListItem:
        return text("li");
    case BlockKind::Quote:
        return text("quote");
    case BlockKind::Callout:
        return nameOf(block.callout);
    case BlockKind::Figure:
        return text("figure:") + block.figure + text(block.asksFirst ? "?" : "");
    case BlockKind::Rule:
        return text("rule");
    }
    return {};
}

/// A block as `name(spans|separated, children)`.
QString shown(const Block &block)
{
    QStringList spans;
    for (const Span &span : block.spans)
        spans.append(shown(span));
    QStringList parts;
    if (!spans.isEmpty())
        parts.append(spans.join(u'|'));
    for (const Block &child : block.children)
        parts.append(shown(child));
    return nameOf(block) + u'(' + parts.join(text(", ")) + u')';
}

QString shown(const std::vector<Block> &blocks)
{
    QStringList parts;
    for (const Block &block : blocks)
        parts.append(shown(block));
    return parts.join(text(", "));
}

QString sound(const QByteArray &markdown)
{
    base::Faults faults;
    const QString blocks = shown(blocksOf(markdown, faults));
    return blocks + describe(faults).join(u' ');
}

QString placeOf(const Block &block)
{
    return QString::number(block.place.line) + u':' + QString::number(block.place.column);
}

} // namespace

class TestMarkdown : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void blocks_data();
    void blocks();
    void windowsLineEnds_data();
    void windowsLineEnds();
    void spans_data();
    void spans();
    void callouts_data();
    void callouts();
    void figures_data();
    void figures();
    void faults_data();
    void faults();
    void places();
    void placesOfLinks();
    void fromTheMiddleOfAFile();
    void quotesWithinQuotes();
    void noWordIsLost();
};

void TestMarkdown::blocks_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *markdown, const char *expected) {
        QTest::newRow(name) << QByteArray(markdown) << text(expected);
    };
    row("nothing", "", "");
    row("blank lines", "\n \n\t\n", "");
    row("paragraphs", "one\n\ntwo", "p(one), p(two)");
    row("headings", "# one\n## two\n###### six", "h1(one), h2(two), h6(six)");
    row("a heading underlined", "one\n===\n\ntwo\n---", "h1(one), h2(two)");
    row("an empty heading", "one\n\n##\n\ntwo", "p(one), h2(), p(two)");
    row("a heading with a mark", "## Title {#id room=6}", "h2(Title {#id room=6})");
    row("a rule", "one\n\n---\n\ntwo", "p(one), rule(), p(two)");
    row("a rule alone", "***", "rule()");
    row("a list", "- one\n- two", "ul(li(p(one)), li(p(two)))");
    row("a loose list", "- one\n\n- two", "ul(li(p(one)), li(p(two)))");
    row("a numbered list", "1. one\n2. two", "ol1(li(p(one)), li(p(two)))");
    row("a list from seven", "7) one\n8) two", "ol7(li(p(one)), li(p(two)))");
    row("lists in lists", "- one\n  - two\n    1. three\n- four",
        "ul(li(p(one), ul(li(p(two), ol1(li(p(three)))))), li(p(four)))");
    row("text behind an inner list", "- one\n  - two\n\n  three", "ul(li(p(one), ul(li(p(two))), p(three)))");
    row("an empty entry", "- one\n-\n- two", "ul(li(p(one)), li(), li(p(two)))");
    row("two paragraphs in an entry", "- one\n\n  two", "ul(li(p(one), p(two)))");
    row("a quote in an entry", "- one\n  > two", "ul(li(p(one), quote(p(two))))");
    row("code in an entry", "- one\n  ```\n  two\n  ```\n- three", "ul(li(p(one), p(two\\n)), li(p(three)))");
    row("a heading in an entry", "- one\n  ## two\n  three", "ul(li(p(one), h2(two), p(three)))");
    row("a rule in an entry", "- one\n  ***\n  two", "ul(li(p(one), rule(), p(two)))");
    row("a quote", "> one\n> two\n>\n> three", "quote(p(one two), p(three))");
    row("a list in a quote", "> - one\n> - two", "quote(ul(li(p(one)), li(p(two))))");
    row("code", "```\none\ntwo\n```", "p(one\\ntwo\\n)");
    row("no tables", "| a | b |\n|---|---|", "p(| a | b | |---|---|)");
}

void TestMarkdown::blocks()
{
    QFETCH(const QByteArray, markdown);
    QTEST(sound(markdown), "expected");
}

void TestMarkdown::windowsLineEnds_data()
{
    blocks_data();
}

void TestMarkdown::windowsLineEnds()
{
    QFETCH(QByteArray, markdown);
    QTEST(sound(markdown.replace("\n", "\r\n")), "expected");
}

void TestMarkdown::spans_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &markdown, const char *expected) {
        QTest::newRow(name) << markdown << text(expected);
    };
    row("styles", "a **b** *c* `d` e", "p(a |*b*| |_c_| |`d`| e)");
    row("styles in each other", "**a *b* c**", "p(*a *|_*b*_|* c*)");
    row("all three", "***`a`***", "p(`_*a*_`)");
    row("a soft line break", "one\ntwo", "p(one two)");
    row("hard line breaks", "one  \ntwo\\\nthree", "p(one\\ntwo\\nthree)");
    row("escapes", "\\*a\\* \\[b\\] \\#", "p(*a* [b] #)");
    row("stars that are stars", "2 * 3 * 4", "p(2 * 3 * 4)");
    row("entities", "a &amp; b &lt;c&gt; &quot;d&quot;", "p(a & b <c> \"d\")");
    row("entities of spaces", "a&nbsp;b&shy;c",
        "p(a\xC2\xA0"
        "b\xC2\xAD"
        "c)");
    row("entities that stay", "&eacute; &#233; &amp &nothing;", "p(&eacute; &#233; &amp &nothing;)");
    row("links", "a [P6.4](claim:P6.4) b", "p(a |[P6.4](claim:P6.4)| b)");
    row("a link with styles", "[a **b**](term:c)", "p([a ](term:c)|[*b*](term:c))");
    row("a link over two lines", "[a\nb](term:c)", "p([a b](term:c))");
    row("two links in a row", "[a](term:c)[b](term:c)", "p([a](term:c)|[b](term:c))");
    row("a link with a title", "[a](term:c \"d\")", "p([a](term:c))");
    row("a link without words", "a [](term:c) b", "p(a  b)");
    row("a link defined elsewhere", "[a][x]\n\n[x]: term:c", "p([a](term:c))");
    row("an address in angle brackets", "<https://example.org>", "p([https://example.org](https://example.org))");
    row("no bare addresses", "https://example.org", "p(https://example.org)");
    row("no strikethrough", "~~a~~", "p(~~a~~)");
    row("quotation marks", "\xE2\x80\x9Crescued\xE2\x80\x9D", "p(\xE2\x80\x9Crescued\xE2\x80\x9D)");
    row("a zero", QByteArray("a\0b", 3),
        "p(a\xEF\xBF\xBD"
        "b)");
    row("wide characters", "**\xF0\x9F\x8C\x8A** \xC3\xA9", "p(*\xF0\x9F\x8C\x8A*| \xC3\xA9)");
}

void TestMarkdown::spans()
{
    QFETCH(const QByteArray, markdown);
    QTEST(sound(markdown), "expected");
}

void TestMarkdown::callouts_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *markdown, const char *expected) {
        QTest::newRow(name) << QByteArray(markdown) << text(expected);
    };
    row("slide", "> [!SLIDE]\n> ### one\n>\n> two", "slide(h3(one), p(two))");
    row("facilitator", "> [!FACILITATOR]\n> **one** two", "facilitator(p(*one*| two))");
    row("discuss", "> [!DISCUSS]\n> one\n> two", "discuss(p(one two))");
    row("care", "> [!CARE]\n> one", "care(p(one))");
    row("limits", "> [!LIMITS]\n>\n> one", "limits(p(one))");
    row("on one line", "> [!CARE] one", "care(p(one))");
    row("without a space", "> [!CARE]one", "care(p(one))");
    row("with several spaces", "> [!CARE]   one", "care(p(one))");
    row("with a hard line break", "> [!CARE]  \n> one", "care(p(one))");
    row("with a list", "> [!CARE]\n> - one", "care(ul(li(p(one))))");
    row("with a figure", "> [!SLIDE]\n> ![a](figure:b)", "slide(figure:figure:b(a))");
    row("with a link", "> [!CARE]\n> [one](term:a) two", "care(p([one](term:a)| two))");
    row("without a word", "> [!CARE]", "care()");
    row("without its mark", "> CARE\n> one", "quote(p(CARE one))");
    row("in the middle", "> one [!CARE]", "quote(p(one [!CARE]))");
    row("in the second paragraph", "> one\n>\n> [!CARE]", "quote(p(one), p([!CARE]))");
    row("not in a quote", "[!CARE]", "p([!CARE])");
    row("in a heading", "> # [!CARE]\n> one", "quote(h1([!CARE]), p(one))");
    row("two, one after the other", "> [!CARE]\n> one\n\n> [!LIMITS]\n> two", "care(p(one)), limits(p(two))");
    row("in an entry", "- > [!CARE]\n  > one", "ul(li(care(p(one))))");
    row("an unknown one", "> [!NOTE]\n> one",
        "quote(p([!NOTE] one))a.md:1:3 error module:first callout-unknown (NOTE)");
    row("in small letters", "> one\n\n> [!care]\n> two",
        "quote(p(one)), quote(p([!care] two))a.md:3:3 error module:first callout-unknown (care)");
    row("with a space", "> [!CARE ]\n> one",
        "quote(p([!CARE ] one))a.md:1:3 error module:first callout-unknown (CARE )");
}

void TestMarkdown::callouts()
{
    QFETCH(const QByteArray, markdown);
    QTEST(sound(markdown), "expected");
}

void TestMarkdown::figures_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *markdown, const char *expected) {
        QTest::newRow(name) << QByteArray(markdown) << text(expected);
    };
    row("alone", "![a b](figure:c)", "figure:figure:c(a b)");
    row("that asks first", "![a](figure:c \"guess\")", "figure:figure:c?(a)");
    row("without words", "![](figure:c)", "figure:figure:c()");
    row("with styles", "![a **b**](figure:c)", "figure:figure:c(a |*b*)");
    row("with another address", "![a](http://x/y.png)", "figure:http://x/y.png(a)");
    row("within a text", "one ![a](figure:c) two", "p(one  two), figure:figure:c(a)");
    row("two", "![a](figure:c)\n![b](figure:d)", "figure:figure:c(a), figure:figure:d(b)");
    row("in an entry", "- ![a](figure:c)\n- two", "ul(li(figure:figure:c(a)), li(p(two)))");
    row("in an entry with words", "- one ![a](figure:c)\n\ntwo", "ul(li(p(one ), figure:figure:c(a))), p(two)");
    row("in a quote", "> ![a](figure:c)", "quote(figure:figure:c(a))");
    row("in a heading", "## one ![a](figure:c)", "h2(one ), figure:figure:c(a)");
    row("within its own words", "![a ![b](figure:c) d](figure:e)", "figure:figure:e(a b d)");
    row("within a link", "[![a](figure:c)](term:d)", "figure:figure:c([a](term:d))");
    row("defined elsewhere", "![a][x]\n\n[x]: figure:c", "figure:figure:c(a)");
}

void TestMarkdown::figures()
{
    QFETCH(const QByteArray, markdown);
    QTEST(sound(markdown), "expected");
}

void TestMarkdown::faults_data()
{
    QTest::addColumn<QByteArray>("markdown");
    QTest::addColumn<QString>("blocks");
    QTest::addColumn<QStringList>("faults");
    const auto row = [](const char *name, const char *markdown, const char *blocks,
                        std::initializer_list<const char *> faults) {
        QStringList expected;
        for (const char *fault : faults)
            expected.append(text("a.md:") + text(fault).section(u' ', 0, 0) + text(" warning module:first raw-html ") +
                            text(fault).section(u' ', 1));
        QTest::newRow(name) << QByteArray(markdown) << text(blocks) << expected;
    };
    row("a block", "one\n\n<div>\ntwo\n</div>\n\nthree", "p(one), p(three)",
        {"3:1 (<div>)", "4:1 (two)", "5:1 (</div>)"});
    row("within a text", "one <b>two</b>", "p(one two)", {"1:5 (<b>)", "1:11 (</b>)"});
    row("behind wide characters", "\xC3\xA9\xF0\x9F\x8C\x8A <br>", "p(\xC3\xA9\xF0\x9F\x8C\x8A )", {"1:4 (<br>)"});
    row("a long one", "<div class=\"a very long name that goes on and on and on\">", "",
        {"1:1 (<div class=\"a very long name that goes o)"});
    row("in an entry", "- one\n  <div>\n- two", "ul(li(p(one)), li(p(two)))", {"2:3 (<div>)"});
    row("a comment", "one\n\n<!-- two -->\n\nthree", "p(one), p(three)", {});
    row("a comment within a text", "one <!-- two --> three", "p(one  three)", {});
    row("a comment over lines", "<!-- one\n<b>two</b>\n\nthree -->\n\nfour", "p(four)", {});
    row("behind a comment", "<!-- one -->\n\n<hr>", "", {"3:1 (<hr>)"});
    row("a comment without an end", "one\n\n<!-- two\n\n## three\n\nfour", "p(one)", {"3:1 (<!--)"});
    row("less than", "1 < 2 and a<b", "p(1 < 2 and a<b)", {});
}

void TestMarkdown::faults()
{
    QFETCH(const QByteArray, markdown);
    base::Faults found;
    const QString blocks = shown(blocksOf(markdown, found));
    QTEST(blocks, "blocks");
    QTEST(describe(found), "faults");
}

void TestMarkdown::places()
{
    base::Faults faults;
    const std::vector<Block> blocks =
        blocksOf("\n# one\n\ntwo\nthree\n\n> - \xC3\xA9 **four**\n>   - five\n\n---\n\n![](figure:six)\n\n"
                 "1. one\n\n   two\n",
                 faults);
    QCOMPARE(shown(blocks), text("h1(one), p(two three), quote(ul(li(p(\xC3\xA9 |*four*), ul(li(p(five)))))), rule(), "
                                 "figure:figure:six(), ol1(li(p(one), p(two)))"));
    QCOMPARE(placeOf(blocks.at(0)), text("2:3"));
    QCOMPARE(placeOf(blocks.at(1)), text("4:1"));
    QCOMPARE(placeOf(blocks.at(2)), text("7:5"));
    const Block &entry = blocks.at(2).children.at(0).children.at(0);
    QCOMPARE(placeOf(entry), text("7:5"));
    QCOMPARE(placeOf(entry.children.at(0)), text("7:5"));
    QCOMPARE(placeOf(entry.children.at(1)), text("8:7"));
    // A rule has no text: it stands behind the last one.
    QCOMPARE(placeOf(blocks.at(3)), text("8:7"));
    QCOMPARE(placeOf(blocks.at(4)), text("12:5"));
    QCOMPARE(placeOf(blocks.at(5).children.at(0).children.at(1)), text("16:4"));
    for (const Block &block : blocks)
        QCOMPARE(block.place.file, text("a.md"));
}

void TestMarkdown::placesOfLinks()
{
    base::Faults faults;
    const std::vector<Block> blocks = blocksOf("one \xC3\xA9 [two](term:a)\nand [three\nfour](term:b) and\n"
                                               "[five](term:a\\-b)\nand [six][x]\n\n[x]: term:c\n",
                                               faults);
    QStringList places;
    for (const Span &span : blocks.at(0).spans) {
        if (!span.link.isEmpty())
            places.append(span.link + u' ' + QString::number(span.place.line) + u':' +
                          QString::number(span.place.column));
        else
            QVERIFY(span.place == base::Place());
    }
    QCOMPARE(places, QStringList({text("term:a 1:13"), text("term:b 3:7"), text("term:a-b 4:2"), text("term:c 7:6")}));
}

void TestMarkdown::fromTheMiddleOfAFile()
{
    base::Faults faults;
    const std::vector<Block> blocks = blocksOf("---\nfront\n---\n***\n> [!NO] two", faults, 14);
    QCOMPARE(shown(blocks), text("rule(), quote(p([!NO] two))"));
    QCOMPARE(placeOf(blocks.at(0)), text("4:1"));
    QCOMPARE(placeOf(blocks.at(1)), text("5:3"));
    QCOMPARE(describe(faults), QStringList(text("a.md:5:3 error module:first callout-unknown (NO)")));
    QVERIFY(blocksOf("one", faults, 3).empty());
}

/// How deep the blocks stand in each other.
int depthOf(const std::vector<Block> &blocks)
{
    int deepest = 0;
    for (const Block &block : blocks)
        deepest = std::max(deepest, 1 + depthOf(block.children));
    return deepest;
}

QString wordsOf(const std::vector<Block> &blocks)
{
    QString words;
    for (const Block &block : blocks)
        words += course::plainText(block.spans) + u' ' + wordsOf(block.children) + u' ';
    return words.simplified();
}

/// Far beyond what anyone writes, quotes and lists stay text but nest no more: a course cannot exhaust the stack.
void TestMarkdown::quotesWithinQuotes()
{
    base::Faults faults;
    QCOMPARE(depthOf(blocksOf(QByteArray(10, '>') + " one", faults)), 11);
    for (const char *sign : {">", "- ", "1. "}) {
        const std::vector<Block> blocks = blocksOf(QByteArray(sign).repeated(20000) + "one\n\ntwo", faults);
        QVERIFY(depthOf(blocks) < 40);
        QCOMPARE(wordsOf(blocks), text("one two"));
    }
    const std::vector<Block> entries =
        blocksOf(QByteArray(100, '>') + " - one\n" + QByteArray(100, '>') + " - two", faults);
    QCOMPARE(wordsOf(entries), text("one two"));
    QVERIFY(faults.empty());
}

/// Letters are letters in Markdown: whatever signs stand around them, each comes out once, in its order.
void TestMarkdown::noWordIsLost()
{
    QRandomGenerator random(20260104);
    const QStringList signs{text(" "),    text("\n"),      text("\n\n"),    text("- "),      text("\n- "),
                            text("> "),   text("\n> "),    text("**"),      text("*"),       text("_"),
                            text("`"),    text("\n## "),   text("\n\n1. "), text("\n***\n"), text("\\"),
                            text("\n  "), text("\n```\n"), text("\n\n    ")};
    for (int round = 0; round < 2000; ++round) {
        QString markdown;
        QString letters;
        for (int i = random.bounded(1, 25); i > 0; --i) {
            const QChar letter(u'a' + static_cast<char16_t>(random.bounded(26)));
            markdown += signs.at(random.bounded(signs.size())) + letter;
            letters += letter;
        }
        // The word behind the backticks of a code block is no text but the code's language.
        if (markdown.contains(text("```")) && markdown.contains(QRegularExpression(text("```[^\n]"))))
            continue;
        base::Faults faults;
        QString found = wordsOf(blocksOf(markdown.toUtf8(), faults));
        found.remove(QRegularExpression(text("[^a-z]")));
        QVERIFY2(found == letters, qUtf8Printable(markdown + text("\n-> ") + found));
    }
}

TEST_MAIN_GUILESS(TestMarkdown)

#include "tst_markdown.moc"

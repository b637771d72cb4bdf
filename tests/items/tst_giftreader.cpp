// SPDX-License-Identifier: GPL-3.0-or-later
#include "describing.h"
#include "support/testing.h"

#include <QRandomGenerator>

using namespace items;

namespace {

QString fileName()
{
    return QStringLiteral("items.gift");
}

void row(const QByteArray &name, const QByteArray &gift, const QByteArray &expected)
{
    QTest::newRow(name.constData()) << gift << QString::fromUtf8(expected);
}

void columns()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<QString>("expected");
}

void compareReading()
{
    QFETCH(QByteArray, gift);
    QTEST(describing::reading(readGift(gift, fileName())), "expected");
}

Item onlyItem(const QByteArray &gift)
{
    const GiftReading reading = readGift(gift, fileName());
    return reading.items.size() == 1 ? reading.items.front() : Item{};
}

} // namespace

/// The grammar's rules, and the table of what other parsers take differently.
class TestGiftReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data();
    void lines() { compareReading(); }
    void escapes_data();
    void escapes() { compareReading(); }
    void formats_data();
    void formats() { compareReading(); }
    void blocks_data();
    void blocks() { compareReading(); }
    void types_data();
    void types() { compareReading(); }
    void choices_data();
    void choices() { compareReading(); }
    void weights_data();
    void weights() { compareReading(); }
    void numbers_data();
    void numbers() { compareReading(); }
    void trueFalse_data();
    void trueFalse() { compareReading(); }
    void matching_data();
    void matching() { compareReading(); }
    void table_data();
    void table() { compareReading(); }
    void recovery_data();
    void recovery() { compareReading(); }

    void comments_data();
    void comments();
    void titles_data();
    void titles();
    void categories_data();
    void categories();
    void places_data();
    void places();
    void contentIds();
    void faultsNameTheirItem();
    void longDetailsAreCut();
    void bytes_data();
    void bytes() { compareReading(); }
    void windowsCharacters();
    void refusesMoreThan64MiB();
    void survivesAnyBytes_data();
    void survivesAnyBytes();
    void takesLinearTime_data();
    void takesLinearTime();
};

void TestGiftReader::lines_data()
{
    columns();
    row("nothing", "", "");
    row("only blank lines", "\n \n\t\n", "");
    row("1 blank line ends a question", "a\n\nb", "description \"a\"\ndescription \"b\"");
    row("1 a blank line may hold spaces", "a\n \t\nb", "description \"a\"\ndescription \"b\"");
    row("1 no-break space is no blank", "a\n\xC2\xA0\nb", "description \"a|\xC2\xA0|b\"");
    row("1 a line of 0 counts as blank", "a\n 0 \nb", "description \"a\"\ndescription \"b\"");
    row("1 00 is no blank", "a\n00\nb", "description \"a|00|b\"");
    row("1 indentation goes", "a\n    b\n\tc  ", "description \"a|b|c\"");
    row("1 CRLF", "a\r\nb\r\n\r\nc\r\n", "description \"a|b\"\ndescription \"c\"");
    row("1 CR", "a\rb\r\rc", "description \"a|b\"\ndescription \"c\"");
    row("1 mixed line ends", "a\rb\n\r\nc", "description \"a|b\"\ndescription \"c\"");
    row("1 a 0 splits an answer block", "Q {\n=a\n0\n~b}",
        "1:3 error gift-brace-missing ({; })\n4:3 error gift-brace-missing (}; {)");
    row("2 comments alone are nothing", "// a\n//b\n\n// c {", "");
    row("2 a comment before", "// {x\n  // y}\nQ {T}", "truefalse \"Q\" [1 \"true\"] [0 \"false\"]");
    row("2 a comment within a block", "Q {\n=a\n  // ~note\n~b\n}", "choice \"Q\" [1 \"a\"] [0 \"b\"]");
    row("2 a comment after", "Q {=a ~b}\n// note", "choice \"Q\" [1 \"a\"] [0 \"b\"]");
    row("2 slashes within a line stay", "Q // x {T}", "truefalse \"Q // x\" [1 \"true\"] [0 \"false\"]");
    row("2 a comment within text leaves a space", "a\n// note\nb", "description \"a| |b\"");
}

void TestGiftReader::escapes_data()
{
    columns();
    row("3 every escape", "\\~ \\= \\# \\{ \\} \\: x\\ny \\\\", "description \"~ = # { } : x|y \\\"");
    row("3 other backslashes stay", "\\[ \\] \\t \\- a\\", "description \"\\[ \\] \\t \\- a\\\"");
    row("3 a backslash before n", "a\\\\nb", "description \"a\\nb\"");
    row("3 backslashes pair from the left", "\\\\\\{x", "description \"\\{x\"");
    row("3 an escaped backslash escapes nothing", "Q\\\\{T}", "truefalse \"Q\\\" [1 \"true\"] [0 \"false\"]");
    row("3 escaped line ends at the ends go", "\\n a \\n", "description \"a\"");
    row("3 in answers and feedback", "Q {=\\=2\\#\\~#\\{f\\} ~\\:}", "choice \"Q\" [1 \"=2#~\" #\"{f}\"] [0 \":\"]");
    row("3 escaped braces are no block", "Q \\{T\\}", "description \"Q {T}\"");
    row("3 an escaped brace at the end leaves the gap", "Q {=a ~b} \\}", "gap \"Q _____ }\" [1 \"a\"] [0 \"b\"]");
    row("3 an escaped arrow has no meaning", "Q {=a -\\> b}", "shortanswer \"Q\" [1 \"a -\\> b\"]");
    row("3 text outside the first plane", "\xF0\x9F\x9A\x82 {=\xF0\x9F\x8C\x8D ~b}",
        "choice \"\xF0\x9F\x9A\x82\" [1 \"\xF0\x9F\x8C\x8D\"] [0 \"b\"]");
}

void TestGiftReader::formats_data()
{
    columns();
    row("6 html", "[html]<b>a</b>", "description html\"<b>a</b>\"");
    row("6 plain", "[plain] a", "description plain\"a\"");
    row("6 markdown", "[markdown]*a*", "description markdown\"*a*\"");
    row("6 moodle", "[moodle]a", "description \"a\"");
    row("6 after a title", "::t:: [html]a", "description html\"a\"");
    row("6 lower case only", "[HTML]a", "description \"[HTML]a\"");
    row("6 unknown words stay", "[latex]a", "description \"[latex]a\"");
    row("6 no spaces within", "[ html]a", "description \"[ html]a\"");
    row("6 unclosed", "[html a", "description \"[html a\"");
    row("6 first thing only", "a [html] b", "description \"a [html] b\"");
    row("6 once", "[moodle][html] b", "description \"[html] b\"");
    row("6 answers inherit", "[html]Q {=a#f ~b ####g}",
        "choice html\"Q\" [1 html\"a\" #html\"f\"] [0 html\"b\"] ####html\"g\"");
    row("6 answers carry their own", "[html]Q {=[plain]a#[markdown]f ~ [moodle] b ####[plain]g}",
        "choice html\"Q\" [1 plain\"a\" #markdown\"f\"] [0 \"b\"] ####plain\"g\"");
    row("6 after a weight", "Q {~%100%[html]a ~b}", "choices \"Q\" [1 html\"a\"] [0 \"b\"]");
    row("6 matching", "[html]Q {=[plain]a -> [plain]b = -> c}",
        "matching html\"Q\" [plain\"a\" -> [plain]b] [\"\" -> c]");
    row("6 true/false", "[html]Q {T#w}", "truefalse html\"Q\" [1 \"true\"] [0 \"false\" #html\"w\"]");
}

void TestGiftReader::blocks_data()
{
    columns();
    row("7 no braces", "Just text.", "description \"Just text.\"");
    row("7 a gap", "Grant is {~buried =entombed} in a tomb.",
        "gap \"Grant is _____ in a tomb.\" [0 \"buried\"] [1 \"entombed\"]");
    row("7 a full stop is enough", "Two and two {=four =4}.",
        "shortanswer \"Two and two _____.\" [1 \"four\"] [1 \"4\"]");
    row("7 a gap at the front", "{=a ~b} it is", "gap \"_____ it is\" [1 \"a\"] [0 \"b\"]");
    row("7 a gap over lines", "On the {\n~second\n=fourth\n} Thursday\nof November.",
        "gap \"On the _____ Thursday|of November.\" [0 \"second\"] [1 \"fourth\"]");
    row("7 an escaped line end follows", "It is {=a ~b}\\n", "gap \"It is _____\" [1 \"a\"] [0 \"b\"]");
    row("7 several in a gap", "It is {~%50%a ~%50%b ~c} all.",
        "gaps \"It is _____ all.\" [0.5 \"a\"] [0.5 \"b\"] [0 \"c\"]");
    row("7 other types keep theirs", "It is {T}, no?", "truefalse \"It is _____, no?\" [1 \"true\"] [0 \"false\"]");
    row("7 an essay with a gap", "Say {} here.", "essay \"Say _____ here.\"");
    row("7 a number with a gap", "Pi is {#3.14:0.01}.", "numerical \"Pi is _____.\" [1 3.14:0.01]");
    row("7 a second block is text", "A {=a ~b} and {=c ~d} too", "gap \"A _____ and {=c ~d} too\" [1 \"a\"] [0 \"b\"]");
    row("7 a second block at the end takes the gap", "A {=a ~b} and {c}", "choice \"A  and {c}\" [1 \"a\"] [0 \"b\"]");
    row("7 first to first", "A {=a ~b{c} d", "gap \"A _____ d\" [1 \"a\"] [0 \"b{c\"]");
    row("7 only {", "Q {=a ~b", "1:3 error gift-brace-missing ({; })");
    row("7 only }", "Q =a ~b}", "1:8 error gift-brace-missing (}; {)");
    row("7 } before {", "Q } a {", "1:3 error gift-brace-missing (}; {)");
    row("7 a blank line within", "Q {\n=a\n\n~b\n}",
        "1:3 error gift-brace-missing ({; })\n5:1 error gift-brace-missing (}; {)");
    row("7 no text at all", "{T}", "truefalse \"\" [1 \"true\"] [0 \"false\"]");
    row("8 general feedback", "Q {=a ~b\n####All \\n of it}", "choice \"Q\" [1 \"a\"] [0 \"b\"] ####\"All | of it\"");
    row("8 the last counts", "Q {=a ~b ####x ####y}", "choice \"Q\" [1 \"a\"] [0 \"b\" #\"###x\"] ####\"y\"");
    row("8 five", "Q {T#####x}", "truefalse \"Q\" [1 \"true\"] [0 \"false\"] ####\"x\"");
    row("8 escaped", "Q {=a ~b \\####x}", "choice \"Q\" [1 \"a\"] [0 \"b #\" #\"##x\"]");
    row("8 essay", "Q {####g}", "essay \"Q\" ####\"g\"");
    row("8 true/false", "Q {F#w#r####g}", "truefalse \"Q\" [0 \"true\" #\"w\"] [1 \"false\" #\"r\"] ####\"g\"");
    row("8 numerical", "Q {#3####g}", "numerical \"Q\" [1 3:0] ####\"g\"");
    row("8 short answer", "Q {=a####g}", "shortanswer \"Q\" [1 \"a\"] ####\"g\"");
    row("8 matching", "Q {=a->b =c->d####g}", "matching \"Q\" [\"a\" -> b] [\"c\" -> d] ####\"g\"");
    row("8 its own control characters", "Q {=a ~b ####x = y ~ z -> #1}",
        "choice \"Q\" [1 \"a\"] [0 \"b\"] ####\"x = y ~ z -> #1\"");
}

void TestGiftReader::types_data()
{
    columns();
    row("9 empty", "Q { }", "essay \"Q\"");
    row("9 #", "Q { # 3 }", "numerical \"Q\" [1 3:0]");
    row("9 ~ before ->", "Q {=a -> b ~c}", "choice \"Q\" [1 \"a -> b\"] [0 \"c\"]");
    row("9 = and ->", "Q {=a->b =c->d}", "matching \"Q\" [\"a\" -> b] [\"c\" -> d]");
    row("9 -> without =", "Q {a -> b}", "shortanswer \"Q\" [1 \"a -> b\"]");
    row("9 -> in feedback makes a matching", "Q {=a#see -> b}", "1:3 error gift-too-few-answers (1; 2)");
    row("9 T", "Q {T}", "truefalse \"Q\" [1 \"true\"] [0 \"false\"]");
    row("9 TRUE", "Q { TRUE }", "truefalse \"Q\" [1 \"true\"] [0 \"false\"]");
    row("9 F", "Q {F}", "truefalse \"Q\" [0 \"true\"] [1 \"false\"]");
    row("9 FALSE", "Q {\nFALSE\n}", "truefalse \"Q\" [0 \"true\"] [1 \"false\"]");
    row("9 =T is a short answer", "Q {=T}", "shortanswer \"Q\" [1 \"T\"]");
    row("9 no = for a single answer", "Q {five}", "shortanswer \"Q\" [1 \"five\"]");
    row("9 an escaped ~ makes no choice", "Q {=a\\~b}", "shortanswer \"Q\" [1 \"a~b\"]");
    row("11 short answers", "Q {=Frog#Good! =%50%Cat =%0%*#Wrong}",
        "shortanswer \"Q\" [1 \"Frog\" #\"Good!\"] [0.5 \"Cat\"] [0 anything #\"Wrong\"]");
    row("11 a wildcard within", "Q {=new*}", "shortanswer \"Q\" [1 \"new*\"]");
    row("11 a literal asterisk", "Q {=\\*}", "shortanswer \"Q\" [1 \"\\*\"]");
    row("11 = in feedback is an answer", "Q {=a#1=1}", "shortanswer \"Q\" [1 \"a\" #\"1\"] [1 \"1\"]");
    row("11 an empty one", "Q {=a =}", "1:7 error gift-answer-empty (b)");
    row("11 only feedback", "Q {=#x}", "1:4 error gift-answer-empty (a)");
    row("11 only a weight", "Q {=%50%}", "1:4 error gift-answer-empty (a)");
    row("11 none is full", "Q {=%50%a}", "shortanswer \"Q\" [0.5 \"a\"]\n1:3 warning gift-no-right-answer");
}

void TestGiftReader::choices_data()
{
    columns();
    row("10 one =", "Q {~a =b ~c}", "choice \"Q\" [0 \"a\"] [1 \"b\"] [0 \"c\"]");
    row("10 with feedback", "Q {\n=a # yes\n~b#no\n~c\n}",
        "choice \"Q\" [1 \"a\" #\"yes\"] [0 \"b\" #\"no\"] [0 \"c\"]");
    row("10 feedback over lines", "Q {=a#one\n   two\n~b}", "choice \"Q\" [1 \"a\" #\"one|two\"] [0 \"b\"]");
    row("10 feedback with a hash", "Q {=a#one#two ~b}", "choice \"Q\" [1 \"a\" #\"one#two\"] [0 \"b\"]");
    row("10 weights", "Q {~%50%a ~%-100%b ~%50%c}", "choices \"Q\" [0.5 \"a\"] [-1 \"b\"] [0.5 \"c\"]");
    row("10 a weight beside =", "Q {=a ~%50%b ~c}", "choice \"Q\" [1 \"a\"] [0.5 \"b\"] [0 \"c\"]");
    row("10 decimals", "Q {~%33.33333%a ~%66.66667%b}", "choices \"Q\" [0.3333333 \"a\"] [0.6666667 \"b\"]");
    row("10 spaces", "Q {~ %50% a ~%50%b}", "choices \"Q\" [0.5 \"a\"] [0.5 \"b\"]");
    row("10 = in feedback makes it single", "Q {~%100%a#x=y ~b}",
        "choice \"Q\" [1 \"a\" #\"x\"] [1 \"y\"] [0 \"b\"]\n1:13 warning gift-several-right (2)");
    row("10 one answer is too few", "Q {~%100%a}", "1:3 error gift-too-few-answers (1; 2)");
    row("10 text before the first is an answer", "Q {a ~b =c}", "choice \"Q\" [0 \"a\"] [0 \"b\"] [1 \"c\"]");
    row("10 no full mark", "Q {~a ~b}", "choices \"Q\" [0 \"a\"] [0 \"b\"]\n1:3 warning gift-no-right-answer");
    row("10 shares below the full mark", "Q {~%50%a ~b}",
        "choices \"Q\" [0.5 \"a\"] [0 \"b\"]\n1:3 warning gift-no-right-answer");
    row("10 thirds are enough", "Q {~%33.33333%a ~%33.33333%b ~%33.33333%c ~%-100%d}",
        "choices \"Q\" [0.3333333 \"a\"] [0.3333333 \"b\"] [0.3333333 \"c\"] [-1 \"d\"]");
    row("10 one % is text", "Q {=a ~%b}", "choice \"Q\" [1 \"a\"] [0 \"%b\"]");
    row("10 a sentence with two % is text", "Q {=a ~% of x and % of y}",
        "choice \"Q\" [1 \"a\"] [0 \"% of x and % of y\"]");
    row("10 % further on is text", "Q {=5% and 6% ~[plain]%50%}", "choice \"Q\" [1 \"5% and 6%\"] [0 plain\"%50%\"]");
}

/// Every weight of Moodle's list, and its nearest neighbours that are none.
void TestGiftReader::weights_data()
{
    columns();
    const QList<QPair<QByteArray, QByteArray>> listed{{"100", "1"},
                                                      {"90", "0.9"},
                                                      {"83.33333", "0.8333333"},
                                                      {"80", "0.8"},
                                                      {"75", "0.75"},
                                                      {"70", "0.7"},
                                                      {"66.66667", "0.6666667"},
                                                      {"60", "0.6"},
                                                      {"50", "0.5"},
                                                      {"40", "0.4"},
                                                      {"33.33333", "0.3333333"},
                                                      {"30", "0.3"},
                                                      {"25", "0.25"},
                                                      {"20", "0.2"},
                                                      {"16.66667", "0.1666667"},
                                                      {"14.28571", "0.1428571"},
                                                      {"12.5", "0.125"},
                                                      {"11.11111", "0.1111111"},
                                                      {"10", "0.1"},
                                                      {"5", "0.05"},
                                                      {"0", "0"},
                                                      {"50.", "0.5"},
                                                      {"50.00000", "0.5"},
                                                      {"100.00000", "1"},
                                                      {"33.3330", "0.3333333"},
                                                      {"83.3329", "0.8333333"}};
    for (const auto &[weight, fraction] : listed) {
        const QByteArray minus = fraction == "0" ? "" : "-";
        row("14 " + weight, "Q {=a ~%" + weight + "%b ~%-" + weight + "%c}",
            "choice \"Q\" [1 \"a\"] [" + fraction + " \"b\"] [" + minus + fraction + " \"c\"]" +
                (fraction == "1" ? "\n1:7 warning gift-several-right (2)" : ""));
    }
    row("14 33", "Q {=a ~%33%b}", "1:9 error gift-weight-unknown (33; 33.33333)");
    row("14 33.332", "Q {=a ~%33.332%b}", "1:9 error gift-weight-unknown (33.332; 33.33333)");
    row("14 -7", "Q {=a ~%-7%b}", "1:9 error gift-weight-unknown (-7; -5.00000)");
    row("14 1000", "Q {=a ~%1000%b}", "1:9 error gift-weight-unknown (1000; 100)");
    row("14 two signs", "Q {=a ~%--50%b}", "1:9 error gift-weight-unknown (--50; )");
    row("14 nothing", "Q {=a ~%%b}", "1:9 error gift-weight-unknown (; )");
    row("14 spaces", "Q {=a ~% 50 %b}", "1:9 error gift-weight-unknown ( 50 ; )");
    row("14 a comma", "Q {=a ~%33,33333%b}", "1:9 error gift-decimal-comma (33,33333; 33.33333)");
    row("14 short answer", "Q {=a =%33%b}", "1:9 error gift-weight-unknown (33; 33.33333)");
    row("14 numerical", "Q {#=1 =%-33%2}", "1:10 error gift-weight-unknown (-33; -33.33333)");
    row("14 all of them are told", "Q {\n~%1%a\n~%2%b\n}",
        "2:3 error gift-weight-unknown (1; 0.00000)\n3:3 error gift-weight-unknown (2; 0.00000)");
}

void TestGiftReader::numbers_data()
{
    columns();
    row("11 n", "Q {#3}", "numerical \"Q\" [1 3:0]");
    row("11 minus", "Q {#-3.5}", "numerical \"Q\" [1 -3.5:0]");
    row("11 plus", "Q {#+3.}", "numerical \"Q\" [1 3:0]");
    row("11 n:tolerance", "Q {# 3.14 : 0.01 }", "numerical \"Q\" [1 3.14:0.01]");
    row("11 low..high", "Q {#1..5}", "numerical \"Q\" [1 3:2]");
    row("11 a range below zero", "Q {#-5 .. -1}", "numerical \"Q\" [1 -3:2]");
    row("11 a range of one", "Q {#5..5}", "numerical \"Q\" [1 5:0]");
    row("11 decimals in a range", "Q {#3.141..3.142}", "numerical \"Q\" [1 3.1415:0.0005]");
    row("11 several", "Q {#\n=1822:0#yes\n=%50%1822:2#close\n~#no = ~ 1\n}",
        "numerical \"Q\" [1 1822:0 #\"yes\"] [0.5 1822:2 #\"close\"] [0 anything #\"no = ~ 1\"]");
    row("11 feedback of one", "Q {#3#yes}", "numerical \"Q\" [1 3:0 #\"yes\"]");
    row("11 anything else, no feedback", "Q {#3 ~}", "numerical \"Q\" [1 3:0] [0 anything]");
    row("11 anything else as ~*", "Q {#3 ~*#no}", "numerical \"Q\" [1 3:0] [0 anything #\"no\"]");
    row("11 anything else as =%0%*", "Q {#=3 =%0%*#no}", "numerical \"Q\" [1 3:0] [0 anything #\"no\"]");
    row("11 an escaped colon", "Q {#3\\:1}", "numerical \"Q\" [1 3:1]");
    row("11 a first one without =", "Q {#3 =%50%4}", "numerical \"Q\" [1 3:0] [0.5 4:0]");
    row("11 a wrong number after ~", "Q {#=3 ~4#no}", "1:9 error gift-number-malformed (4)");
    row("11 none", "Q {#}", "1:3 error gift-answer-empty (a)");
    row("11 none but anything else", "Q {#~#x}", "1:3 error gift-answer-empty (a)");
    row("11 an empty one", "Q {#=3 = }", "1:8 error gift-answer-empty (b)");
    row("11 none is full", "Q {#=%50%3}", "numerical \"Q\" [0.5 3:0]\n1:3 warning gift-no-right-answer");
    row("11 no tolerance", "Q {#3:}", "1:5 error gift-number-malformed (3:)");
    row("11 no centre", "Q {#:3}", "1:5 error gift-number-malformed (:3)");
    row("11 a negative tolerance", "Q {#3:-1}", "1:5 error gift-number-malformed (3:-1)");
    row("11 a word for a tolerance", "Q {#3: x}", "1:8 error gift-number-malformed (x)");
    row("11 low above high", "Q {#5..1}", "1:5 error gift-number-malformed (5..1)");
    row("11 no low", "Q {#..5}", "1:5 error gift-number-malformed (..5)");
    row("11 three ends", "Q {#1..2..3}", "1:8 error gift-number-malformed (2..3)");
    row("11 everything, full mark", "Q {#*}", "1:5 error gift-number-malformed (*)");
    row("11 infinity", "Q {#inf}", "1:5 error gift-number-malformed (inf)");
    row("11 no number", "Q {#nan}", "1:5 error gift-number-malformed (nan)");
    row("11 too great", "Q {#1e999}", "1:5 error gift-number-malformed (1e999)");
    row("11 hexadecimal", "Q {#0x10}", "1:5 error gift-number-malformed (0x10)");
    row("11 half an exponent", "Q {#1e}", "1:5 error gift-number-malformed (1e)");
    row("11 a space within", "Q {#1 000}", "1:5 error gift-number-malformed (1 000)");
    row("11 Arabic digits", "Q {#\xD9\xA3}", "1:5 error gift-number-malformed (\xD9\xA3)");
    row("11 a minus sign of print", "Q {#\xE2\x88\x92 3}", "1:5 error gift-number-malformed (\xE2\x88\x92 3)");
    row("11 commas in a range", "Q {#3,1..3,2}",
        "1:5 error gift-decimal-comma (3,1; 3.1)\n1:10 error gift-decimal-comma (3,2; 3.2)");
    row("11 thousands", "Q {#1,000.5}", "1:5 error gift-number-malformed (1,000.5)");
    row("11 great numbers in full", "Q {#-1e308..1e308}", "numerical \"Q\" [1 0:1e+308]");
}

void TestGiftReader::trueFalse_data()
{
    columns();
    row("12 key true", "Q {T#wrong#right}", "truefalse \"Q\" [1 \"true\" #\"right\"] [0 \"false\" #\"wrong\"]");
    row("12 key false", "Q {F#wrong#right}", "truefalse \"Q\" [0 \"true\" #\"wrong\"] [1 \"false\" #\"right\"]");
    row("12 wrong only", "Q {TRUE#wrong}", "truefalse \"Q\" [1 \"true\"] [0 \"false\" #\"wrong\"]");
    row("12 right only", "Q {FALSE##right}", "truefalse \"Q\" [0 \"true\"] [1 \"false\" #\"right\"]");
    row("12 the rest is the second's", "Q {T#a#b#c}", "truefalse \"Q\" [1 \"true\" #\"b#c\"] [0 \"false\" #\"a\"]");
    row("12 = in feedback", "Q {T#1=1}", "truefalse \"Q\" [1 \"true\"] [0 \"false\" #\"1=1\"]");
    row("12 a format of its own", "Q {T#[html]a#[plain]b}",
        "truefalse \"Q\" [1 \"true\" #plain\"b\"] [0 \"false\" #html\"a\"]");
}

void TestGiftReader::matching_data()
{
    columns();
    row("13 pairs", "Q {\n=a -> b\n=c  ->  d\n}", "matching \"Q\" [\"a\" -> b] [\"c\" -> d]");
    row("13 a distractor", "Q {=a -> b = -> c}", "matching \"Q\" [\"a\" -> b] [\"\" -> c]");
    row("13 # is text", "Q {=a#1 -> b#2 =c -> d}", "matching \"Q\" [\"a#1\" -> b#2] [\"c\" -> d]");
    row("13 the first arrow counts", "Q {=a -> b -> c =d -> e}", "matching \"Q\" [\"a\" -> b -> c] [\"d\" -> e]");
    row("13 escapes", "Q {=a\\=1 -> b\\nc =d -> e}", "matching \"Q\" [\"a=1\" -> b\nc] [\"d\" -> e]");
    row("13 one pair", "Q {=a -> b}", "1:3 error gift-too-few-answers (1; 2)");
    row("13 no arrow", "Q {=a -> b =c d}", "1:13 error gift-match-malformed (c d)");
    row("13 no right side", "Q {=a -> =b -> c}", "1:4 error gift-answer-empty (a)");
    row("13 empty", "Q {=a -> b =}", "1:12 error gift-answer-empty (b)");
    row("13 text before the first", "Q {x =a -> b =c -> d}", "1:4 error gift-match-malformed (x)");
    row("13 nothing to match", "Q {= -> b = -> c}", "1:4 error gift-match-malformed (-> b)");
}

void TestGiftReader::table_data()
{
    columns();
    row("= and : in the stem", "1+1=2 http://a.b {T}", "truefalse \"1+1=2 http://a.b\" [1 \"true\"] [0 \"false\"]");
    row("decimal comma", "Q {#3,14}", "1:5 error gift-decimal-comma (3,14; 3.14)");
    row("decimal comma in a tolerance", "Q {#=%100%3.1:0,1#x}", "1:15 error gift-decimal-comma (0,1; 0.1)");
    row("a word for a number", "Q {#abc}", "1:5 error gift-number-malformed (abc)");
    row("numerical 0", "Q {#0}", "numerical \"Q\" [1 0:0]");
    row("bare 0", "Q {0}", "shortanswer \"Q\" [1 \"0\"]");
    row("open range", "Q {\n#5..\n}", "2:2 error gift-number-malformed (5..)");
    row("exponents", "Q {#1e3:1e1}", "numerical \"Q\" [1 1000:10]");
    row("no leading zero", "Q {#.5}", "numerical \"Q\" [1 0.5:0]");
    row("~ right behind a number", "Q {#3:2~#wrong}", "numerical \"Q\" [1 3:2] [0 anything #\"wrong\"]");
    row("first feedback is for the wrong", "Q {T#a#b}", "truefalse \"Q\" [1 \"true\" #\"b\"] [0 \"false\" #\"a\"]");
    row("comment inside a block", "Q {=a\n// note\n~b}", "choice \"Q\" [1 \"a\"] [0 \"b\"]");
    row("weight on the right answer", "Q {=%100%a ~b}",
        "choice \"Q\" [1 \"a\"] [0 \"b\"]\n1:6 warning gift-weight-on-right (100)");
    row("lesser weight on it", "Q {=%50%a ~b}",
        "choice \"Q\" [0.5 \"a\"] [0 \"b\"]\n1:3 warning gift-no-right-answer\n1:6 warning gift-weight-on-right (50)");
    row("no weight on it", "Q {=%x%a ~b}", "1:6 error gift-weight-unknown (x; )\n1:6 warning gift-weight-on-right (x)");
    row("= in feedback", "Q {=a#1=1 ~b}",
        "choice \"Q\" [1 \"a\" #\"1\"] [1 \"1\"] [0 \"b\"]\n1:8 warning gift-several-right (2)");
    row("arrow in a short answer", "Q {=a -> b}", "1:3 error gift-too-few-answers (1; 2)");
    row("true", "Q {true}", "shortanswer \"Q\" [1 \"true\"]\n1:4 warning gift-true-false-word (true; TRUE)");
    row("f with feedback", "Q { f#x}", "shortanswer \"Q\" [1 \"f\" #\"x\"]\n1:5 warning gift-true-false-word (f; F)");
    row("=true is meant", "Q {=true}", "shortanswer \"Q\" [1 \"true\"]");
    row("weight above 100", "Q {~%150%a ~b}", "1:6 error gift-weight-unknown (150; 100)");
    row("weight that is a word", "Q {\n~b\n  ~%abc%a}", "3:5 error gift-weight-unknown (abc; )");
    row("empty choice", "Q {=a ~}", "1:7 error gift-answer-empty (b)");
    row("two markers", "Q {~=a ~b}", "1:4 error gift-answer-empty (a)");
    row("missing blank line", "X {T}\nY {F}",
        "truefalse \"X |Y {F}\" [1 \"true\"] [0 \"false\"]\n2:1 warning gift-blank-line-missing (Y {F})");
    row("missing blank line, stem over lines", "X {T}\n// c\n  Y\nZ {F}",
        "truefalse \"X | |Y|Z {F}\" [1 \"true\"] [0 \"false\"]\n3:3 warning gift-blank-line-missing (Y)");
    row("missing blank line before a category", "X {=a ~b}\n$CATEGORY: c",
        "gap \"X _____|$CATEGORY: c\" [1 \"a\"] [0 \"b\"]\n2:1 warning gift-blank-line-missing ($CATEGORY: c)");
    row("missing blank line before a title", "X {=a ~b}\n::t:: c",
        "gap \"X _____|::t:: c\" [1 \"a\"] [0 \"b\"]\n2:1 warning gift-blank-line-missing (::t:: c)");
    row("text on the next line is a gap", "X {=a ~b}\nand so on", "gap \"X _____|and so on\" [1 \"a\"] [0 \"b\"]");
}

void TestGiftReader::recovery_data()
{
    columns();
    row("after an error", "A {\n\nB {T}\n\nC }",
        "truefalse \"B\" [1 \"true\"] [0 \"false\"]\n"
        "1:3 error gift-brace-missing ({; })\n5:3 error gift-brace-missing (}; {)");
    row("several faults in one question", "Q {\n~%1%a\n~\n=%100%b\n}",
        "2:3 error gift-weight-unknown (1; 0.00000)\n3:1 error gift-answer-empty (b)\n"
        "4:3 warning gift-weight-on-right (100)");
    row("too few and empty", "Q {~}", "1:3 error gift-too-few-answers (1; 2)\n1:4 error gift-answer-empty (a)");
    row("text below a category", "$CATEGORY: c\nQ {T}\nmore\n\nR {F}",
        "truefalse \"R\" [0 \"true\"] [1 \"false\"]\n2:1 error gift-category-text (c; Q {T})");
    row("columns count code points", "\xF0\x9F\x9A\x82\xC3\xA9 {=a ~}", "1:8 error gift-answer-empty (b)");
    row("columns count indentation", "\t  Q {=a ~}", "1:10 error gift-answer-empty (b)");
    row("lines count through comments", "// x\n\n// y\nQ {\n// z\n=a\n   ~\n}", "7:4 error gift-answer-empty (b)");
    row("lines count with CRLF", "a\r\n\r\nQ {=a ~}\r\n", "description \"a\"\n3:7 error gift-answer-empty (b)");
}

void TestGiftReader::comments_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QStringList>("tags");
    const auto add = [](const char *name, const char *gift, const char *id, const char *tags) {
        const QString all = QString::fromUtf8(tags);
        QTest::newRow(name) << QByteArray(gift) << QString::fromUtf8(id)
                            << (all.isEmpty() ? QStringList() : all.split(u'|'));
    };
    add("2 id and tags", "// [id:a-1] [tag:P6.4] [tag:harm]\nQ", "a-1", "P6.4|harm");
    add("2 among words", "//note [tag:a] more [id:x]\nQ", "x", "a");
    add("2 on several lines", "// [tag:a]\n// [id:x]\n//[tag:b]\nQ", "x", "a|b");
    add("2 the first id wins", "// [id:x] [id:y]\n// [id:z]\nQ", "x", "");
    add("2 inside and after the block", "Q {\n// [id:x]\nT}\n// [tag:a]", "x", "a");
    add("2 trimmed", "// [id: x ] [tag: a b ]\nQ", "x", "a b");
    add("2 an escaped bracket", "// [id:a\\]b] [tag:[c\\]]\nQ", "a]b", "[c]");
    add("2 a backslash before the end", "// [id:a\\]\nQ", "a\\", "");
    add("2 not across lines", "// [id:a\n// b] [id:c]\nQ", "c", "");
    add("2 no control characters", "// [id:a\tb] [tag:c\x01] [tag:d]\n// [id:e]\nQ", "e", "d");
    add("2 no angle brackets in tags", "// [id:<a>] [tag:<b>] [tag:c]\nQ", "<a>", "c");
    add("2 empty ones", "// [id:] [tag:] [tag: ] [id:x]\nQ", "x", "");
    add("2 case counts", "// [ID:a] [id:b]\nQ", "b", "");
    add("2 not in text", "// [id:b]\nQ [id:a] [tag:c]", "b", "");
}

void TestGiftReader::comments()
{
    QFETCH(QByteArray, gift);
    const Item item = onlyItem(gift);
    QTEST(item.id, "id");
    QTEST(item.tags, "tags");
}

void TestGiftReader::titles_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("stem");
    const auto add = [](const char *name, const QByteArray &gift, const QByteArray &title, const QByteArray &stem) {
        QTest::newRow(name) << gift << QString::fromUtf8(title) << QString::fromUtf8(stem);
    };
    add("5 title", ":: A title ::Text", "A title", "Text");
    add("5 escapes", "::a\\:\\:b \\{\\}::Text", "a::b {}", "Text");
    add("5 braces", "::a {b::Text {T}", "a {b", "Text");
    add("5 over lines", "::a\nb::\nText", "a\nb", "Text");
    add("5 after comments", "// c\n::a::Text", "a", "Text");
    add("5 only at the start", "x ::a:: y", "x ::a:: y", "x ::a:: y");
    add("5 not closed", "::a b", "a b", "a b");
    add("5 empty", "::::Text", "Text", "Text");
    add("5 three colons", "::a:::b", "a", ":b");
    add("5 none", "Text {T}", "Text", "Text");
    add("5 none, with a format", "[html]<i>Text</i> {T}", "<i>Text</i>", "<i>Text</i>");
    add("5 none, 80 characters", QByteArray(81, 'x'), QByteArray(80, 'x'), QByteArray(81, 'x'));
    add("5 none, 80 code points", QByteArray("\xF0\x9F\x9A\x82").repeated(81),
        QByteArray("\xF0\x9F\x9A\x82").repeated(80), QByteArray("\xF0\x9F\x9A\x82").repeated(81));
    add("5 title alone", "::a::", "a", "");
}

void TestGiftReader::titles()
{
    QFETCH(QByteArray, gift);
    const GiftReading reading = readGift(gift, fileName());
    QCOMPARE(reading.items.size(), std::size_t{1});
    QTEST(reading.items.front().title, "title");
    QTEST(reading.items.front().stem.content, "stem");
}

void TestGiftReader::categories_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char *name, const char *gift, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(gift) << expected;
    };
    const QString path = QStringLiteral("$course$/top/a//b");
    add("4 none", "A", {QString()});
    add("4 as written", "$CATEGORY: $course$/top/a//b \n\nA\n\nB", {path, path});
    add("4 after questions", "A\n\n$CATEGORY:c\n\nB", {QString(), QStringLiteral("c")});
    add("4 comments around", "// x\n$CATEGORY: c\n// y\n\nB", {QStringLiteral("c")});
    add("4 case counts", "$Category: c\n\nB", {QString(), QString()});
    add("4 escapes stay", "$CATEGORY: a\\:b\n\nB", {QStringLiteral("a\\:b")});
}

void TestGiftReader::categories()
{
    QFETCH(QByteArray, gift);
    QStringList categories;
    for (const Item &item : readGift(gift, fileName()).items)
        categories.append(item.category);
    QTEST(categories, "expected");
}

void TestGiftReader::places_data()
{
    QTest::addColumn<QByteArray>("gift");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("at the top") << QByteArray("Q {T}") << 1 << 1;
    QTest::newRow("indented") << QByteArray("\n\n  \tQ {T}") << 3 << 4;
    QTest::newRow("title") << QByteArray("\n::t::Q {T}") << 2 << 1;
    QTest::newRow("after comments") << QByteArray("// a\n // b\n Q {T}") << 3 << 2;
    QTest::newRow("after a mark") << QByteArray("\xEF\xBB\xBFQ {T}") << 1 << 1;
    QTest::newRow("after 0") << QByteArray("0\nQ {T}") << 2 << 1;
}

void TestGiftReader::places()
{
    QFETCH(QByteArray, gift);
    const base::Place place = onlyItem(gift).place;
    QCOMPARE(place.file, fileName());
    QTEST(place.line, "line");
    QTEST(place.column, "column");
}

void TestGiftReader::contentIds()
{
    const QString id = onlyItem("Q {=a ~b}").id;
    QCOMPARE(id.size(), 14);
    QVERIFY(id.startsWith(QStringLiteral("q-")));
    QCOMPARE(onlyItem("// c\n::t:: Q{ =a#f\n ~b ####g}").id, id);
    QVERIFY(onlyItem("Q {=a ~c}").id != id);
}

void TestGiftReader::faultsNameTheirItem()
{
    const GiftReading named = readGift("// [id:a]\nQ {=a ~}", fileName());
    QCOMPARE(named.faults.size(), std::size_t{1});
    QCOMPARE(named.faults.front().scope, base::Scope::Item);
    QCOMPARE(named.faults.front().scopeId, QStringLiteral("a"));
    QCOMPARE(named.faults.front().place.file, fileName());
    QCOMPARE(readGift("Q {=a ~}", fileName()).faults.front().scopeId, QString());
    const GiftReading warned = readGift("Q {true}", fileName());
    QCOMPARE(warned.faults.front().scopeId, warned.items.front().id);
}

void TestGiftReader::longDetailsAreCut()
{
    const GiftReading reading = readGift("Q {#" + QByteArray(1000, 'x') + "}", fileName());
    QCOMPARE(reading.faults.front().details.front(), QString(80, u'x'));
}

void TestGiftReader::bytes_data()
{
    columns();
    row("1 a mark is dropped", "\xEF\xBB\xBF::t:: \xC3\xA9", "description \"\xC3\xA9\"");
    row("1 a mark alone", "\xEF\xBB\xBF", "");
    row("1 Windows-1252", "na\xEFve \x93quoted\x94 \x80 {T}",
        "truefalse \"na\xC3\xAFve \xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x82\xAC\" [1 \"true\"] [0 \"false\"]\n"
        "1:3 warning not-utf-8");
    row("1 the first bad byte's place", "a\r\n\r\n\xC3\xA9 \xFF",
        "description \"a\"\ndescription \"\xC3\x83\xC2\xA9 \xC3\xBF\"\n3:3 warning not-utf-8");
    row("1 cut within a character", "a \xE2\x82", "description \"a \xC3\xA2\xE2\x80\x9A\"\n1:3 warning not-utf-8");
    row("1 a coded surrogate", "\xED\xA0\x80", "description \"\xC3\xAD\xC2\xA0\xE2\x82\xAC\"\n1:1 warning not-utf-8");
    row("1 an overlong slash", "\xC0\xAF", "description \"\xC3\x80\xC2\xAF\"\n1:1 warning not-utf-8");
    row("1 a replacement character is sound", "\xEF\xBF\xBD", "description \"\xEF\xBF\xBD\"");
}

void TestGiftReader::windowsCharacters()
{
    const Item item = onlyItem("\x81\x8D\x8F\x90\x9D\x8A\x9F");
    QCOMPARE(item.stem.content, QStringLiteral("\u0081\u008D\u008F\u0090\u009D\u0160\u0178"));
}

void TestGiftReader::refusesMoreThan64MiB()
{
    constexpr qsizetype limit = qsizetype{64} * 1024 * 1024;
    const GiftReading reading = readGift(QByteArray(limit + 1, '\n'), fileName());
    QCOMPARE(describing::reading(reading), QStringLiteral("0:0 error file-too-large (64 MiB)"));
    QCOMPARE(readGift(QByteArray(limit, ' '), fileName()), GiftReading{});
}

void TestGiftReader::survivesAnyBytes_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<QByteArray>("alphabet");
    for (quint32 seed = 1; seed <= 20; ++seed) {
        QTest::addRow("bytes %u", seed) << seed << QByteArray();
        QTest::addRow("GIFT %u", seed) << seed
                                       << QByteArray("{}{}==~~##%%::\\\\->->..,*/[]  \n\n\r0159TFabn$\xC3\xA9\x80");
    }
}

/// Whatever comes, every place lies within the text, and an error keeps its question out.
void TestGiftReader::survivesAnyBytes()
{
    QFETCH(quint32, seed);
    QFETCH(QByteArray, alphabet);
    QRandomGenerator random(seed);
    QByteArray gift(5000, '\0');
    for (char &byte : gift) {
        const auto any = static_cast<char>(random.bounded(256));
        byte = alphabet.isEmpty() ? any : alphabet[random.bounded(static_cast<int>(alphabet.size()))];
    }
    const GiftReading reading = readGift(gift, fileName());
    const auto lineCount = gift.count('\n') + gift.count('\r') + 1;
    for (const base::Fault &fault : reading.faults) {
        QVERIFY(fault.place.line >= 1 && fault.place.line <= lineCount);
        QVERIFY(fault.place.column >= 1 && fault.place.column <= gift.size() + 1);
    }
    for (const Item &item : reading.items) {
        QVERIFY(!item.id.isEmpty());
        QVERIFY(item.place.line >= 1 && item.place.line <= lineCount);
        QVERIFY(item.type != ItemType::Choice || item.options.size() >= 2);
    }
}

void TestGiftReader::takesLinearTime_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("unit");
    const auto add = [](const char *name, const char *start, const char *unit) {
        QTest::newRow(name) << QByteArray(start) << QByteArray(unit);
    };
    add("braces", "", "{");
    add("closed braces", "", "{}");
    add("markers", "Q {", "~");
    add("answers", "Q {", "~a#b=c");
    add("bad weights", "Q {", "~%1%a");
    add("hashes", "Q {T", "#");
    add("backslashes", "Q {", "\\");
    add("arrows", "Q {=", "->");
    add("percent signs", "Q {~", "%");
    add("colons", "::", ": ");
    add("ids", "// ", "[id:");
    add("escaped brackets", "// [id:", "\\]");
    add("tags", "// ", "[tag:<");
    add("numbers", "Q {#", "=1..");
    add("lines", "Q {", "~a\n");
    add("questions", "", "Q {\n\n");
    add("lines after a block", "Q {T}", "\na");
    add("bad bytes", "", "\xFF");
}

/// A quarter of a million characters each: what takes quadratic time does not end.
void TestGiftReader::takesLinearTime()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, unit);
    const QByteArray many = unit.repeated(250'000 / unit.size());
    const GiftReading open = readGift(start + many, fileName());
    const GiftReading closed = readGift(start + many + "}", fileName());
    QVERIFY(!open.items.empty() || !open.faults.empty() || start.startsWith("//"));
    QVERIFY(!closed.items.empty() || !closed.faults.empty() || start.startsWith("//"));
}

TEST_MAIN_GUILESS(TestGiftReader)
#include "tst_giftreader.moc"

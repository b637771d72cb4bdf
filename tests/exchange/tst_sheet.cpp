// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sheet.h"
#include "exchange/sheetcells.h"
#include "items/gift.h"
#include "support/describing.h"
#include "support/testing.h"

using exchange::Reading;
using items::Item;
using items::ItemType;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Reading readingOf(const QByteArray &csv)
{
    return exchange::readSheet(csv, text("q.csv"));
}

} // namespace

class TestSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatATrainerWrites_data();
    void readsWhatATrainerWrites();
    void writes();
    void guardsAgainstFormulas_data();
    void guardsAgainstFormulas();
    void namesBadRowsAndKeepsTheRest();
    void faults_data();
    void faults();
};

void TestSheet::readsWhatATrainerWrites_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("gift");
    const auto row = [](const char *name, const QByteArray &csv, const char *gift) {
        QTest::newRow(name) << csv << QString::fromUtf8(gift);
    };
    row("a choice, the kind left out", "id,question,a,a_mark,b\none,Q?,yes,100,no\n", "// [id:one] Q? { =yes ~no }");
    row("semicolons, as some spreadsheets write", "id;question;a;a_mark;b\none;Q?;yes;100;no\n",
        "// [id:one] Q? { =yes ~no }");
    row("tabs", "id\tquestion\ta\ta_mark\tb\none\tQ?\tyes\t100\tno\n", "// [id:one] Q? { =yes ~no }");
    row("a mark in front, Windows line ends", "\xEF\xBB\xBFid,question,a,a_mark,b\r\none,\"Q,\r\nor?\",yes,100,no\r\n",
        "// [id:one] Q,\\nor? { =yes ~no }");
    row("Windows-1252", "id,question,a,a_mark,b\none,Caf\xE9?,yes,100,no\n", "// [id:one] Caf\xC3\xA9? { =yes ~no }");
    row("several right", "id,question,single,a,a_mark,b,b_mark,c,c_mark\none,Q?,no,x,50,y,50,z,-100\n",
        "// [id:one] Q? { ~%50.00000%x ~%50.00000%y ~%-100%z }");
    row("feedback, tags and a title",
        "id,title,tags,question,feedback,a,a_mark,a_feedback,b\n"
        "one,T,harm; P6.4,Q?,So.,yes,100,Right.,no\n",
        "// [id:one] [tag:harm] [tag:P6.4] ::T::Q? { =yes#Right. ~no ####So. }");
    row("true, as a spreadsheet writes it", "id,type,question,a\none,truefalse,Q,TRUE\n", "// [id:one] Q {TRUE}");
    row("not true", "id,type,question,a,a_feedback\none,truefalse,Q,False,No.\n", "// [id:one] Q {FALSE##No.}");
    row("pairs", "id,type,question,a,a_match,b,b_match,c_match\none,matching,Q,l,r,m,s,t\n",
        "// [id:one] Q { =l -> r =m -> s = -> t }");
    row("a number", "id,type,question,a,a_tolerance,a_mark\none,numerical,Q,37,0.5,100\n",
        "// [id:one] Q {# =%100%37:0.5 }");
    row("a short answer", "id,type,question,a,a_mark\none,shortanswer,Q,yes,100\n", "// [id:one] Q { =%100%yes }");
    row("an essay", "id,type,question\none,essay,Q\n", "// [id:one] Q {}");
    row("a gap", "id,type,question,a,a_mark,b\none,missingword,It is _____ today.,wet,100,dry\n",
        "// [id:one] It is { =wet ~dry } today.");
    row("capitals in names", "ID,Question,A,A_Mark,B\none,Q?,yes,100,no\n", "// [id:one] Q? { =yes ~no }");
}

void TestSheet::readsWhatATrainerWrites()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QString, gift);
    const Reading reading = readingOf(csv);
    QVERIFY2(!base::hasError(reading.faults), qUtf8Printable(describe(reading.faults).join(u'|')));
    QCOMPARE(reading.questions.items.size(), std::size_t(1));
    QCOMPARE(items::writeGift(reading.questions.items.front()).simplified(), gift);
}

void TestSheet::writes()
{
    const auto items = items::readGift("// [id:one] [tag:harm]\n::T::Say \"yes\", or \\=? {=yes#Right. ~%-50%no}\n\n"
                                       "// [id:two]\nHow many? {#=37:1.5}\n",
                                       {})
                           .items;
    QCOMPARE(exchange::writeSheet({items, {}}).bytes,
             QByteArray("\xEF\xBB\xBFid,type,title,tags,question,format,a,a_tolerance,a_mark,a_feedback,b,b_mark\r\n"
                        "one,choice,T,harm,\"Say \"\"yes\"\", or =?\",moodle,yes,,100,Right.,no,-50\r\n"
                        "two,numerical,How many?,,How many?,moodle,37,1.5,100,,,\r\n"));
}

void TestSheet::guardsAgainstFormulas_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("cell");
    const auto row = [](const char *words, const char *cell) { QTest::newRow(words) << text(words) << text(cell); };
    row("=1+1", "'=1+1");
    row("+49 30", "'+49 30");
    row("-5", "-5");
    row("-5.5e3", "-5.5e3");
    row("-five", "'-five");
    row("@SUM(A1)", "'@SUM(A1)");
    row("\tx", "'\tx");
    row("'=x", "''=x");
    row("''=x", "'''=x");
    row("'tis", "'tis");
    row("a=b", "a=b");
    row("", "");
}

void TestSheet::guardsAgainstFormulas()
{
    QFETCH(const QString, words);
    QFETCH(const QString, cell);
    QCOMPARE(exchange::guarded(words), cell);
    QCOMPARE(exchange::unguarded(cell), words);
}

void TestSheet::namesBadRowsAndKeepsTheRest()
{
    const Reading reading = readingOf("id,question,a,a_mark,b\n"
                                      "one,Q?,yes,100,no\n"
                                      "two,Q?,yes,37,no\n"
                                      "three,Q?,yes\n"
                                      "four,Q?,yes,\"33,3\",no\n"
                                      "five,Q?,yes,100,no\n"
                                      "six,Q?,\"yes,100,no\n");
    QCOMPARE(describe(reading.faults), QStringList({
                                           text("q.csv:4:1 error item csv-cell-count (3, 5)"),
                                           text("q.csv:7:8 error item csv-quote"),
                                           text("q.csv:3:1 error item:two gift-weight-unknown (37)"),
                                           text("q.csv:5:13 error item:four gift-decimal-comma (33,3, 33.3)"),
                                       }));
    QStringList kept;
    for (const Item &item : reading.questions.items)
        kept.append(item.id);
    QCOMPARE(kept, QStringList({text("one"), text("five")}));
}

void TestSheet::faults_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &csv, const char *fault) {
        QTest::newRow(name) << csv << QString::fromUtf8(fault);
    };
    row("nothing", "", "q.csv:1:1 error item csv-column-missing (question)");
    row("no questions", "id,a,b\n1,2,3\n", "q.csv:1:1 error item csv-column-missing (question)");
    row("a column of nobody", "question,a,a_mark,b,colour\nQ?,yes,100,no,red\n",
        "q.csv:1:21 warning item csv-column-unknown (colour)");
    row("a kind of nobody", "id,type,question,a,a_mark,b\none,riddle,Q?,yes,100,no\n",
        "q.csv:2:5 error item:one value-unknown (type, riddle)");
    row("a format of nobody", "id,question,format,a,a_mark,b\none,Q?,word,yes,100,no\n",
        "q.csv:2:8 error item:one value-unknown (format, word)");
    row("no number", "id,type,question,a\none,numerical,Q?,many\n",
        "q.csv:2:18 error item:one gift-number-malformed (many, )");
    row("an option left out", "id,question,a,a_mark,b,c\none,Q?,yes,100,,no\n",
        "q.csv:2:1 error item:one gift-answer-empty (b)");
    row("one option", "id,question,a,a_mark\none,Q?,yes,100\n", "q.csv:2:1 error item:one gift-too-few-answers (1, 2)");
    row("no right option", "id,question,a,b\none,Q?,yes,no\n", "q.csv:2:1 warning item:one gift-no-right-answer");
}

void TestSheet::faults()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QString, expected);
    QCOMPARE(describe(readingOf(csv).faults).join(u'|'), expected);
}

QTEST_GUILESS_MAIN(TestSheet)

#include "tst_sheet.moc"

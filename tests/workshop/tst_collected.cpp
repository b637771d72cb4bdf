// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/collected.h"

#include "base/faulttext.h"
#include "support/testing.h"

using testing::text;
using workshop::Collected;
using workshop::Entry;
using workshop::Pile;
using workshop::When;

namespace {

items::Item choice(const char *id, bool single, const QStringList &options)
{
    items::Item item;
    item.id = text(id);
    item.type = items::ItemType::Choice;
    item.single = single;
    for (const QString &words : options) {
        item.options.emplace_back();
        item.options.back().text.content = words;
    }
    item.options.front().fraction = 1;
    return item;
}

/// A pile of a choice of one, a choice of several and an essay.
Pile pileOf(When when = When::Before)
{
    items::Item essay;
    essay.id = text("essay");
    essay.type = items::ItemType::Essay;
    return Pile(text("course/"),
                {.id = QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), .target = text("a"), .form = text("a"), .when = when},
                {choice("one", true, {text("The first"), text("The second"), text("A third,  longer")}),
                 choice("some", false, {text("Red"), text("Green"), text("Blue")}), essay});
}

QString shown(const Collected &collected)
{
    QStringList lines;
    for (const workshop::CollectedPaper &paper : collected.papers) {
        QStringList cells{paper.code};
        for (const Entry &entry : paper.entries)
            cells.append(entry.kind == Entry::Kind::Answer ? entry.response.join(u'+')
                                                           : text(entry.kind == Entry::Kind::Blank ? "-" : "."));
        lines.append(cells.join(u' '));
    }
    return lines.join(u'|');
}

QString faultsOf(const Collected &collected)
{
    QStringList lines;
    for (const base::Fault &fault : collected.faults)
        lines.append(base::placeText(fault.place) + u' ' + base::faultId(fault.code));
    return lines.join(u'|');
}

} // namespace

/// Answers that were collected elsewhere.
class TestCollected : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cells_data();
    void cells();
    void badRowsAreNamedAndTheOthersStand();
    void columns_data();
    void columns();
    void becomesThePileThatItWas();
    void goesBehindWhatIsThere();
};

void TestCollected::cells_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("paper");
    QTest::newRow("letters") << QByteArray("x1,b,a") << "X1 b a .";
    QTest::newRow("capitals") << QByteArray("x1,B,C") << "X1 b c .";
    QTest::newRow("numbers") << QByteArray("x1,2,3") << "X1 b c .";
    QTest::newRow("whole texts") << QByteArray("x1,the  FIRST,green") << "X1 a b .";
    QTest::newRow("a text with a comma") << QByteArray("x1,\"A third, longer\",blue") << "X1 c c .";
    QTest::newRow("several letters") << QByteArray("x1,a,ca") << "X1 a a+c .";
    QTest::newRow("several with signs between") << QByteArray("x1,a,\"c; a, b\"") << "X1 a a+b+c .";
    QTest::newRow("I don't know") << QByteArray("x1,?,?") << "X1 ? ? .";
    QTest::newRow("nothing") << QByteArray("x1,,") << "X1 - - .";
    QTest::newRow("no code") << QByteArray(",a,a") << " a a .";
    QTest::newRow("a line of commas alone, as spreadsheets leave them") << QByteArray("x1,a,a\n, ,") << "X1 a a .";
}

void TestCollected::cells()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, paper);
    const Collected collected = workshop::readCollected("code,one,some\n" + row + "\n", text("r.csv"), pileOf());
    QCOMPARE(faultsOf(collected), QString());
    QCOMPARE(shown(collected), paper);
}

void TestCollected::badRowsAreNamedAndTheOthersStand()
{
    const Collected collected = workshop::readCollected(
        "code,one,some\nx,a,a\nx,d,a\nx,a\nx,ab,a\nx,a,red blue\nx,b,\n", text("r.csv"), pileOf());
    QCOMPARE(faultsOf(collected), text("r.csv:3:3 response-unknown|r.csv:4:1 csv-cell-count|r.csv:5:3 response-unknown|"
                                       "r.csv:6:5 response-unknown"));
    QCOMPARE(shown(collected), text("X a a .|X b - ."));
}

void TestCollected::columns_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("papers");
    QTest::addColumn<QString>("faults");
    QTest::newRow("in any order, with people") << QByteArray("some;person;one\nab;somebody;c\n") << " c a+b ."
                                               << "";
    QTest::newRow("by number") << QByteArray("2,1\nb,a\n") << " a b ."
                               << "";
    QTest::newRow("a number that there is not") << QByteArray("1,9\na,b\n") << " a . ."
                                                << "r.csv:1:3 csv-column-unknown";
    QTest::newRow("an item of nobody") << QByteArray("one,three\na,b\n") << " a . ."
                                       << "r.csv:1:5 csv-column-unknown";
    QTest::newRow("one that is not typed") << QByteArray("one,essay\na,b\n") << " a . ."
                                           << "r.csv:1:5 csv-column-unknown";
    QTest::newRow("no item") << QByteArray("person,code\nx,y\n") << ""
                             << "r.csv:1:1 matrix-empty";
    QTest::newRow("an item twice") << QByteArray("one,one\na,b\n") << ""
                                   << "r.csv:1:5 id-duplicate";
    QTest::newRow("nothing") << QByteArray() << ""
                             << "r.csv:1:1 matrix-empty";
    QTest::newRow("an open quote") << QByteArray("one\na\n\"b\n") << " a . ."
                                   << "r.csv:3:1 csv-quote";
}

void TestCollected::columns()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, papers);
    QFETCH(QString, faults);
    const Collected collected = workshop::readCollected(file, text("r.csv"), pileOf());
    QCOMPARE(shown(collected), papers);
    QCOMPARE(faultsOf(collected), faults);
}

void TestCollected::becomesThePileThatItWas()
{
    const Collected collected = workshop::readCollected("code,one,some\nx1,b,ac\n,a,\n", text("r.csv"), pileOf());
    base::UuidSource ids;
    const workshop::WrittenDown written = workshop::writtenDown(pileOf(), collected.papers, 1000, ids);
    QCOMPARE(written.actors.size(), 2U);
    Pile replayed = pileOf();
    for (const base::Statement &statement : written.statements)
        replayed.accept(statement);
    QCOMPARE(replayed.paperCount(), 2);
    QCOMPARE(replayed.papers()[0].code, text("X1"));
    QCOMPARE(replayed.entry({0, 1}).response, (quiz::Response{text("a"), text("c")}));
    QCOMPARE(replayed.entry({1, 0}).response, quiz::Response(text("a")));
    QCOMPARE(replayed.entry({1, 1}).kind, Entry::Kind::Blank);
}

void TestCollected::goesBehindWhatIsThere()
{
    const Collected collected = workshop::readCollected("one\nb\n", text("r.csv"), pileOf());
    base::UuidSource ids;
    Pile pile = pileOf();
    for (int time = 0; time < 2; ++time) {
        for (const base::Statement &statement : workshop::writtenDown(pile, collected.papers, 1000, ids).statements)
            pile.accept(statement);
    }
    QCOMPARE(pile.paperCount(), 2);
    QCOMPARE(pile.rows(), 2);
}

TEST_MAIN_GUILESS(TestCollected)
#include "tst_collected.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv.h"

#include "support/describing.h"
#include "support/testing.h"

#include <QRandomGenerator>

using base::CsvCell;
using base::CsvTable;
using base::TextFile;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

CsvTable tableOf(const QByteArray &csv, base::Faults &faults)
{
    const TextFile file(text("a.csv"), csv);
    return base::readCsv(file, moduleScope(), faults);
}

QString shown(const std::vector<CsvCell> &cells)
{
    QStringList texts;
    for (const CsvCell &cell : cells)
        texts.append(cell.text);
    return texts.join(u'|');
}

QStringList shown(const CsvTable &table)
{
    QStringList lines(shown(table.header));
    for (const auto &row : table.rows)
        lines.append(shown(row));
    return lines;
}

/// The row as RFC 4180 has it, with quotes where they are needed or where `quoted` is set.
QByteArray written(const QStringList &cells, bool quoted)
{
    QStringList parts;
    for (QString cell : cells) {
        const bool needed = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r');
        parts.append(needed || quoted ? u'"' + cell.replace(u'"', text("\"\"")) + u'"' : cell);
    }
    return parts.join(u',').toUtf8();
}

} // namespace

class TestCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void tables_data();
    void tables();
    void places();
    void wrongCounts();
    void openQuotes_data();
    void openQuotes();
    void readsWhatIsWritten();
};

void TestCsv::tables_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &csv, std::initializer_list<const char *> lines) {
        QStringList expected;
        for (const char *line : lines)
            expected.append(text(line));
        QTest::newRow(name) << csv << expected;
    };
    row("empty", "", {""});
    row("header alone", "a,b", {"a|b"});
    row("rows", "a,b\n1,2\n3,4\n", {"a|b", "1|2", "3|4"});
    row("no line feed at the end", "a,b\n1,2", {"a|b", "1|2"});
    row("empty cells", "a,b,c\n,,\n1,,3\n", {"a|b|c", "||", "1||3"});
    row("an empty cell at the end", "a,b\n1,", {"a|b", "1|"});
    row("Windows line ends", "a,b\r\n1,2\r\n", {"a|b", "1|2"});
    row("old Macintosh line ends", "a,b\r1,2\r", {"a|b", "1|2"});
    row("blank lines", "\n \na,b\n\n1,2\n\r\n  \n3,4\n\n", {"a|b", "1|2", "3|4"});
    row("spaces stay", "a, b \n 1 ,2", {"a| b ", " 1 |2"});
    row("quotes", "\"a\",b\n\"1,2\",3", {"a|b", "1,2|3"});
    row("spaces behind a quote", "\"a\" ,b", {"a|b"});
    row("a quote that is doubled", "a,b\n\"say \"\"no\"\"\",\"\"\"\"", {"a|b", "say \"no\"|\""});
    row("empty quotes", "a,b\n\"\",\"\"", {"a|b", "|"});
    row("a quote within a word", "a,b\n5\" x,it's", {"a|b", "5\" x|it's"});
    row("a line feed in quotes", "a,b\n\"one\ntwo\",3\n4,5", {"a|b", "one\ntwo|3", "4|5"});
    row("a Windows line end in quotes", "a,b\n\"one\r\ntwo\",3", {"a|b", "one\r\ntwo|3"});
    row("wide characters", "a,\xC3\xA9\n\"\xE2\x80\x9C\xF0\x9F\x8C\x8A\",2",
        {"a|\xC3\xA9", "\xE2\x80\x9C\xF0\x9F\x8C\x8A|2"});
    row("semicolons part nothing", "a;b\n1;2", {"a;b", "1;2"});
}

void TestCsv::tables()
{
    QFETCH(const QByteArray, csv);
    base::Faults faults;
    const auto table = tableOf(csv, faults);
    QCOMPARE(describe(faults), QStringList());
    QVERIFY(table.isWhole && !table.endsEarly);
    QTEST(shown(table), "expected");
}

void TestCsv::places()
{
    base::Faults faults;
    const auto table = tableOf("a,b,c\r\n\"\xC3\xA9\nx\",\xF0\x9F\x8C\x8A,3\n\n,\"\",\"z\"\n", faults);
    QVERIFY(faults.empty());
    const auto at = [](int line, int column) { return base::Place{text("a.csv"), line, column}; };
    QVERIFY(table.header.at(2).place == at(1, 5));
    QVERIFY(table.rows.at(0).at(0).place == at(2, 1));
    QVERIFY(table.rows.at(0).at(1).place == at(3, 4));
    QVERIFY(table.rows.at(0).at(2).place == at(3, 6));
    QVERIFY(table.rows.at(1).at(0).place == at(5, 1));
    QVERIFY(table.rows.at(1).at(1).place == at(5, 2));
    QVERIFY(table.rows.at(1).at(2).place == at(5, 5));
}

void TestCsv::wrongCounts()
{
    base::Faults faults;
    const auto table = tableOf("a,b\n1\n2,3\n4,5,6\n\"7\n\",8,\n9,0\n", faults);
    QVERIFY(!table.isWhole && !table.endsEarly);
    QCOMPARE(shown(table), QStringList({text("a|b"), text("2|3"), text("9|0")}));
    QCOMPARE(describe(faults), QStringList({
                                   text("a.csv:2:1 error module:first csv-cell-count (1, 2)"),
                                   text("a.csv:4:1 error module:first csv-cell-count (3, 2)"),
                                   text("a.csv:5:1 error module:first csv-cell-count (3, 2)"),
                               }));
}

void TestCsv::openQuotes_data()
{
    QTest::addColumn<QByteArray>("csv");
    QTest::addColumn<QString>("place");
    QTest::newRow("to the end") << QByteArray("a,b\n1,\"2\n3,4\n") << text("2:3");
    QTest::newRow("in the header") << QByteArray("a,\"b\n1,2") << text("1:3");
    QTest::newRow("at the very end") << QByteArray("a,b\n1,\"") << text("2:3");
    QTest::newRow("a doubled one at the end") << QByteArray("a,b\n1,\"x\"\"") << text("2:3");
    QTest::newRow("closed by the next row's") << QByteArray("a,b\n1,\"2\n\"3\",4") << text("2:3");
    QTest::newRow("words behind it") << QByteArray("a,b\n1,\"say \"no\"\"") << text("2:3");
    QTest::newRow("behind wide characters") << QByteArray("a,b\n\xC3\xA9\xC3\xA9,\"2") << text("2:4");
}

void TestCsv::openQuotes()
{
    QFETCH(const QByteArray, csv);
    QFETCH(const QString, place);
    base::Faults faults;
    QVERIFY(tableOf(csv, faults).endsEarly);
    QCOMPARE(describe(faults), QStringList(QString(text("a.csv:") + place + text(" error module:first csv-quote"))));
}

/// Whatever is written by the rules of RFC 4180 comes back as it went.
void TestCsv::readsWhatIsWritten()
{
    QRandomGenerator random(20260103);
    const QString signs = text("ab ,\"\n\r\t;'\xC3\xA9\xE2\x80\x9C");
    for (int round = 0; round < 500; ++round) {
        const int width = random.bounded(2, 6);
        QStringList expected;
        QByteArray csv;
        for (int line = random.bounded(1, 5); line > 0; --line) {
            QStringList cells;
            for (int cell = 0; cell < width; ++cell) {
                QString words;
                for (int length = random.bounded(6); length > 0; --length)
                    words += signs.at(random.bounded(signs.size()));
                cells.append(words);
            }
            expected.append(cells.join(u'|'));
            csv += QByteArray(written(cells, random.bounded(2) == 1) + (random.bounded(2) == 1 ? "\r\n" : "\n"));
        }
        base::Faults faults;
        const auto table = tableOf(csv, faults);
        QVERIFY2(faults.empty(), csv.constData());
        QCOMPARE(shown(table), expected);
    }
}

TEST_MAIN_GUILESS(TestCsv)

#include "tst_csv.moc"

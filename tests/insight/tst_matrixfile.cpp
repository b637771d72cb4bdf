// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/matrixfile.h"

#include "base/faulttext.h"
#include "support/testing.h"

#include <cmath>

using testing::text;

namespace {

QString shown(const insight::Matrix &matrix)
{
    QStringList lines;
    for (const insight::Column &item : matrix.items())
        lines.append(item.name + u'/' + QString::number(item.most));
    lines = {lines.join(u' ')};
    for (std::size_t person = 0; person < matrix.people(); ++person) {
        QStringList cells;
        for (std::size_t item = 0; item < matrix.items().size(); ++item) {
            const double mark = matrix.mark(person, item);
            cells.append(std::isnan(mark) ? text("?") : QString::number(mark));
        }
        lines.append(cells.join(u' '));
    }
    return lines.join(u'\n');
}

} // namespace

/// A table of marks in a file.
class TestMatrixFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRead_data();
    void isRead();
    void isRefused_data();
    void isRefused();
    void everyBadRowIsNamed();
};

void TestMatrixFile::isRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("matrix");
    QTest::newRow("items alone") << QByteArray("q1,q2\n1,0\n0,1\n") << "q1/1 q2/1\n1 0\n0 1";
    QTest::newRow("people") << QByteArray("Person,q1,q2\nx,1,0\nx,0.5,1\n") << "q1/1 q2/1\n1 0\n0.5 1";
    QTest::newRow("unanswered") << QByteArray("q1,q2\n1,\n,\n") << "q1/1 q2/1\n1 ?\n? ?";
    QTest::newRow("what can be earned") << QByteArray("person,q1,q2\nx,3,1\nmax,4,1\ny,4,0\n") << "q1/4 q2/1\n3 1\n4 0";
    QTest::newRow("below nothing") << QByteArray("person,q1\nmax,2\nx,-2\n") << "q1/2\n-2";
    QTest::newRow("nobody") << QByteArray("q1,q2\n") << "q1/1 q2/1";
    QTest::newRow("nobody, and no line end") << QByteArray("q1;q2") << "q1/1 q2/1";
    QTest::newRow("a spreadsheet with decimal commas")
        << QByteArray("q1;q2\r\n0,5;1\r\n1;0\r\n") << "q1/1 q2/1\n0.5 1\n1 0";
    QTest::newRow("tabs") << QByteArray("q1\tq2\n0.5\t1\n") << "q1/1 q2/1\n0.5 1";
    QTest::newRow("a mark of order") << QByteArray("\xEF\xBB\xBFperson,q1\nx,1\n") << "q1/1\n1";
    QTest::newRow("quotes") << QByteArray("\"q, the first\",\"q \"\"2\"\"\"\n\"1\",0\n")
                            << "q, the first/1 q \"2\"/1\n1 0";
    QTest::newRow("blank lines and spaces") << QByteArray("q1,q2\n\n 1 , 0\n\n") << "q1/1 q2/1\n1 0";
}

void TestMatrixFile::isRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, matrix);
    const auto reading = insight::readMatrix(bytes, text("marks.csv"));
    QVERIFY(reading.matrix);
    QCOMPARE(shown(*reading.matrix), matrix);
    QVERIFY(reading.faults.empty());
}

void TestMatrixFile::isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("fault");
    QTest::newRow("an empty file") << QByteArray() << "marks.csv:1:1 matrix-empty";
    QTest::newRow("people without items") << QByteArray("person\nx\n") << "marks.csv:1:1 matrix-empty";
    QTest::newRow("a word") << QByteArray("q1,q2\n1,yes\n") << "marks.csv:2:3 mark-expected";
    QTest::newRow("no number") << QByteArray("q1\nnan\n") << "marks.csv:2:1 mark-expected";
    QTest::newRow("no end") << QByteArray("q1\ninf\n") << "marks.csv:2:1 mark-expected";
    QTest::newRow("too much") << QByteArray("q1,q2\n1,2\n") << "marks.csv:2:3 mark-out-of-range";
    QTest::newRow("too little") << QByteArray("person,q1\nmax,2\nx,-3\n") << "marks.csv:3:3 mark-out-of-range";
    QTest::newRow("nothing to earn") << QByteArray("person,q1\nmax,0\n") << "marks.csv:2:5 maximum-out-of-range";
    QTest::newRow("more than can be squared")
        << QByteArray("person,q1,q2\nmax,1e200,1\n") << "marks.csv:2:5 maximum-out-of-range";
    QTest::newRow("the most twice") << QByteArray("person,q1\nmax,1\nmax,2\n") << "marks.csv:3:1 row-twice";
    QTest::newRow("an item twice") << QByteArray("q1,q1\n1,1\n") << "marks.csv:1:4 id-duplicate";
    QTest::newRow("a short row") << QByteArray("q1,q2\n1,1\n1\n") << "marks.csv:3:1 csv-cell-count";
    QTest::newRow("a comma in a number") << QByteArray("q1\n0,5\n") << "marks.csv:2:1 csv-cell-count";
    QTest::newRow("an open quote") << QByteArray("q1,q2\n1,\"0\n1,1\n") << "marks.csv:2:3 csv-quote";
}

void TestMatrixFile::isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, fault);
    const auto reading = insight::readMatrix(bytes, text("marks.csv"));
    QVERIFY(!reading.matrix);
    QCOMPARE(reading.faults.size(), 1U);
    const base::Fault &only = reading.faults.front();
    QCOMPARE(base::placeText(only.place) + u' ' + base::faultId(only.code), fault);
}

void TestMatrixFile::everyBadRowIsNamed()
{
    const auto reading = insight::readMatrix("q1,q2\n1,x\n1\n2,1\n0,0\n", text("marks.csv"));
    QStringList lines;
    for (const base::Fault &fault : reading.faults)
        lines.append(QString::number(fault.place.line));
    QCOMPARE(lines.join(u' '), text("2 3 4"));
}

TEST_MAIN_GUILESS(TestMatrixFile)
#include "tst_matrixfile.moc"

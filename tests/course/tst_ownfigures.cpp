// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/ownfigures.h"

#include "base/faulttext.h"
#include "course/tablerows.h"
#include "support/testing.h"

#include <QFile>
#include <QTemporaryDir>

using course::OwnFigure;
using course::Qualifier;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// A file of these bytes, read.
OwnFigure readBytes(const QByteArray &bytes)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("Harbour town.csv"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qUtf8Printable(path));
    file.close();
    return course::readOwnFigure(path, text("own-1"));
}

constexpr auto header = "case,counted,total,question,outcome,count,qualifier,window_text,source\n";

OwnFigure readRow(const char *row)
{
    return readBytes(QByteArray(header) + row + '\n');
}

QStringList faultsOf(const OwnFigure &own)
{
    QStringList faults;
    for (const base::Fault &fault : own.faults)
        faults.append(
            QStringLiteral("%1:%2 %3").arg(fault.place.line).arg(fault.place.column).arg(base::faultId(fault.code)));
    return faults;
}

} // namespace

/// A trainer's own numbers: what is read, and what is refused with its row and column.
class TestOwnFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTableOfAFewColumns();
    void semicolons();
    void largeTotalsAreComparedAndNotMarked();
    void eachSourceIsOne();
    void badInput_data();
    void badInput();
    void aMissingColumn();
    void aMissingFile();
    void noRows();
    void aHundredThousandRows();
};

void TestOwnFigures::aTableOfAFewColumns()
{
    const OwnFigure own = readRow("Harbour 2024,women,12,left,left by the gate,5,at-least,a month,Our own log");
    QCOMPARE(faultsOf(own), QStringList());
    QVERIFY(own.isOpen());
    QCOMPARE(own.figure().id, text("own-1"));
    QCOMPARE(own.figure().title, text("Harbour town"));
    QVERIFY(own.figure().isOwn);
    QCOMPARE(own.figure().form, course::FigureForm::UnitRows);
    QCOMPARE(own.figure().rows.size(), 1U);
    const course::FigureRow &row = own.figure().rows.front();
    QCOMPARE(row.caseName, text("Harbour 2024"));
    QCOMPARE(row.total, std::optional(12));
    QCOMPARE(row.totalQualifier, Qualifier::Exact);
    QCOMPARE(row.count, std::optional(5));
    QCOMPARE(row.qualifier, Qualifier::AtLeast);
    QCOMPARE(row.question, course::Question::Left);
    QCOMPARE(row.status, course::Status::NotFound);
    QCOMPARE(row.source, text("Our own log"));
    QVERIFY(course::findSource(own.course, row.source) != nullptr);
}

void TestOwnFigures::semicolons()
{
    const OwnFigure own = readBytes(
        "case;counted;total;count;qualifier;source\nHarbour;women, some with children;3;1;exact;Log, page 2\n");
    QCOMPARE(faultsOf(own), QStringList());
    QCOMPARE(own.figure().rows.front().counted, text("women, some with children"));
    QCOMPARE(own.figure().rows.front().question, course::Question::Other);
}

void TestOwnFigures::largeTotalsAreComparedAndNotMarked()
{
    QCOMPARE(readRow("A,women,150,left,left,5,exact,,Log").figure().form, course::FigureForm::UnitRows);
    QCOMPARE(readRow("A,women,151,left,left,5,exact,,Log").figure().form, course::FigureForm::ComparisonRow);
}

void TestOwnFigures::eachSourceIsOne()
{
    const OwnFigure own = readRow("A,women,5,left,left,1,exact,,Log\nB,women,5,left,left,1,exact,,Log\n"
                                  "C,women,5,left,left,1,exact,,Another log");
    QCOMPARE(own.course.sources.size(), 2U);
}

void TestOwnFigures::badInput_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("fault");
    const auto add = [](const char *name, const char *row, const char *fault) {
        QTest::addRow("%s", name) << text(row) << text(fault);
    };
    add("a negative count", "A,women,12,left,left,-3,exact,,Log", "2:22 number-expected");
    add("more left than there were", "A,women,12,left,left,13,exact,,Log", "2:22 count-above-total");
    add("an unknown qualifier", "A,women,12,left,left,3,roughly,,Log", "2:24 value-unknown");
    add("most with a number", "A,women,12,left,left,9,most,,Log", "2:22 count-forbidden");
    add("some with a number", "A,women,12,left,left,9,some,,Log", "2:22 count-forbidden");
    add("an exact number that is not there", "A,women,12,left,left,,exact,,Log", "2:22 count-missing");
    add("no source", "A,women,12,left,left,3,exact,,", "2:31 unknown-source");
    add("a decimal comma", "A,women,12,left,left,\"3,5\",exact,,Log", "2:22 number-expected");
    add("a decimal point", "A,women,12,left,left,3.5,exact,,Log", "2:22 number-expected");
    add("a percentage", "A,women,12,left,left,25 %,exact,,Log", "2:22 number-expected");
    add("an unknown question", "A,women,12,vanished,left,3,exact,,Log", "2:12 value-unknown");
    add("no case", ",women,12,left,left,3,exact,,Log", "2:1 key-missing");
    add("a cell too few", "A,women,12,left,left,3,exact,Log", "2:1 csv-cell-count");
    add("a quote left open", "A,\"women,12,left,left,3,exact,,Log", "2:3 csv-quote");
}

void TestOwnFigures::badInput()
{
    QFETCH(const QString, row);
    QFETCH(const QString, fault);
    const OwnFigure own = readRow(row.toUtf8().constData());
    QVERIFY(!own.isOpen());
    QCOMPARE(faultsOf(own), QStringList(fault));
}

void TestOwnFigures::aMissingColumn()
{
    const OwnFigure own = readBytes("case,counted,total,count,qualifier\nA,women,5,1,exact\n");
    QVERIFY(!own.isOpen());
    QCOMPARE(faultsOf(own), QStringList(text("1:1 csv-column-missing")));
    QCOMPARE(own.faults.front().details, QStringList(text("source")));
}

void TestOwnFigures::aMissingFile()
{
    const OwnFigure own = course::readOwnFigure(text("/nowhere/at-all.csv"), text("own-1"));
    QVERIFY(!own.isOpen());
    QCOMPARE(own.faults.size(), 1U);
}

void TestOwnFigures::noRows()
{
    QCOMPARE(faultsOf(readBytes(header)), QStringList(text("1:1 figure-empty")));
}

/// Refused at the first row that is too many, whatever stands in the rest.
void TestOwnFigures::aHundredThousandRows()
{
    QByteArray bytes(header);
    for (int row = 0; row < 100000; ++row)
        bytes += "Case " + QByteArray::number(row) + ",women,12,left,left,5,at-least,,Log\n";
    const OwnFigure own = readBytes(bytes);
    QVERIFY(!own.isOpen());
    QCOMPARE(faultsOf(own), QStringList(QStringLiteral("%1:1 table-too-long").arg(course::mostTableRows + 2)));
}

TEST_MAIN_GUILESS(TestOwnFigures)

#include "tst_ownfigures.moc"

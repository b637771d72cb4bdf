// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"

#include "support/testing.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using testing::text;

namespace {

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

Outcome analyse(const QByteArray &csv, const QStringList &options)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("marks.csv"));
    testing::write(path, csv);
    Outcome outcome;
    QTextStream out(&outcome.out);
    QTextStream err(&outcome.err);
    outcome.status = command::run(QStringList{text("analyse"), path} + options, out, err);
    out.flush();
    err.flush();
    outcome.err.replace(path, text("marks.csv"));
    return outcome;
}

QJsonObject jsonOf(const QByteArray &csv, const QStringList &options = {})
{
    return QJsonDocument::fromJson(analyse(csv, options + QStringList{text("--json")}).out.toUtf8()).object();
}

constexpr auto fivePeople = "person,q1,q2,q3\na,1,1,1\nb,1,1,0\nc,1,0,1\nd,1,0,0\ne,0,0,0\n";

} // namespace

/// `analyse`.
class TestAnalyse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asJson();
    void whatIsUndefinedIsNull();
    void unansweredByEitherRule();
    void asATable();
    void faultsHaveTheirPlace();
    void wrongUsage_data();
    void wrongUsage();
};

void TestAnalyse::asJson()
{
    const QJsonObject all = jsonOf(fivePeople);
    QCOMPARE(all.keys(), (QStringList{text("items"), text("n"), text("test")}));
    QCOMPARE(all[text("n")].toInt(), 5);
    const QJsonObject item = all[text("items")][1].toObject();
    QCOMPARE(item.keys().join(u' '), text("alphaIfDropped discrimination discriminativeEfficiency effectiveWeight "
                                          "facility facilityHigh facilityLow n name sd"));
    QCOMPARE(item[text("name")].toString(), text("q2"));
    QCOMPARE(item[text("facility")].toDouble(), 0.4);
    QCOMPARE(item[text("discriminativeEfficiency")].toDouble(), 0.375);
    const QJsonObject test = all[text("test")].toObject();
    QCOMPARE(test.keys().join(u' '), text("alpha errorRatio kurtosis mean median sd skewness standardError"));
    QCOMPARE(test[text("mean")].toDouble(), 1.6);
}

void TestAnalyse::whatIsUndefinedIsNull()
{
    const QJsonObject all = jsonOf("q1,q2\n");
    QCOMPARE(all[text("n")].toInt(), 0);
    QVERIFY(all[text("items")][0][text("facility")].isNull());
    QVERIFY(all[text("items")][0][text("facilityLow")].isNull());
    QVERIFY(all[text("test")][text("alpha")].isNull());
}

void TestAnalyse::unansweredByEitherRule()
{
    const QByteArray some = "q1,q2\n1,1\n0,\n1,0\n,1\n";
    QCOMPARE(jsonOf(some)[text("items")][1][text("n")].toInt(), 3);
    QCOMPARE(jsonOf(some, {text("--unanswered"), text("apart")}), jsonOf(some));
    const QJsonObject zero = jsonOf(some, {text("--unanswered"), text("zero")});
    QCOMPARE(zero[text("items")][1][text("n")].toInt(), 4);
    QCOMPARE(zero[text("items")][1][text("facility")].toDouble(), 0.5);
}

void TestAnalyse::asATable()
{
    const Outcome outcome = analyse(fivePeople, {});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.startsWith(text("5 people, of whom 5 answered every item.")));
    QVERIFY(outcome.out.contains(text("q2    5     0.400  0.118  0.769  0.548           0.327       0.375   0.340")));
    QVERIFY(outcome.err.isEmpty());
}

void TestAnalyse::faultsHaveTheirPlace()
{
    const Outcome outcome = analyse("q1,q2\n1,x\n1,1\n1\n", {text("--json")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.isEmpty());
    const QStringList lines = outcome.err.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines[0].startsWith(text("marks.csv:2:3: error:")) && lines[0].endsWith(text("[mark-expected]")));
    QVERIFY(lines[1].startsWith(text("marks.csv:4:1: error:")) && lines[1].endsWith(text("[csv-cell-count]")));
}

void TestAnalyse::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("no file") << QStringList{text("analyse")} << 2;
    QTest::newRow("two files") << QStringList{text("analyse"), text("a"), text("b")} << 2;
    QTest::newRow("a rule of nobody") << QStringList{text("analyse"), text("a"), text("--unanswered"), text("no")} << 2;
    QTest::newRow("an option of nobody") << QStringList{text("analyse"), text("a"), text("--xml")} << 2;
    QTest::newRow("a file of nobody") << QStringList{text("analyse"), text("/nowhere/marks.csv")} << 1;
}

void TestAnalyse::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QString said;
    QTextStream err(&said);
    QString nothing;
    QTextStream out(&nothing);
    QCOMPARE(command::run(arguments, out, err), status);
    out.flush();
    QVERIFY(nothing.isEmpty());
}

TEST_MAIN_GUILESS(TestAnalyse)
#include "tst_analyse.moc"

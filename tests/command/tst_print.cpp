// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"
#include "journal/journal.h"
#include "support/testing.h"

#include <QApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// A run of the verb: what is asked for, a course and the file's name in a folder of its own.
class Run
{
public:
    explicit Run(const QStringList &arguments, const char *out = "pack.pdf")
    {
        QString nothing;
        QTextStream outStream(&nothing);
        QTextStream errStream(&told);
        status = command::run(QStringList{text("print")} + arguments + QStringList{text("--out"), path(out)}, outStream,
                              errStream);
    }

    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(text(name)); }
    [[nodiscard]] bool hasWritten() const { return QFile::exists(path("pack.pdf")); }

    int status = -1;
    QString told;

private:
    QTemporaryDir m_folder;
};

QString shipped()
{
    return testing::sourcePath(text("lessons/after-the-raid"));
}

} // namespace

class TestPrint : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prints_data();
    void prints();
    void wrongUsage_data();
    void wrongUsage();
    void needsAPlaceToWriteTo();
    void saysWhatTheCourseLacks();
    void saysWhatIsBroken();
    void saysThatItCannotWrite();
    void reportsOnAJournal();
};

void TestPrint::prints_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QString &arguments) { QTest::newRow(qPrintable(arguments)) << arguments.split(u' '); };
    row(text("handout --module numbers"));
    row(text("facilitator --plan one-hour --paper letter"));
    row(text("questions"));
    row(text("questions --form b --large"));
    row(text("key --module numbers"));
    row(text("cards --paper A4"));
    row(text("slip --paper Letter --large"));
}

void TestPrint::prints()
{
    QFETCH(QStringList, arguments);
    arguments.insert(1, shipped());
    const Run run(arguments);
    QCOMPARE(run.told, QString());
    QCOMPARE(run.status, int(command::Done));
    QVERIFY(testing::bytesOf(run.path("pack.pdf")).startsWith("%PDF-"));
}

void TestPrint::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const QString &arguments) {
        QTest::newRow(qPrintable(arguments)) << arguments.split(u' ', Qt::SkipEmptyParts);
    };
    row(text(""));
    row(text("reports"));
    row(text("report --for everybody"));
    row(text("report one two"));
    row(text("report --paper A5"));
    row(text("handout one two"));
    row(text("handout --paper A5"));
    row(text("handout --colour"));
    row(text("handout --form a"));
    row(text("handout --plan one-hour"));
    row(text("cards --module numbers"));
    row(text("questions --module numbers --form a"));
}

void TestPrint::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const Run run(arguments);
    QCOMPARE(run.status, int(command::WrongUsage));
    QCOMPARE(run.told, command::usage());
    QVERIFY(!run.hasWritten());
}

void TestPrint::needsAPlaceToWriteTo()
{
    QString told;
    QTextStream out(&told);
    QTextStream err(&told);
    QCOMPARE(command::run({text("print"), text("slip"), shipped()}, out, err), int(command::WrongUsage));
}

void TestPrint::saysWhatTheCourseLacks()
{
    const Run module({text("handout"), shipped(), text("--module"), text("nowhere")});
    QCOMPARE(module.status, int(command::InputHasErrors));
    QCOMPARE(module.told, text("print: error: the course has no module “nowhere”. Nothing was written.\n"));
    QVERIFY(!module.hasWritten());
    const Run plan({text("facilitator"), shipped(), text("--plan"), text("two-days")});
    QCOMPARE(plan.status, int(command::InputHasErrors));
    QVERIFY(plan.told.contains(text("no plan “two-days”")));
    const Run form({text("key"), shipped(), text("--form"), text("c")});
    QCOMPARE(form.status, int(command::InputHasErrors));
    QVERIFY(form.told.contains(text("no form “c”")));
}

void TestPrint::saysWhatIsBroken()
{
    const QTemporaryDir empty;
    const Run run({text("handout"), empty.path()});
    QCOMPARE(run.status, int(command::InputHasErrors));
    QVERIFY(run.told.contains(text("error: ")));
    QVERIFY(run.told.endsWith(text("nothing was written: the course cannot be opened.\n")));
    QVERIFY(!run.hasWritten());
}

void TestPrint::saysThatItCannotWrite()
{
    const Run run({text("slip"), shipped()}, "no/such/folder/pack.pdf");
    QCOMPARE(run.status, int(command::MachineFailed));
    QVERIFY(run.told.contains(run.path("no/such/folder/pack.pdf")));
    QVERIFY(run.told.endsWith(text("Nothing was written; what was there before is unchanged.\n")));
}

void TestPrint::reportsOnAJournal()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("kept.journal"));
    const QStringList asked{text("report"), shipped(), text("--journal"), path};
    const Run nowhere(asked);
    QCOMPARE(nowhere.status, int(command::MachineFailed));
    QCOMPARE(nowhere.told, path + text(": error: cannot be opened or made (no such file)\n"));
    QVERIFY(!nowhere.hasWritten());
    QVERIFY(journal::Journal::open(path, base::systemClock()));
    for (const char *reader : {"trainer", "funder", "author"}) {
        const Run run(asked + QStringList{text("--for"), text(reader), text("--scrub")});
        QVERIFY2(run.status == command::Done, qPrintable(run.told));
        QVERIFY(run.told.isEmpty()); // there is nothing in it that could tell of somebody
        QVERIFY(run.hasWritten());
    }
    const Run page(asked, "report.html");
    QCOMPARE(page.status, int(command::Done));
    QVERIFY(testing::bytesOf(page.path("report.html")).startsWith("<!DOCTYPE html>"));
    const Run table(asked, "report.csv");
    QCOMPARE(table.status, int(command::Done));
    QVERIFY(testing::bytesOf(table.path("report.csv")).contains("chapter,part,row,column,text"));
    const Run other(asked, "report.of.today");
    QVERIFY(testing::bytesOf(other.path("report.of.today")).startsWith("%PDF"));
}

int main(int argc, char **argv)
{
    // Charts need a QApplication, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    const QApplication application(argc, argv);
    testing::prepare();
    TestPrint test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_print.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/command.h"
#include "journal/journal.h"
#include "support/testing.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

struct Outcome {
    int status = -1;
    QString out;
    QString err;
};

/// A folder to work in, and what a run in it says.
class Workplace
{
public:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(text(name)); }

    [[nodiscard]] Outcome run(const QStringList &arguments) const
    {
        Outcome outcome;
        QTextStream out(&outcome.out);
        QTextStream err(&outcome.err);
        outcome.status = command::run(arguments, out, err);
        out.flush();
        err.flush();
        for (QString *said : {&outcome.out, &outcome.err})
            said->remove(m_folder.path() + u'/');
        return outcome;
    }

    [[nodiscard]] Outcome journal(const QStringList &arguments, const char *file = "journal.sqlite") const
    {
        return run(QStringList{text("journal")} + arguments + QStringList{text("--journal"), path(file)});
    }

    /// A journal with one answer of one person, whose id it gives.
    [[nodiscard]] QUuid fill(const char *file = "journal.sqlite") const
    {
        const auto journal = journal::Journal::open(path(file), base::systemClock());
        base::Statement statement;
        statement.verb = base::Verb::Answered;
        statement.object = text("course/") + text(file);
        (*journal)->append(statement, {});
        return (*journal)->person();
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesOnAStick();
    void refusesAnotherSchema();
    void forgets();
    void looksOver();
    void backsUp();
    void refusesWrongUse_data();
    void refusesWrongUse();
    void makesNoJournalWhereThereIsNone();

    void schedules();
    void refusesABadHistory_data();
    void refusesABadHistory();
};

void TestLedger::carriesOnAStick()
{
    const Workplace place;
    static_cast<void>(place.fill());
    Outcome outcome = place.journal({text("export"), place.path("stick.sqlite")});
    QCOMPARE(outcome.status, 0);
    outcome = place.journal({text("export"), place.path("stick.sqlite")});
    QCOMPARE(outcome.status, 3);
    QVERIFY2(outcome.err.startsWith(text("stick.sqlite: error: is there already")), qPrintable(outcome.err));
    outcome = place.journal({text("export"), place.path("no/such/stick.sqlite")});
    QCOMPARE(outcome.status, 3);
    QVERIFY2(outcome.err.startsWith(text("no/such/stick.sqlite: error: cannot be opened")), qPrintable(outcome.err));
    testing::write(place.path("notes.txt"), "These are notes.");
    outcome = place.journal({text("merge"), place.path("notes.txt"), place.path("stick.sqlite")}, "other.sqlite");
    QCOMPARE(outcome.status, 1); // the one that is sound is taken in all the same
    QVERIFY2(outcome.err.startsWith(text("notes.txt: error: is damaged")), qPrintable(outcome.err));
    QCOMPARE(outcome.out.trimmed(), text("stick.sqlite: 1 taken in, 0 known already, 0 of somebody forgotten"));
    outcome = place.journal({text("merge"), place.path("stick.sqlite")}, "other.sqlite");
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.contains(text("0 taken in, 1 known already")));
}

void TestLedger::refusesAnotherSchema()
{
    const Workplace place;
    static_cast<void>(place.fill());
    static_cast<void>(place.fill("stick.sqlite"));
    // The file has its tables as text: another word of the same length is another column.
    const QByteArray bytes = testing::bytesOf(place.path("stick.sqlite"));
    QVERIFY(bytes.contains("session BLOB"));
    testing::write(place.path("stick.sqlite"), QByteArray(bytes).replace("session", "sitting"));
    for (const Outcome &outcome : {place.journal({text("merge"), place.path("stick.sqlite")}),
                                   place.journal({text("verify")}, "stick.sqlite")}) {
        QCOMPARE(outcome.status, 1);
        QVERIFY2(outcome.err.startsWith(text("stick.sqlite: error: is no journal of this program")),
                 qPrintable(outcome.err));
    }
}

void TestLedger::forgets()
{
    const Workplace place;
    const QUuid person = place.fill();
    Outcome outcome = place.journal({text("forget"), text("nobody")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.contains(person.toString(QUuid::WithoutBraces) + text(": 1 statements, the last on ")));
    outcome = place.journal({text("forget"), person.toString(QUuid::WithoutBraces)});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.contains(text("hidden now")));
    QVERIFY(testing::bytesOf(place.path("journal.sqlite")).contains(person.toRfc4122()));
    outcome = place.journal({text("forget"), person.toString(QUuid::WithoutBraces), text("--final")});
    QCOMPARE(outcome.status, 0);
    QVERIFY(!testing::bytesOf(place.path("journal.sqlite")).contains(person.toRfc4122()));
}

void TestLedger::looksOver()
{
    const Workplace place;
    static_cast<void>(place.fill());
    QCOMPARE(place.journal({text("verify")}).status, 0);
    QCOMPARE(place.journal({text("verify")}).out, text("journal.sqlite: sound\n"));
    testing::write(place.path("journal.sqlite"), "broken");
    const Outcome outcome = place.journal({text("verify")});
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.startsWith(text("journal.sqlite: error: is damaged, and left as it is")));
}

void TestLedger::backsUp()
{
    const Workplace place;
    static_cast<void>(place.fill());
    QVERIFY(place.journal({text("backup")}).out.startsWith(text("backups/journal-")));
    QCOMPARE(place.journal({text("backup")}).out, text("the newest backup holds all that there is\n"));
    QCOMPARE(QDir(place.path("backups")).entryList(QDir::Files).size(), 1);
}

void TestLedger::refusesWrongUse_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const char *arguments : {"", "export", "export a b", "merge", "forget", "verify x", "backup x", "burn",
                                  "verify --final", "export a --final", "forget a --sometimes"})
        QTest::newRow(arguments) << text(arguments).split(u' ', Qt::SkipEmptyParts);
}

void TestLedger::refusesWrongUse()
{
    QFETCH(const QStringList, arguments);
    const Workplace place;
    const Outcome outcome = place.journal(arguments);
    QCOMPARE(outcome.status, 2);
    QCOMPARE(outcome.err, command::usage());
    QVERIFY(!QFile::exists(place.path("journal.sqlite")));
}

void TestLedger::makesNoJournalWhereThereIsNone()
{
    const Workplace place;
    for (const QStringList &arguments :
         {QStringList{text("verify")}, QStringList{text("backup")}, QStringList{text("export"), place.path("out")}}) {
        const Outcome outcome = place.journal(arguments);
        QCOMPARE(outcome.status, 3);
        QVERIFY(!QFile::exists(place.path("journal.sqlite")));
    }
}

void TestLedger::schedules()
{
    const Workplace place;
    testing::write(place.path("reviews.json"),
                   R"({"reviews": [{"grade": 3, "at": "2026-01-01T08:00:00Z"},
                                   {"grade": 3, "at": "2026-01-01T09:10:00+01:00"}]})");
    const Outcome outcome = place.run({text("schedule"), place.path("reviews.json"), text("--json")});
    QCOMPARE(outcome.err, QString());
    QCOMPARE(outcome.status, 0);
    const QJsonArray schedule = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
    QCOMPARE(schedule.size(), 2);
    const QJsonObject first = schedule[0].toObject();
    QCOMPARE(first.value(text("at")).toString(), text("2026-01-01T08:00:00Z"));
    QCOMPARE(first.value(text("state")).toString(), text("learning"));
    QCOMPARE(first.value(text("stability")).toDouble(), 2.3065);
    QCOMPARE(first.value(text("due")).toString(), text("2026-01-01T08:10:00Z"));
    QCOMPARE(first.value(text("intervalDays")).toInt(-1), 0);
    const QJsonObject second = schedule[1].toObject();
    QCOMPARE(second.value(text("state")).toString(), text("review"));
    QCOMPARE(second.value(text("due")).toString(), text("2026-01-03T08:10:00Z"));
    QCOMPARE(second.value(text("intervalDays")).toInt(), 2);
}

void TestLedger::refusesABadHistory_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *json, const char *told) {
        QTest::newRow(name) << QByteArray(json) << text(told);
    };
    row("no JSON", "{\"reviews\": [\n  {\"grade\" 3}]}", "reviews.json:2:13: error: ");
    row("no list", "{}", "reviews.json: error: there is no list “reviews”");
    row("a grade of five", R"({"reviews": [{"grade": 5, "at": "2026-01-01T08:00:00Z"}]})",
        "reviews.json: error: review 1: “grade”");
    row("no time", R"({"reviews": [{"grade": 3}]})", "reviews.json: error: review 1: “at”");
    row("a time without its offset", R"({"reviews": [{"grade": 3, "at": "2026-01-01T08:00:00"}]})",
        "reviews.json: error: review 1: “at”");
    row("backwards",
        R"({"reviews": [{"grade": 3, "at": "2026-01-02T08:00:00Z"}, {"grade": 3, "at": "2026-01-01T08:00:00Z"}]})",
        "reviews.json: error: review 2: it is earlier");
    row("a retention of one", R"({"retention": 1, "reviews": []})", "reviews.json: error: “retention”");
}

void TestLedger::refusesABadHistory()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, told);
    const Workplace place;
    testing::write(place.path("reviews.json"), json);
    const Outcome outcome = place.run({text("schedule"), place.path("reviews.json")});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.startsWith(told), qPrintable(outcome.err));
    QCOMPARE(outcome.out, QString());
    QCOMPARE(place.run({text("schedule"), place.path("missing.json")}).status, 1);
    QCOMPARE(place.run({text("schedule")}).status, 2);
}

TEST_MAIN_GUILESS(TestLedger)
#include "tst_ledger.moc"

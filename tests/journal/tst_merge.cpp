// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"
#include "journal/permissions.h"

#include "support/testing.h"

#include <QFileInfo>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using base::Verb;
using journal::ErrorCode;
using journal::Journal;
using journal::MergeOutcome;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// Runs a statement of SQL on a file behind the journal's back.
void tamper(const QString &path, const QString &sql)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(text("QSQLITE"), text("tamper"));
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("cannot open %s", qPrintable(path));
        QSqlQuery query(database);
        for (const QString &statement : sql.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
            if (!query.exec(statement))
                qFatal("%s: %s", qPrintable(statement), qPrintable(query.lastError().text()));
        }
    }
    QSqlDatabase::removeDatabase(text("tamper"));
}

/// What can be read, by id: the order of merging leaves no trace in it.
std::vector<base::Statement> allOf(const Journal &journal)
{
    auto all = journal.read({});
    if (!all)
        qFatal("cannot read: %s", qPrintable(all.error().detail));
    return *all;
}

} // namespace

class TestMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void takesInWhatIsMissing();
    void anyOrderAndTwiceIsOnce();
    void forgettingSurvives();
    void whoWasPurgedThereIsPurgedHere();
    void refusesAContradiction();
    void refusesWhatIsNoJournal_data();
    void refusesWhatIsNoJournal();
    void refusesAWrongId();
    void takesAnOlderVersion();
    void takesInWhatMayOnlyBeRead_data();
    void takesInWhatMayOnlyBeRead();
    void exportsWhatIsNotForgotten();
    void exportsOverNothing();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(text(name)); }
    [[nodiscard]] std::unique_ptr<Journal> journal(const char *name) const
    {
        return opened(path(name), base::fixedClock(eightOClock));
    }
    /// A journal of a few statements, which is closed again.
    void fill(const char *name, int statements) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestMerge::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMerge::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

void TestMerge::fill(const char *name, int statements) const
{
    const auto filled = journal(name);
    for (int i = 0; i < statements; ++i) {
        base::Statement statement = statementOf(Verb::Answered, QStringLiteral("course/%1-%2").arg(text(name)).arg(i));
        statement.result = {{text("response"), i}};
        QCOMPARE(problem(append(*filled, statement)), QByteArray());
    }
}

void TestMerge::takesInWhatIsMissing()
{
    fill("here", 3);
    fill("there", 2);
    const QByteArray there = testing::bytesOf(path("there"));
    const auto here = journal("here");
    const auto outcome = here->merge(path("there"));
    QCOMPARE(problem(outcome), QByteArray());
    QCOMPARE(*outcome, (MergeOutcome{2, 0, 0}));
    QCOMPARE(allOf(*here).size(), std::size_t(5));
    QCOMPARE(here->persons()->size(), std::size_t(2));
    QCOMPARE(here->merge(path("there")).value(), (MergeOutcome{0, 2, 0}));
    QCOMPARE(testing::bytesOf(path("there")), there);
    // What happens now comes after all that was taken in.
    const auto next = append(*here, statementOf(Verb::Opened, text("course/last")));
    QCOMPARE(allOf(*here).back(), *next);
}

/// Random journals that share some of their statements, since each began as a copy of another.
void TestMerge::anyOrderAndTwiceIsOnce()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 10; ++round) {
        QStringList files;
        for (int i = 0; i < 3; ++i) {
            const QByteArray name = "r" + QByteArray::number(round) + "-" + QByteArray::number(i);
            const auto one = journal(name.constData());
            if (i > 0 && random.bounded(2) == 0)
                QCOMPARE(problem(one->merge(files.at(random.bounded(i)))), QByteArray());
            for (int left = random.bounded(6); left > 0; --left)
                QCOMPARE(problem(append(*one, statementOf(Verb::Opened, QStringLiteral("c/%1").arg(left)))),
                         QByteArray());
            if (random.bounded(3) == 0)
                QCOMPARE(problem(one->forget(one->person())), QByteArray());
            files.append(path(name.constData()));
        }
        std::vector<std::vector<base::Statement>> results;
        std::array order{0, 1, 2};
        do {
            const auto merged = Journal::inMemory(base::fixedClock(eightOClock)).value();
            for (int time = 0; time < (results.empty() ? 1 : 2); ++time) {
                for (const int i : order)
                    QCOMPARE(problem(merged->merge(files.at(i))), QByteArray());
            }
            results.push_back(allOf(*merged));
        } while (std::ranges::next_permutation(order).found);
        QCOMPARE(results.size(), std::size_t(6));
        for (const auto &result : results)
            QCOMPARE(result, results.front());
    }
}

void TestMerge::forgettingSurvives()
{
    fill("there", 2);
    QUuid person;
    {
        const auto here = journal("here");
        QCOMPARE(problem(here->merge(path("there"))), QByteArray());
        person = here->persons()->back().id;
        QCOMPARE(problem(here->forget(person)), QByteArray());
        QCOMPARE(allOf(*here), std::vector<base::Statement>());
        QCOMPARE(here->merge(path("there")).value(), (MergeOutcome{0, 2, 0}));
        QCOMPARE(allOf(*here), std::vector<base::Statement>());
        QCOMPARE(problem(here->purgeNow(person)), QByteArray());
        QCOMPARE(here->merge(path("there")).value(), (MergeOutcome{0, 0, 2}));
        QCOMPARE(allOf(*here), std::vector<base::Statement>());
    }
    // A third computer that knows them learns of it, and hides them too.
    const auto third = journal("third");
    QCOMPARE(problem(third->merge(path("there"))), QByteArray());
    QCOMPARE(allOf(*third).size(), std::size_t(2));
    QCOMPARE(problem(third->merge(path("here"))), QByteArray());
    QCOMPARE(allOf(*third), std::vector<base::Statement>());
}

void TestMerge::whoWasPurgedThereIsPurgedHere()
{
    fill("there", 2);
    QUuid person;
    {
        const auto there = journal("there");
        person = there->person();
    }
    const auto here = journal("here");
    QCOMPARE(problem(here->merge(path("there"))), QByteArray());
    QCOMPARE(problem(journal("there")->purgeNow(person)), QByteArray());
    QCOMPARE(problem(here->merge(path("there"))), QByteArray());
    QCOMPARE(allOf(*here), std::vector<base::Statement>());
    QVERIFY(!testing::bytesOf(path("here")).contains(person.toRfc4122()));
    QVERIFY(!testing::bytesOf(path("here-wal")).contains(person.toRfc4122()));
}

void TestMerge::refusesAContradiction()
{
    fill("here", 1);
    const auto here = journal("here");
    QCOMPARE(problem(here->exportTo(path("copy"))), QByteArray());
    tamper(path("copy"), text("UPDATE statement SET result = '{\"response\": 9}'"));
    {
        const auto more = journal("copy");
        QCOMPARE(problem(append(*more, statementOf(Verb::Opened, text("course/new")))), QByteArray());
    }
    const std::vector<base::Statement> before = allOf(*here);
    const auto outcome = here->merge(path("copy"));
    QCOMPARE(codeOf(outcome), std::optional(ErrorCode::Conflict));
    QCOMPARE(outcome.error().path, path("copy"));
    QCOMPARE(allOf(*here), before);
}

void TestMerge::refusesWhatIsNoJournal_data()
{
    QTest::addColumn<QString>("sql"); // done to a journal; empty: there is no file, "-": other bytes
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << QString() << static_cast<int>(ErrorCode::CannotOpen);
    QTest::newRow("no database") << text("-") << static_cast<int>(ErrorCode::Damaged);
    QTest::newRow("of another program") << text("PRAGMA application_id = 5")
                                        << static_cast<int>(ErrorCode::NotAJournal);
    QTest::newRow("newer") << text("PRAGMA user_version = 99") << static_cast<int>(ErrorCode::NewerVersion);
    QTest::newRow("another schema") << text("ALTER TABLE statement RENAME COLUMN verb TO word")
                                    << static_cast<int>(ErrorCode::NotAJournal);
    QTest::newRow("unknown verb") << text("PRAGMA ignore_check_constraints = ON; UPDATE statement SET verb = 'sang'")
                                  << static_cast<int>(ErrorCode::Damaged);
}

void TestMerge::refusesWhatIsNoJournal()
{
    QFETCH(const QString, sql);
    QFETCH(const int, code);
    fill("here", 2);
    if (sql == QLatin1String("-")) {
        testing::write(path("there"), QByteArray(8192, 'x'));
    } else if (!sql.isEmpty()) {
        fill("there", 2);
        tamper(path("there"), sql);
    }
    const auto here = journal("here");
    const std::vector<base::Statement> before = allOf(*here);
    const QByteArray there = sql.isEmpty() ? QByteArray() : testing::bytesOf(path("there"));
    const auto outcome = here->merge(path("there"));
    QCOMPARE(codeOf(outcome), std::optional(static_cast<ErrorCode>(code)));
    QCOMPARE(outcome.error().path, path("there"));
    QCOMPARE(allOf(*here), before);
    QCOMPARE(QFileInfo::exists(path("there")), !sql.isEmpty());
    if (!sql.isEmpty())
        QCOMPARE(testing::bytesOf(path("there")), there);
}

void TestMerge::refusesAWrongId()
{
    fill("here", 2);
    fill("there", 3);
    tamper(path("there"), text("PRAGMA ignore_check_constraints = ON;"
                               "UPDATE statement SET id = x'0102' WHERE id = (SELECT max(id) FROM statement)"));
    const auto here = journal("here");
    const auto outcome = here->merge(path("there"));
    QCOMPARE(codeOf(outcome), std::optional(ErrorCode::Damaged));
    QCOMPARE(allOf(*here).size(), std::size_t(2)); // none of the sound ones either
}

void TestMerge::takesAnOlderVersion()
{
    fill("there", 2);
    tamper(path("there"), text("DROP TABLE forgotten; PRAGMA user_version = 1"));
    const auto here = journal("here");
    QCOMPARE(here->merge(path("there")).value(), (MergeOutcome{2, 0, 0}));
}

void TestMerge::takesInWhatMayOnlyBeRead_data()
{
    QTest::addColumn<bool>("isClosed");

    QTest::newRow("closed") << true;
    QTest::newRow("as a power cut left it") << false;
}

/// A stick that is locked, or a disc. The copy was made of a file that its program had closed, or still had open.
void TestMerge::takesInWhatMayOnlyBeRead()
{
    QFETCH(const bool, isClosed);
    fill("there", 3);
    const QString stick = m_folder->filePath(text("stick"));
    QVERIFY(QDir().mkdir(stick));
    {
        const auto open = isClosed ? nullptr : journal("there");
        if (open)
            QCOMPARE(problem(append(*open, statementOf(Verb::Opened, text("course/in-the-log")))), QByteArray());
        for (const char *part : {"", "-wal"}) {
            const QString name = text("there") + text(part);
            if (QFile::exists(m_folder->filePath(name)))
                QVERIFY(QFile::copy(m_folder->filePath(name), stick + QLatin1Char('/') + name));
        }
    }
    for (const QFileInfo &file : QDir(stick).entryInfoList(QDir::Files))
        setMode(file.filePath(), 0444);
    setMode(stick, 0555);
    const int status = inChildProcess([&] {
        if (!giveUpCapabilities())
            return -1;
        const auto outcome = journal("here")->merge(stick + QLatin1String("/there"));
        return outcome ? static_cast<int>(outcome->added) : 100 + static_cast<int>(outcome.error().code);
    });
    setMode(stick, 0755); // so that the folder can go
    QCOMPARE(status, isClosed ? 3 : 4);
    QCOMPARE(QDir(m_folder->path()).entryList({text("carried-*")}, QDir::Dirs), QStringList());
    QCOMPARE(allOf(*journal("here")).size(), static_cast<std::size_t>(status));
}

void TestMerge::exportsWhatIsNotForgotten()
{
    fill("here", 2);
    const auto here = journal("here");
    const QUuid first = here->person();
    QCOMPARE(problem(here->forget(first)), QByteArray());
    QVERIFY(here->person() != first);
    QCOMPARE(problem(append(*here, statementOf(Verb::Opened, text("course/mine")))), QByteArray());
    QCOMPARE(problem(here->exportTo(path("stick"))), QByteArray());
    QVERIFY(!testing::bytesOf(path("stick")).contains("course/here-0"));
    const auto there = journal("there");
    QCOMPARE(there->merge(path("stick")).value(), (MergeOutcome{1, 0, 0}));
    QCOMPARE(objectsOf(allOf(*there)), QStringList{text("course/mine")});
}

void TestMerge::exportsOverNothing()
{
    fill("here", 2);
    testing::write(path("taken"), "mine");
    const auto here = journal("here");
    QCOMPARE(codeOf(here->exportTo(path("taken"))), std::optional(ErrorCode::AlreadyThere));
    QCOMPARE(testing::bytesOf(path("taken")), QByteArray("mine"));
    QCOMPARE(codeOf(here->exportTo(path("no/such/folder"))), std::optional(ErrorCode::CannotOpen));
    QCOMPARE(QDir(m_folder->path()).entryList({text("*.part")}), QStringList());
}

TEST_MAIN_GUILESS(TestMerge)
#include "tst_merge.moc"

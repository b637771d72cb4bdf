// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"

#include "journal/database.h"
#include "journal/schema.h"
#include "journal/selection.h"
#include "journal/sqlstatement.h"
#include "support/testing.h"

#include <QFile>
#include <QFileInfo>

using base::Verb;
using journal::ErrorCode;
using journal::Migration;
using journal::Query;
using journal::SqlStatement;

namespace {

journal::Database databaseAt(const QString &path)
{
    return journal::Database::open(path, {1}).value();
}

/// The shipped steps and one more.
std::vector<Migration> migrationsWith(const QStringList &nextStep)
{
    std::vector<Migration> migrations = journal::shippedMigrations();
    migrations.push_back({journal::currentVersion + 1, nextStep});
    return migrations;
}

Query queryOf(std::vector<Verb> verbs, const QString &prefix, bool hasAttempt)
{
    Query query;
    query.verbs = std::move(verbs);
    query.objectPrefix = prefix;
    if (hasAttempt)
        query.attempt = QUuid::createUuid();
    return query;
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void splitsStatements();
    void marksTheFile();
    void knowsEveryVersion();
    void missesEveryColumn();
    void enforcesItsRules_data();
    void enforcesItsRules();
    void usesIndexes_data();
    void usesIndexes();
    void copiesBeforeItMigrates();
    void takesTheFirstVersionAlong();
    void rollsBackAFailedMigration();
    void migratesOnce();
    void tellsOfWrongSql();
    void readsWhatItBinds();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSchema::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestSchema::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

void TestSchema::splitsStatements()
{
    const QString sql = QStringLiteral("-- why;\nA (\n    b; c\n) STRICT;\n\n  -- more\nD;\nnever ended");
    QCOMPARE(journal::sqlStatements(sql),
             (QStringList{QStringLiteral("A (\n    b; c\n) STRICT;\n"), QStringLiteral("D;\n")}));
}

void TestSchema::marksTheFile()
{
    const journal::Database database = databaseAt(path());
    QCOMPARE(journal::identify(database).value(), 0);
    const std::vector<Migration> migrations = journal::shippedMigrations();
    QCOMPARE(migrations.back().version, journal::currentVersion);
    QCOMPARE(problem(journal::migrate(database, migrations)), QByteArray());
    QCOMPARE(journal::identify(database).value(), journal::currentVersion);
    QCOMPARE(journal::readNumber(database, QStringLiteral("PRAGMA application_id")).value(), journal::applicationId);
    QVERIFY(!QFile::exists(path() + QLatin1String(".version-0")));
}

void TestSchema::knowsEveryVersion()
{
    const journal::Database database = databaseAt(path());
    for (const Migration &migration : journal::shippedMigrations()) {
        for (const QString &statement : migration.statements)
            QCOMPARE(problem(journal::execute(database, statement)), QByteArray());
        QCOMPARE(journal::identify(database).value(), migration.version);
    }
}

/// The list of columns that a journal must have is that of the shipped files, with none left out.
void TestSchema::missesEveryColumn()
{
    const journal::Database database = databaseAt(path());
    QCOMPARE(problem(journal::migrate(database, journal::shippedMigrations())), QByteArray());
    QStringList columns;
    {
        SqlStatement select(database,
                            QStringLiteral("SELECT item.name || ' ' || info.name FROM sqlite_schema AS item JOIN"
                                           " pragma_table_info(item.name) AS info WHERE item.type = 'table'"));
        QVERIFY(select.run().has_value());
        while (select.next().value())
            columns.append(select.text(0));
    }
    QVERIFY(columns.contains(QStringLiteral("statement session")));
    for (const QString &column : columns) {
        const QString table = column.section(QLatin1Char(' '), 0, 0);
        const QString name = column.section(QLatin1Char(' '), 1);
        const QString rename = QStringLiteral("ALTER TABLE %1 RENAME COLUMN \"%2\" TO \"%3\"");
        QCOMPARE(problem(journal::execute(database, rename.arg(table, name, QStringLiteral("other")))), QByteArray());
        QVERIFY2(codeOf(journal::identify(database)) == ErrorCode::NotAJournal, qPrintable(column));
        QCOMPARE(problem(journal::execute(database, rename.arg(table, QStringLiteral("other"), name))), QByteArray());
    }
    QCOMPARE(journal::identify(database).value(), journal::currentVersion);
}

void TestSchema::enforcesItsRules_data()
{
    QTest::addColumn<QString>("sql");

    const QString statement =
        QStringLiteral("INSERT INTO statement VALUES (%1, %2, %3, %4, 'course/a', '', NULL, %5, %6)");
    const QString id = QStringLiteral("zeroblob(16)");
    const QString verb = QStringLiteral("'opened'");
    const QString result = QStringLiteral("'{}'");
    const QString none = QStringLiteral("NULL");
    const QString zero = QStringLiteral("0");
    QTest::newRow("short id") << statement.arg(QStringLiteral("x'00'"), zero, id, verb, none, result);
    QTest::newRow("no id") << statement.arg(none, zero, id, verb, none, result);
    QTest::newRow("text for time") << statement.arg(id, QStringLiteral("'soon'"), id, verb, none, result);
    QTest::newRow("unknown actor") << statement.arg(id, zero, QStringLiteral("randomblob(16)"), verb, none, result);
    QTest::newRow("unknown verb") << statement.arg(id, zero, id, QStringLiteral("'liked'"), none, result);
    QTest::newRow("short session") << statement.arg(id, zero, id, verb, QStringLiteral("x'00'"), result);
    QTest::newRow("no JSON") << statement.arg(id, zero, id, verb, none, QStringLiteral("'{'"));
    QTest::newRow("no result") << statement.arg(id, zero, id, verb, none, none);
    QTest::newRow("unknown kind of actor") << "INSERT INTO actor VALUES (randomblob(16), 'robot')";
    QTest::newRow("an actor twice") << "INSERT INTO actor VALUES (zeroblob(16), 'person')";
    QTest::newRow("short tombstone") << "INSERT INTO tombstone VALUES (x'00', 0)";
}

void TestSchema::enforcesItsRules()
{
    QFETCH(const QString, sql);
    const journal::Database database = databaseAt(path());
    QCOMPARE(problem(journal::configure(database)), QByteArray());
    QCOMPARE(problem(journal::migrate(database, journal::shippedMigrations())), QByteArray());
    const QString actor = QStringLiteral("INSERT INTO actor VALUES (zeroblob(16), 'room')");
    QCOMPARE(problem(journal::execute(database, actor)), QByteArray());
    QCOMPARE(codeOf(journal::execute(database, sql)), std::optional(ErrorCode::Rejected));
}

void TestSchema::usesIndexes_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<QString>("expected");

    const QString course = QStringLiteral("course/");
    QTest::newRow("all, in the order they lie in") << queryOf({}, {}, false) << "SCAN s";
    QTest::newRow("a verb") << queryOf({Verb::Answered}, {}, false)
                            << "SEARCH s USING INDEX statement_verb_object (verb=?)";
    QTest::newRow("verbs in a course")
        << queryOf({Verb::Answered, Verb::Chose}, course, false)
        << "SEARCH s USING INDEX statement_verb_object (verb=? AND object>? AND object<?)";
    QTest::newRow("an attempt") << queryOf({}, {}, true) << "SEARCH s USING INDEX statement_attempt (attempt=?)";
    Query session;
    session.session = QUuid::createUuid();
    QTest::newRow("a session") << session << "SEARCH s USING INDEX statement_session (session=?)";
    QTest::newRow("all at once") << queryOf({Verb::Answered}, course, true)
                                 << "SEARCH s USING INDEX statement_attempt (attempt=?)";
    Query newest = queryOf({Verb::Opened}, course, false);
    newest.newestFirst = true;
    newest.limit = 100;
    QTest::newRow("the newest few, from the end") << newest << "SCAN s";
}

void TestSchema::usesIndexes()
{
    QFETCH(const Query, query);
    QFETCH(const QString, expected);
    const journal::Database database = databaseAt(path());
    QCOMPARE(problem(journal::migrate(database, journal::shippedMigrations())), QByteArray());
    SqlStatement explain(database, QLatin1String("EXPLAIN QUERY PLAN ") + journal::selectStatements(query));
    journal::bindSelection(explain, query);
    QCOMPARE(problem(explain.run()), QByteArray());
    QStringList plan;
    while (explain.next().value())
        plan.append(explain.text(3));
    QCOMPARE(plan.value(0), expected);
    QVERIFY(plan.contains(QLatin1String("SEARCH voiding USING INDEX statement_voided (object=?)")));
    const bool isSorted = plan.contains(QLatin1String("USE TEMP B-TREE FOR ORDER BY"));
    QCOMPARE(isSorted, expected.contains(QLatin1String("statement_verb_object")));
}

void TestSchema::copiesBeforeItMigrates()
{
    QCOMPARE(
        problem(append(*opened(path(), base::fixedClock(0)), statementOf(Verb::Opened, QStringLiteral("course/a")))),
        QByteArray());
    const journal::Database database = databaseAt(path());
    const auto migrations =
        migrationsWith({QStringLiteral("DELETE FROM statement"), QStringLiteral("PRAGMA user_version = 4")});
    QCOMPARE(problem(journal::migrate(database, migrations)), QByteArray());
    QCOMPARE(journal::identify(database, 4).value(), 4);

    const QString copy = path() + QLatin1String(".version-3");
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(copy) & others, QFile::Permissions());
    QCOMPARE(opened(copy, base::fixedClock(0))->read({}).value().size(), std::size_t(1));
}

/// As somebody has it who used the first version.
void TestSchema::takesTheFirstVersionAlong()
{
    {
        const journal::Database database = databaseAt(path());
        std::vector<Migration> first = journal::shippedMigrations();
        first.resize(1);
        QCOMPARE(problem(journal::migrate(database, first)), QByteArray());
        QCOMPARE(
            problem(journal::execute(database, QStringLiteral("INSERT INTO actor VALUES (zeroblob(16), 'person')"))),
            QByteArray());
        QCOMPARE(problem(journal::execute(
                     database, QStringLiteral("INSERT INTO statement VALUES (x'0199b0a0000070008000000000000001', 0, "
                                              "zeroblob(16), 'opened', 'course/a',"
                                              " '', NULL, NULL, '{}')"))),
                 QByteArray());
    }
    const auto journal = opened(path(), base::fixedClock(0));
    QCOMPARE(objectsOf(*journal->read({})), QStringList{QStringLiteral("course/a")});
    QCOMPARE(problem(journal->verify()), QByteArray());
    QVERIFY(QFileInfo::exists(path() + QLatin1String(".version-1")));
    QCOMPARE(journal::identify(databaseAt(path())).value(), journal::currentVersion);
}

void TestSchema::rollsBackAFailedMigration()
{
    QVERIFY(opened(path(), base::fixedClock(0)) != nullptr);
    const journal::Database database = databaseAt(path());
    const auto migrations = migrationsWith({QStringLiteral("CREATE TABLE extra (a INTEGER) STRICT"),
                                            QStringLiteral("PRAGMA user_version = 4"), QStringLiteral("nonsense")});
    for (int round = 0; round < 2; ++round)
        QCOMPARE(codeOf(journal::migrate(database, migrations)), std::optional(ErrorCode::Failed));
    QCOMPARE(journal::identify(database).value(), journal::currentVersion);
    const QString extra = QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'");
    QCOMPARE(journal::readNumber(database, extra).value(), 0);
    // The copy of the first try is not written over by the second.
    QVERIFY(QFileInfo(path() + QLatin1String(".version-3")).size() > 0);
    QVERIFY(QFileInfo(path() + QLatin1String(".version-3-2")).size() > 0);
}

void TestSchema::migratesOnce()
{
    const journal::Database database = databaseAt(path());
    const std::vector<Migration> migrations = journal::shippedMigrations();
    QCOMPARE(problem(journal::migrate(database, migrations)), QByteArray());
    QCOMPARE(problem(journal::migrate(database, migrations)), QByteArray());
}

void TestSchema::tellsOfWrongSql()
{
    const journal::Database database = databaseAt(path());
    const auto wrong = journal::execute(database, QStringLiteral("SELEKT 1"));
    QCOMPARE(codeOf(wrong), std::optional(ErrorCode::Failed));
    QVERIFY(wrong.error().detail.contains(QLatin1String("SELEKT")));
    QCOMPARE(wrong.error().path, path());
    const QString nothing = QStringLiteral("SELECT 1 WHERE 0");
    QCOMPARE(codeOf(journal::readNumber(database, nothing)), std::optional(ErrorCode::Damaged));
    QCOMPARE(codeOf(SqlStatement(database, QStringLiteral("SELECT ?")).run()), std::optional(ErrorCode::Failed));
    QCOMPARE(codeOf(SqlStatement(database, nothing).bind(qint64(1)).run()), std::optional(ErrorCode::Failed));
}

void TestSchema::readsWhatItBinds()
{
    const journal::Database database = databaseAt(path());
    const QUuid id = QUuid::createUuid();
    SqlStatement row(database, QStringLiteral("SELECT ?, ?, ?, ?, ?, ? UNION ALL SELECT 1, 2, 3, 4, 5, 6"));
    row.bind(id)
        .bind(QUuid())
        .bind(QByteArray("a\0b", 3))
        .bind(qint64(1) << 40)
        .bind(QString())
        .bind(QString::fromUtf8("ñ“"));
    QCOMPARE(problem(row.run()), QByteArray());
    QVERIFY(row.next().value());
    QCOMPARE(row.uuid(0), id);
    QVERIFY(row.uuid(1).isNull() && row.bytes(1).isNull());
    QCOMPARE(row.bytes(2), QByteArray("a\0b", 3));
    QCOMPARE(row.number(3), qint64(1) << 40);
    QCOMPARE(row.text(4), QString());
    QCOMPARE(row.text(5), QString::fromUtf8("ñ“"));
    QCOMPARE(row.view(5), QByteArrayView("ñ“"));
    QVERIFY(row.next().value());
    QCOMPARE(row.number(5), qint64(6));
    QVERIFY(!row.next().value());
    QVERIFY(!row.next().value());
}

TEST_MAIN_GUILESS(TestSchema)

#include "tst_schema.moc"

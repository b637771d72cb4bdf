// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"

#include "support/testing.h"

#include <algorithm>

using base::Statement;
using base::Verb;
using journal::ErrorCode;
using journal::Journal;
using journal::Query;

namespace {

const QUuid firstAttempt = QUuid::fromString(QStringLiteral("11111111-1111-4111-8111-111111111111"));
const QUuid secondAttempt = QUuid::fromString(QStringLiteral("22222222-2222-4222-8222-222222222222"));

Statement voiding(const Statement &other)
{
    return statementOf(Verb::Voided, other.id.toString(QUuid::Id128));
}

Query onlyVerbs(std::vector<Verb> verbs)
{
    Query query;
    query.verbs = std::move(verbs);
    return query;
}

Query onlyPrefix(const QString &prefix)
{
    Query query;
    query.objectPrefix = prefix;
    return query;
}

Query onlyAttempt(const QUuid &attempt)
{
    Query query;
    query.attempt = attempt;
    return query;
}

Query limitedTo(int limit, bool newestFirst, std::vector<Verb> verbs = {})
{
    Query query;
    query.limit = limit;
    query.newestFirst = newestFirst;
    query.verbs = std::move(verbs);
    return query;
}

Query attemptAndPrefix()
{
    Query query = onlyAttempt(firstAttempt);
    query.objectPrefix = QStringLiteral("other/");
    query.verbs = {Verb::Answered, Verb::Started};
    return query;
}

} // namespace

class TestJournalRead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void readsByQuery_data();
    void readsByQuery();
    void namesObjectsOnce();
    void namesObjectsWithinTheLimit();
    void skipsWhatIsVoided();
    void skipsForgottenActors();
    void tellsOfRowsThatCannotBe_data();
    void tellsOfRowsThatCannotBe();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    [[nodiscard]] std::unique_ptr<Journal> openIt() const { return opened(path(), base::fixedClock(eightOClock)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalRead::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournalRead::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

void TestJournalRead::readsByQuery_data()
{
    QTest::addColumn<Query>("query");
    QTest::addColumn<QString>("expected");

    QTest::newRow("all") << Query() << "course/a course/b other/a course/b other/c";
    QTest::newRow("a verb") << onlyVerbs({Verb::Answered}) << "course/b other/a course/b";
    QTest::newRow("two verbs") << onlyVerbs({Verb::Cut, Verb::Opened}) << "course/a other/c";
    QTest::newRow("a verb not there") << onlyVerbs({Verb::Tallied}) << "";
    QTest::newRow("a course") << onlyPrefix(QStringLiteral("course/")) << "course/a course/b course/b";
    QTest::newRow("a prefix, not a pattern") << onlyPrefix(QStringLiteral("%")) << "";
    QTest::newRow("a whole object") << onlyPrefix(QStringLiteral("other/c")) << "other/c";
    QTest::newRow("an attempt") << onlyAttempt(firstAttempt) << "course/b other/a";
    QTest::newRow("no such attempt") << onlyAttempt(QUuid::createUuid()) << "";
    Query session;
    session.session = firstAttempt;
    QTest::newRow("a session") << session << "other/c";
    session.verbs = {Verb::Answered};
    QTest::newRow("a verb of a session") << session << "";
    QTest::newRow("everything at once") << attemptAndPrefix() << "other/a";
    QTest::newRow("first two") << limitedTo(2, false) << "course/a course/b";
    QTest::newRow("newest") << limitedTo(1, true) << "other/c";
    QTest::newRow("newest two of a verb") << limitedTo(2, true, {Verb::Answered}) << "course/b other/a";
    QTest::newRow("none") << limitedTo(0, false) << "";
    Query nobody;
    nobody.actor = firstAttempt;
    QTest::newRow("another actor") << nobody << "";
}

void TestJournalRead::readsByQuery()
{
    QFETCH(const Query, query);
    QFETCH(const QString, expected);
    const std::unique_ptr<Journal> journal = openIt();
    const auto add = [&](Verb verb, const char *object, const QUuid &attempt) {
        Statement statement = statementOf(verb, QString::fromLatin1(object));
        statement.attempt = attempt;
        return problem(append(*journal, statement));
    };
    QCOMPARE(add(Verb::Opened, "course/a", {}), QByteArray());
    QCOMPARE(add(Verb::Answered, "course/b", firstAttempt), QByteArray());
    QCOMPARE(add(Verb::Answered, "other/a", firstAttempt), QByteArray());
    QCOMPARE(add(Verb::Answered, "course/b", secondAttempt), QByteArray());
    Statement cut = statementOf(Verb::Cut, QStringLiteral("other/c"));
    cut.session = firstAttempt;
    QCOMPARE(problem(append(*journal, cut)), QByteArray());
    const auto found = journal->read(query);
    QCOMPARE(problem(found), QByteArray());
    QCOMPARE(objectsOf(*found).join(u' '), expected);

    Query byPerson = query;
    byPerson.actor = query.actor.value_or(journal->person());
    QCOMPARE(journal->read(byPerson).value(), *found);
}

void TestJournalRead::namesObjectsOnce()
{
    const std::unique_ptr<Journal> journal = openIt();
    for (const char *object : {"course/b", "course/a", "course/b", "other/a"})
        QCOMPARE(problem(append(*journal, statementOf(Verb::Experienced, QString::fromLatin1(object)))), QByteArray());
    std::vector<QString> objects = journal->objects(onlyPrefix(QStringLiteral("course/"))).value();
    std::ranges::sort(objects);
    QCOMPARE(objects, (std::vector{QStringLiteral("course/a"), QStringLiteral("course/b")}));
    QCOMPARE(journal->objects(onlyVerbs({Verb::Cut})).value(), std::vector<QString>());
}

void TestJournalRead::namesObjectsWithinTheLimit()
{
    const std::unique_ptr<Journal> journal = openIt();
    for (const char *object : {"course/a", "course/b", "course/b"})
        QCOMPARE(problem(append(*journal, statementOf(Verb::Experienced, QString::fromLatin1(object)))), QByteArray());
    QCOMPARE(journal->objects(limitedTo(2, true)).value(), std::vector{QStringLiteral("course/b")});
    QCOMPARE(journal->objects(limitedTo(1, false)).value(), std::vector{QStringLiteral("course/a")});
}

void TestJournalRead::skipsWhatIsVoided()
{
    const std::unique_ptr<Journal> journal = openIt();
    const Statement kept = append(*journal, statementOf(Verb::Answered, QStringLiteral("course/kept"))).value();
    const Statement wrong = append(*journal, statementOf(Verb::Answered, QStringLiteral("course/wrong"))).value();
    const Statement correction = append(*journal, voiding(wrong)).value();
    QCOMPARE(journal->read({}).value(), std::vector{kept});
    QCOMPARE(journal->read(onlyVerbs({Verb::Answered})).value(), std::vector{kept});
    QCOMPARE(journal->objects({}).value(), std::vector{kept.object});
    QCOMPARE(journal->read(onlyVerbs({Verb::Voided})).value(), std::vector{correction});
    QCOMPARE(journal->read(onlyVerbs({Verb::Answered, Verb::Voided})).value(), (std::vector{kept, correction}));
}

void TestJournalRead::skipsForgottenActors()
{
    const std::unique_ptr<Journal> journal = openIt();
    const QUuid paper = QUuid::createUuid();
    OtherProgram(path()).run(QStringLiteral("INSERT INTO actor VALUES (?, 'paper')"), {paper.toRfc4122()});
    Statement onPaper = statementOf(Verb::Answered, QStringLiteral("course/paper"));
    onPaper.actor = paper;
    const Statement written = append(*journal, onPaper).value();
    QCOMPARE(written.actor, paper);
    const Statement own = append(*journal, statementOf(Verb::Answered, QStringLiteral("course/own"))).value();
    QCOMPARE(journal->read({}).value(), (std::vector{written, own}));

    OtherProgram(path()).run(QStringLiteral("INSERT INTO tombstone VALUES (?, 0)"), {paper.toRfc4122()});
    QCOMPARE(journal->read({}).value(), std::vector{own});
    QCOMPARE(journal->objects({}).value(), std::vector{own.object});
    Query byPaper;
    byPaper.actor = paper;
    QCOMPARE(journal->read(byPaper).value(), std::vector<Statement>());
}

void TestJournalRead::tellsOfRowsThatCannotBe_data()
{
    QTest::addColumn<QString>("damage");

    QTest::newRow("no such verb") << "UPDATE statement SET verb = 'liked'";
    QTest::newRow("no JSON") << "UPDATE statement SET result = '{'";
    QTest::newRow("no object") << "UPDATE statement SET result = '[]'";
}

void TestJournalRead::tellsOfRowsThatCannotBe()
{
    QFETCH(const QString, damage);
    const std::unique_ptr<Journal> journal = openIt();
    QCOMPARE(problem(append(*journal, statementOf(Verb::Opened, QStringLiteral("course/a")))), QByteArray());
    {
        OtherProgram other(path());
        other.run(QStringLiteral("PRAGMA ignore_check_constraints = ON"));
        other.run(damage);
    }
    QCOMPARE(codeOf(journal->read({})), std::optional(ErrorCode::Damaged));
}

TEST_MAIN_GUILESS(TestJournalRead)

#include "tst_journalread.moc"

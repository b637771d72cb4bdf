// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"

#include "base/ids.h"
#include "support/testing.h"

#include <QJsonArray>

#include <algorithm>
#include <numeric>

using base::Statement;
using base::Verb;
using journal::ErrorCode;
using journal::Journal;
using journal::Query;

namespace {

const QUuid firstAttempt = QUuid::fromString(QStringLiteral("11111111-1111-4111-8111-111111111111"));
const QUuid secondAttempt = QUuid::fromString(QStringLiteral("22222222-2222-4222-8222-222222222222"));

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void stampsWhatItWrites();
    void givesBackWhatItWrote_data();
    void givesBackWhatItWrote();
    void keepsOrderWhenTheClockGoesBack();
    void keepsOrderBetweenTwoPrograms();
    void noticesAnotherProgram();
    void aRoomIsNobodyWhoLearns();
    void makesANewPersonAfterForgetting();
    void rejects_data();
    void rejects();
    void replyMayAppend();
    void appendsWithoutReply();
    void adoptsOnceOnly();
    void adoptsOthersAsTheyAre();
    void adoptsAllOrNone();
    void appendsAfterWhatItAdopted();
    void forgetsWhatIsInMemory();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }
    [[nodiscard]] std::unique_ptr<Journal> openIt() const { return opened(path(), base::fixedClock(eightOClock)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournal::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournal::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

void TestJournal::stampsWhatItWrites()
{
    const std::unique_ptr<Journal> journal = openIt();
    Statement asked = statementOf(Verb::Opened, QStringLiteral("course/a"));
    asked.id = QUuid::createUuid(); // who builds one leaves this empty; the journal's stamp holds
    const auto written = append(*journal, asked);
    QCOMPARE(problem(written), QByteArray());
    QCOMPARE(written->at, eightOClock);
    QCOMPARE(written->actor, journal->person());
    QVERIFY(!journal->person().isNull());
    QVERIFY(written->id != asked.id);
    QCOMPARE(written->id.toString(QUuid::Id128).left(12), QString::number(eightOClock, 16).rightJustified(12, u'0'));
}

void TestJournal::givesBackWhatItWrote_data()
{
    QTest::addColumn<Statement>("asked");

    QTest::newRow("bare") << statementOf(Verb::Paused, QStringLiteral("course/a"));
    Statement full = statementOf(Verb::Answered, QStringLiteral("course/item"));
    full.version = QStringLiteral("0123456789abcdef");
    full.attempt = firstAttempt;
    full.session = secondAttempt;
    full.result = {{QStringLiteral("response"), QJsonArray{QStringLiteral("b"), QStringLiteral("?")}},
                   {QStringLiteral("fraction"), -0.3333333333333333},
                   {QStringLiteral("sure"), QJsonValue()},
                   {QStringLiteral("seed"), qint64(9007199254740991)}};
    QTest::newRow("full") << full;
    Statement text = statementOf(Verb::Chose, QStringLiteral("course/a'; DROP TABLE statement; --"));
    text.result = {{QStringLiteral("täxt \"%1\" ?"), QString::fromUtf8("اقتباس \U0001F642\n")}};
    QTest::newRow("odd text") << text;
    Statement large = statementOf(Verb::Tallied, QStringLiteral("course/large"));
    large.result = {{QStringLiteral("text"), QString(100000, u'x')}};
    QTest::newRow("large") << large;
}

void TestJournal::givesBackWhatItWrote()
{
    QFETCH(const Statement, asked);
    std::unique_ptr<Journal> journal = openIt();
    const QUuid person = journal->person();
    const auto written = append(*journal, asked);
    QCOMPARE(problem(written), QByteArray());
    Statement expected = asked;
    expected.id = written->id;
    expected.at = eightOClock;
    expected.actor = person;
    QCOMPARE(*written, expected);
    QCOMPARE(journal->read({}).value(), std::vector{expected});

    journal.reset();
    journal = openIt();
    QCOMPARE(journal->person(), person);
    QCOMPARE(journal->read({}).value(), std::vector{expected});
}

void TestJournal::keepsOrderWhenTheClockGoesBack()
{
    qint64 now = eightOClock;
    QStringList expected;
    for (int start = 0; start < 3; ++start) {
        const std::unique_ptr<Journal> journal = opened(path(), [&] { return now; });
        for (int i = 0; i < 10; ++i) {
            expected.append(QStringLiteral("course/%1-%2").arg(start).arg(i));
            QCOMPARE(append(*journal, statementOf(Verb::Experienced, expected.back())).value().at, now);
            now -= 3600 * 1000;
        }
    }
    const std::unique_ptr<Journal> journal = openIt();
    QCOMPARE(objectsOf(journal->read({}).value()), expected);
    std::reverse(expected.begin(), expected.end());
    Query backwards;
    backwards.newestFirst = true;
    QCOMPARE(objectsOf(journal->read(backwards).value()), expected);
}

void TestJournal::keepsOrderBetweenTwoPrograms()
{
    const std::unique_ptr<Journal> one = openIt();
    const std::unique_ptr<Journal> other = opened(path(), base::fixedClock(eightOClock + 1000));
    QCOMPARE(one->person(), other->person());
    QCOMPARE(problem(append(*other, statementOf(Verb::Opened, QStringLiteral("course/1")))), QByteArray());
    QCOMPARE(problem(append(*one, statementOf(Verb::Opened, QStringLiteral("course/2")))), QByteArray());
    QCOMPARE(problem(append(*other, statementOf(Verb::Opened, QStringLiteral("course/3")))), QByteArray());
    const QStringList expected{QStringLiteral("course/1"), QStringLiteral("course/2"), QStringLiteral("course/3")};
    QCOMPARE(objectsOf(one->read({}).value()), expected);
}

void TestJournal::noticesAnotherProgram()
{
    const std::unique_ptr<Journal> one = openIt();
    QCOMPARE(one->wasChangedElsewhere().value(), false);
    QCOMPARE(problem(append(*one, statementOf(Verb::Opened, QStringLiteral("course/1")))), QByteArray());
    QCOMPARE(one->wasChangedElsewhere().value(), false);
    const std::unique_ptr<Journal> other = openIt();
    QCOMPARE(one->wasChangedElsewhere().value(), false);
    QCOMPARE(problem(append(*other, statementOf(Verb::Opened, QStringLiteral("course/2")))), QByteArray());
    QCOMPARE(one->wasChangedElsewhere().value(), true);
    QCOMPARE(one->wasChangedElsewhere().value(), false);
    QCOMPARE(other->wasChangedElsewhere().value(), false);
}

void TestJournal::aRoomIsNobodyWhoLearns()
{
    const std::unique_ptr<Journal> journal = openIt();
    const QUuid room = journal->addActor(journal::ActorKind::Room).value();
    QVERIFY(room != journal->person());
    QCOMPARE(journal->persons()->size(), std::size_t(1));
    QCOMPARE(codeOf(journal->choosePerson(room)), std::optional(ErrorCode::NoSuchActor));
    Statement tallied = statementOf(Verb::Tallied, QStringLiteral("course/item"));
    tallied.actor = room;
    QCOMPARE(append(*journal, tallied).value().actor, room);
    Query its;
    its.actor = room;
    QCOMPARE(journal->read(its)->size(), std::size_t(1));
}

void TestJournal::makesANewPersonAfterForgetting()
{
    const QUuid forgotten = openIt()->person();
    OtherProgram(path()).run(QStringLiteral("INSERT INTO tombstone VALUES (?, 0)"), {forgotten.toRfc4122()});
    const QUuid person = openIt()->person();
    QVERIFY(person != forgotten);
    QCOMPARE(openIt()->person(), person);
}

void TestJournal::rejects_data()
{
    QTest::addColumn<Statement>("statement");

    Statement unknown = statementOf(Verb::Answered, QStringLiteral("course/a"));
    unknown.actor = firstAttempt;
    QTest::newRow("an actor that is not in the file") << unknown;
    QTest::newRow("voiding no id") << statementOf(Verb::Voided, QStringLiteral("course/a"));
    QTest::newRow("voiding an id with dashes")
        << statementOf(Verb::Voided, firstAttempt.toString(QUuid::WithoutBraces));
    QTest::newRow("voiding an id in capitals")
        << statementOf(Verb::Voided, QStringLiteral("ABCDEFABCDEFABCDEFABCDEFABCDEFAB"));
}

void TestJournal::rejects()
{
    QFETCH(const Statement, statement);
    const std::unique_ptr<Journal> journal = openIt();
    const auto refused = append(*journal, statement);
    QCOMPARE(codeOf(refused), std::optional(ErrorCode::Rejected));
    QCOMPARE(refused.error().path, path());
    QVERIFY(!refused.error().detail.isEmpty());
    const Statement next = append(*journal, statementOf(Verb::Opened, QStringLiteral("course/next"))).value();
    QCOMPARE(journal->read({}).value(), std::vector{next});
}

void TestJournal::replyMayAppend()
{
    const std::unique_ptr<Journal> journal = openIt();
    QByteArray inner = "not asked";
    journal->append(statementOf(Verb::Started, QStringLiteral("course/a")), [&](const auto &) {
        inner = problem(append(*journal, statementOf(Verb::Completed, QStringLiteral("course/a"))));
    });
    QCOMPARE(inner, QByteArray());
    QCOMPARE(journal->read({}).value().size(), std::size_t(2));
}

void TestJournal::appendsWithoutReply()
{
    const std::unique_ptr<Journal> journal = openIt();
    journal->append(statementOf(Verb::Opened, QStringLiteral("course/a")), {});
    QCOMPARE(journal->read({}).value().size(), std::size_t(1));
}

void TestJournal::adoptsOnceOnly()
{
    const std::unique_ptr<Journal> guest = Journal::inMemory(base::fixedClock(eightOClock - 5)).value();
    for (const char *object : {"course/a", "course/b"})
        QCOMPARE(problem(append(*guest, statementOf(Verb::Answered, QString::fromLatin1(object)))), QByteArray());
    const std::vector<Statement> made = guest->read({}).value();
    const std::unique_ptr<Journal> journal = openIt();
    std::vector<Statement> expected = made;
    for (Statement &statement : expected)
        statement.actor = journal->person();
    expected.push_back(append(*journal, statementOf(Verb::Opened, QStringLiteral("course/c"))).value());

    QCOMPARE(problem(journal->adopt(made, {})), QByteArray());
    QCOMPARE(journal->read({}).value(), expected);
    QCOMPARE(problem(journal->adopt(made, {})), QByteArray());
    QCOMPARE(problem(journal->adopt({}, {})), QByteArray());
    QCOMPARE(journal->read({}).value(), expected);
}

/// A guest who typed in paper answers: these are not the person's who keeps them.
void TestJournal::adoptsOthersAsTheyAre()
{
    const std::unique_ptr<Journal> guest = Journal::inMemory(base::fixedClock(eightOClock)).value();
    const QUuid paper = guest->addActor(journal::ActorKind::Paper).value();
    const QUuid room = guest->addActor(journal::ActorKind::Room).value();
    const std::vector<journal::Actor> others{{paper, journal::ActorKind::Paper}, {room, journal::ActorKind::Room}};
    QCOMPARE(guest->others().value(), others);
    Statement onPaper = statementOf(Verb::Answered, QStringLiteral("course/a"));
    onPaper.actor = paper;
    QCOMPARE(problem(append(*guest, onPaper)), QByteArray());
    QCOMPARE(problem(append(*guest, statementOf(Verb::Answered, QStringLiteral("course/a")))), QByteArray());

    const std::unique_ptr<Journal> journal = openIt();
    QCOMPARE(problem(journal->adopt(guest->read({}).value(), guest->others().value())), QByteArray());
    QCOMPARE(journal->others().value(), others);
    const std::vector<Statement> adopted = journal->read({}).value();
    QCOMPARE(adopted.size(), std::size_t(2));
    QCOMPARE(adopted[0].actor, paper);
    QCOMPARE(adopted[1].actor, journal->person());
    QCOMPARE(problem(journal->forget(paper)), QByteArray());
    QCOMPARE(journal->others()->size(), std::size_t(1));
}

void TestJournal::adoptsAllOrNone()
{
    base::UuidSource ids;
    Statement good = statementOf(Verb::Answered, QStringLiteral("course/a"));
    good.id = ids.next(eightOClock);
    Statement bad = statementOf(Verb::Voided, QStringLiteral("not an id"));
    bad.id = ids.next(eightOClock);
    const std::unique_ptr<Journal> journal = openIt();
    QCOMPARE(codeOf(journal->adopt({good, bad}, {})), std::optional(ErrorCode::Rejected));
    QCOMPARE(journal->read({}).value(), std::vector<Statement>());
    Statement withoutId = good;
    withoutId.id = QUuid();
    QCOMPARE(codeOf(journal->adopt({good, withoutId}, {})), std::optional(ErrorCode::Rejected));
    QCOMPARE(journal->read({}).value(), std::vector<Statement>());
    QCOMPARE(problem(journal->adopt({good}, {})), QByteArray());
    QCOMPARE(journal->read({}).value().size(), std::size_t(1));
}

void TestJournal::appendsAfterWhatItAdopted()
{
    Statement later = statementOf(Verb::Answered, QStringLiteral("course/later"));
    later.id = base::UuidSource().next(eightOClock + 1000000);
    const std::unique_ptr<Journal> journal = openIt();
    QCOMPARE(problem(journal->adopt({later}, {})), QByteArray());
    QCOMPARE(problem(append(*journal, statementOf(Verb::Opened, QStringLiteral("course/after")))), QByteArray());
    QCOMPARE(objectsOf(journal->read({}).value()),
             (QStringList{QStringLiteral("course/later"), QStringLiteral("course/after")}));
}

void TestJournal::forgetsWhatIsInMemory()
{
    const std::unique_ptr<Journal> one = Journal::inMemory(base::fixedClock(eightOClock)).value();
    QCOMPARE(one->path(), QString());
    QCOMPARE(problem(append(*one, statementOf(Verb::Opened, QStringLiteral("course/a")))), QByteArray());
    const std::unique_ptr<Journal> other = Journal::inMemory(base::fixedClock(eightOClock)).value();
    QCOMPARE(other->read({}).value(), std::vector<Statement>());
    QVERIFY(one->person() != other->person());
}

TEST_MAIN_GUILESS(TestJournal)

#include "tst_journal.moc"

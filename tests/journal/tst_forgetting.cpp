// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"

#include "journal/backups.h"
#include "support/testing.h"

#include <QJsonObject>

using base::Verb;
using journal::ErrorCode;
using journal::Journal;
using testing::filesWith;
using testing::text;

namespace {

constexpr qint64 msPerDay = 86'400'000;

base::Statement told(const char *object, const char *response)
{
    base::Statement statement = statementOf(Verb::Answered, text(object));
    statement.attempt = QUuid::fromString(text("01890a5d-ac96-774b-bcce-b302099a8057"));
    statement.result = {{text("response"), text(response)}};
    return statement;
}

} // namespace

class TestForgetting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void hidesAtOnce();
    void purgesForGood();
    void purgesAfterThirtyDays();
    void goesOnWhereItWasCutOff();
    void tellsOfACopyThatItCannotRewrite();
    void purgesWhatIsOld();
    void forgetsNobodyUnknown();
    void keepsPeopleApart();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(text("journal.sqlite")); }
    /// Two people with a backup that holds both, and a copy from before the schema changed.
    [[nodiscard]] std::unique_ptr<Journal> twoPeople();

    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_now = eightOClock;
    QUuid m_first;
    QUuid m_second;
};

void TestForgetting::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_now = eightOClock;
}

void TestForgetting::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

std::unique_ptr<Journal> TestForgetting::twoPeople()
{
    std::unique_ptr<Journal> journal = opened(path(), [this] { return m_now; });
    m_first = journal->person();
    for (int i = 0; i < 60; ++i)
        static_cast<void>(append(*journal, told("course/shared", "secretword")));
    m_second = *journal->addPerson();
    static_cast<void>(journal->choosePerson(m_second));
    static_cast<void>(append(*journal, told("course/shared", "otherword")));
    if (!journal->backUp() || !QFile::copy(journal::backupsOf(path()).front().path, path() + text(".version-1")))
        qFatal("no backup");
    return journal;
}

void TestForgetting::hidesAtOnce()
{
    const auto journal = twoPeople();
    QCOMPARE(journal->read({})->size(), std::size_t(61));
    QCOMPARE(problem(journal->forget(m_first)), QByteArray());
    QCOMPARE(journal->read({})->size(), std::size_t(1));
    QCOMPARE(journal->person(), m_second);
    QCOMPARE(problem(journal->purgeOverdue()), QByteArray()); // not yet
    QVERIFY(!filesWith(m_folder->path(), "secretword").isEmpty());
}

void TestForgetting::purgesForGood()
{
    const auto journal = twoPeople();
    QVERIFY(filesWith(m_folder->path(), "secretword").size() >= 3); // the file or its log, the backup, the older copy
    QCOMPARE(problem(journal->purgeNow(m_first)), QByteArray());
    QCOMPARE(filesWith(m_folder->path(), "secretword"), QStringList());
    QCOMPARE(filesWith(m_folder->path(), m_first.toRfc4122()), QStringList());
    QCOMPARE(filesWith(m_folder->path(), "otherword").size(), 3);
    QCOMPARE(journal->read({})->size(), std::size_t(1));
    QCOMPARE(problem(journal->verify()), QByteArray());
}

void TestForgetting::purgesAfterThirtyDays()
{
    {
        const auto journal = twoPeople();
        QCOMPARE(problem(journal->forget(m_first)), QByteArray());
    }
    m_now += 30 * msPerDay - 1;
    QCOMPARE(problem(opened(path(), [this] { return m_now; })->purgeOverdue()), QByteArray());
    QVERIFY(!filesWith(m_folder->path(), "secretword").isEmpty());
    m_now += 1;
    QCOMPARE(problem(opened(path(), [this] { return m_now; })->purgeOverdue()), QByteArray());
    QCOMPARE(filesWith(m_folder->path(), "secretword"), QStringList());
    QCOMPARE(filesWith(m_folder->path(), m_first.toRfc4122()), QStringList());
}

/// A copy that turns up again while its owner is still on the list is purged with the next round.
void TestForgetting::goesOnWhereItWasCutOff()
{
    const auto journal = twoPeople();
    const QString late = path() + text(".version-1-2");
    QVERIFY(QFile::copy(path() + text(".version-1"), late));
    QVERIFY(QFile::remove(path() + text(".version-1")));
    QVERIFY(QDir().mkdir(path() + text(".damaged-x")));
    testing::write(path() + text(".version-0"), "not a database at all, but in the way");
    QCOMPARE(codeOf(journal->purgeNow(m_first)), std::optional(ErrorCode::Remains));
    QCOMPARE(journal->read({})->size(), std::size_t(1)); // hidden all the same
    QVERIFY(QFile::remove(path() + text(".version-0")));
    QCOMPARE(problem(journal->purgeOverdue()), QByteArray());
    QCOMPARE(filesWith(m_folder->path(), "secretword"), QStringList());
}

void TestForgetting::tellsOfACopyThatItCannotRewrite()
{
    const auto journal = twoPeople();
    const QString damaged = path() + text(".damaged-20260101T080000Z");
    testing::write(damaged, "secretword in a file that no database reads");
    const auto purged = journal->purgeNow(m_first);
    QCOMPARE(codeOf(purged), std::optional(ErrorCode::Remains));
    QCOMPARE(purged.error().path, damaged);
    // All else is done, and the file remembers to try again.
    QCOMPARE(filesWith(m_folder->path(), "secretword"), QStringList{QFileInfo(damaged).fileName()});
    QCOMPARE(codeOf(journal->purgeOverdue()), std::optional(ErrorCode::Remains));
    QCOMPARE(journal->hasForgotten(m_first).value(), true);
    QVERIFY(QFile::remove(damaged));
    QCOMPARE(problem(journal->purgeOverdue()), QByteArray());
    QCOMPARE(filesWith(m_folder->path(), m_first.toRfc4122()), QStringList());
    QCOMPARE(journal->hasForgotten(m_first).value(), true);
    QCOMPARE(journal->hasForgotten(m_second).value(), false);
}

void TestForgetting::purgesWhatIsOld()
{
    const auto journal = twoPeople();
    m_now += 91 * msPerDay;
    QCOMPARE(journal->countBefore(90).value(), 61);
    QCOMPARE(problem(append(*journal, told("course/new", "freshword"))), QByteArray());
    // What happens while the clock stands years back is no older for it.
    const qint64 today = m_now;
    m_now = 946684800000; // 2000-01-01
    QCOMPARE(problem(append(*journal, told("course/newer", "freshword"))), QByteArray());
    m_now = today;
    QCOMPARE(problem(journal->purgeAfter(90)), QByteArray());
    QCOMPARE(objectsOf(*journal->read({})), (QStringList{text("course/new"), text("course/newer")}));
    QCOMPARE(journal->countBefore(90).value(), 0);
    QCOMPARE(filesWith(m_folder->path(), "secretword"), QStringList());
    QCOMPARE(filesWith(m_folder->path(), "otherword"), QStringList());
    QCOMPARE(journal->persons()->size(), std::size_t(2));
}

void TestForgetting::forgetsNobodyUnknown()
{
    const auto journal = twoPeople();
    QCOMPARE(codeOf(journal->forget(QUuid::createUuid())), std::optional(ErrorCode::NoSuchActor));
    QCOMPARE(codeOf(journal->purgeNow(QUuid())), std::optional(ErrorCode::NoSuchActor));
    QCOMPARE(journal->read({})->size(), std::size_t(61));
}

void TestForgetting::keepsPeopleApart()
{
    const auto journal = twoPeople();
    QCOMPARE(journal->read({.actor = m_first})->size(), std::size_t(60));
    QCOMPARE(journal->read({.actor = m_second})->size(), std::size_t(1));
    QCOMPARE(*journal->persons(), (std::vector<journal::Person>{{m_first, 60, m_now}, {m_second, 1, m_now}}));
    QCOMPARE(codeOf(journal->choosePerson(QUuid::createUuid())), std::optional(ErrorCode::NoSuchActor));
    QCOMPARE(problem(journal->forget(m_second)), QByteArray());
    QCOMPARE(journal->person(), m_first);
    QCOMPARE(problem(journal->forget(m_first)), QByteArray());
    QVERIFY(journal->person() != m_first && journal->person() != m_second);
    QCOMPARE(journal->persons()->size(), std::size_t(1));
}

TEST_MAIN_GUILESS(TestForgetting)
#include "tst_forgetting.moc"

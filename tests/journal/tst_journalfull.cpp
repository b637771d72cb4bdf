// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"
#include "journal/lastopened.h"

#include "support/filesizelimit.h"
#include "support/testing.h"

#include <QFile>
#include <QFileInfo>

#include <sched.h>
#include <sys/mount.h>

using base::Verb;
using journal::ErrorCode;
using journal::Journal;

namespace {

constexpr int cannotMount = 77;

base::Statement largeStatement(int number)
{
    base::Statement statement = statementOf(Verb::Tallied, QStringLiteral("course/%1").arg(number));
    statement.result = {{QStringLiteral("text"), QString(10000, u'x')}};
    return statement;
}

/// Puts a disk of 1 MB at `folder`, for this process alone. Needs to be root, and in a container one that may mount.
bool mountSmallDisk(const QString &folder)
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("none", QFile::encodeName(folder).constData(), "tmpfs", 0, "size=1m") == 0;
}

/// Appends until it fails; how many statements were acknowledged, and why it stopped.
std::pair<int, ErrorCode> appendUntilItFails(Journal &journal)
{
    for (int number = 0;; ++number) {
        if (const auto written = append(journal, largeStatement(number)); !written)
            return {number, written.error().code};
    }
}

/// Fills a small disk to the brim, frees some room and goes on. 0: all went as promised, else the step that did not.
int fillSmallDisk(const QString &folder)
{
    if (!mountSmallDisk(folder))
        return cannotMount;
    const QString path = folder + QLatin1String("/journal.sqlite");
    const QString ballast = folder + QLatin1String("/ballast");
    testing::write(ballast, QByteArray(200000, 'x'));
    std::unique_ptr<Journal> journal = opened(path, base::fixedClock(eightOClock));
    const auto [acknowledged, code] = appendUntilItFails(*journal);
    if (acknowledged == 0 || code != ErrorCode::DiskFull)
        return 1;
    if (journal->read({}).value().size() != static_cast<std::size_t>(acknowledged))
        return 2;
    if (!QFile::remove(ballast) || !append(*journal, largeStatement(acknowledged)))
        return 3;
    journal.reset();
    journal = opened(path, base::fixedClock(eightOClock));
    return journal->read({}).value().size() == static_cast<std::size_t>(acknowledged) + 1 ? 0 : 4;
}

} // namespace

class TestJournalFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void survivesAFullDisk();
    void survivesAFullDatabase();
    void survivesAFailedWrite();
    void adoptsAllOrNone();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("journal.sqlite")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalFull::initTestCase()
{
    watchForOpening();
}

void TestJournalFull::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournalFull::survivesAFullDisk()
{
    const int status = inChildProcess([&] { return fillSmallDisk(m_folder->path()); });
    if (status == cannotMount)
        QSKIP("this machine does not let a test mount a small disk");
    QCOMPARE(status, 0);
}

/// The same where no disk can be mounted: SQLite answers SQLITE_FULL at a limit of its own, too.
void TestJournalFull::survivesAFullDatabase()
{
    const std::unique_ptr<Journal> journal = opened(path(), base::fixedClock(eightOClock));
    QCOMPARE(sqlite3_exec(lastOpened, "PRAGMA max_page_count = 50", nullptr, nullptr, nullptr), SQLITE_OK);
    const auto [acknowledged, code] = appendUntilItFails(*journal);
    QVERIFY(acknowledged > 0);
    QCOMPARE(code, ErrorCode::DiskFull);
    QCOMPARE(journal->read({}).value().size(), static_cast<std::size_t>(acknowledged));

    QCOMPARE(sqlite3_exec(lastOpened, "PRAGMA max_page_count = 1000000", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(problem(append(*journal, largeStatement(acknowledged))), QByteArray());
    QCOMPARE(journal->read({}).value().size(), static_cast<std::size_t>(acknowledged) + 1);
}

void TestJournalFull::survivesAFailedWrite()
{
    std::unique_ptr<Journal> journal = opened(path(), base::fixedClock(eightOClock));
    const base::Statement first = append(*journal, largeStatement(1)).value();
    for (int i = 0; i < 3; ++i) {
        const qint64 logSize = QFileInfo(path() + QLatin1String("-wal")).size();
        journal::Result<base::Statement> refused = first;
        {
            const testing::FileSizeLimit limit(logSize + 5000); // a part of what is to be written still fits
            refused = append(*journal, largeStatement(2));
        }
        QCOMPARE(codeOf(refused), std::optional(ErrorCode::Failed));
        QCOMPARE(journal->read({}).value(), std::vector{first});
    }
    const base::Statement second = append(*journal, largeStatement(2)).value();
    journal.reset();
    journal = opened(path(), base::fixedClock(eightOClock));
    QCOMPARE(journal->read({}).value(), (std::vector{first, second}));
}

void TestJournalFull::adoptsAllOrNone()
{
    const std::unique_ptr<Journal> journal = opened(path(), base::fixedClock(eightOClock));
    sqlite3 *const connection = lastOpened;
    const std::unique_ptr<Journal> guest = Journal::inMemory(base::fixedClock(eightOClock)).value();
    for (int number = 0; number < 30; ++number)
        QCOMPARE(problem(append(*guest, largeStatement(number))), QByteArray());
    const std::vector<base::Statement> statements = guest->read({}).value();
    QCOMPARE(sqlite3_exec(connection, "PRAGMA max_page_count = 50", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(codeOf(journal->adopt(statements, {})), std::optional(ErrorCode::DiskFull));
    QCOMPARE(journal->read({}).value(), std::vector<base::Statement>());

    QCOMPARE(sqlite3_exec(connection, "PRAGMA max_page_count = 1000000", nullptr, nullptr, nullptr), SQLITE_OK);
    QCOMPARE(problem(journal->adopt(statements, {})), QByteArray());
    QCOMPARE(journal->read({}).value().size(), statements.size());
}

TEST_MAIN_GUILESS(TestJournalFull)

#include "tst_journalfull.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"
#include "journal/lastopened.h"
#include "journal/permissions.h"

#include "support/testing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using base::Verb;
using journal::ErrorCode;
using journal::Journal;

namespace {

int modeOf(const QString &path)
{
    struct stat status = {};
    const bool isThere = ::stat(QFile::encodeName(path).constData(), &status) == 0;
    return isThere ? static_cast<int>(status.st_mode & 0777U) : -1;
}

} // namespace

class TestJournalOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void isForTheOwnerAlone();
    void takesAnEmptyFile();
    void takesAnyName_data();
    void takesAnyName();
    void writesThroughToDisk();
    void refusesWhatItCannotReach_data();
    void refusesWhatItCannotReach();
    void refusesWhatIsNoPath();
    void obeysPermissions_data();
    void obeysPermissions();
    void refusesANewerFile();
    void refusesForeignDatabases_data();
    void refusesForeignDatabases();
    void refusesAnotherSchema_data();
    void refusesAnotherSchema();
    void waitsInVainForALock_data();
    void waitsInVainForALock();
    void standsInTheDataFolder();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("kept/journal.sqlite")); }
    [[nodiscard]] journal::Result<std::unique_ptr<Journal>> tryToOpen() const
    {
        return Journal::open(path(), base::fixedClock(eightOClock), {1});
    }
    void fill(int statements) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalOpen::initTestCase()
{
    watchForOpening();
}

void TestJournalOpen::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournalOpen::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

/// Leaves a journal that is closed, with nothing left in its log.
void TestJournalOpen::fill(int statements) const
{
    const std::unique_ptr<Journal> journal = opened(path(), base::fixedClock(eightOClock));
    for (int i = 0; i < statements; ++i) {
        if (!append(*journal, statementOf(Verb::Experienced, QStringLiteral("course/section-%1").arg(i))))
            qFatal("cannot fill the journal");
    }
}

void TestJournalOpen::isForTheOwnerAlone()
{
    const mode_t before = ::umask(0);
    const auto journal = tryToOpen();
    ::umask(before);
    QCOMPARE(problem(journal), QByteArray());
    QCOMPARE(modeOf(QFileInfo(path()).path()), 0700);
    QCOMPARE(modeOf(path()), 0600);
    QCOMPARE(modeOf(path() + QLatin1String("-wal")), 0600);
    QCOMPARE(modeOf(path() + QLatin1String("-shm")), 0600);
    QCOMPARE((*journal)->path(), path());
}

void TestJournalOpen::takesAnEmptyFile()
{
    testing::write(path(), QByteArray());
    fill(1);
    QCOMPARE(tryToOpen().value()->read({}).value().size(), std::size_t(1));
}

void TestJournalOpen::takesAnyName_data()
{
    QTest::addColumn<QString>("name");

    QTest::newRow("an address, to SQLite") << "file:journal?mode=ro";
    QTest::newRow("spaces and letters") << QString::fromUtf8("mi diario #1 100% ñ.sqlite");
}

void TestJournalOpen::takesAnyName()
{
    QFETCH(const QString, name);
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    const auto journal = Journal::open(name, base::fixedClock(eightOClock));
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(problem(journal), QByteArray());
    QCOMPARE((*journal)->path(), m_folder->filePath(name));
    QVERIFY(QFileInfo(m_folder->filePath(name)).size() > 0);
}

void TestJournalOpen::writesThroughToDisk()
{
    const auto journal = tryToOpen();
    QCOMPARE(problem(journal), QByteArray());
    QVERIFY(lastOpened != nullptr);
    const auto pragma = [](const QByteArray &name) {
        QByteArray value = "nothing";
        const auto take = [](void *found, int /*columns*/, char **values, char ** /*names*/) {
            *static_cast<QByteArray *>(found) = values[0];
            return 0;
        };
        sqlite3_exec(lastOpened, QByteArray("PRAGMA " + name).constData(), take, &value, nullptr);
        return value;
    };
    QCOMPARE(pragma("journal_mode"), QByteArray("wal"));
    QCOMPARE(pragma("synchronous"), QByteArray("2"));
    QCOMPARE(pragma("foreign_keys"), QByteArray("1"));
    QCOMPARE(pragma("mmap_size"), QByteArray("0"));
}

void TestJournalOpen::refusesWhatItCannotReach_data()
{
    QTest::addColumn<QString>("inTheWay");

    QTest::newRow("a folder in place of the file") << "kept/journal.sqlite/something";
    QTest::newRow("a file in place of the folder") << "kept";
}

void TestJournalOpen::refusesWhatItCannotReach()
{
    QFETCH(const QString, inTheWay);
    testing::write(m_folder->filePath(inTheWay), "x");
    const auto refused = tryToOpen();
    QCOMPARE(codeOf(refused), std::optional(ErrorCode::CannotOpen));
    QVERIFY(!refused.error().detail.isEmpty());
}

void TestJournalOpen::refusesWhatIsNoPath()
{
    for (const char *path : {"", ":memory:", ":/journal/journal-1.sql"}) {
        const auto refused = Journal::open(QString::fromLatin1(path), base::fixedClock(eightOClock));
        QCOMPARE(codeOf(refused), std::optional(ErrorCode::CannotOpen));
    }
}

void TestJournalOpen::obeysPermissions_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<int>("fileMode");
    QTest::addColumn<int>("folderMode");
    QTest::addColumn<int>("expected");

    QTest::newRow("all allowed") << true << 0600 << 0700 << openedWell;
    QTest::newRow("the file read only") << true << 0400 << 0700 << statusOf(ErrorCode::ReadOnly);
    QTest::newRow("the folder read only") << true << 0600 << 0500 << statusOf(ErrorCode::ReadOnly);
    QTest::newRow("not to be read") << true << 0000 << 0700 << statusOf(ErrorCode::CannotOpen);
    QTest::newRow("the folder not to be entered") << true << 0600 << 0000 << statusOf(ErrorCode::CannotOpen);
    QTest::newRow("not to be made") << false << 0 << 0500 << statusOf(ErrorCode::CannotOpen);
}

void TestJournalOpen::obeysPermissions()
{
    QFETCH(const bool, isThere);
    QFETCH(const int, fileMode);
    QFETCH(const int, folderMode);
    fill(1);
    const QString folder = QFileInfo(path()).path();
    if (isThere)
        setMode(path(), static_cast<mode_t>(fileMode));
    else
        QVERIFY(QFile::remove(path()));
    setMode(folder, static_cast<mode_t>(folderMode));
    const int status = inChildProcess([&] { return giveUpCapabilities() ? statusOf(tryToOpen()) : 99; });
    setMode(folder, 0700);
    QTEST(status, "expected");
}

void TestJournalOpen::refusesANewerFile()
{
    fill(3);
    OtherProgram(path()).run(QStringLiteral("PRAGMA user_version = 99"));
    const QByteArray before = testing::bytesOf(path());
    QCOMPARE(codeOf(tryToOpen()), std::optional(ErrorCode::NewerVersion));
    QCOMPARE(testing::bytesOf(path()), before);
}

void TestJournalOpen::refusesForeignDatabases_data()
{
    QTest::addColumn<QString>("sql");

    QTest::newRow("tables of another program") << "CREATE TABLE statement (id INTEGER PRIMARY KEY)";
    QTest::newRow("another program's mark") << "PRAGMA application_id = 7";
    QTest::newRow("a version of something") << "PRAGMA user_version = 1";
}

void TestJournalOpen::refusesForeignDatabases()
{
    QFETCH(const QString, sql);
    QVERIFY(QDir().mkpath(QFileInfo(path()).path()));
    OtherProgram(path()).run(sql);
    const QByteArray before = testing::bytesOf(path());
    QCOMPARE(codeOf(tryToOpen()), std::optional(ErrorCode::NotAJournal));
    QCOMPARE(testing::bytesOf(path()), before);
}

void TestJournalOpen::refusesAnotherSchema_data()
{
    QTest::addColumn<QString>("sql"); // done to a journal, whose mark stays

    QTest::newRow("a column that is missing") << "ALTER TABLE statement RENAME COLUMN session TO room";
    QTest::newRow("a table that is missing") << "DROP TABLE tombstone";
    QTest::newRow("a view in the place of a table") << "ALTER TABLE forgotten RENAME TO gone;"
                                                       "CREATE VIEW forgotten AS SELECT digest, at FROM gone";
    QTest::newRow("tables without a version") << "PRAGMA user_version = 0";
    QTest::newRow("a version that never was") << "PRAGMA user_version = -1";
}

/// Before anything is written: not even the kind of its log, which stands in the file's header.
void TestJournalOpen::refusesAnotherSchema()
{
    QFETCH(const QString, sql);
    fill(2);
    {
        OtherProgram other(path());
        for (const QString &statement : sql.split(QLatin1Char(';')))
            other.run(statement);
        other.run(QStringLiteral("PRAGMA journal_mode = DELETE"));
    }
    const QByteArray before = testing::bytesOf(path());
    constexpr qsizetype readVersionAt = 19;
    QCOMPARE(before.at(readVersionAt), '\1');
    QCOMPARE(codeOf(tryToOpen()), std::optional(ErrorCode::NotAJournal));
    QCOMPARE(testing::bytesOf(path()), before);
    QVERIFY(!QFile::exists(path() + QLatin1String("-wal")));
}

void TestJournalOpen::waitsInVainForALock_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<bool>("opens");

    QTest::newRow("another program writes") << "NORMAL" << true;
    QTest::newRow("another program keeps it to itself") << "EXCLUSIVE" << false;
}

void TestJournalOpen::waitsInVainForALock()
{
    QFETCH(const QString, mode);
    QFETCH(const bool, opens);
    fill(1);
    OtherProgram other(path());
    other.run(QLatin1String("PRAGMA locking_mode = ") + mode);
    other.run(QStringLiteral("BEGIN EXCLUSIVE"));
    auto journal = tryToOpen();
    QCOMPARE(journal.has_value(), opens);
    const auto written = journal.and_then([](const std::unique_ptr<Journal> &open) {
        return append(*open, statementOf(Verb::Opened, QStringLiteral("course/a")));
    });
    QCOMPARE(codeOf(written), std::optional(ErrorCode::Locked));

    other.run(QStringLiteral("COMMIT"));
    if (!opens)
        return;
    QCOMPARE(problem(append(**journal, statementOf(Verb::Opened, QStringLiteral("course/a")))), QByteArray());
    QCOMPARE((*journal)->read({}).value().size(), std::size_t(2));
}

void TestJournalOpen::standsInTheDataFolder()
{
    QVERIFY(QDir::isAbsolutePath(journal::defaultPath()));
    QVERIFY(journal::defaultPath().endsWith(QLatin1String("/after-the-raid/journal.sqlite")));
}

TEST_MAIN_GUILESS(TestJournalOpen)

#include "tst_journalopen.moc"

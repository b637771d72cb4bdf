// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"

#include "journal/backups.h"
#include "support/testing.h"

#include <QFileInfo>

#include <algorithm>

using base::Verb;
using journal::ErrorCode;
using journal::Journal;

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerHour = 3'600'000;
constexpr qint64 msPerDay = 24 * msPerHour;

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace

class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void keepsHoursDaysAndWeeks();
    void alwaysKeepsTheNewest();
    void copiesWhatIsInTheLog();
    void makesNoneOfNothingNew();
    void leavesNoHalfOne();
    void looksIntoOne();
    void restores();
    void restoresAndRecovers();
    void beginsAnewWithoutOne();
    void refusesABrokenBackup();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(text("kept/journal.sqlite")); }
    [[nodiscard]] std::unique_ptr<Journal> journal()
    {
        return opened(path(), [this] { return m_now; });
    }
    void add(Journal &journal, int statements)
    {
        for (int i = 0; i < statements; ++i)
            QCOMPARE(problem(append(journal, statementOf(Verb::Opened, QStringLiteral("course/%1").arg(i)))),
                     QByteArray());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    qint64 m_now = eightOClock;
};

void TestBackups::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_now = eightOClock;
}

void TestBackups::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

/// One every twenty minutes for two years.
void TestBackups::keepsHoursDaysAndWeeks()
{
    std::vector<qint64> times;
    for (qint64 back = 0; back < 730 * msPerDay; back += 20 * msPerMinute)
        times.push_back(eightOClock - back);
    const std::vector<qint64> kept = journal::worthKeeping(times, eightOClock);
    const auto within = [&](qint64 from, qint64 to) {
        return std::ranges::count_if(kept,
                                     [&](qint64 at) { return eightOClock - at >= from && eightOClock - at < to; });
    };
    QCOMPARE(within(0, msPerDay), 25); // 24 whole hours, and what there is of the one that began
    QVERIFY(std::abs(within(msPerDay, 30 * msPerDay) - 29) <= 1);
    QVERIFY(std::abs(within(30 * msPerDay, 364 * msPerDay) - 48) <= 1);
    QCOMPARE(within(364 * msPerDay, 730 * msPerDay), 0);
    QVERIFY(std::ranges::is_sorted(kept, std::ranges::greater()));
    // Thinning again takes nothing more.
    QCOMPARE(journal::worthKeeping(kept, eightOClock), kept);
}

void TestBackups::alwaysKeepsTheNewest()
{
    QCOMPARE(journal::worthKeeping({}, eightOClock), std::vector<qint64>());
    const qint64 old = eightOClock - 900 * msPerDay;
    QCOMPARE(journal::worthKeeping({old, old - msPerDay}, eightOClock), std::vector<qint64>{old});
    const qint64 future = eightOClock + 5 * msPerDay;
    QCOMPARE(journal::worthKeeping({future}, eightOClock), std::vector<qint64>{future});
}

void TestBackups::copiesWhatIsInTheLog()
{
    const auto open = journal();
    add(*open, 3);
    const auto made = open->backUp();
    QCOMPARE(problem(made), QByteArray());
    QCOMPARE(*made, m_folder->filePath(text("kept/backups/journal-20260101T080000Z.sqlite")));
    QCOMPARE(QFileInfo(*made).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QCOMPARE(opened(*made, base::fixedClock(m_now))->read({})->size(), std::size_t(3));
}

void TestBackups::makesNoneOfNothingNew()
{
    const auto open = journal();
    QCOMPARE(open->backUp().value(), QString()); // nothing happened yet
    add(*open, 1);
    QVERIFY(!open->backUp().value().isEmpty());
    m_now += msPerHour;
    QCOMPARE(open->backUp().value(), QString());
    add(*open, 1);
    QVERIFY(!open->backUp().value().isEmpty());
    QCOMPARE(journal::backupsOf(path()).size(), std::size_t(2));
    QCOMPARE(journal::backupsOf(path()).front().at, m_now);
}

void TestBackups::leavesNoHalfOne()
{
    const auto open = journal();
    add(*open, 1);
    testing::write(m_folder->filePath(text("kept/backups")), "a file where the folder should be");
    QVERIFY(!open->backUp());
    QCOMPARE(open->read({})->size(), std::size_t(1));
    QVERIFY(QFile::remove(m_folder->filePath(text("kept/backups"))));
    testing::write(m_folder->filePath(text("kept/backups/journal-20260101T080000Z.sqlite.part")), "cut off");
    QCOMPARE(problem(open->backUp()), QByteArray());
    QCOMPARE(QDir(m_folder->filePath(text("kept/backups"))).entryList(QDir::Files).size(), 1);
}

void TestBackups::looksIntoOne()
{
    const auto open = journal();
    add(*open, 4);
    const QString backup = open->backUp().value();
    QCOMPARE(journal::lookInto(backup).value(), (journal::BackupContent{4, m_now}));
    QByteArray bytes = testing::bytesOf(backup);
    testing::write(backup, bytes.left(bytes.size() / 2));
    QCOMPARE(codeOf(journal::lookInto(backup)), std::optional(ErrorCode::Damaged));
}

void TestBackups::restores()
{
    QString backup;
    {
        const auto open = journal();
        add(*open, 3);
        backup = open->backUp().value();
    }
    testing::write(path(), "nothing that anybody can read");
    const auto restored = journal::restore(path(), backup, base::fixedClock(m_now));
    QCOMPARE(problem(restored), QByteArray());
    QCOMPARE(restored->recovered, 0);
    QCOMPARE(testing::bytesOf(restored->putAside), QByteArray("nothing that anybody can read"));
    QCOMPARE(journal()->read({})->size(), std::size_t(3));
    QVERIFY(QFile::exists(backup));
}

/// Zeros in the middle, as after a power cut: what lies before them is still there.
void TestBackups::restoresAndRecovers()
{
    QString backup;
    {
        const auto open = journal();
        add(*open, 100);
        backup = open->backUp().value();
        m_now += msPerHour;
        add(*open, 400);
    }
    QByteArray bytes = testing::bytesOf(path());
    bytes.replace(bytes.size() - 3 * 4096, 4096, QByteArray(4096, '\0'));
    testing::write(path(), bytes);
    QVERIFY(!journal::lookInto(path()));
    const auto restored = journal::restore(path(), backup, base::fixedClock(m_now));
    QCOMPARE(problem(restored), QByteArray());
    QVERIFY(restored->recovered > 0);
    const auto open = journal();
    QCOMPARE(qint64(open->read({})->size()), 100 + restored->recovered);
    QCOMPARE(problem(open->verify()), QByteArray());
    QCOMPARE(testing::bytesOf(restored->putAside), bytes);
}

void TestBackups::beginsAnewWithoutOne()
{
    {
        const auto open = journal();
        add(*open, 200);
    }
    QByteArray bytes = testing::bytesOf(path());
    bytes.replace(bytes.size() - 3 * 4096, 4096, QByteArray(4096, '\0'));
    testing::write(path(), bytes);
    const auto restored = journal::restore(path(), QString(), base::fixedClock(m_now));
    QCOMPARE(problem(restored), QByteArray());
    QVERIFY(restored->recovered > 0);
    QCOMPARE(qint64(journal()->read({})->size()), restored->recovered);
    QCOMPARE(testing::bytesOf(restored->putAside), bytes);
}

void TestBackups::refusesABrokenBackup()
{
    {
        const auto open = journal();
        add(*open, 2);
    }
    const QByteArray before = testing::bytesOf(path());
    const QString broken = m_folder->filePath(text("broken.sqlite"));
    testing::write(broken, "no backup");
    QVERIFY(!journal::restore(path(), broken, base::fixedClock(m_now)));
    QVERIFY(!journal::restore(path(), m_folder->filePath(text("missing.sqlite")), base::fixedClock(m_now)));
    QCOMPARE(testing::bytesOf(path()), before);
}

TEST_MAIN_GUILESS(TestBackups)
#include "tst_backups.moc"

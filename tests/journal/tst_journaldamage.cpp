// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"
#include "journal/permissions.h"

#include "base/ids.h"
#include "support/testing.h"

#include <QFileInfo>

using base::Verb;
using journal::ErrorCode;
using journal::Journal;

namespace {

QByteArray withZeros(QByteArray bytes, qsizetype from, qsizetype count)
{
    return bytes.replace(from, count, QByteArray(count, '\0'));
}

} // namespace

class TestJournalDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void tellsOfDamage_data();
    void tellsOfDamage();
    void putsAsideWithoutOverwriting();
    void putsAsideOnlyWhatIsThere();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("kept/journal.sqlite")); }
    [[nodiscard]] journal::Result<std::unique_ptr<Journal>> tryToOpen() const
    {
        return Journal::open(path(), base::fixedClock(eightOClock), {1});
    }
    void fill(int count) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestJournalDamage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestJournalDamage::cleanup()
{
    QCOMPARE(filesOpenIn(m_folder->path()), QStringList());
}

/// Leaves a journal that is closed, with nothing left in its log.
void TestJournalDamage::fill(int count) const
{
    base::UuidSource ids;
    std::vector<base::Statement> statements;
    for (int i = 0; i < count; ++i) {
        statements.push_back(statementOf(Verb::Experienced, QStringLiteral("course/section-%1").arg(i)));
        statements.back().id = ids.next(eightOClock);
    }
    QCOMPARE(problem(opened(path(), base::fixedClock(eightOClock))->adopt(statements, {})), QByteArray());
}

void TestJournalDamage::tellsOfDamage_data()
{
    QTest::addColumn<int>("from"); // zeros from here, as after a power cut; -1: cut off instead
    QTest::addColumn<int>("count");

    constexpr int page = 4096;
    QTest::newRow("header") << 0 << 100;
    QTest::newRow("first page") << 0 << page;
    QTest::newRow("schema") << 100 << page - 100;
    QTest::newRow("pages in the middle") << 5 * page << 10 * page;
    QTest::newRow("cut off after the first page") << -1 << page;
    QTest::newRow("cut off in the header") << -1 << 60;
}

void TestJournalDamage::tellsOfDamage()
{
    QFETCH(const int, from);
    QFETCH(const int, count);
    fill(500);
    const QByteArray sound = testing::bytesOf(path());
    QVERIFY(sound.size() > 20 * 4096);
    const QByteArray damaged = from < 0 ? sound.left(count) : withZeros(sound, from, count);
    testing::write(path(), damaged);
    const auto read = tryToOpen().and_then([](const std::unique_ptr<Journal> &journal) { return journal->read({}); });
    QCOMPARE(codeOf(read), std::optional(ErrorCode::Damaged));
    QCOMPARE(testing::bytesOf(path()), damaged);
}

void TestJournalDamage::putsAsideWithoutOverwriting()
{
    QStringList aside;
    for (const char *content : {"first", "second", "third"}) {
        testing::write(path(), content);
        testing::write(path() + QLatin1String("-wal"), QByteArray(content) + " log");
        const auto moved = journal::putAside(path(), base::fixedClock(eightOClock));
        QCOMPARE(problem(moved), QByteArray());
        aside.append(*moved);
        QVERIFY(!QFile::exists(path()));
        QVERIFY(!QFile::exists(path() + QLatin1String("-wal")));
    }
    const QString expected = path() + QLatin1String(".damaged-20260101T080000Z");
    QCOMPARE(aside, (QStringList{expected, expected + QLatin1String("-2"), expected + QLatin1String("-3")}));
    QCOMPARE(testing::bytesOf(aside.at(0)), QByteArray("first"));
    QCOMPARE(testing::bytesOf(aside.at(1) + QLatin1String("-wal")), QByteArray("second log"));
    QCOMPARE(problem(tryToOpen()), QByteArray());
}

void TestJournalDamage::putsAsideOnlyWhatIsThere()
{
    const base::Clock clock = base::fixedClock(eightOClock);
    QCOMPARE(codeOf(journal::putAside(path(), clock)), std::optional(ErrorCode::CannotOpen));
    testing::write(path(), "x");
    const QString folder = QFileInfo(path()).path();
    setMode(folder, 0500);
    const int status =
        inChildProcess([&] { return giveUpCapabilities() ? statusOf(journal::putAside(path(), clock)) : 99; });
    setMode(folder, 0700);
    QCOMPARE(status, statusOf(ErrorCode::ReadOnly));
    QCOMPARE(testing::bytesOf(path()), QByteArray("x"));
}

TEST_MAIN_GUILESS(TestJournalDamage)

#include "tst_journaldamage.moc"

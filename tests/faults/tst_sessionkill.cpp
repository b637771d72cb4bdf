// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/reading.h"
#include "faults/sessionwords.h"
#include "journal/journal.h"
#include "support/testing.h"
#include "workshop/past.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

constexpr qint64 tolerance = 2000; // milliseconds, for the clock

/// How often the trainer is killed. AFTER_THE_RAID_KILLS asks for another number.
int rounds()
{
    constexpr int usual = 12;
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("AFTER_THE_RAID_KILLS", &isNumber);
    return isNumber ? wanted : usual;
}

/// What a trainer said until it was killed.
struct Said {
    qint64 elapsed = -1; ///< at its beginning, by the console's clock
    qint64 now = 0;      ///< then, by the computer's
    QString at;          ///< where the console continued
    QString last;        ///< what was on the disk when it said so last
    int acts = 0;
};

Said understood(const QByteArray &output)
{
    Said said;
    const qsizetype whole = output.lastIndexOf('\n') + 1; // a line that was cut off was not said
    for (const QByteArray &line : output.left(whole).split('\n')) {
        const QString words = QString::fromUtf8(line);
        if (line.startsWith("at ")) {
            said.elapsed = words.section(QLatin1Char(' '), 1, 1).toLongLong();
            said.now = words.section(QLatin1Char(' '), 2, 2).toLongLong();
            said.at = words.section(QLatin1Char(' '), 3);
            said.last = said.at;
        } else if (line.startsWith("said ")) {
            said.last = words.section(QLatin1Char(' '), 1);
            ++said.acts;
        }
    }
    return said;
}

/// From the beginning to `now` without the pauses, reckoned from the statements' own times.
qint64 clockAt(qint64 now, const std::vector<base::Statement> &statements)
{
    qint64 pauses = 0;
    qint64 pausedAt = 0;
    for (const base::Statement &statement : statements) {
        if (statement.verb == base::Verb::Paused)
            pausedAt = statement.at;
        else if (statement.verb == base::Verb::Resumed)
            pauses += statement.at - std::exchange(pausedAt, 0);
    }
    return (pausedAt != 0 ? pausedAt : now) - statements.front().at - pauses;
}

} // namespace

class TestSessionKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWhereTheCurrentFailed();

private:
    [[nodiscard]] Said runAndKill(int lines, int seed) const;

    QTemporaryDir m_folder;
};

Said TestSessionKill::runAndKill(int lines, int seed) const
{
    QProcess process;
    process.start(QStringLiteral(AFTER_THE_RAID_BINARY_DIR "/bin/trainer"), {m_folder.path(), QString::number(seed)});
    QByteArray output;
    while (output.count('\n') < lines && process.waitForReadyRead(60'000))
        output += process.readAllStandardOutput();
    process.kill();
    process.waitForFinished(60'000);
    return understood(output + process.readAllStandardOutput());
}

void TestSessionKill::goesOnWhereTheCurrentFailed()
{
    const course::Course course =
        course::read(QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid")).course;
    const QString prefix = course.id + QLatin1Char('/');
    const QStringList items = testing::itemsOf(course);
    QRandomGenerator random(20'261'127); // the same numbers on every machine
    std::vector<base::Statement> before;
    int acts = 0;
    for (int round = 0; round < rounds(); ++round) {
        const Said said = runAndKill(random.bounded(3, 90), round);
        QVERIFY2(said.elapsed >= 0, qPrintable(QString::number(round)));
        acts += said.acts;
        auto journal =
            journal::Journal::open(m_folder.filePath(QStringLiteral("journal.sqlite")), base::systemClock(), {});
        QVERIFY(journal.has_value());
        std::vector<base::Statement> after;
        const std::vector<base::Statement> all = (*journal)->read({}).value();
        for (const base::Statement &statement : all) {
            if (!statement.session.isNull())
                after.push_back(statement);
        }
        const QUuid id = after.front().session;
        if (!before.empty()) { // the same slide, the same counts, the same clock
            QCOMPARE(said.at, testing::wordsFor(workshop::replay(prefix, id, before), items));
            const qint64 clock = clockAt(said.now, before);
            QVERIFY2(std::abs(said.elapsed - clock) <= tolerance, qPrintable(QString::number(said.elapsed - clock)));
        }
        // What was said last is there; the key that was pressed when it was killed may have come through or not.
        bool isThere = false;
        for (std::size_t known = before.size(); known <= after.size(); ++known) {
            const std::vector<base::Statement> part(after.begin(), after.begin() + static_cast<std::ptrdiff_t>(known));
            isThere = isThere || testing::wordsFor(workshop::replay(prefix, id, part), items) == said.last;
        }
        QVERIFY2(isThere, qPrintable(said.last));
        QVERIFY(std::equal(before.begin(), before.end(), after.begin()));
        before = after;
    }
    QVERIFY2(acts >= 5 * rounds(), qPrintable(QString::number(acts)));
}

TEST_MAIN_GUILESS(TestSessionKill)
#include "tst_sessionkill.moc"

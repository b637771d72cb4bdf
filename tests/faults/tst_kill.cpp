// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/backups.h"
#include "journal/journal.h"
#include "support/testing.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <array>
#include <filesystem>

namespace {

const std::array activities{"read", "check", "practise"};

/// How often the learner is killed; a quarter as often with the disk full. AFTER_THE_RAID_KILLS asks for more.
int rounds()
{
    constexpr int usual = 40;
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("AFTER_THE_RAID_KILLS", &isNumber);
    return isNumber ? wanted : usual;
}

/// An answer as the page acknowledged it, or as the journal has it.
struct Saved {
    QString item;
    QString keys;

    bool operator==(const Saved &) const = default;
};

/// What a learner said until it was killed.
struct Said {
    QString at; ///< where the window continued; empty where it did not come that far
    std::vector<Saved> saved;
    QStringList read;
    bool isRefused = false; ///< a write failed, or nothing could be written at all
};

Said understood(const QByteArray &output)
{
    Said said;
    const qsizetype whole = output.lastIndexOf('\n') + 1; // a line that was cut off was not said
    for (const QByteArray &line : output.left(whole).split('\n')) {
        const QString rest = QString::fromUtf8(line.mid(line.indexOf(' ') + 1));
        said.isRefused = said.isRefused || line == "refused" || line == "at memory";
        if (line.startsWith("at "))
            said.at = rest;
        else if (line.startsWith("read "))
            said.read.append(rest);
        else if (line.startsWith("saved "))
            said.saved.push_back({rest.section(QLatin1Char(' '), 0, 0), rest.section(QLatin1Char(' '), 1)});
    }
    return said;
}

QString idOf(const base::Statement &statement)
{
    return statement.object.section(QLatin1Char('/'), 1);
}

std::vector<Saved> answersIn(const std::vector<base::Statement> &statements)
{
    std::vector<Saved> found;
    for (const base::Statement &statement : statements) {
        if (statement.verb != base::Verb::Answered)
            continue;
        QStringList keys;
        for (const QJsonValue key : statement.result.value(QLatin1String("response")).toArray())
            keys.append(key.toString());
        found.push_back({idOf(statement), keys.join(QLatin1Char(','))});
    }
    return found;
}

QStringList readIn(const std::vector<base::Statement> &statements)
{
    QStringList found;
    for (const base::Statement &statement : statements) {
        if (statement.verb == base::Verb::Experienced)
            found.append(idOf(statement));
    }
    return found;
}

/// Where a reader continues, told from the statements alone: at the section that was opened last, or at the first.
QString expectedSection(const std::vector<base::Statement> &statements)
{
    QString last = QStringLiteral("the-first-number");
    for (const base::Statement &statement : statements) {
        if (statement.verb == base::Verb::Opened && statement.attempt.isNull())
            last = idOf(statement);
    }
    return last;
}

/// Where somebody continues who is asked: at the item that was last opened or answered in the latest go.
QStringList expectedItem(const std::vector<base::Statement> &statements, const QString &asked)
{
    QUuid attempt;
    const base::Statement *last = nullptr;
    for (const base::Statement &statement : statements) {
        if (statement.verb == base::Verb::Started && idOf(statement) == asked) {
            attempt = statement.attempt;
            last = nullptr;
        } else if (statement.attempt == attempt &&
                   (statement.verb == base::Verb::Opened || statement.verb == base::Verb::Answered)) {
            last = &statement;
        }
    }
    if (attempt.isNull())
        return {QStringLiteral("nothing")};
    if (last == nullptr)
        return {}; // nothing is on the table yet: the first item, whichever it is
    for (const base::Statement &statement : statements) {
        if (statement.verb == base::Verb::Answered && statement.attempt == attempt && statement.object == last->object)
            return {idOf(*last) + QLatin1String(" answered"), QStringLiteral("end")};
    }
    return {idOf(*last) + QLatin1String(" open")};
}

bool continuesThere(const QString &at, const QByteArray &activity, const std::vector<base::Statement> &statements)
{
    if (activity == "read")
        return at == expectedSection(statements);
    const QString asked = QLatin1String(activity == "check" ? "what-happened-next" : "practice");
    const QStringList expected = expectedItem(statements, asked);
    return expected.isEmpty() ? at.endsWith(QLatin1String(" open")) : expected.contains(at);
}

/// The files below `folder` that say nothing any more: settings that are no JSON, copies that are no journals.
QStringList unreadableIn(const QString &folder)
{
    QStringList found;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        const QString path = files.next();
        const bool isBroken = path.endsWith(QLatin1String(".json"))
                                  ? QJsonDocument::fromJson(testing::bytesOf(path)).isNull()
                                  : path.endsWith(QLatin1String(".sqlite")) && !journal::lookInto(path);
        if (isBroken)
            found.append(path);
    }
    return found;
}

} // namespace

class TestKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void nothingAcknowledgedIsLost();
    void norWhenTheDiskFills();

private:
    /// Lets the learner say `lines`, then kills it; everything that it said until it was dead.
    [[nodiscard]] Said runAndKill(const QByteArray &activity, int lines, std::optional<qint64> room = {}) const;
    void verifyAfter(const QByteArray &activity, const Said &said, bool isFull = false);

    std::unique_ptr<QTemporaryDir> m_folder;
    QRandomGenerator m_random;
    std::vector<base::Statement> m_before;
};

void TestKill::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_random.seed(20'260'115); // the same numbers on every machine
    m_before.clear();
}

Said TestKill::runAndKill(const QByteArray &activity, int lines, std::optional<qint64> room) const
{
    // A disk that is small is filled for real; on another no file of the learner's may grow any more.
    constexpr qint64 smallDisk = 16LL * 1024 * 1024;
    const auto free = static_cast<qint64>(std::filesystem::space(m_folder->path().toStdString()).available);
    const QString ballast = m_folder->filePath(QStringLiteral("ballast"));
    QStringList arguments{m_folder->path(), QString::fromLatin1(activity)};
    if (room && free < smallDisk)
        testing::write(ballast, QByteArray(std::max<qint64>(0, free - *room), 'x'));
    else if (room)
        arguments.append(QString::number(*room));
    QProcess process;
    process.start(QStringLiteral(AFTER_THE_RAID_BINARY_DIR "/bin/learner"), arguments);
    QByteArray output;
    while (output.count('\n') < lines && process.waitForReadyRead(60'000))
        output += process.readAllStandardOutput();
    process.kill();
    process.waitForFinished(60'000);
    QFile::remove(ballast);
    return understood(output + process.readAllStandardOutput());
}

void TestKill::verifyAfter(const QByteArray &activity, const Said &said, bool isFull)
{
    // Where not even the journal's own index finds room, the window says so and goes on in memory.
    const bool isGuest = isFull && said.at == QLatin1String("memory");
    QVERIFY2(isGuest || continuesThere(said.at, activity, m_before), qPrintable(said.at));
    auto journal =
        journal::Journal::open(m_folder->filePath(QStringLiteral("journal.sqlite")), base::systemClock(), {});
    QVERIFY(journal.has_value());
    QVERIFY((*journal)->verify().has_value());
    const std::vector<base::Statement> after = (*journal)->read({}).value();
    // What the page said stands in the journal in the same order; one more may have been written and not yet said.
    const std::size_t known = answersIn(m_before).size();
    const std::vector<Saved> answers = answersIn(after);
    QVERIFY(answers.size() >= known + said.saved.size());
    QVERIFY(std::equal(said.saved.begin(), said.saved.end(), answers.begin() + static_cast<std::ptrdiff_t>(known)));
    const QStringList read = readIn(after);
    for (const QString &section : said.read)
        QVERIFY2(read.contains(section), qPrintable(section));
    QVERIFY(after.size() >= m_before.size() && std::equal(m_before.begin(), m_before.end(), after.begin()));
    const QStringList unreadable = unreadableIn(m_folder->path());
    QVERIFY2(unreadable.isEmpty(), qPrintable(unreadable.join(u' ')));
    m_before = after;
}

void TestKill::nothingAcknowledgedIsLost()
{
    qsizetype acknowledged = 0;
    for (int round = 0; round < rounds(); ++round) {
        const QByteArray activity = activities.at(static_cast<std::size_t>(round) % activities.size());
        const Said said = runAndKill(activity, m_random.bounded(2, 60));
        verifyAfter(activity, said);
        if (QTest::currentTestFailed())
            return;
        acknowledged += std::ssize(said.saved) + said.read.size();
    }
    QVERIFY2(acknowledged >= 5 * rounds(), qPrintable(QString::number(acknowledged)));
}

void TestKill::norWhenTheDiskFills()
{
    verifyAfter("read", runAndKill("read", 40));
    verifyAfter("check", runAndKill("check", 40));
    int refused = 0;
    for (int round = 0; round < rounds() / 4; ++round) {
        const QByteArray activity = activities.at(static_cast<std::size_t>(round) % activities.size());
        constexpr qint64 page = 4096;
        const qint64 room = page * m_random.bounded(8, 60) + m_random.bounded(static_cast<int>(page));
        const Said said = runAndKill(activity, m_random.bounded(2, 80), room);
        refused += said.isRefused ? 1 : 0;
        verifyAfter(activity, said, true);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(2 * refused >= rounds() / 4, qPrintable(QString::number(refused)));
}

TEST_MAIN_GUILESS(TestKill)
#include "tst_kill.moc"

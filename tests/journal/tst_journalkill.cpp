// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journalfixture.h"

#include "support/testing.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <random>

using base::Verb;
using journal::Journal;

namespace {

constexpr int idBytes = 16;
constexpr int rounds = 20;

/// Writes each id to the pipe once the journal has acknowledged it, until it is killed.
[[noreturn]] void appendForEver(const QString &path, int pipeEnd)
{
    const std::unique_ptr<Journal> journal = opened(path, base::fixedClock(eightOClock));
    for (int number = 0;; ++number) {
        const auto written = append(*journal, statementOf(Verb::Answered, QStringLiteral("course/%1").arg(number)));
        if (!written || ::write(pipeEnd, written->id.toRfc4122().constData(), idBytes) != idBytes)
            ::_exit(1);
    }
}

/// The next id from the pipe; null at its end. A write this small is never torn (POSIX, PIPE_BUF).
QUuid acknowledgedId(int pipeEnd)
{
    QByteArray bytes(idBytes, '\0');
    const ssize_t count = ::read(pipeEnd, bytes.data(), idBytes);
    return count == idBytes ? QUuid::fromRfc4122(bytes) : QUuid();
}

/// Lets a child append, kills it after so many acknowledgements, and gives all that it had acknowledged by then.
std::vector<QUuid> killAfter(int acknowledgements, const QString &path)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        qFatal("no pipe");
    const pid_t child = ::fork();
    if (child == 0)
        appendForEver(path, ends[1]);
    ::close(ends[1]);
    std::vector<QUuid> ids;
    for (QUuid id = acknowledgedId(ends[0]); !id.isNull(); id = acknowledgedId(ends[0])) {
        ids.push_back(id);
        if (std::ssize(ids) == acknowledgements)
            ::kill(child, SIGKILL);
    }
    ::close(ends[0]);
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL)
        qFatal("the child ended by itself");
    return ids;
}

} // namespace

class TestJournalKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItAcknowledged();
};

void TestJournalKill::keepsWhatItAcknowledged()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    std::mt19937 random(20260101); // the same numbers on every machine
    std::vector<QUuid> acknowledged;
    for (int round = 0; round < rounds; ++round) {
        const std::vector<QUuid> ids = killAfter(static_cast<int>(random() % 60) + 1, path);
        acknowledged.insert(acknowledged.end(), ids.begin(), ids.end());
        const std::vector<base::Statement> kept = opened(path, base::fixedClock(eightOClock))->read({}).value();
        std::vector<QUuid> keptIds;
        std::ranges::transform(kept, std::back_inserter(keptIds), &base::Statement::id);
        // Each killed child may have one more on disk that it had no time to say so.
        std::size_t found = 0;
        for (const QUuid &id : keptIds)
            found += found < acknowledged.size() && id == acknowledged[found] ? 1U : 0U;
        QCOMPARE(found, acknowledged.size());
        QVERIFY(keptIds.size() <= acknowledged.size() + static_cast<std::size_t>(round) + 1);
    }
    QCOMPARE(OtherProgram(path).run(QStringLiteral("PRAGMA integrity_check")).toString(), QStringLiteral("ok"));
}

TEST_MAIN_GUILESS(TestJournalKill)

#include "tst_journalkill.moc"

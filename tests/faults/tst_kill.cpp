// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/journal.h"
#include "support/testing.h"

#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

constexpr int rounds = 50;

QString driver()
{
    return QStringLiteral(AFTER_THE_RAID_BINARY_DIR "/bin/checkdriver");
}

/// An answer as the page acknowledged it, or as the journal has it.
struct Saved {
    QString item;
    QString keys;

    bool operator==(const Saved &) const = default;
};

std::vector<Saved> acknowledged(const QByteArray &output)
{
    std::vector<Saved> found;
    const qsizetype whole = output.lastIndexOf('\n') + 1; // a line that was cut off was not said
    for (const QByteArray &line : output.left(whole).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() == 3 && words.at(0) == "saved")
            found.push_back({QString::fromUtf8(words.at(1)), QString::fromUtf8(words.at(2))});
    }
    return found;
}

QString idOf(const base::Statement &statement)
{
    return statement.object.section(QLatin1Char('/'), 1);
}

std::vector<Saved> written(const std::vector<base::Statement> &statements)
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

/// Where a window must continue, told from the statements alone: at the item that was last opened or answered.
QByteArray expectedState(const std::vector<base::Statement> &statements)
{
    const base::Statement *last = nullptr;
    for (const base::Statement &statement : statements) {
        if (statement.verb == base::Verb::Started)
            last = nullptr; // another go: nothing is on the table yet
        if (statement.verb == base::Verb::Opened || statement.verb == base::Verb::Answered)
            last = &statement;
    }
    if (last == nullptr)
        return "first";
    const QByteArray id = idOf(*last).toUtf8();
    bool answered = false;
    for (const base::Statement &statement : statements)
        answered = answered || (statement.verb == base::Verb::Answered && statement.attempt == last->attempt &&
                                statement.object == last->object);
    return "at " + id + (answered ? " answered" : " open");
}

} // namespace

class TestCheckKill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost();

private:
    /// Lets the driver say `lines` answers, then kills it; everything that it said until it was dead.
    static QByteArray runAndKill(const QString &journal, int lines);
    static QByteArray stateAfter(const QString &journal);
};

QByteArray TestCheckKill::runAndKill(const QString &journal, int lines)
{
    QProcess process;
    process.start(driver(), {journal});
    QByteArray output;
    while (output.count('\n') < lines && process.waitForReadyRead(30'000))
        output += process.readAllStandardOutput();
    process.kill();
    process.waitForFinished(30'000);
    return output + process.readAllStandardOutput();
}

QByteArray TestCheckKill::stateAfter(const QString &journal)
{
    QProcess process;
    process.start(driver(), {journal, QStringLiteral("--state")});
    process.waitForFinished(30'000);
    return process.readAllStandardOutput().trimmed();
}

void TestCheckKill::nothingAcknowledgedIsLost()
{
    QRandomGenerator random(20'260'115);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("journal.sqlite"));
    std::size_t before = 0;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray output = runAndKill(path, random.bounded(1, 12));
        const std::vector<Saved> said = acknowledged(output);
        QVERIFY2(!said.empty(), "the driver acknowledged no answer");

        auto journal = journal::Journal::open(path, base::systemClock());
        QVERIFY(journal.has_value());
        const auto statements = (*journal)->read({});
        QVERIFY(statements.has_value());
        const std::vector<Saved> kept = written(*statements);
        // What the page said stands in the journal in the same order; one more may have been written and not yet said.
        QVERIFY2(kept.size() >= before + said.size(), qPrintable(QString::number(round)));
        QVERIFY(std::equal(said.begin(), said.end(), kept.begin() + static_cast<std::ptrdiff_t>(before)));
        const QByteArray expected = expectedState(*statements);
        before = kept.size();
        journal->reset();

        const QByteArray state = stateAfter(path);
        const bool finished = state == "end" && expected.endsWith(" answered");
        if (expected == "first")
            QVERIFY(state.endsWith(" open"));
        else
            QVERIFY2(state == expected || finished, qPrintable(QString::fromUtf8(state + " instead of " + expected)));
    }
}

TEST_MAIN_GUILESS(TestCheckKill)
#include "tst_checkkill.moc"

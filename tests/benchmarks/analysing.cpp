// SPDX-License-Identifier: GPL-3.0-or-later
// Analyses the marks of 10 000 people at 40 items from a table, and gathers and analyses 1 000 000 answers from a
// journal, each in a process of its own and in turn with a quarter of it; prints how long it takes and the most memory
// that the process held. Exit status 1 where the table takes 0.25 s or more, the journal 2 s or more, either 300 MB or
// more, or where four times as much takes more than six times as long.
//     analysing table|journal FILE    one measurement, as the processes of its own do it

#include "base/ids.h"
#include "insight/gathering.h"
#include "insight/matrixfile.h"
#include "insight/statistics.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

namespace {

constexpr double mostMegabytes = 300;
constexpr double mostGrowth = 6; // of four times as much
constexpr int runs = 5;
constexpr int itemsInTable = 40;
constexpr int itemsInGo = 20;

struct Measured {
    double seconds = 0;
    double megabytes = 0;
};

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

/// The most that this process ever held, in MB.
double peak()
{
    for (const QByteArray &line : bytesOf(QStringLiteral("/proc/self/status")).split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').front().toDouble() / 1024;
    }
    qFatal("this system does not tell how much memory a process held");
}

void writeTable(const QString &path, int people)
{
    QRandomGenerator random(40);
    QByteArray table = "person";
    for (int item = 1; item <= itemsInTable; ++item)
        table += ",q" + QByteArray::number(item);
    for (int person = 0; person < people; ++person) {
        table += "\nsomebody";
        const int skill = random.bounded(itemsInTable);
        for (int item = 0; item < itemsInTable; ++item)
            table += random.bounded(itemsInTable) + skill > item + 10 ? ",1" : ",0";
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Goes at 20 items each, a hundred of each person.
void writeJournal(const QString &path, int answers)
{
    const auto journal = journal::Journal::open(path, base::fixedClock(0));
    if (!journal)
        qFatal("cannot open %s", qPrintable(path));
    QRandomGenerator random(20);
    base::UuidSource ids;
    qint64 at = 1'600'000'000'000;
    std::vector<base::Statement> statements;
    const auto add = [&](base::Verb verb, const QString &id, const QUuid &attempt, const QJsonObject &result) {
        base::Statement statement;
        statement.at = at += 1000;
        statement.id = ids.next(at);
        statement.verb = verb;
        statement.object = QStringLiteral("after-the-raid/") + id;
        statement.version = verb == base::Verb::Answered ? QStringLiteral("0123456789abcdef") : QString();
        statement.attempt = attempt;
        statement.result = result;
        statements.push_back(statement);
    };
    for (int go = 0; go < answers / itemsInGo; ++go) {
        const QUuid attempt = ids.next(at);
        add(base::Verb::Started, QStringLiteral("module-%1").arg(go), attempt, {});
        for (int item = 0; item < itemsInGo; ++item) {
            const int option = random.bounded(4);
            add(base::Verb::Answered, QStringLiteral("one-of-the-questions-%1").arg(item), attempt,
                {{QStringLiteral("response"), QJsonArray{QString(QChar(u'a' + option))}},
                 {QStringLiteral("fraction"), option == 0 ? 1 : 0},
                 {QStringLiteral("sure"), 1 + random.bounded(3)},
                 {QStringLiteral("try"), 1},
                 {QStringLiteral("seed"), double(random.generate())}});
        }
        if (statements.size() > 50'000 || go + 1 == answers / itemsInGo) {
            if (!(*journal)->adopt(statements, {}))
                qFatal("cannot write %s", qPrintable(path));
            statements.clear();
        }
    }
}

insight::Statistics analyseTable(const QString &path)
{
    const auto reading = insight::readMatrix(bytesOf(path), path);
    if (!reading.matrix)
        qFatal("the table is unsound");
    return insight::analysed(*reading.matrix, insight::Unanswered::Apart);
}

insight::Statistics analyseJournal(const QString &path)
{
    const auto journal = journal::Journal::open(path, base::fixedClock(0), {.readOnly = true});
    if (!journal)
        qFatal("cannot open %s", qPrintable(path));
    const auto set = insight::answersIn(**journal, QStringLiteral("after-the-raid/"), {});
    if (!set || !*set)
        qFatal("the journal cannot be read");
    return insight::analysed(insight::matrixOf(**set, (**set).items), insight::Unanswered::Apart);
}

/// One measurement in this process, told as two numbers and how many people were found.
int measureHere(const QString &what, const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const insight::Statistics found = what == QLatin1String("table") ? analyseTable(path) : analyseJournal(path);
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    QTextStream(stdout) << seconds << ' ' << peak() << ' ' << found.people << '\n';
    return 0;
}

/// One, in a process of its own.
Measured measure(const QString &what, const QString &path, int people)
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {what, path});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("%s", process.readAllStandardError().constData());
    const QList<QByteArray> words = process.readAllStandardOutput().split(' ');
    if (words.size() != 3 || words[2].toInt() != people)
        qFatal("not everybody was found");
    return {words[0].toDouble(), words[1].toDouble()};
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// What is analysed: all of it, and a quarter.
struct Files {
    QString quarter;
    QString whole;
    int people = 0; ///< in the whole
};

/// A quarter and the whole in turn, so that both have the machine as it is: medians of what each takes, and of how many
/// times as long the whole takes.
bool judge(QTextStream &out, const char *what, const QString &kind, const Files &files, double mostSeconds)
{
    std::vector<double> quarters;
    std::vector<double> wholes;
    std::vector<double> ratios;
    double megabytes = 0;
    for (int run = 0; run < runs; ++run) {
        const Measured quarter = measure(kind, files.quarter, files.people / 4);
        const Measured whole = measure(kind, files.whole, files.people);
        quarters.push_back(quarter.seconds);
        wholes.push_back(whole.seconds);
        ratios.push_back(whole.seconds / quarter.seconds);
        megabytes = std::max(megabytes, whole.megabytes);
    }
    const double seconds = median(wholes);
    const double growth = median(ratios);
    out << what << ": " << QString::number(seconds, 'f', 3) << " s (at most " << mostSeconds << "), "
        << QString::number(megabytes, 'f', 0) << " MB (at most " << mostMegabytes << "); a quarter of it "
        << QString::number(median(quarters), 'f', 3) << " s: four times as much takes "
        << QString::number(growth, 'f', 1) << " times as long (at most " << mostGrowth << ")\n";
    out.flush();
    return seconds < mostSeconds && megabytes < mostMegabytes && growth <= mostGrowth;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc == 3)
        return measureHere(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    QTextStream out(stdout);
    const QTemporaryDir folder;
    const auto table = [&](int people) {
        const QString path = folder.filePath(QStringLiteral("table-%1.csv").arg(people));
        writeTable(path, people);
        return path;
    };
    const auto journal = [&](int answers) {
        const QString path = folder.filePath(QStringLiteral("journal-%1.sqlite").arg(answers));
        writeJournal(path, answers);
        return path;
    };
    const Files tables{table(2'500), table(10'000), 10'000};
    bool holds = judge(out, "analysing, 10 000 people by 40 items", QStringLiteral("table"), tables, 0.25);
    const Files journals{journal(250'000), journal(1'000'000), 1'000'000 / itemsInGo};
    holds = judge(out, "analysing, 1 000 000 answers of a journal", QStringLiteral("journal"), journals, 2.0) && holds;
    return holds ? 0 : 1;
}

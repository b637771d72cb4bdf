// SPDX-License-Identifier: GPL-3.0-or-later
// Measures two whole programs in turn on one screen: time from the start of the process to its first painted window,
// and its share of memory (PSS) once it has settled. One is After the Raid with a journal of 10 000 statements, the
// other a bare Qt program that shows ten pages of Markdown and a chart (floor.cpp). Run by tests/benchmarks/run, on a
// screen of its own.

#include "base/ids.h"
#include "course/reading.h"
#include "items/gift.h"
#include "journal/journal.h"

#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QPixmap>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <array>

namespace {

constexpr int runs = 15;
constexpr int statementCount = 10'000;
constexpr double allowed = 1.5; // of the bare program's time, and of its memory
constexpr unsigned long settleMs = 700;
constexpr qint64 patienceMs = 20'000;
constexpr unsigned long pauseUs = 500; // between two looks at the screen; the figures are of tens of milliseconds

struct Measured {
    double milliseconds = 0.0;
    double kilobytes = 0.0;
};

struct Program {
    QString name;
    QString path;
    QStringList arguments;
    std::vector<Measured> measured;
};

/// A few spots of the screen: any window of a sensible size covers one of them.
QByteArray spots()
{
    QByteArray seen;
    for (const QPoint spot : {QPoint(60, 20), QPoint(300, 300), QPoint(500, 90), QPoint(700, 500)}) {
        const QImage image = QGuiApplication::primaryScreen()->grabWindow(0, spot.x(), spot.y(), 2, 2).toImage();
        seen += QByteArray::number(image.pixel(0, 0)) + ',';
    }
    return seen;
}

double pssOf(qint64 process)
{
    QFile file(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return 0.0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("Pss:"))
            return line.mid(4).trimmed().split(' ').front().toDouble();
    }
    return 0.0;
}

bool waitForChange(const QByteArray &before, bool wantsChange)
{
    QElapsedTimer timer;
    timer.start();
    while ((spots() != before) != wantsChange) {
        if (timer.elapsed() > patienceMs)
            return false;
        // Who watches without a pause takes one of two cores from the program that is watched.
        QThread::usleep(pauseUs);
    }
    return true;
}

bool measure(Program &program, const QByteArray &empty)
{
    QProcess process;
    QElapsedTimer timer;
    timer.start();
    process.start(program.path, program.arguments);
    const bool painted = waitForChange(empty, true);
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    QThread::msleep(settleMs);
    const double kilobytes = pssOf(process.processId());
    process.kill();
    process.waitForFinished();
    if (!painted || kilobytes <= 0.0 || !waitForChange(empty, false))
        return false;
    program.measured.push_back({milliseconds, kilobytes});
    return true;
}

/// Years of one learner: goes at the check, and sections opened and read in between.
std::vector<base::Statement> manyStatements(const course::Course &course)
{
    const auto asks = [](const course::Module &one) { return !one.items.empty(); };
    const course::Module &module = *std::ranges::find_if(course.modules, asks);
    std::vector<base::Statement> statements;
    base::UuidSource ids;
    qint64 at = 1'600'000'000'000;
    QUuid attempt;
    const auto add = [&](base::Verb verb, const QString &id, const QUuid &inAttempt) {
        base::Statement statement;
        statement.at = at += 1000;
        statement.id = ids.next(at);
        statement.verb = verb;
        statement.object = course.id + QLatin1Char('/') + id;
        statement.attempt = inAttempt;
        statements.push_back(statement);
    };
    for (std::size_t i = 0; statements.size() < statementCount; ++i) {
        const items::Item &item = module.items[i % module.items.size()];
        if (&item == &module.items.front()) {
            attempt = ids.next(at += 1000);
            add(base::Verb::Started, module.id, attempt);
            add(base::Verb::Opened, module.sections[i % module.sections.size()].id, {});
            add(base::Verb::Experienced, module.sections[i % module.sections.size()].id, {});
        }
        add(base::Verb::Opened, item.id, attempt);
        add(base::Verb::Answered, item.id, attempt);
        statements.back().version = items::itemVersion(item);
        statements.back().result = {{QStringLiteral("response"), QJsonArray{QStringLiteral("a")}}};
    }
    statements.resize(statementCount);
    return statements;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

double medianOf(const Program &program, double Measured::*figure)
{
    std::vector<double> values;
    std::ranges::transform(program.measured, std::back_inserter(values),
                           [figure](const Measured &m) { return m.*figure; });
    return median(values);
}

bool report(const std::array<Program, 2> &programs, const char *what, double Measured::*figure)
{
    const double floor = medianOf(programs[0], figure);
    const double own = medianOf(programs[1], figure);
    const bool within = own <= allowed * floor;
    QTextStream(stdout) << QStringLiteral("%1 %2 %3 %4  ratio %5 (at most %6) %7\n")
                               .arg(QLatin1String(what), -22)
                               .arg(QStringLiteral("bare program"))
                               .arg(floor, 8, 'f', 0)
                               .arg(QStringLiteral("After the Raid %1").arg(own, 0, 'f', 0))
                               .arg(own / floor, 0, 'f', 2)
                               .arg(allowed)
                               .arg(within ? QStringLiteral("holds") : QStringLiteral("DOES NOT HOLD"));
    return within;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication application(argc, argv);
    const QString source = QStringLiteral(AFTER_THE_RAID_SOURCE_DIR);
    const QString binaries = QStringLiteral(AFTER_THE_RAID_BINARY_DIR "/bin/");
    const QString lessons = source + QStringLiteral("/lessons/after-the-raid");
    const QTemporaryDir folder;
    const QString journalPath = folder.filePath(QStringLiteral("journal.sqlite"));
    {
        auto journal = journal::Journal::open(journalPath, base::systemClock());
        if (!journal || !(*journal)->adopt(manyStatements(course::read(lessons).course), {}))
            return 3;
    }
    // The lesson of a module is about ten pages of Markdown.
    std::array<Program, 2> programs{
        Program{QStringLiteral("floor"),
                binaries + QStringLiteral("floor"),
                {lessons + QStringLiteral("/05-what-happened-next/lesson.md")},
                {}},
        Program{QStringLiteral("after-the-raid"),
                binaries + QStringLiteral("after-the-raid"),
                {QStringLiteral("--journal"), journalPath},
                {}},
    };
    const QByteArray empty = spots();
    for (int run = 0; run <= runs; ++run) {
        for (Program &program : programs) {
            if (!measure(program, empty)) {
                QTextStream(stderr) << program.name << " did not paint a window\n";
                return 3;
            }
        }
        if (run == 0) { // the first of each warms the machine and does not count
            for (Program &program : programs)
                program.measured.clear();
        }
    }
    const bool time = report(programs, "ms to first window", &Measured::milliseconds);
    const bool memory = report(programs, "kB of memory (PSS)", &Measured::kilobytes);
    return time && memory ? 0 : 1;
}

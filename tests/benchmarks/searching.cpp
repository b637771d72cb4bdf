// SPDX-License-Identifier: GPL-3.0-or-later
// Types words letter by letter into the search: over the shipped course with 1 000 notes, and over a hundred times as
// much, and prints how long a letter takes. Exit status 1 where 99 of 100 letters do not find within 16 ms, or over the
// hundred courses not all of them within 50 ms.

#include "course/reading.h"
#include "find/index.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>

namespace {

const QStringList &typedWords()
{
    static const QStringList words{
        QStringLiteral("shelter"),          QStringLiteral("svay pak"),     QStringLiteral("what is known"),
        QStringLiteral("the people in it"), QStringLiteral("return"),       QStringLiteral("détention"),
        QStringLiteral("police raid"),      QStringLiteral("nothing here"), QStringLiteral("P6.4"),
        QStringLiteral("a note about"),     QStringLiteral("not reported"), QStringLiteral("alternatives to raids"),
    };
    return words;
}

std::vector<find::Entry> notes(int count)
{
    std::vector<find::Entry> notes;
    for (int i = 0; i < count; ++i) {
        notes.push_back(
            {find::Kind::Note,
             QString::number(i),
             QStringLiteral("A note"),
             QStringLiteral("A note about what is to be said here, number %1: ask the people in the room what "
                            "they would do first, and wait.")
                 .arg(i),
             {}});
    }
    return notes;
}

/// Milliseconds for each letter that is typed, the slowest last.
std::vector<double> typingTimes(const find::Index &index)
{
    std::vector<double> times;
    for (const QString &words : typedWords()) {
        for (qsizetype letters = 1; letters <= words.size(); ++letters) {
            QElapsedTimer timer;
            timer.start();
            const std::vector<find::Hit> hits = index.find(words.left(letters));
            times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            if (hits.size() > 30)
                qFatal("more than was asked for");
        }
    }
    std::ranges::sort(times);
    return times;
}

bool measure(QTextStream &out, const char *what, const std::vector<find::Entry> &entries, double share, double most)
{
    QElapsedTimer timer;
    timer.start();
    const auto index = find::Index::make(entries);
    if (!index)
        qFatal("%s", qPrintable(index.error().detail));
    const double made = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    const std::vector<double> times = typingTimes(**index);
    const double bound = times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    out << what << ": " << entries.size() << " entries, made in " << QString::number(made, 'f', 1) << " ms; "
        << times.size() << " letters, median " << QString::number(times[times.size() / 2], 'f', 2) << " ms, p"
        << qRound(share * 100) << ' ' << QString::number(bound, 'f', 2) << " ms (at most " << most << ")\n";
    return bound <= most;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    const course::Reading reading =
        course::read(QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid"), course::Extent::ForLearners);
    const std::vector<find::Entry> course = find::entriesOf(reading.course);
    std::vector<find::Entry> entries = course;
    std::ranges::copy(notes(1000), std::back_inserter(entries));
    bool holds = measure(out, "search, course and 1 000 notes", entries, 0.99, 16.0);
    for (int copy = 1; copy < 100; ++copy)
        std::ranges::copy(course, std::back_inserter(entries));
    holds = measure(out, "search, 100 courses", entries, 1.0, 50.0) && holds;
    return holds ? 0 : 1;
}

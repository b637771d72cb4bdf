// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workshop/session.h"

#include <QTextStream>

namespace testing {

/// All that a power cut must leave of a session, but for its clock, as one line: "3 1 0 running 2 5 | item a=4 closed".
/// `items` are those that may have been asked.
inline QString wordsFor(const workshop::Session &session, const QStringList &items)
{
    QString words;
    QTextStream out(&words);
    const workshop::Spot &spot = session.spot();
    out << spot.step << ' ' << spot.slide << ' ' << spot.build << ' '
        << (session.phase() == workshop::Session::Phase::Paused ? "paused" : "running") << ' '
        << session.setting().room;
    for (const int step : session.cut())
        out << " -" << step;
    for (const QString &item : items) {
        const workshop::Asking asking = session.asking(item);
        if (asking.rounds.empty())
            continue;
        out << " | " << item;
        for (const workshop::Round &round : asking.rounds) {
            for (auto count = round.counts.begin(); count != round.counts.end(); ++count)
                out << ' ' << count.key() << '=' << count.value();
            out << (round.isClosed ? " closed" : " open");
        }
        out << (asking.isRevealed ? " revealed" : "");
    }
    return words;
}

/// Every item of the course that a session can ask, in the order of the file.
inline QStringList itemsOf(const course::Course &course)
{
    QStringList ids;
    for (const course::Module &module : course.modules) {
        for (const items::Item &item : module.items)
            ids.append(item.id);
    }
    return ids;
}

} // namespace testing

// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/simulation.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace workshop {

namespace {

/// Of a hundred made-up people, how many choose what holds in each round, and how many say that they don't know.
struct Leaning {
    int holds = 0;
    int unsure = 0;
};
constexpr std::array<Leaning, 2> leanings{Leaning{45, 10}, Leaning{70, 5}};

/// A seed that is the same in every run, as qHash need not be.
quint32 seedOf(const QString &id, int round)
{
    quint32 seed = 2166136261U; // FNV-1a, 32 bits (Fowler, Noll, Vo)
    for (const QChar sign : id)
        seed = (seed ^ sign.unicode()) * 16777619U;
    return seed + static_cast<quint32>(round);
}

} // namespace

QMap<QString, int> simulatedAnswers(const items::Item &item, int people, int round)
{
    QStringList right;
    QStringList wrong;
    for (qsizetype at = 0; at < std::ssize(item.options); ++at) {
        QStringList &side = item.options[static_cast<std::size_t>(at)].fraction > 0 ? right : wrong;
        side.append(items::optionKey(at));
    }
    const Leaning &leaning = leanings.at(round <= 1 ? 0 : 1);
    QRandomGenerator random(seedOf(item.id, round));
    QMap<QString, int> counts;
    for (int person = 0; person < people; ++person) {
        const int draw = random.bounded(100);
        const QStringList &side = draw < leaning.holds && !right.isEmpty() ? right : wrong;
        const bool isUnsure = side.isEmpty() || draw >= 100 - leaning.unsure;
        ++counts[isUnsure ? QStringLiteral("?") : side.at(random.bounded(static_cast<int>(side.size())))];
    }
    return counts;
}

} // namespace workshop

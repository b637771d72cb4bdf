// SPDX-License-Identifier: GPL-3.0-or-later
// Reads 1 000, 10 000 and 100 000 questions of GIFT, and prints how long each takes. Exit status 1 where ten thousand
// take a second or more, or where the time for one question more than doubles with their number (what fits into the
// caches is read faster).

#include "items/gift.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <algorithm>
#include <array>

namespace {

QByteArray questions(int count)
{
    QByteArray gift;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        gift += "// [id:q-" + number + "] [tag:P6.4] [tag:section:what-is-known]\n::Question " + number +
                "::You lead a shelter in a made-up town\\: what do you do first? {\n"
                "=Ask those inside what they need.#It asks the people themselves.\n"
                "~Lock the gate for one week.#A lock answers nobody's reasons.\n"
                "~%-50%Wait until somebody writes.#It leaves the first step to others.\n"
                "####An open gate and an offer go together.\n}\n\n";
    }
    return gift;
}

/// Milliseconds, the best of three.
double readingTime(const QByteArray &gift, std::size_t expected)
{
    double best = 0;
    for (int round = 0; round < 3; ++round) {
        QElapsedTimer timer;
        timer.start();
        const items::GiftReading reading = items::readGift(gift, {});
        const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        if (reading.items.size() != expected || !reading.faults.empty())
            qFatal("not all questions were read");
        best = round == 0 ? taken : std::min(best, taken);
    }
    return best;
}

} // namespace

int main()
{
    constexpr std::array counts{1'000, 10'000, 100'000};
    constexpr double mostForTenThousand = 1000; // milliseconds
    constexpr double mostGrowth = 2.0;
    QTextStream out(stdout);
    std::array<double, counts.size()> each{};
    bool holds = true;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const QByteArray gift = questions(counts[i]);
        const double taken = readingTime(gift, static_cast<std::size_t>(counts[i]));
        each[i] = taken / counts[i];
        holds = holds && (counts[i] != 10'000 || taken < mostForTenThousand);
        out << counts[i] << " questions, " << gift.size() / 1024 << " kB: " << taken << " ms, " << each[i] * 1000
            << " us each\n";
    }
    holds = holds && each.back() <= each.front() * mostGrowth;
    out << (holds ? "holds" : "does not hold") << '\n';
    return holds ? 0 : 1;
}

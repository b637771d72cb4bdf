// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/fsrs.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace practice {

namespace {

/// The default weights of FSRS-6, w0 to w20.
constexpr std::array w{0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001,  1.8722, 0.1666, 0.796,
                       1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

constexpr double leastStability = 0.001;
constexpr double mostStability = longestInterval;
constexpr double leastDifficulty = 1.0;
constexpr double mostDifficulty = 10.0;

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerDay = 86'400'000;
constexpr int minutesOfADay = 1440;

/// Minutes until a card that is being learned comes back, step by step.
constexpr std::array learningMinutes{1, 10};
constexpr std::array relearningMinutes{10};

constexpr double decay = -w[20];

/// The reference keeps eight decimals of all that it works out, and so do we: after a dozen reviews what it leaves out
/// would make another day of it.
double rounded(double value)
{
    constexpr double decimals = 1e8;
    return std::floor(value * decimals + 0.5) / decimals;
}

double factor()
{
    return rounded(std::pow(usualRetention, 1.0 / decay) - 1.0);
}

double heldStability(double stability)
{
    return rounded(std::clamp(stability, leastStability, mostStability));
}

/// Before it is held to its range.
double firstDifficulty(Grade grade)
{
    return rounded(w[4] - std::exp(w[5] * (static_cast<int>(grade) - 1)) + 1.0);
}

double nextDifficulty(double difficulty, Grade grade)
{
    const double change = -w[6] * (static_cast<int>(grade) - 3);
    const double damped = difficulty + rounded(change * (mostDifficulty - difficulty) / 9.0);
    const double reverted = rounded(w[7] * firstDifficulty(Grade::Easy) + (1.0 - w[7]) * damped);
    return std::clamp(reverted, leastDifficulty, mostDifficulty);
}

double recalledStability(const Memory &card, double chance, Grade grade)
{
    const double hard = grade == Grade::Hard ? w[15] : 1.0;
    const double easy = grade == Grade::Easy ? w[16] : 1.0;
    const double growth = std::exp(w[8]) * (11.0 - card.difficulty) * std::pow(card.stability, -w[9]) *
                          (std::exp((1.0 - chance) * w[10]) - 1.0) * hard * easy;
    return heldStability(card.stability * (1.0 + growth));
}

double forgottenStability(const Memory &card, double chance)
{
    const double left = w[11] * std::pow(card.difficulty, -w[12]) * (std::pow(card.stability + 1.0, w[13]) - 1.0) *
                        std::exp((1.0 - chance) * w[14]);
    // Never more than what forgetting it on the same day would leave.
    return std::min(heldStability(left), std::max(leastStability, rounded(card.stability / std::exp(w[17] * w[18]))));
}

double sameDayStability(double stability, Grade grade)
{
    const double change = std::pow(stability, -w[19]) * std::exp(w[17] * (static_cast<int>(grade) - 3 + w[18]));
    return heldStability(stability * (grade == Grade::Again ? change : std::max(change, 1.0)));
}

double nextStability(const Memory &card, qint64 days, Grade grade)
{
    if (days == 0)
        return sameDayStability(card.stability, grade);
    const double chance = recall(static_cast<double>(days), card.stability);
    return grade == Grade::Again ? forgottenStability(card, chance) : recalledStability(card, chance, grade);
}

/// Midnights in UTC between two times; none where the clock went back.
qint64 daysBetween(qint64 from, qint64 to)
{
    const auto day = [](qint64 at) { return at / msPerDay - (at % msPerDay < 0 ? 1 : 0); };
    return std::max<qint64>(0, day(to) - day(from));
}

/// What a card that is being learned does next: it comes back after `minutes` as `step`, or it is learned (0).
struct Step {
    int minutes = 0;
    int step = 0;
};

Step nextStep(const Memory &before, Grade grade)
{
    const bool again = before.state == State::Review || before.state == State::Relearning;
    const int first = again ? relearningMinutes.front() : learningMinutes.front();
    const int steps = static_cast<int>(again ? relearningMinutes.size() : learningMinutes.size());
    const auto minutesOf = [&](int step) {
        const auto at = static_cast<std::size_t>(step);
        return again ? relearningMinutes[at] : learningMinutes[at];
    };
    switch (grade) {
    case Grade::Again:
        return {first, 0};
    case Grade::Hard: // half-way to the next step, or half as long again where there is none
        return {static_cast<int>(std::lround(steps == 1 ? first * 1.5 : (first + minutesOf(1)) / 2.0)), before.step};
    case Grade::Good:
        return before.step + 1 < steps ? Step{minutesOf(before.step + 1), before.step + 1} : Step{};
    case Grade::Easy:
        break;
    }
    return {};
}

void restMinutes(Memory &card, State state, Step next)
{
    static_assert(learningMinutes.back() < minutesOfADay && relearningMinutes.back() < minutesOfADay);
    card.state = state;
    card.step = next.step;
    card.intervalDays = 0;
    card.due = card.at + next.minutes * msPerMinute;
}

void restDays(Memory &card, int days)
{
    card.state = State::Review;
    card.step = 0;
    card.intervalDays = days;
    card.due = card.at + days * msPerDay;
}

/// Days for an answer to a card in review: hard, good and easy are kept apart, in that order.
int daysAfterReview(const Memory &before, qint64 elapsed, Grade grade, double retention)
{
    const auto days = [&](Grade any) { return intervalFor(nextStability(before, elapsed, any), retention); };
    const int hard = std::min(days(Grade::Hard), days(Grade::Good));
    if (grade == Grade::Hard)
        return hard;
    const int good = std::max(days(Grade::Good), hard + 1);
    return grade == Grade::Good ? good : std::max(days(Grade::Easy), good + 1);
}

} // namespace

double recall(double days, double stability)
{
    return rounded(std::pow(1.0 + factor() * days / stability, decay));
}

int intervalFor(double stability, double retention)
{
    const double days = stability * rounded((std::pow(retention, 1.0 / decay) - 1.0) / factor());
    return static_cast<int>(std::clamp(std::round(days), 1.0, static_cast<double>(longestInterval)));
}

Memory reviewed(const Memory &before, Grade grade, qint64 at, double retention)
{
    const bool isNew = before.state == State::New;
    const qint64 elapsed = isNew ? 0 : daysBetween(before.at, at);
    Memory after = before;
    after.at = at;
    if (isNew) {
        after.stability = std::max(0.1, w[static_cast<std::size_t>(grade) - 1]);
        after.difficulty = std::clamp(firstDifficulty(grade), leastDifficulty, mostDifficulty);
    } else {
        after.stability = nextStability(before, elapsed, grade);
        after.difficulty = nextDifficulty(before.difficulty, grade);
    }
    if (before.state == State::Review && grade != Grade::Again) {
        restDays(after, daysAfterReview(before, elapsed, grade, retention));
        return after;
    }
    const Step next = nextStep(before, grade);
    if (next.minutes == 0)
        restDays(after, intervalFor(after.stability, retention));
    else
        restMinutes(after,
                    before.state == State::Review ? State::Relearning
                    : isNew                       ? State::Learning
                                                  : before.state,
                    next);
    return after;
}

} // namespace practice

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

/// When something learned is to be asked again: FSRS-6, the Free Spaced Repetition Scheduler by the Open Spaced
/// Repetition group (MIT), with its default weights, as ts-fsrs 5.4.2 has it without fuzz.
namespace practice {

/// How well something was known, from not at all to at once.
enum class Grade : int { Again = 1, Hard = 2, Good = 3, Easy = 4 };

/// A card is new until it was asked once. While it is learned (or learned again after it was forgotten) it comes back
/// within minutes; then within days.
enum class State { New, Learning, Review, Relearning };

/// What is known of how well one card is remembered.
struct Memory {
    State state = State::New;
    int step = 0;            ///< of learning or relearning, from 0
    double stability = 0.0;  ///< days until the chance to recall it has fallen to 0.9; 0.001 to 36500, 0 while new
    double difficulty = 0.0; ///< 1 to 10, 0 while new
    qint64 at = 0;           ///< when it was asked last, UTC in milliseconds
    qint64 due = 0;          ///< when it is to be asked again, UTC in milliseconds
    int intervalDays = 0;    ///< between the two; 0 while it comes back within minutes

    bool operator==(const Memory &) const = default;
};

/// The chance of recall at which a card is asked again.
inline constexpr double usualRetention = 0.9;
/// No card rests longer: a hundred years.
inline constexpr int longestInterval = 36500;

/// The chance to recall a card of `stability` days after `days`, 0 to 1.
[[nodiscard]] double recall(double days, double stability);

/// The days after which the chance to recall it has fallen to `retention` (above 0, below 1), 1 to `longestInterval`.
[[nodiscard]] int intervalFor(double stability, double retention = usualRetention);

/// The memory after an answer of `grade` at `at`. Days are counted by the calendar in UTC. A clock that went back
/// counts as the same day.
[[nodiscard]] Memory reviewed(const Memory &before, Grade grade, qint64 at, double retention = usualRetention);

} // namespace practice

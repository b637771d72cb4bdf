// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/pace.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace workshop {

namespace {

constexpr qint64 msPerMinute = 60'000;

/// What is left of the step that they are in.
qint64 restOf(const course::Plan &plan, const Standing &standing)
{
    if (standing.step < 0 || standing.step >= static_cast<int>(plan.steps.size()))
        return 0;
    const course::PlanStep &step = plan.steps[static_cast<std::size_t>(standing.step)];
    return std::max<qint64>(0, step.minutes * msPerMinute - standing.inStep);
}

/// The steps that are still to come and may, or must, be kept.
std::vector<int> toCome(const course::Plan &plan, const Standing &standing, bool mustKeep)
{
    std::vector<int> steps;
    for (int i = std::max(0, standing.step + 1); i < static_cast<int>(plan.steps.size()); ++i) {
        if (plan.steps[static_cast<std::size_t>(i)].mustKeep == mustKeep && !standing.cut.contains(i))
            steps.push_back(i);
    }
    return steps;
}

int minutesOf(const course::Plan &plan, const std::vector<int> &steps)
{
    return std::accumulate(steps.begin(), steps.end(), 0, [&plan](int sum, int step) {
        return sum + plan.steps[static_cast<std::size_t>(step)].minutes;
    });
}

/// A choice of steps that makes a sum of minutes, if there is one.
struct Choice {
    bool isThere = false;
    std::vector<int> steps;
};

/// Of `steps`, those to keep so that they fill `minutes` as far as can be: the subset-sum problem, solved for every
/// sum up to it. Sums are few (a day has 480 minutes), so the table is small.
std::vector<int> fill(const course::Plan &plan, const std::vector<int> &steps, int minutes)
{
    // For each sum, the best choice that makes it: most steps, then the earliest ones. Steps are looked at from the
    // last to the first, so a choice that takes the one at hand begins earlier than any that does not.
    std::vector<Choice> best(static_cast<std::size_t>(minutes) + 1);
    best.at(0).isThere = true;
    const std::vector<int> fromLast(steps.rbegin(), steps.rend());
    for (const int step : fromLast) {
        const int takes = plan.steps[static_cast<std::size_t>(step)].minutes;
        for (int sum = minutes; sum >= takes; --sum) {
            const Choice &without = best[static_cast<std::size_t>(sum - takes)];
            Choice &here = best[static_cast<std::size_t>(sum)];
            if (!without.isThere || (here.isThere && here.steps.size() > without.steps.size() + 1))
                continue;
            std::vector<int> with{step};
            with.insert(with.end(), without.steps.begin(), without.steps.end());
            here = {true, std::move(with)};
        }
    }
    return std::find_if(best.rbegin(), best.rend(), [](const Choice &choice) { return choice.isThere; })->steps;
}

} // namespace

Pace paceOf(const course::Plan &plan, const Standing &standing)
{
    const int ahead = minutesOf(plan, toCome(plan, standing, true)) + minutesOf(plan, toCome(plan, standing, false));
    const qint64 left = plan.minutes * msPerMinute - standing.elapsed;
    const qint64 need = restOf(plan, standing) + ahead * msPerMinute;
    return {left, need, need - left};
}

Cuts proposeCuts(const course::Plan &plan, const Standing &standing)
{
    const std::vector<int> may = toCome(plan, standing, false);
    const qint64 left = plan.minutes * msPerMinute - standing.elapsed;
    const qint64 must = restOf(plan, standing) + minutesOf(plan, toCome(plan, standing, true)) * msPerMinute;
    const qint64 room = std::max<qint64>(0, left - must) / msPerMinute;
    const std::vector<int> kept = fill(plan, may, static_cast<int>(std::min<qint64>(room, minutesOf(plan, may))));
    Cuts cuts;
    std::ranges::set_difference(may, kept, std::back_inserter(cuts.steps));
    cuts.minutes = minutesOf(plan, cuts.steps);
    cuts.stillOver = std::max<qint64>(0, must - left);
    return cuts;
}

} // namespace workshop

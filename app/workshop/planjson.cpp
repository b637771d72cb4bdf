// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/planjson.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace workshop {

namespace {

using course::Plan;
using course::PlanStep;

struct KindName {
    PlanStep::Kind kind = PlanStep::Kind::Section;
    QLatin1String name;
};

constexpr std::array kinds{
    KindName{PlanStep::Kind::Section, QLatin1String("section")},
    KindName{PlanStep::Kind::Check, QLatin1String("check")},
    KindName{PlanStep::Kind::Form, QLatin1String("form")},
    KindName{PlanStep::Kind::Card, QLatin1String("card")},
    KindName{PlanStep::Kind::Break, QLatin1String("break")},
    KindName{PlanStep::Kind::Discuss, QLatin1String("discuss")},
};

QJsonObject stepJson(const PlanStep &step)
{
    QJsonObject json{{std::ranges::find(kinds, step.kind, &KindName::kind)->name, step.target},
                     {QStringLiteral("minutes"), step.minutes},
                     {QStringLiteral("keep"), QLatin1String(step.mustKeep ? "must" : "may")}};
    if (!step.items.isEmpty())
        json.insert(QStringLiteral("items"), QJsonArray::fromStringList(step.items));
    return json;
}

std::optional<PlanStep> stepFrom(const QJsonObject &json)
{
    const auto kind = std::ranges::find_if(kinds, [&json](const KindName &one) { return json.contains(one.name); });
    PlanStep step;
    step.minutes = json.value(QLatin1String("minutes")).toInt();
    if (kind == kinds.end() || step.minutes <= 0)
        return std::nullopt;
    step.kind = kind->kind;
    step.target = json.value(kind->name).toString();
    step.mustKeep = json.value(QLatin1String("keep")) == QLatin1String("must");
    for (const QJsonValue item : json.value(QLatin1String("items")).toArray())
        step.items.append(item.toString());
    return step;
}

} // namespace

QJsonObject toJson(const Plan &plan)
{
    QJsonArray steps;
    for (const PlanStep &step : plan.steps)
        steps.append(stepJson(step));
    return {{QStringLiteral("id"), plan.id},
            {QStringLiteral("title"), plan.title},
            {QStringLiteral("minutes"), plan.minutes},
            {QStringLiteral("steps"), steps}};
}

std::optional<Plan> planFrom(const QJsonObject &json)
{
    Plan plan;
    plan.id = json.value(QLatin1String("id")).toString();
    plan.title = json.value(QLatin1String("title")).toString();
    plan.minutes = json.value(QLatin1String("minutes")).toInt();
    int sum = 0;
    for (const QJsonValue value : json.value(QLatin1String("steps")).toArray()) {
        const std::optional<PlanStep> step = stepFrom(value.toObject());
        if (!step)
            return std::nullopt;
        sum += step->minutes;
        plan.steps.push_back(*step);
    }
    return plan.steps.empty() || sum != plan.minutes ? std::nullopt : std::optional(plan);
}

} // namespace workshop

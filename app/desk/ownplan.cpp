// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/ownplan.h"

#include "workshop/planjson.h"

#include <QJsonArray>

#include <algorithm>

namespace desk {

namespace {

QString clockFormat()
{
    return QStringLiteral("HH:mm");
}

/// Whoever mends a step's minutes in the file need not mend their sum too.
QJsonObject withSum(QJsonObject json)
{
    int sum = 0;
    for (const QJsonValue step : json.value(QLatin1String("steps")).toArray())
        sum += step.toObject().value(QLatin1String("minutes")).toInt();
    json.insert(QLatin1String("minutes"), sum);
    return json;
}

std::optional<course::Plan> planIn(const QJsonObject &json)
{
    if (!json.value(QLatin1String("steps")).toArray().isEmpty())
        return workshop::planFrom(withSum(json));
    course::Plan begun;
    begun.id = json.value(QLatin1String("id")).toString();
    begun.title = json.value(QLatin1String("title")).toString();
    return begun;
}

} // namespace

QJsonObject toJson(const OwnPlan &own, const QString &course)
{
    QJsonObject json = workshop::toJson(own.plan);
    json.insert(QLatin1String("course"), course);
    json.insert(QLatin1String("start"), own.start.toString(clockFormat()));
    if (own.wished > 0)
        json.insert(QLatin1String("wished"), own.wished);
    return json;
}

std::optional<OwnPlan> ownPlanFrom(const QJsonObject &json)
{
    const std::optional<course::Plan> plan = planIn(json);
    if (!plan || plan->id.isEmpty())
        return std::nullopt;
    OwnPlan own;
    own.plan = *plan;
    const QTime start = QTime::fromString(json.value(QLatin1String("start")).toString(), clockFormat());
    if (start.isValid())
        own.start = start;
    own.wished = std::max(0, json.value(QLatin1String("wished")).toInt());
    return own;
}

std::vector<OwnPlan> ownPlans(const course::Course &course, const keep::Plans &plans)
{
    std::vector<OwnPlan> found;
    for (const QJsonObject &json : plans.all()) {
        if (json.value(QLatin1String("course")).toString() != course.id)
            continue;
        if (const std::optional<OwnPlan> own = ownPlanFrom(json))
            found.push_back(*own);
    }
    return found;
}

std::vector<course::Plan> allPlans(const course::Course &course, const keep::Plans &plans)
{
    std::vector<course::Plan> all = course.plans;
    for (const OwnPlan &own : ownPlans(course, plans)) {
        if (!own.plan.steps.empty())
            all.push_back(own.plan);
    }
    return all;
}

} // namespace desk

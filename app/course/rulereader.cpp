// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/rulereader.h"

#include "base/ids.h"
#include "course/closed.h"
#include "course/words.h"
#include "course/yaml.h"

#include <QRegularExpression>

#include <algorithm>

namespace course {

namespace {

using base::FaultCode;
using yaml::MapReader;
using yaml::Node;

/// The whole number under `key`, told where it is none; 0 where it is missing.
int numberIn(MapReader &map, const Node &node, const QString &key)
{
    const QString written = map.optionalText(key);
    if (written.isEmpty())
        return 0;
    bool isNumber = false;
    const int number = written.toInt(&isNumber);
    if (isNumber && number >= 0)
        return number;
    map.tell(FaultCode::NumberExpected, node.placeOf(key), {key, written});
    return 0;
}

/// The entries of an optional list in a map.
std::vector<Node> entriesIn(MapReader &map, const QString &key)
{
    const Node *value = map.value(key);
    if (value == nullptr)
        return {};
    if (value->kind != yaml::Kind::List) {
        map.tell(FaultCode::YamlWrongKind, value->place, {key, QStringLiteral("list")});
        return {};
    }
    return value->children;
}

/// A step names its kind by the key of its target: `section: what-is-known`.
std::optional<PlanStep> stepOf(const Node &node, const base::Fault &scope, base::Faults &faults)
{
    MapReader map(node, scope, faults);
    if (!map.isMap())
        return std::nullopt;
    PlanStep step;
    step.place = node.place;
    for (const QString &key : node.keys) {
        if (const auto kind = stepKindNamed(key)) {
            step.kind = *kind;
            step.target = map.text(key);
        }
    }
    if (step.target.isEmpty())
        map.tell(FaultCode::KeyMissing, node.place, {QStringLiteral("section")});
    step.minutes = numberIn(map, node, QStringLiteral("minutes"));
    const QString keep = map.optionalText(QStringLiteral("keep"));
    if (!keep.isEmpty() && keep != QLatin1String("must") && keep != QLatin1String("may"))
        map.tell(FaultCode::ValueUnknown, node.placeOf(QStringLiteral("keep")), {QStringLiteral("keep"), keep});
    step.mustKeep = keep == QLatin1String("must");
    step.items = map.texts(QStringLiteral("items"));
    map.finish();
    return map.isSound() ? std::optional(step) : std::nullopt;
}

std::optional<Misconception::Sign> signOf(const Node &node, const base::Fault &scope, base::Faults &faults)
{
    MapReader map(node, scope, faults);
    if (!map.isMap())
        return std::nullopt;
    Misconception::Sign sign{map.text(QStringLiteral("item")), map.texts(QStringLiteral("options")), node.place};
    if (sign.options.isEmpty())
        map.tell(FaultCode::KeyMissing, node.place, {QStringLiteral("options")});
    map.finish();
    return map.isSound() ? std::optional(sign) : std::nullopt;
}

void addPlans(MapReader &top, Course &course, base::Faults &faults)
{
    for (const Node &node : entriesIn(top, QStringLiteral("plans"))) {
        const base::Fault scope = yaml::entryScope(node);
        MapReader map(node, scope, faults);
        if (!map.isMap())
            continue;
        Plan plan;
        plan.place = node.place;
        plan.id = map.text(QStringLiteral("id"));
        plan.title = map.text(QStringLiteral("title"));
        plan.minutes = numberIn(map, node, QStringLiteral("minutes"));
        yaml::checkId(map, node, plan.id);
        bool isWhole = true;
        for (const Node &entry : entriesIn(map, QStringLiteral("steps"))) {
            const auto step = stepOf(entry, scope, faults);
            isWhole = isWhole && step.has_value();
            if (step)
                plan.steps.push_back(*step);
        }
        if (plan.steps.empty() && isWhole)
            map.tell(FaultCode::KeyMissing, node.place, {QStringLiteral("steps")});
        if (std::ranges::find(course.plans, plan.id, &Plan::id) != course.plans.end())
            map.tell(FaultCode::IdDuplicate, node.placeOf(QStringLiteral("id")), {plan.id});
        map.finish();
        if (map.isSound() && isWhole)
            course.plans.push_back(std::move(plan));
    }
}

void addCoverage(MapReader &top, Course &course, base::Faults &faults)
{
    for (const Node &node : entriesIn(top, QStringLiteral("coverage"))) {
        MapReader map(node, yaml::entryScope(node), faults);
        if (!map.isMap())
            continue;
        Coverage rule;
        rule.place = node.place;
        rule.tag = map.text(QStringLiteral("tag"));
        rule.items = numberIn(map, node, QStringLiteral("items"));
        rule.share = numberIn(map, node, QStringLiteral("share"));
        rule.of = map.optionalText(QStringLiteral("of"));
        rule.per = map.optionalText(QStringLiteral("per"));
        rule.eachModule = map.optionalText(QStringLiteral("in")) == QLatin1String("each-module");
        map.finish();
        if (map.isSound())
            course.coverage.push_back(rule);
    }
}

/// What a step or sign names that is not there.
struct Unknown {
    FaultCode code;
    QString id;
};

std::optional<Unknown> targetMissing(const PlanStep &step, const Course &course)
{
    switch (step.kind) {
    case PlanStep::Kind::Section:
        if (findSection(course, step.target).section == nullptr)
            return Unknown{FaultCode::UnknownSection, step.target};
        break;
    case PlanStep::Kind::Check:
        if (findModule(course, step.target) == nullptr)
            return Unknown{FaultCode::UnknownModule, step.target};
        break;
    case PlanStep::Kind::Form:
        if (std::ranges::find(course.forms, step.target, &Form::id) == course.forms.end())
            return Unknown{FaultCode::UnknownForm, step.target};
        break;
    case PlanStep::Kind::Card:
        if (findCard(course, step.target) == nullptr)
            return Unknown{FaultCode::UnknownCard, step.target};
        break;
    case PlanStep::Kind::Break:
    case PlanStep::Kind::Discuss:
        break;
    }
    return std::nullopt;
}

std::optional<Unknown> missingIn(const PlanStep &step, const Course &course)
{
    if (auto missing = targetMissing(step, course))
        return missing;
    for (const QString &item : step.items) {
        if (findItem(course, item) == nullptr)
            return Unknown{FaultCode::UnknownItem, item};
    }
    return std::nullopt;
}

/// Whether something that is not there may stand in a file that could not be read.
bool mayBeUnread(const Course &course, const base::Faults &faults)
{
    return base::hasError(faults) && std::ranges::any_of(faults, [&course](const base::Fault &fault) {
               const bool isModule = fault.scope == base::Scope::Module && findModule(course, fault.scopeId) != nullptr;
               return fault.severity == base::Severity::Error && (isModule || fault.scope == base::Scope::Item);
           });
}

class RuleCheck
{
public:
    RuleCheck(Course &course, base::Faults &faults)
        : m_course(course), m_faults(faults), m_mayBeUnread(mayBeUnread(course, faults))
    {
    }

    void checkPlans()
    {
        std::erase_if(m_course.plans, [this](const Plan &plan) {
            bool isWhole = true;
            for (const PlanStep &step : plan.steps) {
                if (const auto missing = missingIn(step, m_course)) {
                    isWhole = false;
                    tell(plan.id, *missing, step.place);
                }
            }
            return !isWhole;
        });
    }

    void checkMisconceptions()
    {
        for (Misconception &misconception : m_course.misconceptions) {
            std::erase_if(misconception.shownBy, [&](const Misconception::Sign &sign) {
                const auto missing = missingFrom(sign);
                if (missing)
                    tell(misconception.id, *missing, sign.place);
                return missing.has_value();
            });
        }
    }

private:
    [[nodiscard]] std::optional<Unknown> missingFrom(const Misconception::Sign &sign) const
    {
        const items::Item *item = findItem(m_course, sign.item);
        if (item == nullptr)
            return Unknown{FaultCode::UnknownItem, sign.item};
        for (const QString &key : sign.options) {
            const qsizetype position = items::optionPosition(key);
            if (position < 0 || position >= std::ssize(item->options))
                return Unknown{FaultCode::ValueUnknown, key};
        }
        return std::nullopt;
    }

    void tell(const QString &entry, const Unknown &missing, const base::Place &place)
    {
        if (m_mayBeUnread && missing.code != FaultCode::ValueUnknown)
            return;
        base::Fault fault;
        fault.scope = base::Scope::Entry;
        fault.scopeId = entry;
        fault.code = missing.code;
        fault.place = place;
        fault.details = {missing.id};
        if (missing.code == FaultCode::ValueUnknown)
            fault.details.prepend(QStringLiteral("options"));
        m_faults.push_back(fault);
    }

    Course &m_course;
    base::Faults &m_faults;
    bool m_mayBeUnread;
};

} // namespace

void readPlans(const TextFile &file, Course &course, base::Faults &faults)
{
    const auto root = yaml::parse(file, 0, file.bytes().size(), {}, faults);
    if (!root)
        return;
    MapReader map(*root, {}, faults);
    if (!map.isMap())
        return;
    addPlans(map, course, faults);
    addCoverage(map, course, faults);
    map.finish();
}

void readMisconceptions(const TextFile &file, Course &course, base::Faults &faults)
{
    for (const Node &node : yaml::entriesOf(file, QStringLiteral("misconceptions"), faults)) {
        const base::Fault scope = yaml::entryScope(node);
        MapReader map(node, scope, faults);
        if (!map.isMap())
            continue;
        Misconception misconception;
        misconception.id = map.text(QStringLiteral("id"));
        misconception.statement = map.text(QStringLiteral("statement"));
        yaml::checkId(map, node, misconception.id);
        for (const Node &entry : entriesIn(map, QStringLiteral("shownBy"))) {
            if (const auto sign = signOf(entry, scope, faults))
                misconception.shownBy.push_back(*sign);
        }
        if (std::ranges::find(course.misconceptions, misconception.id, &Misconception::id) !=
            course.misconceptions.end())
            map.tell(FaultCode::IdDuplicate, node.placeOf(QStringLiteral("id")), {misconception.id});
        map.finish();
        if (map.isSound())
            course.misconceptions.push_back(std::move(misconception));
    }
}

void readWording(const TextFile &file, Course &course, base::Faults &faults)
{
    for (const Node &node : yaml::entriesOf(file, QStringLiteral("avoid"), faults)) {
        MapReader map(node, yaml::entryScope(node), faults);
        if (!map.isMap())
            continue;
        AvoidedWord word;
        word.id = map.text(QStringLiteral("id"));
        const QString language = map.text(QStringLiteral("language"));
        word.pattern = map.text(QStringLiteral("pattern"));
        word.instead = map.text(QStringLiteral("instead"));
        const QString quoted = map.optionalText(QStringLiteral("quoted"));
        if (!quoted.isEmpty() && quoted != QLatin1String("allowed"))
            map.tell(FaultCode::ValueUnknown, node.placeOf(QStringLiteral("quoted")),
                     {QStringLiteral("quoted"), quoted});
        word.mayBeQuoted = quoted == QLatin1String("allowed");
        if (!QRegularExpression(word.pattern).isValid())
            map.tell(FaultCode::ValueUnknown, node.placeOf(QStringLiteral("pattern")),
                     {QStringLiteral("pattern"), word.pattern});
        map.finish();
        if (map.isSound() && language == course.language)
            course.avoidedWords.push_back(word);
    }
}

void checkRules(Course &course, base::Faults &faults)
{
    RuleCheck check(course, faults);
    check.checkPlans();
    check.checkMisconceptions();
}

} // namespace course

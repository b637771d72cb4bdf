// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planwords.h"

#include "desk/contentsmodel.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk {

namespace {

using course::PlanStep;

constexpr int minutesPerHour = 60;
constexpr int minutesPerDay = 24 * minutesPerHour;
constexpr int longInMinutes = 120; // from here on people think in hours

QString translated(const char *text, int n = -1)
{
    return QCoreApplication::translate("Plans", text, nullptr, n);
}

int minuteOfDay(QTime time)
{
    return time.hour() * minutesPerHour + time.minute();
}

QString moduleText(const course::Course &course, const course::Module &module)
{
    if (module.roomOnly)
        return module.title;
    return translated(QT_TRANSLATE_NOOP("Plans", "Module %1: %2")).arg(moduleNumber(course, module)).arg(module.title);
}

QString kindText(const course::Course &course, const PlanStep &step)
{
    switch (step.kind) {
    case PlanStep::Kind::Section:
        return moduleText(course, *course::findSection(course, step.target).module);
    case PlanStep::Kind::Check:
        return translated(QT_TRANSLATE_NOOP("Plans", "The questions of module %1, each on their own"))
            .arg(moduleNumber(course, *course::findModule(course, step.target)));
    case PlanStep::Kind::Form:
        return translated(QT_TRANSLATE_NOOP("Plans", "A form, each on their own"));
    case PlanStep::Kind::Card:
        return translated(QT_TRANSLATE_NOOP("Plans", "A card to work with"));
    case PlanStep::Kind::Break:
        return translated(QT_TRANSLATE_NOOP("Plans", "A break"));
    case PlanStep::Kind::Discuss:
        return translated(QT_TRANSLATE_NOOP("Plans", "A discussion"));
    }
    return {};
}

bool canBeVotedOn(const items::Item &item)
{
    return item.type == items::ItemType::Choice || item.type == items::ItemType::TrueFalse ||
           item.type == items::ItemType::MissingWord;
}

} // namespace

QString stepTitle(const course::Course &course, const PlanStep &step)
{
    switch (step.kind) {
    case PlanStep::Kind::Section:
        if (const course::Section *section = course::findSection(course, step.target).section)
            return section->title;
        break;
    case PlanStep::Kind::Check:
        if (const course::Module *module = course::findModule(course, step.target))
            return translated(QT_TRANSLATE_NOOP("Plans", "Check: %1")).arg(module->title);
        break;
    case PlanStep::Kind::Form:
        return translated(QT_TRANSLATE_NOOP("Plans", "Form %1")).arg(step.target.toUpper());
    case PlanStep::Kind::Card:
        if (const course::Card *card = course::findCard(course, step.target))
            return card->title;
        break;
    case PlanStep::Kind::Break:
    case PlanStep::Kind::Discuss:
        break;
    }
    return step.target.left(1).toUpper() + step.target.mid(1);
}

QString stepNote(const course::Course &course, const PlanStep &step)
{
    if (!isThere(course, step))
        return translated(QT_TRANSLATE_NOOP("Plans", "The course has this no more"));
    QString note = kindText(course, step);
    if (!step.items.isEmpty())
        note += QStringLiteral(" · ") +
                translated(QT_TRANSLATE_N_NOOP("Plans", "asks %n question(s)"), static_cast<int>(step.items.size()));
    return note;
}

bool isThere(const course::Course &course, const PlanStep &step)
{
    switch (step.kind) {
    case PlanStep::Kind::Section:
        return course::findSection(course, step.target).section != nullptr;
    case PlanStep::Kind::Check:
        return course::findModule(course, step.target) != nullptr;
    case PlanStep::Kind::Form:
        return std::ranges::find(course.forms, step.target, &course::Form::id) != course.forms.end();
    case PlanStep::Kind::Card:
        return course::findCard(course, step.target) != nullptr;
    case PlanStep::Kind::Break:
    case PlanStep::Kind::Discuss:
        return true;
    }
    return false;
}

bool hasOwnTitle(PlanStep::Kind kind)
{
    return kind == PlanStep::Kind::Break || kind == PlanStep::Kind::Discuss;
}

int minutesBefore(const course::Plan &plan, std::size_t step)
{
    int minutes = 0;
    for (std::size_t i = 0; i < std::min(step, plan.steps.size()); ++i)
        minutes += plan.steps[i].minutes;
    return minutes;
}

int minutesToKeep(const course::Plan &plan)
{
    int minutes = 0;
    for (const PlanStep &step : plan.steps)
        minutes += step.mustKeep ? step.minutes : 0;
    return minutes;
}

QString clockText(QTime start, int minutes)
{
    const int then = minuteOfDay(start) + minutes;
    const int days = then / minutesPerDay;
    const QTime time(then % minutesPerDay / minutesPerHour, then % minutesPerHour);
    const QString text = time.toString(QStringLiteral("HH:mm"));
    return days == 0 ? text : QStringLiteral("%1 (+%2)").arg(text).arg(days);
}

QString lengthText(int minutes)
{
    QString text = translated(QT_TRANSLATE_N_NOOP("Plans", "%n minute(s)"), minutes);
    if (minutes < longInMinutes)
        return text;
    return QStringLiteral("%1 (%2:%3)")
        .arg(text)
        .arg(minutes / minutesPerHour)
        .arg(minutes % minutesPerHour, 2, 10, QLatin1Char('0'));
}

QString fitText(const OwnPlan &own)
{
    if (own.wished <= 0)
        return {};
    const int over = own.plan.minutes - own.wished;
    if (over > 0)
        return translated(QT_TRANSLATE_N_NOOP("Plans", "%n minute(s) over"), over);
    if (over < 0)
        return translated(QT_TRANSLATE_N_NOOP("Plans", "%n minute(s) free"), -over);
    return translated(QT_TRANSLATE_NOOP("Plans", "it fits"));
}

QString dayText(const OwnPlan &own)
{
    if (own.plan.minutes > minutesPerDay)
        return translated(QT_TRANSLATE_NOOP("Plans", "This is longer than a day."));
    if (minuteOfDay(own.start) + own.plan.minutes > minutesPerDay)
        return translated(QT_TRANSLATE_NOOP("Plans", "This goes on past midnight."));
    return {};
}

bool hasCare(const course::Section &section)
{
    return std::ranges::any_of(section.blocks, [](const course::Block &block) {
        return block.kind == course::BlockKind::Callout && block.callout == course::CalloutKind::Care;
    });
}

const course::Section *noteMissing(const course::Course &course, const course::Plan &plan, std::size_t step)
{
    if (step >= plan.steps.size() || plan.steps[step].kind != PlanStep::Kind::Section)
        return nullptr;
    const course::SectionPlace place = course::findSection(course, plan.steps[step].target);
    // What opens and closes a day has notes for itself alone.
    if (place.section == nullptr || place.module->roomOnly || hasCare(*place.section))
        return nullptr;
    const auto end = place.module->sections.begin() + place.position;
    const auto note = std::find_if(place.module->sections.begin(), end, hasCare);
    if (note == end)
        return nullptr;
    const auto isNote = [&note](const PlanStep &one) {
        return one.kind == PlanStep::Kind::Section && one.target == note->id;
    };
    const auto here = plan.steps.begin() + static_cast<std::ptrdiff_t>(step);
    return std::any_of(plan.steps.begin(), here, isNote) ? nullptr : &*note;
}

std::vector<const items::Item *> itemsFor(const course::Course &course, const PlanStep &step)
{
    std::vector<const items::Item *> found;
    const course::Module *module =
        step.kind == PlanStep::Kind::Section ? course::findSection(course, step.target).module : nullptr;
    if (module == nullptr)
        return found;
    for (const items::Item &item : module->items) {
        if (canBeVotedOn(item))
            found.push_back(&item);
    }
    std::stable_partition(found.begin(), found.end(), [&step](const items::Item *item) {
        return items::tagValues(*item, QStringLiteral("section")).contains(step.target);
    });
    return found;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/itemreview.h"

#include <algorithm>

namespace course {

namespace {

using base::Fault;
using base::FaultCode;
using base::Faults;
using items::Item;
using items::ItemType;

constexpr int percent = 100;
constexpr int mostLongestPercent = 40;
constexpr std::size_t optionsOfAChoice = 4;

bool wantsFeedback(const Item &item)
{
    return item.type == ItemType::Choice || item.type == ItemType::MissingWord || item.type == ItemType::TrueFalse ||
           item.type == ItemType::Numerical;
}

void reviewFeedback(const std::vector<Item> &items, Faults &faults)
{
    for (const Item &item : items) {
        for (std::size_t i = 0; wantsFeedback(item) && i < item.options.size(); ++i) {
            if (item.options[i].feedback.isEmpty())
                faults.push_back({base::Severity::Warning,
                                  base::Scope::Item,
                                  item.id,
                                  FaultCode::FeedbackMissing,
                                  item.place,
                                  {items::optionKey(static_cast<qsizetype>(i))}});
        }
    }
}

bool isChoiceOfFour(const Item &item)
{
    return item.type == ItemType::Choice && item.single && item.options.size() == optionsOfAChoice;
}

bool rightIsLongest(const Item &item)
{
    const auto lengthOf = [](const items::Option &option) { return option.text.content.size(); };
    const auto longest = std::ranges::max_element(item.options, {}, lengthOf);
    const auto ties = std::ranges::count(item.options, lengthOf(*longest), lengthOf);
    return ties == 1 && longest->fraction > 0.9999;
}

void reviewLengths(const Module &module, Faults &faults)
{
    const auto all = std::ranges::count_if(module.items, isChoiceOfFour);
    const auto longest = std::ranges::count_if(
        module.items, [](const Item &item) { return isChoiceOfFour(item) && rightIsLongest(item); });
    if (longest * percent > all * mostLongestPercent)
        faults.push_back({base::Severity::Warning,
                          base::Scope::Module,
                          module.id,
                          FaultCode::LongestIsRight,
                          {module.items.front().place.file, 0, 0},
                          {QString::number(longest), QString::number(all)}});
}

bool hasTag(const Item &item, const QString &tag)
{
    return tag == QLatin1String("*") || item.tags.contains(tag);
}

int countOf(const std::vector<const Item *> &items, const QString &tag)
{
    return static_cast<int>(std::ranges::count_if(items, [&tag](const Item *item) { return hasTag(*item, tag); }));
}

/// How many items the rule asks for, and how many there are.
struct Count {
    int found = 0;
    int wanted = 0;
};

Count countFor(const Coverage &rule, const std::vector<const Item *> &items)
{
    if (!rule.of.isEmpty()) {
        const auto both = std::ranges::count_if(
            items, [&rule](const Item *item) { return hasTag(*item, rule.of) && hasTag(*item, rule.tag); });
        // Rounded up: of seven items, half are four.
        return {static_cast<int>(both), (countOf(items, rule.of) * rule.share + percent - 1) / percent};
    }
    const int times = rule.per.isEmpty() ? 1 : countOf(items, rule.per);
    return {countOf(items, rule.tag), rule.items * times};
}

void hold(const Coverage &rule, const std::vector<const Item *> &items, const Fault &scope, Faults &faults)
{
    const Count count = countFor(rule, items);
    if (count.found >= count.wanted)
        return;
    Fault fault = scope;
    fault.severity = base::Severity::Warning;
    fault.code = FaultCode::CoverageShort;
    fault.place = rule.place;
    fault.details = {QString::number(count.found), QString::number(count.wanted), rule.tag};
    faults.push_back(fault);
}

std::vector<const Item *> pointersTo(const std::vector<Item> &items)
{
    std::vector<const Item *> pointers;
    std::ranges::transform(items, std::back_inserter(pointers), [](const Item &item) { return &item; });
    return pointers;
}

void reviewCoverage(const Course &course, Faults &faults)
{
    std::vector<const Item *> all;
    for (const Module &module : course.modules)
        std::ranges::copy(pointersTo(module.items), std::back_inserter(all));
    for (const Coverage &rule : course.coverage) {
        if (!rule.eachModule) {
            hold(rule, all, {}, faults);
            continue;
        }
        for (const Module &module : course.modules) {
            Fault scope;
            scope.scope = base::Scope::Module;
            scope.scopeId = module.id;
            if (!module.roomOnly)
                hold(rule, pointersTo(module.items), scope, faults);
        }
    }
}

} // namespace

void reviewItems(const Course &course, Faults &faults)
{
    for (const Module &module : course.modules) {
        reviewFeedback(module.items, faults);
        if (!module.items.empty())
            reviewLengths(module, faults);
    }
    for (const Form &form : course.forms)
        reviewFeedback(form.items, faults);
    reviewCoverage(course, faults);
}

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/progresswords.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk {

namespace {

QString translated(const char *text, int number = -1)
{
    return QCoreApplication::translate("Progress", text, nullptr, number);
}

/// Whether an item rests on one of these sections.
bool isOn(const items::Item &item, const QStringList &sections)
{
    const QStringList on = items::tagValues(item, QStringLiteral("section"));
    return std::ranges::any_of(on, [&](const QString &section) { return sections.contains(section); });
}

} // namespace

std::vector<ObjectiveProgress> objectivesOf(const course::Module &module, const std::vector<practice::Card> &cards)
{
    std::vector<ObjectiveProgress> all;
    for (const course::Objective &objective : module.objectives) {
        ObjectiveProgress progress{objective.text};
        for (const items::Item &item : module.items) {
            if (!quiz::isMarked(item) || !isOn(item, objective.sections))
                continue;
            ++progress.items;
            const auto card = std::ranges::find(cards, item.id, &practice::Card::item);
            if (card == cards.end())
                continue;
            ++progress.met;
            progress.held += card->last == practice::Grade::Again ? 0 : 1;
        }
        all.push_back(progress);
    }
    return all;
}

QString heldWords(const ObjectiveProgress &objective)
{
    if (objective.items == 0)
        return {};
    if (objective.met == 0)
        return translated(QT_TRANSLATE_NOOP("Progress", "not asked yet"));
    const QString numbers =
        translated(QT_TRANSLATE_NOOP("Progress", "%1 of %2 held")).arg(objective.held).arg(objective.items);
    if (objective.held == objective.items)
        return translated(QT_TRANSLATE_NOOP("Progress", "understood: %1")).arg(numbers);
    if (objective.held < objective.met)
        return translated(QT_TRANSLATE_NOOP("Progress", "worth another look: %1")).arg(numbers);
    return translated(QT_TRANSLATE_NOOP("Progress", "well on the way: %1")).arg(numbers);
}

QString readingWords(const ModuleProgress &progress)
{
    if (progress.sectionsRead == 0)
        return translated(QT_TRANSLATE_NOOP("Progress", "not begun"));
    if (progress.sectionsRead == progress.sections)
        return translated(QT_TRANSLATE_NOOP("Progress", "read"));
    return translated(QT_TRANSLATE_NOOP("Progress", "%1 of %2 sections read"))
        .arg(progress.sectionsRead)
        .arg(progress.sections);
}

} // namespace desk

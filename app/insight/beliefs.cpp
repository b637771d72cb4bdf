// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/beliefs.h"

#include "insight/scrubbing.h"

#include <algorithm>

namespace insight {

namespace {

bool isShownMore(const Belief &left, const Belief &right)
{
    const qint64 first = qint64(left.all.shown) * right.all.answers;
    const qint64 second = qint64(right.all.shown) * left.all.answers;
    return first != second ? first > second : left.all.answers > right.all.answers;
}

/// The options of an item that show a belief; none where it shows nothing of it.
QStringList signsAt(const course::Misconception &misconception, const QString &item)
{
    QStringList options;
    for (const auto &sign : misconception.shownBy) {
        if (sign.item == item)
            options.append(sign.options);
    }
    return options;
}

/// What the people behind a spread chose of some options.
Behind chosenOf(const items::Item &item, const Spread &spread, const QStringList &signs)
{
    Behind found;
    for (qsizetype option = 0; option < std::ssize(spread.options); ++option) {
        const QString key = items::optionKey(option);
        if (!signs.contains(key))
            continue;
        found.options.append(key);
        const int count = spread.options[static_cast<std::size_t>(option)];
        found.count = item.single ? found.count + count : std::max(found.count, count);
    }
    found.isAtLeast = !item.single && found.options.size() > 1;
    return found;
}

void add(const Spread &spread, const Behind &chosen, Signs &signs)
{
    signs.answers += spread.answered;
    signs.shown += chosen.count;
    signs.people = std::max(signs.people, spread.answered);
    signs.isAtLeast = signs.isAtLeast || chosen.isAtLeast;
    signs.rough += isRough(spread) ? 1 : 0;
    signs.isOpen = signs.isOpen || (isRough(spread) && chosen.count > figures::few);
}

Belief beliefFrom(const course::Course &course, const course::Misconception &misconception,
                  const std::vector<Reviewed> &reviewed)
{
    Belief belief{misconception.id, {}, {}};
    for (const Reviewed &one : reviewed) {
        const QStringList signs = signsAt(misconception, one.item);
        const items::Item *item = signs.empty() ? nullptr : course::findItem(course, one.item);
        const auto told =
            std::ranges::find_if(one.occasions, [](const Occasion &occasion) { return occasion.spread.isTold(); });
        if (item == nullptr || told == one.occasions.end())
            continue;
        const Behind chosen = chosenOf(*item, told->spread, signs);
        add(told->spread, chosen, belief.modules[one.place]);
        add(told->spread, chosen, belief.all);
    }
    return belief;
}

} // namespace

std::vector<Behind> behind(const course::Course &course, const items::Item &item, const Spread &spread)
{
    std::vector<Behind> found;
    for (const course::Misconception &misconception : course.misconceptions) {
        Behind one = chosenOf(item, spread, signsAt(misconception, item.id));
        one.statement = misconception.statement;
        if (one.count > 0)
            found.push_back(one);
    }
    std::ranges::sort(found, [](const Behind &left, const Behind &right) {
        return left.count != right.count ? left.count > right.count : left.options < right.options;
    });
    return found;
}

std::vector<Belief> beliefsIn(const course::Course &course, const std::vector<Reviewed> &reviewed)
{
    std::vector<Belief> beliefs;
    for (const course::Misconception &misconception : course.misconceptions) {
        if (Belief belief = beliefFrom(course, misconception, reviewed); belief.all.answers > 0)
            beliefs.push_back(std::move(belief));
    }
    std::ranges::stable_sort(beliefs, isShownMore);
    return beliefs;
}

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/beliefs.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace insight {

namespace {

/// Where an item stands: the id of its module, or of its form.
QHash<QString, QString> placesIn(const course::Course &course)
{
    QHash<QString, QString> places;
    for (const course::Module &module : course.modules) {
        for (const items::Item &item : module.items)
            places.insert(item.id, module.id);
    }
    for (const course::Form &form : course.forms) {
        for (const items::Item &item : form.items)
            places.insert(item.id, form.id);
    }
    return places;
}

Chosen optionsOf(const course::Misconception::Sign &sign)
{
    return chosenIn(sign.options);
}

/// Counts what shows one belief.
class Counting
{
public:
    Counting(const course::Misconception &misconception, const QHash<QString, QString> &places)
        : m_misconception(misconception), m_places(places)
    {
        m_belief.id = misconception.id;
    }

    void addPeople(const AnswerSet &set)
    {
        std::vector<Chosen> signs(static_cast<std::size_t>(set.items.size()), 0);
        for (const auto &sign : m_misconception.shownBy) {
            if (const qsizetype item = set.items.indexOf(sign.item); item >= 0)
                signs[static_cast<std::size_t>(item)] |= optionsOf(sign);
        }
        int lastAsked = -1;
        int lastHolder = -1;
        for (const Answer &answer : set.answers) {
            const Chosen sign = signs[static_cast<std::size_t>(answer.item)];
            if (sign == 0)
                continue;
            const bool isShown = answer.chosen != dontKnow && (answer.chosen & sign) != 0;
            add(set.items.at(answer.item), 1, isShown ? 1 : 0);
            m_belief.people += answer.person != lastAsked ? 1 : 0; // the answers stand by person
            lastAsked = answer.person;
            if (isShown && answer.person != lastHolder) {
                ++m_belief.holders;
                lastHolder = answer.person;
            }
        }
    }

    void addTally(const Tally &tally)
    {
        for (const auto &sign : m_misconception.shownBy) {
            if (sign.item != tally.item)
                continue;
            int shown = 0;
            for (const QString &option : sign.options) {
                const int count = tally.counts.value(option);
                // Of several that somebody may have chosen together: at least so many people.
                shown = tally.people > 0 ? std::max(shown, count) : shown + count;
            }
            add(tally.item, tally.answers(), shown);
        }
    }

    [[nodiscard]] const Belief &belief() const { return m_belief; }

private:
    void add(const QString &item, int answers, int shown)
    {
        if (answers == 0)
            return;
        const int people = m_toItem[item] += answers;
        Signs &signs = m_belief.modules[m_places.value(item)];
        for (Signs *one : {&signs, &m_belief.all}) {
            one->answers += answers;
            one->shown += shown;
            one->people = std::max(one->people, people);
        }
    }

    const course::Misconception &m_misconception;
    const QHash<QString, QString> &m_places;
    QHash<QString, int> m_toItem; ///< answers
    Belief m_belief;
};

bool isShownMore(const Belief &left, const Belief &right)
{
    const qint64 first = qint64(left.all.shown) * right.all.answers;
    const qint64 second = qint64(right.all.shown) * left.all.answers;
    return first != second ? first > second : left.all.answers > right.all.answers;
}

} // namespace

int Tally::answers() const
{
    return people > 0 ? people : std::accumulate(counts.begin(), counts.end(), 0);
}

std::vector<Behind> behind(const course::Course &course, const items::Item &item, const Spread &spread)
{
    std::vector<Behind> found;
    for (const course::Misconception &misconception : course.misconceptions) {
        Behind one{misconception.statement, {}, 0};
        for (qsizetype option = 0; option < std::ssize(spread.options); ++option) {
            const QString key = items::optionKey(option);
            const bool isShown = std::ranges::any_of(misconception.shownBy, [&](const auto &sign) {
                return sign.item == item.id && sign.options.contains(key);
            });
            if (!isShown)
                continue;
            one.options.append(key);
            const int count = spread.options[static_cast<std::size_t>(option)];
            one.count = item.single ? one.count + count : std::max(one.count, count);
        }
        one.isAtLeast = !item.single && one.options.size() > 1;
        if (one.count > 0)
            found.push_back(one);
    }
    std::ranges::sort(found, [](const Behind &left, const Behind &right) {
        return left.count != right.count ? left.count > right.count : left.options < right.options;
    });
    return found;
}

std::vector<Belief> beliefsIn(const course::Course &course, const AnswerSet &set, const std::vector<Tally> &tallies)
{
    const QHash<QString, QString> places = placesIn(course);
    std::vector<Belief> beliefs;
    for (const course::Misconception &misconception : course.misconceptions) {
        Counting counting(misconception, places);
        counting.addPeople(set);
        for (const Tally &tally : tallies)
            counting.addTally(tally);
        if (counting.belief().all.answers > 0)
            beliefs.push_back(counting.belief());
    }
    std::ranges::stable_sort(beliefs, isShownMore);
    return beliefs;
}

} // namespace insight

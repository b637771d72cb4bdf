// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/answers.h"

#include <algorithm>
#include <map>

namespace insight {

Chosen chosenIn(const quiz::Response &response)
{
    if (quiz::isDontKnow(response))
        return dontKnow;
    Chosen chosen = 0;
    for (const QString &key : response)
        chosen |= optionBit(items::optionPosition(key));
    return chosen;
}

std::vector<Answer> AnswerSet::to(const QString &item) const
{
    const auto at = static_cast<int>(items.indexOf(item));
    std::vector<Answer> found;
    if (at >= 0)
        std::ranges::copy_if(answers, std::back_inserter(found), [at](const Answer &one) { return one.item == at; });
    return found;
}

AnswerSet atOneTime(const AnswerSet &set)
{
    std::map<std::pair<QUuid, bool>, std::size_t> places;
    std::vector<std::size_t> placeOf;
    for (const Sitting &sitting : set.people) {
        const bool isPaperOutside = sitting.session.isNull() && !sitting.pile.isNull();
        placeOf.push_back(places.try_emplace({sitting.session, isPaperOutside}, places.size()).first->second);
    }
    const auto items = static_cast<std::size_t>(set.items.size());
    std::vector<workshop::When> first(places.size() * items, workshop::When::Later);
    const auto person = [](const Answer &answer) { return static_cast<std::size_t>(answer.person); };
    const auto firstOf = [&](const Answer &answer) -> workshop::When & {
        return first[placeOf[person(answer)] * items + static_cast<std::size_t>(answer.item)];
    };
    for (const Answer &answer : set.answers)
        firstOf(answer) = std::min(firstOf(answer), set.people[person(answer)].when);
    AnswerSet once = set;
    std::erase_if(once.answers,
                  [&](const Answer &answer) { return set.people[person(answer)].when != firstOf(answer); });
    return once;
}

Spread spreadOf(const items::Item &item, const std::vector<Answer> &answers, int asked)
{
    Spread spread;
    spread.options.assign(items::isChosenFrom(item) ? item.options.size() : 0, 0);
    int right = 0;
    for (const Answer &answer : answers) {
        spread.dontKnow += answer.chosen == dontKnow ? 1 : 0;
        right += answer.isRight() ? 1 : 0;
        for (qsizetype option = 0; option < std::ssize(spread.options); ++option) {
            if (answer.chosen != dontKnow && (answer.chosen & optionBit(option)) != 0)
                ++spread.options[static_cast<std::size_t>(option)];
        }
    }
    if (quiz::isMarked(item))
        spread.right = right;
    spread.answered = static_cast<int>(answers.size());
    spread.unanswered = std::max(0, asked - spread.answered);
    return spread;
}

Matrix matrixOf(const AnswerSet &set, const QStringList &items)
{
    std::vector<Column> columns;
    std::vector<qsizetype> positions(static_cast<std::size_t>(set.items.size()), -1);
    for (const QString &item : items) {
        if (const qsizetype at = set.items.indexOf(item); at >= 0)
            positions[static_cast<std::size_t>(at)] = std::ssize(columns);
        columns.push_back({item});
    }
    Matrix matrix(columns);
    std::vector<double> marks;
    auto answer = set.answers.begin();
    for (int person = 0; person < static_cast<int>(set.people.size()); ++person) {
        marks.assign(columns.size(), unanswered);
        for (; answer != set.answers.end() && answer->person == person; ++answer) {
            const qsizetype column = positions[static_cast<std::size_t>(answer->item)];
            if (column >= 0)
                marks[static_cast<std::size_t>(column)] = static_cast<double>(answer->fraction);
        }
        matrix.add(marks);
    }
    return matrix;
}

} // namespace insight

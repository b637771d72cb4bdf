// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/answers.h"

#include <algorithm>

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

Spread spreadOf(const items::Item &item, const std::vector<Answer> &answers, int asked)
{
    Spread spread;
    spread.options.assign(item.options.size(), 0);
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

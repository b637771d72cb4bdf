// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/doctor.h"

#include "figures/smallnumbers.h"
#include "insight/sample.h"
#include "quiz/marking.h"

#include <QHash>

#include <algorithm>

namespace insight {

namespace {

using base::Phrase;

/// Nearly everybody: nineteen of twenty.
constexpr double nearlyAll = 0.95;

/// What each earned in all, so that an item's own part can be taken off.
struct Total {
    double earned = 0;
    int answered = 0;
};

/// What is not marked earns nothing, and takes nothing away.
std::vector<Total> totalsOf(const AnswerSet &set, const std::vector<items::Item> &items)
{
    std::vector<bool> counts(static_cast<std::size_t>(set.items.size()), true);
    for (const items::Item &item : items) {
        if (const qsizetype at = set.items.indexOf(item.id); at >= 0)
            counts[static_cast<std::size_t>(at)] = quiz::isMarked(item);
    }
    std::vector<Total> totals(set.people.size());
    for (const Answer &answer : set.answers) {
        if (!counts[static_cast<std::size_t>(answer.item)])
            continue;
        Total &total = totals[static_cast<std::size_t>(answer.person)];
        total.earned += static_cast<double>(answer.fraction);
        ++total.answered;
    }
    return totals;
}

bool hasOptions(const items::Item &item)
{
    using enum items::ItemType;
    return (item.type == Choice && item.single) || item.type == TrueFalse || item.type == MissingWord;
}

class ItemDoctor
{
public:
    /// Of `answers` each is another person's; of `all` people may be there before and after.
    ItemDoctor(const items::Item &item, const std::vector<Answer> &answers, const std::vector<Answer> &all,
               const AnswerSet &set, const std::vector<Total> &totals)
        : m_item(item), m_answers(answers), m_all(all), m_set(set)
    {
        for (const Answer &answer : answers) {
            const Total &total = totals[static_cast<std::size_t>(answer.person)];
            m_rests.push_back(total.answered > 1 ? std::optional((total.earned - static_cast<double>(answer.fraction)) /
                                                                 (total.answered - 1))
                                                 : std::nullopt);
        }
    }

    [[nodiscard]] std::vector<Finding> findings()
    {
        if (std::ssize(m_answers) < figures::leastForDiscrimination)
            return {};
        if (hasOptions(m_item)) {
            lookForAnother();
            lookForUnchosen();
        }
        lookForPull();
        lookForEase();
        return std::move(m_findings);
    }

private:
    void tell(Symptom symptom, const char *phrase, qsizetype option = -1, QMap<QString, QVariant> arguments = {})
    {
        const int n = static_cast<int>(m_answers.size());
        arguments.insert(QStringLiteral("total"), n);
        if (option >= 0)
            arguments.insert(QStringLiteral("option"), items::optionKey(option).toUpper());
        m_findings.push_back({m_item.id, symptom, option, n, Phrase{QString::fromLatin1(phrase), arguments}});
    }

    /// The rests of those who chose an option and answered anything else.
    [[nodiscard]] Sample restsOf(qsizetype option) const
    {
        Sample rests;
        for (std::size_t at = 0; at < m_answers.size(); ++at) {
            if (m_answers[at].chosen == optionBit(option) && m_rests[at])
                rests.push_back(*m_rests[at]);
        }
        return rests;
    }

    void lookForAnother()
    {
        const auto right = std::ranges::find_if(m_item.options, [](const auto &one) { return one.fraction >= 1; });
        if (right == m_item.options.end())
            return;
        const qsizetype key = right - m_item.options.begin();
        const Sample whoHadIt = restsOf(key);
        for (qsizetype option = 0; option < std::ssize(m_item.options); ++option) {
            const Sample others = restsOf(option);
            if (option == key || std::ssize(others) < figures::leastAnswers ||
                std::ssize(whoHadIt) < figures::leastAnswers || *mean(others) < *mean(whoHadIt))
                continue;
            tell(Symptom::AnotherMayHold, "doctor-another", option,
                 {{QStringLiteral("count"), static_cast<int>(others.size())},
                  {QStringLiteral("first"), static_cast<int>(whoHadIt.size())},
                  {QStringLiteral("second"), items::optionKey(key).toUpper()}});
        }
    }

    void lookForUnchosen()
    {
        for (qsizetype option = 0; option < std::ssize(m_item.options); ++option) {
            const auto isIt = [option](const Answer &answer) { return answer.chosen == optionBit(option); };
            if (std::ranges::none_of(m_all, isIt)) // nor some other time
                tell(Symptom::NobodyChooses, "doctor-unchosen", option);
        }
    }

    void lookForPull()
    {
        Sample marks;
        Sample rests;
        for (std::size_t at = 0; at < m_answers.size(); ++at) {
            if (!m_rests[at])
                continue;
            marks.push_back(static_cast<double>(m_answers[at].fraction));
            rests.push_back(*m_rests[at]);
        }
        const auto r = correlation(marks, rests);
        if (std::ssize(marks) >= figures::leastForDiscrimination && r && *r < 0)
            tell(Symptom::PullsBack, "doctor-pulls-back");
    }

    /// Of those who answered it before, and of those who did after: of either time enough.
    void lookForEase()
    {
        const auto isEasy = [this](workshop::When when) {
            int n = 0;
            int right = 0;
            for (const Answer &answer : m_all) {
                if (m_set.people[static_cast<std::size_t>(answer.person)].when != when)
                    continue;
                ++n;
                right += answer.isRight() ? 1 : 0;
            }
            return n >= figures::leastForDiscrimination && right >= nearlyAll * n;
        };
        if (isEasy(workshop::When::Before) && isEasy(workshop::When::After))
            tell(Symptom::EasyAtBothTimes, "doctor-easy");
    }

    const items::Item &m_item;
    const std::vector<Answer> &m_answers;
    const std::vector<Answer> &m_all;
    const AnswerSet &m_set;
    std::vector<std::optional<double>> m_rests; ///< by answer; nothing where somebody answered nothing else
    std::vector<Finding> m_findings;
};

std::vector<std::vector<Answer>> byItem(const AnswerSet &set)
{
    std::vector<std::vector<Answer>> answers(static_cast<std::size_t>(set.items.size()));
    for (const Answer &answer : set.answers)
        answers[static_cast<std::size_t>(answer.item)].push_back(answer);
    return answers;
}

} // namespace

std::vector<Finding> lookedOver(const std::vector<items::Item> &items, const AnswerSet &set)
{
    const AnswerSet once = atOneTime(set);
    const std::vector<Total> totals = totalsOf(once, items);
    const std::vector<std::vector<Answer>> answersOf = byItem(once);
    const std::vector<std::vector<Answer>> allOf = byItem(set);
    std::vector<Finding> all;
    for (const items::Item &item : items) {
        const qsizetype found = set.items.indexOf(item.id);
        if (found < 0 || !quiz::isMarked(item))
            continue;
        const auto at = static_cast<std::size_t>(found);
        std::ranges::move(ItemDoctor(item, answersOf[at], allOf[at], set, totals).findings(), std::back_inserter(all));
    }
    return all;
}

} // namespace insight

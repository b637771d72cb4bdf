// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/cards.h"

#include "quiz/check.h"

#include <QJsonObject>

#include <algorithm>

namespace practice {

namespace {

constexpr qint64 msPerMinute = 60'000;
constexpr qint64 msPerDay = 86'400'000;

bool isSure(const QJsonObject &result)
{
    return result.value(QLatin1String("sure")).toInt() == quiz::mostSure;
}

} // namespace

Grade gradeOf(const QJsonObject &result)
{
    const double fraction = result.value(QLatin1String("fraction")).toDouble();
    if (fraction < 0.5)
        return Grade::Again;
    if (fraction < 1.0)
        return Grade::Hard;
    switch (result.value(QLatin1String("sure")).toInt()) {
    case quiz::leastSure:
        return Grade::Hard;
    case quiz::mostSure:
        return Grade::Easy;
    default:
        return Grade::Good;
    }
}

Deck::Deck(const course::Course &course) : m_prefix(course.id + QLatin1Char('/'))
{
    for (const course::Module &module : course.modules) {
        for (const items::Item &item : module.items) {
            if (quiz::isMarked(item))
                m_items.push_back(item.id);
        }
    }
}

void Deck::take(const base::Statement &statement)
{
    if (statement.verb != base::Verb::Answered || !statement.object.startsWith(m_prefix))
        return;
    if (statement.result.value(QLatin1String("try")).toInt(1) > 1)
        return;
    Met &met = m_met[statement.object.mid(m_prefix.size())];
    const bool isChange = std::erase_if(met.reviews, [&](const Review &one) {
                              return !one.attempt.isNull() && one.attempt == statement.attempt;
                          }) > 0;
    met.reviews.push_back({statement.attempt, statement.at, gradeOf(statement.result), isSure(statement.result)});
    if (!isChange) {
        add(met.card, met.reviews.back());
        return;
    }
    // As if it had never been answered otherwise; practice may have come in between.
    met.card = {};
    for (const Review &review : met.reviews)
        add(met.card, review);
}

void Deck::add(Card &card, const Review &review)
{
    card.last = review.grade;
    card.memory = reviewed(card.memory, review.grade, review.at);
    card.sureButWrong = review.grade == Grade::Again && review.isSure;
}

std::vector<Card> Deck::cards() const
{
    std::vector<Card> cards;
    for (const QString &item : m_items) {
        const auto met = m_met.constFind(item);
        if (met == m_met.constEnd())
            continue;
        cards.push_back(met->card);
        cards.back().item = item;
    }
    return cards;
}

Today todayAt(qint64 now, int offsetMinutes)
{
    const qint64 local = now + offsetMinutes * msPerMinute;
    const qint64 sinceMidnight = (local % msPerDay + msPerDay) % msPerDay;
    return {now, now - sinceMidnight, now - sinceMidnight + msPerDay};
}

bool isDue(const Card &card, const Today &today)
{
    const Memory &memory = card.memory;
    if (memory.intervalDays > 0)
        return memory.due < today.end;
    const bool held = card.last == Grade::Good || card.last == Grade::Easy;
    return memory.due <= today.now && (!held || memory.at < today.start);
}

int daysUntilDue(const Card &card, const Today &today)
{
    if (isDue(card, today))
        return 0;
    const qint64 days = (card.memory.due - today.start) / msPerDay;
    // What is learned within minutes and held is back tomorrow; what did not hold is back today.
    const bool held = card.last == Grade::Good || card.last == Grade::Easy;
    const qint64 least = card.memory.intervalDays > 0 || held ? 1 : 0;
    return static_cast<int>(std::max(least, days));
}

std::vector<int> forecast(const std::vector<Card> &cards, const Today &today, int days)
{
    std::vector<int> due(static_cast<std::size_t>(days), 0);
    for (const Card &card : cards) {
        const int day = daysUntilDue(card, today);
        if (day < days)
            ++due[static_cast<std::size_t>(day)];
    }
    return due;
}

} // namespace practice

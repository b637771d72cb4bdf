// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiz/conduct.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace quiz {

namespace {

struct FeedbackName {
    Conduct::Feedback feedback;
    const char *name;
};

constexpr std::array feedbackNames{
    FeedbackName{Conduct::Feedback::AtOnce, "at-once"},
    FeedbackName{Conduct::Feedback::AfterTries, "after-tries"},
    FeedbackName{Conduct::Feedback::AtEnd, "at-end"},
};

/// SplitMix64: each state gives the next number.
class Numbers
{
public:
    explicit Numbers(quint64 state) : m_state(state) {}

    [[nodiscard]] quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15U;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
        return mixed ^ (mixed >> 31U);
    }

    /// From 0 up to `end`; the remainder favours small numbers by less than one in a thousand million million.
    [[nodiscard]] quint64 below(quint64 end) { return next() % end; }

private:
    quint64 m_state;
};

/// FNV-1a, so that two questions are not shuffled alike.
quint64 hashed(const QString &id)
{
    quint64 hash = 0xCBF29CE484222325U;
    for (const char byte : id.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return hash;
}

void keepOnly(std::vector<items::Item> &items, const QStringList &ids)
{
    std::erase_if(items, [&](const items::Item &item) { return !ids.contains(item.id); });
    std::ranges::sort(items, {}, [&](const items::Item &item) { return ids.indexOf(item.id); });
}

} // namespace

QJsonObject resultOf(const Conduct &conduct)
{
    QJsonObject result;
    if (conduct.feedback != Conduct::Feedback::AtOnce)
        result.insert(QLatin1String("feedback"),
                      QLatin1String(std::ranges::find(feedbackNames, conduct.feedback, &FeedbackName::feedback)->name));
    if (conduct.asksCertainty)
        result.insert(QLatin1String("certainty"), true);
    if (conduct.seed != 0)
        result.insert(QLatin1String("seed"), static_cast<qint64>(conduct.seed));
    if (!conduct.only.isEmpty())
        result.insert(QLatin1String("only"), QJsonArray::fromStringList(conduct.only));
    if (!conduct.form.isEmpty())
        result.insert(QLatin1String("form"), conduct.form);
    return result;
}

Conduct conductFrom(const QJsonObject &result)
{
    Conduct conduct;
    const QString name = result.value(QLatin1String("feedback")).toString();
    const auto *known = std::ranges::find_if(
        feedbackNames, [&](const FeedbackName &entry) { return name == QLatin1String(entry.name); });
    if (known != feedbackNames.end())
        conduct.feedback = known->feedback;
    conduct.asksCertainty = result.value(QLatin1String("certainty")).toBool();
    const qint64 seed = result.value(QLatin1String("seed")).toInteger();
    if (seed > 0 && seed <= std::numeric_limits<quint32>::max())
        conduct.seed = static_cast<quint32>(seed);
    for (const QJsonValue id : result.value(QLatin1String("only")).toArray())
        conduct.only.append(id.toString());
    conduct.form = result.value(QLatin1String("form")).toString();
    return conduct;
}

std::vector<qsizetype> shuffled(qsizetype count, quint32 seed, const QString &id)
{
    std::vector<qsizetype> order(static_cast<std::size_t>(count));
    std::iota(order.begin(), order.end(), 0);
    if (seed == 0)
        return order;
    Numbers numbers(hashed(id) ^ seed);
    for (std::size_t end = order.size(); end > 1; --end)
        std::swap(order[end - 1], order[static_cast<std::size_t>(numbers.below(end))]);
    return order;
}

std::vector<items::Item> arranged(std::vector<items::Item> items, const Conduct &conduct, const QString &moduleId)
{
    if (!conduct.only.isEmpty())
        keepOnly(items, conduct.only);
    std::vector<items::Item> asked;
    asked.reserve(items.size());
    for (const qsizetype at : shuffled(static_cast<qsizetype>(items.size()), conduct.seed, moduleId))
        asked.push_back(items[static_cast<std::size_t>(at)]);
    return asked;
}

} // namespace quiz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "quiz/marking.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

namespace quiz {

namespace {

using items::Item;
using items::ItemType;
using items::Option;

double held(double fraction)
{
    // Weights such as 33.33333 % three times make 0.9999999: what is that close to the full mark is the full mark.
    const double sum = std::clamp(fraction, 0.0, 1.0);
    return sum > 0.9999 ? 1.0 : sum;
}

const Option &optionAt(const Item &item, qsizetype position)
{
    return item.options[static_cast<std::size_t>(position)];
}

qsizetype optionCount(const Item &item)
{
    return static_cast<qsizetype>(item.options.size());
}

/// The positions of the options chosen, each once; of a single choice the first alone.
std::vector<qsizetype> chosen(const Item &item, const Response &response)
{
    std::vector<qsizetype> positions;
    for (const QString &key : response) {
        const qsizetype position = items::optionPosition(key);
        const bool isOption = position >= 0 && position < optionCount(item);
        if (isOption && std::ranges::find(positions, position) == positions.end())
            positions.push_back(position);
    }
    if (item.single && positions.size() > 1)
        return {positions.front()};
    return positions;
}

Mark markChoice(const Item &item, const Response &response)
{
    Mark mark;
    double sum = 0.0;
    for (const qsizetype position : chosen(item, response)) {
        sum += optionAt(item, position).fraction;
        mark.optionsToTell.push_back(position);
    }
    mark.fraction = held(sum);
    return mark;
}

Mark markMatching(const Item &item, const Response &response)
{
    int pairs = 0;
    int right = 0;
    for (qsizetype i = 0; i < optionCount(item); ++i) {
        const Option &pair = optionAt(item, i);
        if (pair.text.isEmpty())
            continue;
        ++pairs;
        if (i < response.size() && response.at(i) == pair.match)
            ++right;
    }
    return {pairs == 0 ? 0.0 : static_cast<double>(right) / pairs, {}};
}

/// QString::toDouble would also take `inf` and `nan`.
std::optional<double> numberOf(const Response &response)
{
    bool isNumber = false;
    const double number = response.value(0).trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool acceptsNumber(const Option &option, double number)
{
    // As much room as Moodle leaves (10 to the minus PHP's precision), so that 3.1 lies within 3:0.1 in spite of binary
    // fractions.
    const double room = 1e-14 * std::max(1.0, std::abs(option.value));
    return option.anythingElse || std::abs(number - option.value) <= option.tolerance + room;
}

/// A text as it is compared: spaces at its ends or in a row, and how an accent is stored, make no difference.
QString compared(const QString &text)
{
    return text.simplified().normalized(QString::NormalizationForm_C);
}

bool acceptsText(const Option &option, const QString &text)
{
    // As in Moodle, `\*` is an asterisk and no wildcard.
    static const QRegularExpression wildcard(QStringLiteral("(?<!\\\\)\\*"));
    QStringList parts = compared(option.text.content).split(wildcard);
    std::ranges::transform(parts, parts.begin(), [](QString part) {
        return QRegularExpression::escape(part.replace(QStringLiteral("\\*"), QStringLiteral("*")));
    });
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(parts.join(QLatin1String(".*"))),
                                     QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

template<typename Accepts>
Mark markFirst(const Item &item, const Accepts &accepts)
{
    for (qsizetype i = 0; i < optionCount(item); ++i) {
        if (accepts(optionAt(item, i)))
            return {held(optionAt(item, i).fraction), {i}};
    }
    return {};
}

Mark markNumber(const Item &item, const Response &response)
{
    const auto number = numberOf(response);
    return number ? markFirst(item, [&](const Option &option) { return acceptsNumber(option, *number); }) : Mark{};
}

Mark markText(const Item &item, const Response &response)
{
    const QString text = compared(response.value(0));
    if (text.isEmpty()) // no answer, which a lone asterisk does not catch either
        return {};
    return markFirst(item, [&text](const Option &option) { return acceptsText(option, text); });
}

} // namespace

Response dontKnow()
{
    return {QStringLiteral("?")};
}

bool isDontKnow(const Response &response)
{
    return response == dontKnow();
}

Mark mark(const Item &item, const Response &response)
{
    if (isDontKnow(response))
        return {};
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::TrueFalse:
    case ItemType::MissingWord:
        return markChoice(item, response);
    case ItemType::Matching:
        return markMatching(item, response);
    case ItemType::Numerical:
        return markNumber(item, response);
    case ItemType::ShortAnswer:
        return markText(item, response);
    case ItemType::Essay:
    case ItemType::Description:
        return {};
    }
    return {};
}

bool isMarked(const Item &item)
{
    return item.type != ItemType::Essay && item.type != ItemType::Description;
}

bool isComplete(const Item &item, const Response &response)
{
    if (isDontKnow(response))
        return true;
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::TrueFalse:
    case ItemType::MissingWord:
        return !response.isEmpty() && chosen(item, response).size() == static_cast<std::size_t>(response.size());
    case ItemType::Matching:
        return response.size() == optionCount(item) &&
               std::ranges::all_of(item.options, [&, i = 0](const Option &pair) mutable {
                   const qsizetype at = i++;
                   return pair.text.isEmpty() || !response.at(at).isEmpty();
               });
    case ItemType::Numerical:
        return numberOf(response).has_value();
    case ItemType::ShortAnswer:
        return !response.value(0).trimmed().isEmpty();
    case ItemType::Essay:
    case ItemType::Description:
        return true;
    }
    return true;
}

qsizetype rightCount(const Item &item)
{
    return std::ranges::count_if(item.options, [](const Option &option) { return option.fraction > 0.0; });
}

bool isRight(const Item &item, qsizetype option)
{
    const double fraction = optionAt(item, option).fraction;
    const bool several = item.type == ItemType::Choice && !item.single;
    return several ? fraction > 0.0 : fraction > 0.9999;
}

QStringList matchChoices(const Item &item)
{
    QStringList choices;
    for (const Option &pair : item.options)
        choices.append(pair.match);
    choices.removeDuplicates();
    choices.sort(Qt::CaseInsensitive);
    return choices;
}

} // namespace quiz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/answers.h"

#include "figures/wording.h"

#include <algorithm>
#include <cmath>

using base::Phrase;

namespace figures {

namespace {

Phrase labelFor(int count, int total)
{
    if (total < leastForShare)
        return {QStringLiteral("count"), {{QStringLiteral("count"), count}, {QStringLiteral("total"), total}}};
    const int percent = static_cast<int>(std::lround(100.0 * count / total));
    return {QStringLiteral("answers-percent"),
            {{QStringLiteral("count"), count}, {QStringLiteral("total"), total}, {QStringLiteral("percent"), percent}}};
}

void addLine(const Answers &answers, const Phrase &option, int count, Shelf &shelf, PreparedFigure &figure)
{
    const Cell cell = cellOf(count, answers.given(), answers.isSensitive);
    const Phrase sentence{QStringLiteral("answers-line"),
                          {{QStringLiteral("option"), inner(option)}, {QStringLiteral("number"), inner(cell.label)}}};
    figure.table.rows.push_back({option, cell.label});
    figure.plain.push_back(sentence);
    figure.spots.push_back({sentence, {}, {}, {}, {}});
    shelf.lines.push_back({option, cell, {}});
}

} // namespace

int Answers::given() const
{
    if (people > 0)
        return people;
    int sum = dontKnow;
    for (const Option &option : options)
        sum += option.count;
    return sum;
}

ShareRange wilson(int count, int total)
{
    constexpr double z = 1.959963984540054; // 97.5 % of the normal distribution
    const double n = total;
    const double share = count / n;
    const double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double reach = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return {std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

// A hidden count has no length either: it could be read off.
Cell cellOf(int count, int total, bool isSensitive)
{
    Cell cell;
    cell.hasStatus = false;
    if (isSensitive && count > 0 && count <= few) {
        cell.label = plainly("answers-few");
        cell.form = CellForm::Words;
        return cell;
    }
    cell.label = labelFor(count, total);
    cell.form = CellForm::Share;
    cell.solid = count;
    cell.hollow = total - count;
    cell.range = wilson(count, total);
    return cell;
}

tl::expected<PreparedFigure, Refusal> prepareAnswers(const Answers &answers)
{
    const bool isNegative = answers.dontKnow < 0 || answers.unanswered < 0 ||
                            std::ranges::any_of(answers.options, [](const auto &one) { return one.count < 0; });
    if (isNegative)
        return tl::unexpected(Refusal{plainly("refused-negative"), {}});
    if (answers.isUncounted)
        return tl::unexpected(Refusal{plainly("refused-uncounted"), {}});
    if (answers.given() < leastAnswers)
        return tl::unexpected(
            Refusal{{QStringLiteral("refused-few-answers"), {{QStringLiteral("least"), leastAnswers}}}, {}});
    PreparedFigure figure;
    figure.id = answers.id;
    figure.title = answers.question;
    figure.verdict = Verdict::WithCaveat;
    figure.table.header = {plainly("column-answer"), plainly("column-number")};
    Shelf shelf;
    for (const Answers::Option &option : answers.options)
        addLine(answers, asWritten(option.text), option.count, shelf, figure);
    addLine(answers, plainly("answers-dont-know"), answers.dontKnow, shelf, figure);
    figure.diagram = std::move(shelf);
    figure.caveats.push_back(
        {answers.isRoom ? QStringLiteral("caveat-answers-room") : QStringLiteral("caveat-answers"),
         {{QStringLiteral("total"), answers.given()}, {QStringLiteral("count"), answers.unanswered}}});
    return figure;
}

} // namespace figures

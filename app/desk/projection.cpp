// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/projection.h"

#include "figures/figure.h"
#include "quiz/marking.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk {

namespace {

using items::Item;
using items::ItemType;

// What fits a screen of 4:3 at the size that is read at the back, reckoned in lines of so many signs. A projector that
// is wider has more room; that the same slides come on every one is worth more.
constexpr int screenLines = 12;
constexpr qsizetype stemSigns = 42; // bold
constexpr qsizetype optionSigns = 40;
constexpr double gapLines = 0.65; // around an option
constexpr qsizetype explanationSigns = 330;

double linesOf(const items::Text &text, qsizetype signsInALine)
{
    return static_cast<double>((text.content.size() + signsInALine - 1) / signsInALine);
}

QString figureIn(const course::Block &block)
{
    if (block.kind == course::BlockKind::Figure)
        return block.figure;
    for (const course::Block &child : block.children) {
        if (const QString found = figureIn(child); !found.isEmpty())
            return found;
    }
    return {};
}

/// The first round stays hidden while the room talks and votes again: it would pull people along. Nor is one round
/// shown before it is revealed, for there may be a second.
bool mayBeSeen(const workshop::Asking &asking)
{
    return asking.isRevealed || (asking.rounds.size() > 1 && asking.rounds.back().isClosed);
}

} // namespace

QString stepTitle(const course::PlanStep &step, const workshop::Stage &stage)
{
    if (step.kind == course::PlanStep::Kind::Form)
        return QCoreApplication::translate("desk::Study", "Form %1").arg(step.target.toUpper());
    return stage.title;
}

QString figureOn(const workshop::Slide &slide)
{
    return figureIn(slide.text);
}

int rowsToOpen(const course::Course &course, const workshop::Slide &slide)
{
    const course::FigureData *numbers = course::findFigure(course, figureOn(slide));
    const auto prepared = numbers == nullptr ? tl::unexpected(figures::Refusal()) : figures::prepare(*numbers);
    return prepared ? static_cast<int>(prepared->rows.size()) : 0;
}

bool needsTwoScreens(const Item &item)
{
    double lines = linesOf(item.stem, stemSigns) + 1 + gapLines; // with "I don't know"
    for (const items::Option &option : item.options)
        lines += linesOf(option.text, optionSigns) + gapLines;
    return isCounted(item) && lines > screenLines;
}

int explanationParts(const Item &item)
{
    qsizetype signs = item.generalFeedback.content.size();
    for (qsizetype at = 0; isCounted(item) && at < std::ssize(item.options); ++at) {
        const items::Option &option = item.options[static_cast<std::size_t>(at)];
        if (quiz::isRight(item, at))
            signs += option.text.content.size() + option.feedback.content.size();
    }
    return signs > explanationSigns && !item.generalFeedback.isEmpty() && isCounted(item) ? 2 : 1;
}

AskedItem explanationPart(AskedItem asked, int part)
{
    const bool hasMore = !asked.remarks.empty();
    if (part == 0 && hasMore) {
        asked.remarks.pop_back();
    } else if (hasMore) {
        asked.remarks.erase(asked.remarks.begin(), asked.remarks.end() - 1);
        asked.holding.clear();
    }
    return asked;
}

Projection whereTold(const course::Course &course, const QString &section, const QStringList &tags)
{
    Projection shown;
    shown.kind = Projection::Kind::Where;
    if (const course::SectionPlace place = course::findSection(course, section); place.section != nullptr)
        shown.title = place.section->title;
    for (const course::Claim &claim : course.claims) {
        if (tags.contains(claim.id))
            shown.lines.append(claim.statement);
    }
    if (!course.sources.empty() && !shown.lines.isEmpty()) {
        const course::Source &essay = course.sources.front();
        shown.foot = QCoreApplication::translate("desk::Projection", "%1, “%2”, %3, %4")
                         .arg(essay.author, essay.title, essay.publisher, essay.date);
    }
    return shown;
}

figures::Answers answersOf(const Item &item, const workshop::Round &round, int room)
{
    figures::Answers answers;
    answers.id = item.id;
    answers.question = item.title;
    for (qsizetype at = 0; at < std::ssize(item.options); ++at) {
        const QString key = items::optionKey(at);
        answers.options.push_back({key, round.counts.value(key)});
    }
    answers.dontKnow = round.counts.value(QStringLiteral("?"));
    answers.unanswered = std::max(0, room - round.answers());
    answers.isSensitive = item.tags.contains(QLatin1String("sensitive"));
    return answers;
}

bool isCounted(const Item &item)
{
    return item.type == ItemType::Choice || item.type == ItemType::TrueFalse || item.type == ItemType::MissingWord;
}

AskedItem askedItem(const Item &item, const workshop::Asking &asking, int room)
{
    AskedItem asked;
    asked.stem = item.stem;
    asked.isSplit = needsTwoScreens(item);
    asked.isRevealed = asking.isRevealed;
    if (isCounted(item)) {
        for (qsizetype at = 0; at < std::ssize(item.options); ++at)
            asked.options.push_back({items::optionKey(at), item.options[static_cast<std::size_t>(at)].text});
    }
    if (mayBeSeen(asking)) {
        for (const workshop::Round &round : asking.rounds) {
            if (round.answers() > 0)
                asked.rounds.push_back(answersOf(item, round, room));
        }
    }
    if (!asking.isRevealed)
        return asked;
    for (qsizetype at = 0; isCounted(item) && at < std::ssize(item.options); ++at) {
        const items::Option &option = item.options[static_cast<std::size_t>(at)];
        if (!quiz::isRight(item, at))
            continue;
        asked.holding.append(items::optionKey(at));
        if (!option.feedback.isEmpty())
            asked.remarks.push_back(option.feedback);
    }
    if (!item.generalFeedback.isEmpty())
        asked.remarks.push_back(item.generalFeedback);
    return asked;
}

} // namespace desk

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

/// A stem of so many signs fills a third of a screen at the size that is read at the back.
constexpr qsizetype longStem = 170;
/// With so many in all, stem and options don't fit one screen of 4:3.
constexpr qsizetype longItem = 400;

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
    qsizetype signs = item.stem.content.size();
    for (const items::Option &option : item.options)
        signs += option.text.content.size();
    return item.stem.content.size() > longStem && signs > longItem;
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

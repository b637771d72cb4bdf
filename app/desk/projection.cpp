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
constexpr qsizetype whereSigns = 330;

double linesOf(const items::Text &text, qsizetype signsInALine)
{
    const qsizetype lines = (text.content.size() + signsInALine - 1) / signsInALine;
    return static_cast<double>(lines);
}

QString figureIn(const course::Block &block)
{
    if (block.kind == course::BlockKind::Figure)
        return block.figure;
    for (const course::Block &child : block.children) {
        if (QString found = figureIn(child); !found.isEmpty())
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

/// Whether it has options that the room sees: to choose from, or to match. What is accepted of a written answer is
/// none.
bool hasOptions(const Item &item)
{
    return items::isChosenFrom(item) || item.type == ItemType::Matching;
}

/// A pair without a left side is only there to lead astray.
bool isShown(const Item &item, const items::Option &option)
{
    return hasOptions(item) && !(item.type == ItemType::Matching && option.text.isEmpty());
}

/// Whether it is part of what holds: a right option, or any pair.
bool isTold(const Item &item, qsizetype at)
{
    return isShown(item, item.options[static_cast<std::size_t>(at)]) &&
           (item.type == ItemType::Matching || quiz::isRight(item, at));
}

/// Too long for one screen with all that there is to choose from: the case goes before.
bool isLong(const Item &item)
{
    double lines = linesOf(item.stem, stemSigns) + 1 + gapLines; // with "I don't know"
    for (const items::Option &option : item.options)
        lines += linesOf(option.text, optionSigns) + gapLines;
    return hasOptions(item) && lines > screenLines;
}

/// The first pair of each screen, and behind the last screen how many there are. What is no pair stays together.
std::vector<std::size_t> askedByScreen(const AskedItem &asked)
{
    std::vector<std::size_t> found{0};
    const items::Text matches{asked.matches.join(QStringLiteral(" · "))};
    const double room = screenLines - 2 - linesOf(matches, optionSigns);
    double lines = 0;
    for (std::size_t at = 0; !asked.matches.isEmpty() && at < asked.options.size(); ++at) {
        const double more = linesOf(asked.options[at].text, optionSigns) + gapLines;
        if (at > found.back() && lines + more > room) {
            found.push_back(at);
            lines = 0;
        }
        lines += more;
    }
    found.push_back(asked.options.size());
    return found;
}

/// The keys that hold, screen by screen: pairs take as many screens as they need.
std::vector<QStringList> heldByScreen(const AskedItem &asked)
{
    if (asked.matches.isEmpty())
        return {asked.holding};
    std::vector<QStringList> screens{{}};
    double lines = 0;
    for (const AskedItem::Option &option : asked.options) {
        const items::Text pair{option.text.content + option.match};
        const double more = linesOf(pair, optionSigns) + gapLines;
        if (!screens.back().isEmpty() && lines + more > screenLines - 2) {
            screens.emplace_back();
            lines = 0;
        }
        lines += more;
        screens.back().append(option.key);
    }
    return screens;
}

/// The first line of each screen, and behind the last screen how many lines there are.
std::vector<qsizetype> beginnings(const QStringList &lines)
{
    std::vector<qsizetype> found{0};
    qsizetype signs = 0;
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (at > found.back() && signs + lines[at].size() > whereSigns) {
            found.push_back(at);
            signs = 0;
        }
        signs += lines[at].size();
    }
    found.push_back(lines.size());
    return found;
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

int askingParts(const Item &item)
{
    const AskedItem asked = askedItem(item, {});
    return static_cast<int>(askedByScreen(asked).size()) - 1 + (asked.isSplit ? 1 : 0);
}

AskedItem askingPart(AskedItem asked, int part)
{
    const std::vector<std::size_t> from = askedByScreen(asked);
    const auto last = static_cast<int>(from.size()) - 2;
    const auto at = static_cast<std::size_t>(std::clamp(part - (asked.isSplit ? 1 : 0), 0, last));
    const auto options = asked.options.begin();
    asked.options = {options + static_cast<std::ptrdiff_t>(from[at]),
                     options + static_cast<std::ptrdiff_t>(from[at + 1])};
    return asked;
}

int explanationParts(const Item &item)
{
    workshop::Asking revealed;
    revealed.isRevealed = true;
    const AskedItem asked = askedItem(item, revealed);
    qsizetype signs = 0;
    for (const items::Text &remark : asked.remarks)
        signs += remark.content.size();
    for (const AskedItem::Option &option : asked.options)
        signs += asked.holding.contains(option.key) ? option.text.content.size() + option.match.size() : 0;
    if (signs <= explanationSigns || asked.options.empty())
        return 1;
    return static_cast<int>(heldByScreen(asked).size()) + (item.generalFeedback.isEmpty() ? 0 : 1);
}

AskedItem explanationPart(AskedItem asked, int part)
{
    const std::vector<QStringList> held = heldByScreen(asked);
    if (part < static_cast<int>(held.size())) {
        asked.holding = held[static_cast<std::size_t>(part)];
        if (!asked.remarks.empty())
            asked.remarks.pop_back();
    } else if (!asked.remarks.empty()) {
        asked.remarks.erase(asked.remarks.begin(), asked.remarks.end() - 1);
        asked.holding.clear();
    }
    return asked;
}

int whereParts(const Projection &told)
{
    return static_cast<int>(beginnings(told.lines).size()) - 1;
}

Projection wherePart(Projection told, int part)
{
    const std::vector<qsizetype> from = beginnings(told.lines);
    const auto at = static_cast<std::size_t>(std::clamp(part, 0, whereParts(told) - 1));
    told.lines = told.lines.mid(from[at], from[at + 1] - from[at]);
    return told;
}

std::optional<int> whereAfter(const std::optional<int> &part, const Projection &told)
{
    const int next = part ? *part + 1 : 0;
    return next < whereParts(told) ? std::optional(next) : std::nullopt;
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

figures::Answers answersOf(const Item &item, const insight::Spread &spread)
{
    figures::Answers answers;
    answers.id = item.id;
    answers.question = item.title;
    for (qsizetype at = 0; at < std::ssize(spread.options); ++at)
        answers.options.push_back({items::optionKey(at), spread.options[static_cast<std::size_t>(at)]});
    answers.dontKnow = spread.dontKnow;
    answers.people = item.single ? 0 : spread.answered;
    answers.unanswered = spread.unanswered;
    answers.isRoom = spread.isRoom;
    answers.isUncounted = spread.isUncounted();
    answers.isSensitive = items::isSensitive(item);
    return answers;
}

AskedItem askedItem(const Item &item, const workshop::Asking &asking)
{
    AskedItem asked;
    asked.stem = item.stem;
    asked.isSplit = isLong(item);
    asked.isRevealed = asking.isRevealed;
    for (qsizetype at = 0; at < std::ssize(item.options); ++at) {
        const items::Option &option = item.options[static_cast<std::size_t>(at)];
        if (isShown(item, option))
            asked.options.push_back({items::optionKey(at), option.text, asking.isRevealed ? option.match : QString()});
    }
    if (item.type == ItemType::Matching)
        asked.matches = quiz::matchChoices(item);
    if (mayBeSeen(asking)) {
        for (const workshop::Round &round : asking.rounds) {
            if (round.answers() > 0)
                asked.rounds.push_back(answersOf(item, insight::spreadOf(item, round)));
        }
        if (asked.rounds.size() > 1)
            asked.roundNames = {QCoreApplication::translate("desk::Projection", "before you talked"),
                                QCoreApplication::translate("desk::Projection", "after")};
    }
    if (!asking.isRevealed)
        return asked;
    for (qsizetype at = 0; at < std::ssize(item.options); ++at) {
        const items::Option &option = item.options[static_cast<std::size_t>(at)];
        if (!isTold(item, at))
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/chapters.h"

#include "figures/smallnumbers.h"
#include "insight/beliefs.h"
#include "insight/scrubbing.h"
#include "quiz/marking.h"

#include <algorithm>

namespace insight {

namespace {

/// Those of an item that enough people answered.
std::vector<const Occasion *> toldOccasions(const Reviewed &reviewed)
{
    std::vector<const Occasion *> told;
    for (const Occasion &occasion : reviewed.occasions) {
        if (occasion.spread.isTold())
            told.push_back(&occasion);
    }
    return told;
}

/// A question of which anything may be told.
class QuestionBlock
{
public:
    QuestionBlock(const Sources &sources, const Reviewed &reviewed, const items::Item &item, Teller &teller)
        : m_sources(sources), m_reviewed(reviewed), m_item(item), m_teller(teller), m_told(toldOccasions(reviewed))
    {
    }

    [[nodiscard]] ReportBlock made()
    {
        m_teller.setPlace(titleOf(m_sources.course, m_item.id));
        m_block.heading = titleOf(m_sources.course, m_item.id);
        m_block.words.append(m_item.stem.content.simplified());
        addColumns();
        addRight();
        addOptions();
        addNotes();
        return std::move(m_block);
    }

private:
    void addColumns()
    {
        m_block.columns.append(reportText("Answer"));
        for (const Occasion *occasion : m_told)
            m_block.columns.append(nameOf(*occasion));
    }

    void addRight()
    {
        ReportRow row{reportText("Had it"), {}};
        for (const Occasion *occasion : m_told) {
            const Spread &spread = occasion->spread;
            if (!spread.right)
                row.cells.push_back({reportText("not known")});
            else if (isInWords(*occasion) && isRightHidden(m_item, spread))
                row.cells.push_back(roughly(*spread.right, spread.answered));
            else
                row.cells.push_back(m_teller.count(*spread.right, spread.answered, items::isSensitive(m_item)));
        }
        if (quiz::isMarked(m_item))
            m_block.rows.push_back(std::move(row));
    }

    void addOptions()
    {
        if (std::ranges::any_of(m_told, [this](const Occasion *one) { return isInWords(*one); }))
            m_block.notes.append(
                reportText("Where one or two people chose an option, all options stand in words: a few "
                           "are one or two, most are more than half."));
        for (qsizetype option = 0; option < std::ssize(m_told.front()->spread.options); ++option) {
            const auto at = static_cast<std::size_t>(option);
            const QString key = items::optionKey(option).toUpper();
            ReportRow row{reportText("%1  %2").arg(key, m_item.options[at].text.content.simplified()), {}};
            row.holds = quiz::isRight(m_item, option);
            m_teller.setPlace(reportText("%1, %2").arg(titleOf(m_sources.course, m_item.id), key));
            for (const Occasion *occasion : m_told)
                row.cells.push_back(cellOf(*occasion, occasion->spread.options[at]));
            m_block.rows.push_back(std::move(row));
        }
        addDontKnow();
    }

    void addDontKnow()
    {
        if (std::ranges::none_of(m_told, [](const Occasion *one) { return one->spread.dontKnow > 0; }))
            return;
        ReportRow row{reportText("I don’t know"), {}};
        m_teller.setPlace(reportText("%1, %2").arg(titleOf(m_sources.course, m_item.id), row.head));
        for (const Occasion *occasion : m_told)
            row.cells.push_back(cellOf(*occasion, occasion->spread.dontKnow));
        m_block.rows.push_back(std::move(row));
    }

    [[nodiscard]] bool isInWords(const Occasion &occasion) const
    {
        return m_teller.isScrubbed() && isRough(occasion.spread);
    }

    [[nodiscard]] ReportCell cellOf(const Occasion &occasion, int count) const
    {
        return isInWords(occasion) ? roughly(count, occasion.spread.answered)
                                   : m_teller.chosen(count, occasion.spread.answered, items::isSensitive(m_item));
    }

    void addNotes()
    {
        for (const Occasion &occasion : m_reviewed.occasions) {
            if (occasion.spread.uncounted > 0)
                m_block.notes.append(
                    reportText("%1: rooms that nobody counted are left out, %2 of them. Several options may be chosen, "
                               "and how many people stand behind their hands is not known.")
                        .arg(nameOf(occasion))
                        .arg(occasion.spread.uncounted));
            if (!occasion.spread.isTold() && !occasion.spread.isUncounted())
                m_block.notes.append(
                    reportText("%1: fewer than %2 answered.").arg(nameOf(occasion)).arg(figures::leastAnswers));
        }
        for (const Behind &one : behind(m_sources.course, m_item, m_told.front()->spread))
            m_block.notes.append(
                reportText("Behind %1: %2").arg(one.options.join(QStringLiteral(", ")).toUpper(), one.statement));
    }

    const Sources &m_sources;
    const Reviewed &m_reviewed;
    const items::Item &m_item;
    Teller &m_teller;
    std::vector<const Occasion *> m_told;
    ReportBlock m_block;
};

/// A belief with what it says.
struct NamedBelief {
    Belief belief;
    QString statement;
    bool isSensitive = false; ///< one of the items that show it is
};

std::vector<NamedBelief> named(const course::Course &course, std::vector<Belief> beliefs)
{
    std::vector<NamedBelief> all;
    for (Belief &belief : beliefs) {
        const auto known = std::ranges::find(course.misconceptions, belief.id, &course::Misconception::id);
        if (known == course.misconceptions.end())
            continue;
        const bool sensitive = std::ranges::any_of(known->shownBy, [&](const auto &sign) {
            const items::Item *item = course::findItem(course, sign.item);
            return item != nullptr && items::isSensitive(*item);
        });
        all.push_back({std::move(belief), known->statement, sensitive});
    }
    return all;
}

ReportCell cellOf(const NamedBelief &one, const Signs &signs, Teller &teller)
{
    if (teller.isScrubbed() && signs.givesBack() && signs.people >= figures::leastAnswers)
        return roughly(signs.shown, signs.answers);
    return teller.answers(signs.shown, signs.answers, signs.people, one.isSensitive);
}

/// Of one module, or of all where it is empty.
ReportBlock beliefBlock(const std::vector<NamedBelief> &beliefs, Teller &teller, const QString &heading,
                        const QString &module)
{
    ReportBlock block{.heading = heading, .columns = {reportText("Belief"), reportText("Answers that show it")}};
    teller.setPlace(heading.isEmpty() ? reportText("What people believe") : heading);
    for (const NamedBelief &one : beliefs) {
        const Signs signs = module.isEmpty() ? one.belief.all : one.belief.modules.value(module);
        if (signs.answers > 0)
            block.rows.push_back({one.statement, {cellOf(one, signs, teller)}});
    }
    return block;
}

/// Those of which every module can be told: one that is hidden could be had back from the others, and from the sum.
std::vector<NamedBelief> toldApart(const std::vector<NamedBelief> &beliefs, bool isScrubbed)
{
    Teller teller(isScrubbed);
    std::vector<NamedBelief> told;
    std::ranges::copy_if(beliefs, std::back_inserter(told), [&teller](const NamedBelief &one) {
        return std::ranges::none_of(one.belief.modules,
                                    [&](const Signs &signs) { return cellOf(one, signs, teller).isHidden; });
    });
    return told;
}

/// Those of which the boxes may tell: one or two who were sure, or not, could be known by them, and where it stands in
/// words how many had it they would tell that.
AnswerSet forBoxes(const Sources &sources, bool isScrubbed)
{
    AnswerSet set = sources.once;
    std::vector<bool> isOut;
    isOut.reserve(static_cast<std::size_t>(set.items.size()));
    for (const QString &id : set.items) {
        const items::Item *item = course::findItem(sources.course, id);
        isOut.push_back(item != nullptr &&
                        (items::isSensitive(*item) || (isScrubbed && isRightHidden(*item, sources.reviewed))));
    }
    std::erase_if(set.answers, [&](const Answer &answer) { return isOut[static_cast<std::size_t>(answer.item)]; });
    return set;
}

/// People who said how sure they are: at least the most answers to one item.
int peopleIn(const AnswerSet &set)
{
    std::vector<int> toItems(static_cast<std::size_t>(set.items.size()), 0);
    for (const Answer &answer : set.answers)
        toItems[static_cast<std::size_t>(answer.item)] += answer.sure > 0 ? 1 : 0;
    return toItems.empty() ? 0 : *std::ranges::max_element(toItems);
}

ReportBlock boxesBlock(const Boxes &boxes, int people, Teller &teller)
{
    ReportBlock block{.columns = {{}, reportText("had it"), reportText("did not have it")}};
    const auto cell = [&](int count) { return teller.answers(count, boxes.n(), people); };
    block.rows = {{reportText("Sure"), {cell(boxes.sureRight), cell(boxes.sureNot)}},
                  {reportText("Fairly sure, or a guess"), {cell(boxes.unsureRight), cell(boxes.unsureNot)}}};
    const bool hasHidden = std::ranges::any_of(
        block.rows, [](const ReportRow &row) { return std::ranges::any_of(row.cells, &ReportCell::isHidden); });
    if (hasHidden) { // the other three would give it back
        block.rows.clear();
        block.words.append(reportText("How many they are is not told: one or two answers stand in one of the boxes."));
    }
    block.notes = {
        reportText("Counted in answers, without those to sensitive questions. It is never a mark: who is sure of what "
                   "does not hold gains most from talking about it.")};
    return block;
}

} // namespace

ReportChapter questionsOf(const Sources &sources, Teller &teller)
{
    ReportChapter chapter{reportText("Question by question, the most missed first"), {}};
    QStringList untold;
    for (const Reviewed &one : sources.reviewed) {
        const items::Item *item = course::findItem(sources.course, one.item);
        if (item == nullptr)
            continue;
        if (toldOccasions(one).empty())
            untold.append(titleOf(sources.course, one.item));
        else
            chapter.blocks.push_back(QuestionBlock(sources, one, *item, teller).made());
    }
    if (!untold.empty())
        chapter.blocks.push_back(
            {.heading = reportText("Questions of which nothing is told"),
             .words = {untold.join(QStringLiteral(" · "))},
             .notes = {
                 reportText("Fewer than %1 answered, or several options may be chosen and nobody counted the room.")
                     .arg(figures::leastAnswers)}});
    return chapter;
}

ReportChapter beliefsOf(const Sources &sources, Teller &teller, bool byModule)
{
    ReportChapter chapter{reportText("What people believe, as their answers show it"), {}};
    const std::vector<NamedBelief> beliefs = named(sources.course, beliefsIn(sources.course, sources.reviewed));
    if (beliefs.empty())
        return chapter;
    chapter.blocks.push_back(beliefBlock(beliefs, teller, {}, {}));
    QStringList &notes = chapter.blocks.back().notes;
    notes = {
        reportText("Only questions of which an option shows the belief are counted, each the first time that it can be "
                   "told. A belief that somebody did not show here they may hold all the same.")};
    if (std::ranges::any_of(beliefs, [](const NamedBelief &one) { return one.belief.all.isAtLeast; }))
        notes.append(reportText("Where several options may be chosen, at least so many showed it."));
    if (teller.isScrubbed() &&
        std::ranges::any_of(beliefs, [](const NamedBelief &one) { return one.belief.all.givesBack(); }))
        notes.append(
            reportText("A belief stands in words where its number would tell that one or two people chose an option."));
    const auto isIn = [&beliefs](const course::Module &module) {
        return std::ranges::any_of(beliefs, [&](const auto &one) { return one.belief.modules.contains(module.id); });
    };
    // Of one module alone it would be the same table twice.
    if (!byModule || std::ranges::count_if(sources.course.modules, isIn) < 2)
        return chapter;
    const std::vector<NamedBelief> apart = toldApart(beliefs, teller.isScrubbed());
    for (const course::Module &module : sources.course.modules) {
        if (ReportBlock block = beliefBlock(apart, teller, module.title, module.id); !block.rows.empty())
            chapter.blocks.push_back(std::move(block));
    }
    if (apart.size() < beliefs.size())
        chapter.blocks.back().notes.append(
            reportText("By module those beliefs are left out that cannot be told of each module by itself."));
    return chapter;
}

ReportChapter certaintyOf(const Sources &sources, Teller &teller)
{
    ReportChapter chapter{reportText("Sure, and not so"), {}};
    const AnswerSet set = forBoxes(sources, teller.isScrubbed());
    const Boxes boxes = boxesOf(set.answers);
    if (boxes.n() == 0)
        return chapter;
    teller.setPlace(chapter.heading);
    const int people = peopleIn(set);
    if (people < figures::leastAnswers) {
        chapter.blocks.push_back({.words = {reportText("Too few said how sure they are.")}});
        return chapter;
    }
    chapter.blocks.push_back(boxesBlock(boxes, people, teller));
    ReportBlock missed{.heading = reportText("Questions that many were sure of, and did not have"),
                       .columns = {reportText("Question"), reportText("Sure, and did not have it")}};
    for (const SurelyMissed &one : surelyMissedIn(set))
        missed.rows.push_back(
            {titleOf(sources.course, one.item), {teller.count(one.boxes.sureNot, one.boxes.n(), false)}});
    if (!missed.rows.empty())
        chapter.blocks.push_back(std::move(missed));
    return chapter;
}

} // namespace insight

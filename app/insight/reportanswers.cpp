// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/chapters.h"

#include "base/phrase.h"
#include "figures/smallnumbers.h"
#include "insight/beliefs.h"
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

/// How many of all chose an option, in words alone.
ReportCell roughly(int count, int total)
{
    const QString words = count == 0          ? reportText("nobody")
                          : isFew(count)      ? base::render({QStringLiteral("answers-few"), {}})
                          : 2 * count > total ? reportText("most")
                                              : reportText("some");
    return {.text = words, .isHidden = true};
}

/// Whether one or two chose an option: with the sum beside it, the others would tell how many.
bool hasFew(const Spread &spread)
{
    return isFew(spread.dontKnow) || std::ranges::any_of(spread.options, isFew);
}

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
        if (m_told.empty())
            return;
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
            else if (isRough(*occasion) && givesBack(spread))
                row.cells.push_back(roughly(*spread.right, spread.answered));
            else
                row.cells.push_back(m_teller.count(*spread.right, spread.answered, items::isSensitive(m_item)));
        }
        if (!m_told.empty() && quiz::isMarked(m_item))
            m_block.rows.push_back(std::move(row));
    }

    void addOptions()
    {
        if (m_told.empty())
            return;
        if (std::ranges::any_of(m_told, [this](const Occasion *one) { return isRough(*one); }))
            m_block.notes.append(reportText("Where one or two people chose an option, all options stand in words."));
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

    /// Whether all but those who had it are at several options of one or two people, and how many they are tells which.
    [[nodiscard]] bool givesBack(const Spread &spread) const
    {
        int few = isFew(spread.dontKnow) ? 1 : 0;
        bool isTold = m_item.single && (spread.dontKnow == 0 || few == 1);
        for (qsizetype option = 0; option < std::ssize(spread.options); ++option) {
            const int count = spread.options[static_cast<std::size_t>(option)];
            if (quiz::isRight(m_item, option) || count == 0)
                continue;
            few += isFew(count) ? 1 : 0;
            isTold = isTold && isFew(count);
        }
        const int rest = spread.answered - spread.right.value_or(0);
        return isTold && few > 1 && (rest == few || rest == figures::few * few);
    }

    [[nodiscard]] bool isRough(const Occasion &occasion) const
    {
        return m_teller.isScrubbed() && hasFew(occasion.spread);
    }

    [[nodiscard]] ReportCell cellOf(const Occasion &occasion, int count) const
    {
        return isRough(occasion) ? roughly(count, occasion.spread.answered)
                                 : m_teller.chosen(count, occasion.spread.answered, items::isSensitive(m_item));
    }

    void addNotes()
    {
        for (const Occasion &occasion : m_reviewed.occasions) {
            if (!occasion.spread.isOfPeople)
                m_block.notes.append(
                    reportText("%1: several options may be chosen, and a room was not counted: how many people stand "
                               "behind the hands is not known.")
                        .arg(nameOf(occasion)));
            else if (!occasion.spread.isTold())
                m_block.notes.append(
                    reportText("%1: fewer than %2 answered.").arg(nameOf(occasion)).arg(figures::leastAnswers));
        }
        if (m_told.empty())
            return;
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

std::vector<Tally> talliesOf(const course::Course &course, const Material &material)
{
    const QHash<QString, QString> versions = versionsOf(course);
    std::vector<Tally> tallies;
    for (const workshop::HeldSession &held : material.sessions) {
        for (const QString &id : held.session.asked()) {
            const workshop::Asking asking = held.session.asking(id);
            const items::Item *item = course::findItem(course, id);
            if (item == nullptr || asking.rounds.empty() || asking.version != versions.value(id))
                continue;
            const workshop::Round &first = asking.rounds.front();
            if (!first.isClosed)
                continue;
            const Spread spread = spreadOf(*item, first, held.session.setting().room);
            if (spread.isOfPeople)
                tallies.push_back({id, first.counts, item->single ? 0 : spread.answered});
        }
    }
    return tallies;
}

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
        reportText("Counted in answers. It is never a mark: who is sure of what does not hold gains most from "
                   "talking about it.")};
    return block;
}

} // namespace

ReportChapter questionsOf(const Sources &sources, Teller &teller)
{
    ReportChapter chapter{reportText("Question by question, the most missed first"), {}};
    for (const Reviewed &one : sources.reviewed) {
        if (const items::Item *item = course::findItem(sources.course, one.item))
            chapter.blocks.push_back(QuestionBlock(sources, one, *item, teller).made());
    }
    return chapter;
}

ReportChapter beliefsOf(const Sources &sources, Teller &teller, bool byModule)
{
    ReportChapter chapter{reportText("What people believe, as their answers show it"), {}};
    const std::vector<NamedBelief> beliefs =
        named(sources.course,
              beliefsIn(sources.course, sources.material.answers, talliesOf(sources.course, sources.material)));
    if (beliefs.empty())
        return chapter;
    chapter.blocks.push_back(beliefBlock(beliefs, teller, {}, {}));
    chapter.blocks.back().notes = {
        reportText("Only questions of which an option shows the belief are counted, the first time that each was "
                   "answered. A belief that somebody did not show here they may hold all the same.")};
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
            reportText("By module only beliefs stand that can be told of each of them: enough answered there, and not "
                       "just one or two showed it."));
    return chapter;
}

ReportChapter certaintyOf(const Sources &sources, Teller &teller)
{
    ReportChapter chapter{reportText("Sure, and not so"), {}};
    const Boxes boxes = boxesOf(sources.material.answers.answers);
    if (boxes.n() == 0)
        return chapter;
    teller.setPlace(chapter.heading);
    const int people = peopleIn(sources.material.answers);
    if (people < figures::leastAnswers) {
        chapter.blocks.push_back({.words = {reportText("Too few said how sure they are.")}});
        return chapter;
    }
    chapter.blocks.push_back(boxesBlock(boxes, people, teller));
    ReportBlock missed{.heading = reportText("Questions that many were sure of, and did not have"),
                       .columns = {reportText("Question"), reportText("Sure, and did not have it")}};
    for (const SurelyMissed &one : surelyMissedIn(sources.material.answers))
        missed.rows.push_back(
            {titleOf(sources.course, one.item), {teller.count(one.boxes.sureNot, one.boxes.n(), false)}});
    if (!missed.rows.empty())
        chapter.blocks.push_back(std::move(missed));
    return chapter;
}

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/course.h"

#include <algorithm>
#include <numeric>

namespace course {

namespace {

constexpr int wordsPerMinute = 150;

struct Amount {
    int words = 0;
    int figures = 0;
};

int wordsIn(const QString &text)
{
    int words = 0;
    bool inside = false;
    for (const QChar c : text) {
        const bool letter = c.isLetterOrNumber();
        if (letter && !inside)
            ++words;
        // An apostrophe or hyphen inside a word does not begin another.
        inside = letter || (inside && (c == u'\'' || c == u'’' || c == u'-'));
    }
    return words;
}

bool isForTrainers(const Block &block)
{
    return block.kind == BlockKind::Callout &&
           (block.callout == CalloutKind::Slide || block.callout == CalloutKind::Facilitator);
}

void count(const std::vector<Block> &blocks, Amount &amount)
{
    for (const Block &block : blocks) {
        if (isForTrainers(block))
            continue;
        if (block.kind == BlockKind::Figure)
            ++amount.figures;
        else
            amount.words += wordsIn(plainText(block.spans));
        count(block.children, amount);
    }
}

Amount amountOf(const Section &section)
{
    Amount amount;
    count(section.blocks, amount);
    return amount;
}

template<typename T>
const T *findById(const std::vector<T> &list, const QString &id)
{
    const auto found = std::ranges::find(list, id, &T::id);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

QString plainText(const std::vector<Span> &spans)
{
    QString text;
    for (const Span &span : spans)
        text += span.text;
    return text;
}

Section shortVersion(const Section &section)
{
    Section brief = section;
    brief.blocks.clear();
    for (const Block &block : section.blocks) {
        const bool isCallout = block.kind == BlockKind::Callout;
        if (isCallout && block.callout == CalloutKind::Slide) {
            // A slide names its figure; the figure stands in the text.
            std::ranges::copy_if(block.children, std::back_inserter(brief.blocks),
                                 [](const Block &child) { return child.kind != BlockKind::Figure; });
        } else if (block.kind == BlockKind::Figure ||
                   (isCallout && (block.callout == CalloutKind::Care || block.callout == CalloutKind::Limits))) {
            brief.blocks.push_back(block);
        }
    }
    return brief;
}

int wordsToRead(const Section &section)
{
    return amountOf(section).words;
}

int selfMinutes(const Section &section)
{
    const Amount amount = amountOf(section);
    return std::max(1, (amount.words + wordsPerMinute / 2) / wordsPerMinute + amount.figures);
}

int selfMinutes(const Module &module)
{
    const auto minutes = static_cast<int>(module.items.size());
    return std::accumulate(module.sections.begin(), module.sections.end(), minutes,
                           [](int sum, const Section &section) { return sum + selfMinutes(section); });
}

const Claim *findClaim(const Course &course, const QString &id)
{
    return findById(course.claims, id);
}

const Term *findTerm(const Course &course, const QString &id)
{
    return findById(course.terms, id);
}

const Source *findSource(const Course &course, const QString &id)
{
    return findById(course.sources, id);
}

const FigureData *findFigure(const Course &course, const QString &id)
{
    return findById(course.figures, id);
}

const Module *findModule(const Course &course, const QString &id)
{
    return findById(course.modules, id);
}

StoryPlace findStory(const Course &course, const QString &id)
{
    for (const Module &module : course.modules) {
        if (const Story *story = findById(module.stories, id))
            return {&module, story};
    }
    return {};
}

const Card *findCard(const Course &course, const QString &id)
{
    return findById(course.cards, id);
}

const items::Item *findItem(const Course &course, const QString &id)
{
    const items::Item *found = nullptr;
    for (const Module &module : course.modules)
        found = found == nullptr ? findById(module.items, id) : found;
    for (const Form &form : course.forms)
        found = found == nullptr ? findById(form.items, id) : found;
    return found;
}

SectionPlace findSection(const Course &course, const QString &id)
{
    for (const Module &module : course.modules) {
        const auto found = std::ranges::find(module.sections, id, &Section::id);
        if (found != module.sections.end())
            return {&module, &*found, found - module.sections.begin()};
    }
    return {};
}

} // namespace course

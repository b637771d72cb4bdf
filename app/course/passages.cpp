// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/passages.h"

namespace course {

namespace {

/// What is read as running text: the mark of a claim belongs to the sentence before it, and is no word of the next.
QString runningText(const std::vector<Span> &spans)
{
    QString text;
    for (const Span &span : spans)
        text += span.link.startsWith(QLatin1String("claim:")) ? QString() : span.text;
    return text;
}

class TextWalk
{
public:
    void addModule(const Module &module)
    {
        for (const Section &section : module.sections) {
            m_section = &section;
            Text text;
            text.scope.scope = base::Scope::Module;
            text.scope.scopeId = module.id;
            addBlocks(section.blocks, text);
            m_section = nullptr;
        }
        addItems(module.items);
        for (const Story &story : module.stories) {
            for (const Story::Passage &passage : story.passages)
                addBlocks(passage.blocks, entryText(story.id));
        }
    }

    void addItems(const std::vector<items::Item> &items)
    {
        for (const items::Item &item : items) {
            Text text;
            text.scope.scope = base::Scope::Item;
            text.scope.scopeId = item.id;
            text.place = item.place;
            const auto add = [&](const QString &words) {
                text.words = words;
                if (!words.isEmpty())
                    m_texts.push_back(text);
            };
            add(item.stem.content);
            for (const items::Option &option : item.options) {
                add(option.text.content);
                add(option.match);
                add(option.feedback.content);
            }
            add(item.generalFeedback.content);
        }
    }

    void addCard(const Card &card) { addBlocks(card.blocks, entryText(card.id)); }

    [[nodiscard]] std::vector<Text> take() { return std::move(m_texts); }

private:
    static Text entryText(const QString &id)
    {
        Text text;
        text.scope.scope = base::Scope::Entry;
        text.scope.scopeId = id;
        return text;
    }

    void addBlocks(const std::vector<Block> &blocks, const Text &around)
    {
        for (const Block &block : blocks) {
            Text text = around;
            text.section = m_section;
            text.place = block.place;
            if (block.kind == BlockKind::Callout) {
                text.isSlide = block.callout == CalloutKind::Slide;
                text.isForLearners = !text.isSlide && block.callout != CalloutKind::Facilitator;
            }
            text.isHeading = block.kind == BlockKind::Heading;
            text.words = runningText(block.spans);
            // The words of a figure say what its data say, and a slide shows the same one.
            if (!text.words.isEmpty() && block.kind != BlockKind::Figure)
                m_texts.push_back(text);
            addBlocks(block.children, text);
        }
    }

    const Section *m_section = nullptr;
    std::vector<Text> m_texts;
};

} // namespace

std::vector<Text> textsOf(const Course &course)
{
    TextWalk walk;
    for (const Module &module : course.modules)
        walk.addModule(module);
    for (const Form &form : course.forms)
        walk.addItems(form.items);
    for (const Card &card : course.cards)
        walk.addCard(card);
    return walk.take();
}

} // namespace course

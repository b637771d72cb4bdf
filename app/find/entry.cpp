// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/entry.h"

#include <QStringList>

namespace find {

namespace {

using course::Block;
using course::BlockKind;
using course::CalloutKind;

void gather(const std::vector<Block> &blocks, QStringList &texts)
{
    for (const Block &block : blocks) {
        const bool isForTrainers = block.kind == BlockKind::Callout &&
                                   (block.callout == CalloutKind::Slide || block.callout == CalloutKind::Facilitator);
        if (isForTrainers)
            continue;
        if (!block.spans.empty())
            texts.append(course::plainText(block.spans).simplified());
        gather(block.children, texts);
    }
}

QString textOf(const std::vector<Block> &blocks)
{
    QStringList texts;
    gather(blocks, texts);
    return texts.join(QLatin1Char('\n'));
}

QString optionsOf(const items::Item &item)
{
    QStringList options;
    for (const items::Option &option : item.options)
        options << option.text.content << option.match;
    options.removeAll(QString());
    return options.join(QLatin1Char('\n'));
}

/// What stands on a figure: its cases, or its parts, each once.
QString wordsOn(const course::FigureData &figure)
{
    QStringList texts;
    for (const course::FigureRow &row : figure.rows)
        texts << row.caseName << row.place << row.country << row.outcome;
    for (const course::FigurePart &part : figure.parts)
        texts << part.text;
    texts << figure.description;
    texts.removeAll(QString());
    texts.removeAll(QLatin1String(course::doesNotApply));
    texts.removeDuplicates();
    return texts.join(QLatin1Char('\n'));
}

class Gathering
{
public:
    explicit Gathering(const course::Course &course) : m_course(course) {}

    [[nodiscard]] std::vector<Entry> all()
    {
        for (const course::Term &term : m_course.terms)
            add(Kind::Term, term.id, term.term, term.definition);
        for (const course::Module &module : m_course.modules) {
            for (const course::Section &section : module.sections)
                add(Kind::Section, section.id, section.title, textOf(section.blocks), module.title);
        }
        for (const course::FigureData &figure : m_course.figures)
            add(Kind::Figure, figure.id, figure.title, wordsOn(figure));
        for (const course::Claim &claim : m_course.claims)
            add(Kind::Claim, claim.id, claim.id, claim.statement);
        for (const course::Module &module : m_course.modules)
            addQuestions(module);
        for (const course::Card &card : m_course.cards)
            add(Kind::Card, card.id, card.title, textOf(card.blocks));
        return std::move(m_entries);
    }

private:
    void add(Kind kind, const QString &id, const QString &title, const QString &text, const QString &under = {})
    {
        m_entries.push_back({kind, id, title, text, under});
    }

    void addQuestions(const course::Module &module)
    {
        for (const items::Item &item : module.items)
            add(Kind::Item, item.id, item.stem.content, optionsOf(item), module.title);
        for (const course::Story &story : module.stories) {
            QStringList texts;
            for (const course::Story::Passage &passage : story.passages)
                gather(passage.blocks, texts);
            add(Kind::Story, story.id, story.title, texts.join(QLatin1Char('\n')), module.title);
        }
    }

    const course::Course &m_course;
    std::vector<Entry> m_entries;
};

} // namespace

std::vector<Entry> entriesOf(const course::Course &course)
{
    return Gathering(course).all();
}

} // namespace find

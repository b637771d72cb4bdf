// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hitplace.h"

#include "type/lessondocument.h"

#include <QCoreApplication>

#include <algorithm>

namespace desk {

namespace {

bool hasLink(const std::vector<course::Block> &blocks, const QString &link)
{
    return std::ranges::any_of(blocks, [&](const course::Block &block) {
        return std::ranges::any_of(block.spans, [&](const course::Span &span) { return span.link == link; }) ||
               hasLink(block.children, link);
    });
}

/// The first section that links there.
QString sectionWith(const course::Course &course, const QString &link)
{
    for (const course::Module &module : course.modules) {
        for (const course::Section &section : module.sections) {
            if (hasLink(section.blocks, link))
                return section.id;
        }
    }
    return {};
}

/// Where nothing links to a word: the first section that has it.
QString sectionSaying(const course::Course &course, const QString &words)
{
    const std::vector<find::Entry> entries = find::entriesOf(course);
    const auto found = std::ranges::find_if(entries, [&](const find::Entry &entry) {
        return entry.kind == find::Kind::Section && entry.text.contains(words, Qt::CaseInsensitive);
    });
    return found == entries.end() ? QString() : found->id;
}

QString sectionOfTerm(const course::Course &course, const QString &id)
{
    const QString linked = sectionWith(course, QLatin1String("term:") + id);
    const course::Term *term = course::findTerm(course, id);
    return linked.isEmpty() && term != nullptr ? sectionSaying(course, term->term) : linked;
}

QString sectionOfClaim(const course::Course &course, const QString &id)
{
    const course::Claim *claim = course::findClaim(course, id);
    const QString readOn = claim == nullptr ? QString() : claim->readOn;
    return readOn.isEmpty() ? sectionWith(course, type::claimLink + id) : readOn;
}

QString moduleOfItem(const course::Course &course, const QString &id)
{
    const auto holds = [&](const course::Module &module) {
        return std::ranges::find(module.items, id, &items::Item::id) != module.items.end();
    };
    const auto module = std::ranges::find_if(course.modules, holds);
    return module == course.modules.end() ? QString() : module->id;
}

Location located(Location::Page page, const QString &id)
{
    return id.isEmpty() ? Location() : Location{page, id};
}

} // namespace

Location placeOf(const course::Course &course, const find::Hit &hit)
{
    using Page = Location::Page;
    switch (hit.kind) {
    case find::Kind::Section:
    case find::Kind::Note:
        return located(Page::Section, hit.id);
    case find::Kind::Term:
        return located(Page::Section, sectionOfTerm(course, hit.id));
    case find::Kind::Claim:
        return located(Page::Section, sectionOfClaim(course, hit.id));
    case find::Kind::Figure:
        return located(Page::Figures, hit.id);
    case find::Kind::Item:
        return located(Page::Check, moduleOfItem(course, hit.id));
    case find::Kind::Story:
        return located(Page::Story, hit.id);
    case find::Kind::Card:
        return located(Page::Card, hit.id);
    }
    return {};
}

QStringList wordsIn(const find::Hit &hit)
{
    QStringList words;
    if (hit.kind == find::Kind::Note)
        return words;
    if (hit.kind == find::Kind::Claim || hit.kind == find::Kind::Term)
        words.append(hit.title.text);
    for (const find::Excerpt::Mark &mark : hit.text.marks)
        words.append(hit.text.text.mid(mark.start, mark.length));
    return words;
}

QString told(const course::Course &course, const find::Hit &hit)
{
    QString text = hit.text.text;
    if (const course::Term *term = course::findTerm(course, hit.id))
        text = term->definition;
    if (const course::Claim *claim = course::findClaim(course, hit.id))
        text = claim->statement;
    return QCoreApplication::translate("desk::HitsModel", "%1: %2").arg(hit.title.text, text);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"
#include "paper/writer.h"

#include <QCoreApplication>

namespace paper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

QString kindText(course::CardKind kind)
{
    switch (kind) {
    case course::CardKind::JobAid:
        return tr("Job aid");
    case course::CardKind::Facilitator:
        return tr("For trainers");
    case course::CardKind::Local:
        return tr("Local card, blank until somebody fills it in");
    }
    return {};
}

Part cardWith(const course::Course &course, const course::Card &card, const Stock &stock, double blankLines)
{
    Writer writer(course, stock);
    writer.setBlankLines(blankLines);
    course::Section section;
    section.id = card.id;
    section.title = card.title;
    section.blocks = card.blocks;
    static_cast<void>(writer.addSection(section, kindText(card.kind) + QStringLiteral(" · ") + card.audience, true));
    return partOf(writer.finished(), course, stock, card.title);
}

} // namespace

Part cardOf(const course::Course &course, const course::Card &card, const Stock &stock)
{
    Stock even = stock;
    even.hasMargin = false;
    if (stock.isLarge)
        return cardWith(course, card, even, 11);
    // A card on one sheet is worth lines a little closer.
    Part part = cardWith(course, card, even, 8.5);
    for (const double closer : {7.5, 6.8}) {
        if (part.pages == 1)
            break;
        Part tried = cardWith(course, card, even, closer);
        if (tried.pages < part.pages)
            part = std::move(tried);
    }
    return part;
}

} // namespace paper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/faultspage.h"

#include "base/faulttext.h"
#include "desk/card.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QPushButton>

namespace desk {

namespace {

QString closedText(const base::Fault &fault)
{
    if (fault.severity == base::Severity::Warning)
        return FaultsPage::tr("Nothing is closed by this.");
    switch (fault.scope) {
    case base::Scope::Course:
        return FaultsPage::tr("The course stays closed until then.");
    case base::Scope::Module:
        return FaultsPage::tr("The module “%1” stays closed until then.").arg(fault.scopeId);
    case base::Scope::Figure:
        return FaultsPage::tr("The figure “%1” is not drawn until then.").arg(fault.scopeId);
    case base::Scope::Item:
        return FaultsPage::tr("The question “%1” is not asked until then.").arg(fault.scopeId);
    case base::Scope::Entry:
        return FaultsPage::tr("The entry “%1” is left out until then.").arg(fault.scopeId);
    }
    return {};
}

} // namespace

Card *makeFaultCard(const base::Fault &fault)
{
    auto *card = new Card;
    QLabel *place = makeCopyableText(card, base::placeText(fault.place), type::sans(14, QFont::Bold));
    place->setLayoutDirection(Qt::LeftToRight);
    card->column()->addWidget(place);
    card->column()->addWidget(makeCopyableText(card, base::faultText(fault), type::serif(16)));
    card->column()->addWidget(makeCopyableText(card, base::mendText(fault), type::sans(14)));
    card->column()->addWidget(makeCopyableText(card, closedText(fault), type::sans(12), QPalette::PlaceholderText));
    return card;
}

FaultsPage::FaultsPage(const base::Faults &faults, const QString &folder, bool courseIsOpen, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("What needs mending"));
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(48), type::sized(32), type::sized(48), type::sized(32));
    column->setSpacing(type::sized(12));
    column->addWidget(makeText(sheet, courseIsOpen ? tr("What needs mending") : tr("The course cannot be opened yet"),
                               type::serif(28, QFont::Bold)));
    column->addWidget(
        makeText(sheet,
                 tr("These things were found in %1. Your files are left as they are. Mend them with any text "
                    "editor, then open the program again.")
                     .arg(QDir::toNativeSeparators(folder)),
                 type::sans(14), QPalette::PlaceholderText));
    QStringList lines;
    for (const base::Fault &fault : faults) {
        column->addWidget(makeFaultCard(fault));
        lines.append(base::faultLine(fault));
    }
    auto *copy = new QPushButton(tr("Copy the list"), sheet);
    copy->setToolTip(tr("Copy all of it as text, one line each, to send to whoever writes the course"));
    column->addWidget(copy, 0, Qt::AlignLeading);
    connect(copy, &QPushButton::clicked, this,
            [lines] { QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n'))); });
    column->addStretch(1);
    setWidget(sheet);
}

} // namespace desk

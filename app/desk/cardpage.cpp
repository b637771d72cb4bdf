// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/cardpage.h"

#include "desk/lessonview.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

namespace {

QString kindText(course::CardKind kind)
{
    switch (kind) {
    case course::CardKind::JobAid:
        return CardPage::tr("Job aid");
    case course::CardKind::Facilitator:
        return CardPage::tr("For trainers");
    case course::CardKind::Local:
        return CardPage::tr("Local card, blank until somebody fills it in");
    }
    return {};
}

} // namespace

CardPage::CardPage(const course::Course &course, QWidget *parent)
    : QWidget(parent), m_course(course), m_view(new LessonView(course, makeFoot(), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view, &LessonView::sectionLinkActivated, this, &CardPage::sectionWanted);
    connect(m_view, &LessonView::cardLinkActivated, this, &CardPage::cardWanted);
}

QWidget *CardPage::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(type::sized(44)); // the text keeps a place of this height for it
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto *back = new QPushButton(tr("Back"), foot);
    back->setObjectName(QStringLiteral("back"));
    back->setToolTip(tr("Go back to where you came from (Alt+Left)"));
    row->addWidget(back);
    row->addStretch(1);
    auto *print = new QPushButton(tr("Print…"), foot);
    print->setToolTip(tr("Print this card, with the help card at its end (Ctrl+P)"));
    row->addWidget(print);
    connect(print, &QPushButton::clicked, this, &CardPage::printWanted, Qt::QueuedConnection);
    connect(back, &QPushButton::clicked, this, &CardPage::backWanted, Qt::QueuedConnection);
    return foot;
}

void CardPage::showCard(const QString &id)
{
    const course::Card *card = course::findCard(m_course, id);
    if (card == nullptr)
        return;
    m_shown = {card->id, card->title, 0, card->blocks, card->place};
    m_view->showSection(m_shown, tr("%1 · %2").arg(kindText(card->kind), card->audience), false);
}

} // namespace desk

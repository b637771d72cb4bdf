// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planlist.h"

#include "desk/card.h"
#include "desk/planwords.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

PlanList::PlanList(PlanPresenter &presenter, QWidget *parent) : QScrollArea(parent), m_presenter(presenter)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Plans"));
}

void PlanList::rebuild()
{
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(type::sized(48), type::sized(28), type::sized(48), type::sized(32));
    column->setSpacing(type::sized(16));
    setWidget(sheet);
    auto *back = new QPushButton(tr("Back"), sheet);
    back->setObjectName(QStringLiteral("back"));
    setPart(back, ButtonPart::Link);
    connect(back, &QPushButton::clicked, this, &PlanList::backWanted, Qt::QueuedConnection);
    column->addWidget(back, 0, Qt::AlignLeading);
    column->addWidget(makeText(sheet, tr("Plans of your own"), type::serif(28, QFont::Bold)));
    addOwn(column);
    addBeginnings(column);
    column->addStretch(1);
}

void PlanList::addOwn(QVBoxLayout *column)
{
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->setSpacing(type::sized(10));
    const std::vector<OwnPlan> all = m_presenter.own();
    if (all.empty())
        card->column()->addWidget(makeText(card,
                                           tr("None yet. Begin with a copy of one of the course’s, or with nothing."),
                                           type::sans(14), QPalette::PlaceholderText));
    for (const OwnPlan &own : all) {
        const QString title = own.plan.title;
        QLayout *row = addRow(card->column(), own.plan);
        addButton(row, tr("Open"), tr("Open: %1").arg(title), [this, id = own.plan.id] { m_presenter.open(id); });
        addButton(row, tr("Take it away"), tr("Take it away: %1").arg(title),
                  [this, id = own.plan.id] { m_presenter.remove(id); });
    }
    const QString undo = m_presenter.view().undo;
    if (undo.isEmpty())
        return;
    auto *row = new QHBoxLayout;
    setPart(addButton(row, tr("Undo: %1").arg(undo), tr("Undo: %1").arg(undo), [this] { m_presenter.undo(); }),
            ButtonPart::Link);
    row->addStretch(1);
    card->column()->addLayout(row);
}

void PlanList::addBeginnings(QVBoxLayout *column)
{
    auto *card = new Card(widget());
    column->addWidget(card);
    card->column()->setSpacing(type::sized(10));
    card->column()->addWidget(makeText(card, tr("Begin another"), type::serif(19, QFont::Bold)));
    card->column()->addWidget(
        makeText(card, tr("The course’s own plans stay as they are."), type::sans(14), QPalette::PlaceholderText));
    for (const course::Plan &plan : m_presenter.course().plans)
        addButton(addRow(card->column(), plan), tr("Begin with a copy"), tr("Begin with a copy: %1").arg(plan.title),
                  [this, plan] { m_presenter.beginFrom(plan); });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, type::sized(8), 0, 0);
    addButton(row, tr("Begin with nothing"), tr("Begin with nothing"), [this] { m_presenter.begin(); });
    row->addStretch(1);
    card->column()->addLayout(row);
}

QLayout *PlanList::addRow(QVBoxLayout *column, const course::Plan &plan)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(
        makeText(widget(), plan.title.trimmed().isEmpty() ? tr("Without a title") : plan.title, type::sans(14)));
    const int count = static_cast<int>(plan.steps.size());
    words->addWidget(makeText(widget(),
                              QStringLiteral("%1 · %2").arg(lengthText(plan.minutes), tr("%n step(s)", nullptr, count)),
                              type::sans(12), QPalette::PlaceholderText));
    row->addLayout(words, 1);
    column->addLayout(row);
    return row;
}

/// The page is made anew by what a button does, so that waits for the next turn.
QPushButton *PlanList::addButton(QLayout *row, const QString &text, const QString &spoken,
                                 const std::function<void()> &action)
{
    auto *button = new QPushButton(text, widget());
    button->setAccessibleName(spoken);
    connect(button, &QPushButton::clicked, this, action, Qt::QueuedConnection);
    row->addWidget(button);
    return button;
}

} // namespace desk

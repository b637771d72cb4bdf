// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/checksummary.h"

#include "desk/card.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace desk {

using quiz::ItemState;

QString sectionOf(const items::Item &item)
{
    return items::tagValues(item, QStringLiteral("section")).value(0);
}

std::vector<qsizetype> CheckSummary::Outcome::missed() const
{
    std::vector<qsizetype> all = surprising;
    std::ranges::copy(again, std::back_inserter(all));
    std::ranges::copy(open, std::back_inserter(all));
    return all;
}

CheckSummary::CheckSummary(const Study &study, const CheckPresenter &presenter, const QString &title,
                           std::optional<practice::Sitting> sitting, QWidget *parent)
    : QWidget(parent), m_study(study), m_presenter(presenter), m_sitting(std::move(sitting))
{
    const Outcome sorted = outcome();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(type::sized(10));
    column->addWidget(makeText(this, tr("%1 · at its end").arg(title), type::sans(12), QPalette::PlaceholderText));
    const QString heading =
        sorted.missed().empty() ? tr("All of it holds") : tr("What you understood, and what to look at again");
    column->addWidget(makeText(this, heading, type::serif(28, QFont::Bold)));
    if (m_sitting)
        column->addWidget(makeText(this, tr("This was what fits your time. The rest waits for another day."),
                                   type::sans(14), QPalette::PlaceholderText));
    addGroup(column, tr("You were sure, and there is more to see"), tr("Such answers teach the most."),
             sorted.surprising);
    addGroup(column, tr("Worth another look"), tr("Each leads to the passage that it rests on."), sorted.again);
    addGroup(column, tr("Still open"), tr("You left these for later. They wait."), sorted.open);
    addGroup(column, tr("Understood"), tr("Your answers hold."), sorted.held);
    addButtons(column, sorted.missed());
}

CheckSummary::Outcome CheckSummary::outcome() const
{
    const CheckView &view = m_presenter.view();
    Outcome sorted;
    for (qsizetype at = 0; at < view.count; ++at) {
        const ItemState &state = view.states[static_cast<std::size_t>(at)];
        if (state.phase != ItemState::Phase::Answered)
            sorted.open.push_back(at);
        else if (state.fraction > 0.9999 || !quiz::isMarked(m_presenter.item(at)))
            sorted.held.push_back(at);
        else
            (state.sure == quiz::mostSure ? sorted.surprising : sorted.again).push_back(at);
    }
    return sorted;
}

QPushButton *CheckSummary::addButton(QHBoxLayout *row, const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(tip);
    row->addWidget(button);
    return button;
}

void CheckSummary::addButtons(QVBoxLayout *column, const std::vector<qsizetype> &missed)
{
    const auto addRow = [column](int above) {
        auto *row = new QHBoxLayout;
        row->setContentsMargins(0, above, 0, 0);
        row->setSpacing(type::sized(10));
        column->addLayout(row);
        return row;
    };
    QHBoxLayout *row = addRow(type::sized(16));
    m_main = addButton(row, tr("Back to the start page"), tr("Where you were, and what there is (Enter)"));
    m_main->setObjectName(QStringLiteral("main"));
    setPart(m_main, ButtonPart::Primary);
    connect(m_main, &QPushButton::clicked, this, &CheckSummary::overviewWanted, Qt::QueuedConnection);
    if (m_sitting) {
        addReadOn(row);
    } else {
        addNextModule(row);
        QHBoxLayout *again = addRow(0);
        addAgainButtons(again, missed);
        again->addStretch(1);
    }
    row->addStretch(1);
}

/// Where reading goes on after a module's own check.
void CheckSummary::addNextModule(QHBoxLayout *row)
{
    const std::vector<course::Module> &modules = m_study.course().modules;
    const auto at = std::ranges::find(modules, m_presenter.view().moduleId, &course::Module::id);
    if (at == modules.end() || at + 1 == modules.end() || (at + 1)->sections.empty())
        return;
    QPushButton *next =
        addButton(row, tr("On to “%1”").arg((at + 1)->title), tr("The first section of the next module"));
    connect(
        next, &QPushButton::clicked, this, [this, id = (at + 1)->sections.front().id] { Q_EMIT readOnWanted(id); },
        Qt::QueuedConnection);
}

/// Only what was missed, or all of it.
void CheckSummary::addAgainButtons(QHBoxLayout *row, const std::vector<qsizetype> &missed)
{
    const auto offer = [&](const QString &text, const QString &tip, const QStringList &only) {
        connect(
            addButton(row, text, tip), &QPushButton::clicked, this, [this, only] { Q_EMIT againWanted(only); },
            Qt::QueuedConnection);
    };
    QStringList ids;
    for (const qsizetype at : missed)
        ids.append(m_presenter.item(at).id);
    const bool isPractice = m_presenter.view().moduleId == m_study.practice().id;
    if (!ids.isEmpty() && (isPractice || static_cast<qsizetype>(missed.size()) < m_presenter.view().count))
        offer(tr("Another go at what does not hold yet"), tr("What did not hold, and what is open; this go is kept"),
              ids);
    if (!isPractice)
        offer(tr("Another go at all of it"), tr("The whole check once more; this go is kept"), {});
}

/// The section that still fits, where there is one.
void CheckSummary::addReadOn(QHBoxLayout *row)
{
    const course::Section *section = course::findSection(m_study.course(), m_sitting->readOn).section;
    if (section == nullptr)
        return;
    QPushButton *read = addButton(row, tr("Read “%1”").arg(section->title),
                                  tr("%n minute(s), which still fit", nullptr, course::selfMinutes(*section)));
    connect(
        read, &QPushButton::clicked, this, [this, id = section->id] { Q_EMIT readOnWanted(id); }, Qt::QueuedConnection);
}

void CheckSummary::addGroup(QVBoxLayout *column, const QString &title, const QString &lead,
                            const std::vector<qsizetype> &which)
{
    if (which.empty())
        return;
    QLabel *heading = makeText(this, title, type::serif(21, QFont::Bold));
    heading->setContentsMargins(0, type::sized(14), 0, 0);
    column->addWidget(heading);
    column->addWidget(makeText(this, lead, type::sans(14), QPalette::PlaceholderText));
    auto *card = new Card(this);
    card->column()->setContentsMargins(type::sized(16), type::sized(10), type::sized(16), type::sized(10));
    card->column()->setSpacing(type::sized(4));
    column->addWidget(card);
    for (const qsizetype at : which) {
        const items::Item &item = m_presenter.item(at);
        auto *row = new QHBoxLayout;
        row->setContentsMargins(0, 0, 0, 0);
        auto *name = addButton(row, tr("%1. %2").arg(at + 1).arg(item.title), tr("Open this question"));
        setPart(name, ButtonPart::Link);
        connect(
            name, &QPushButton::clicked, this, [this, at] { Q_EMIT questionWanted(at); }, Qt::QueuedConnection);
        row->addStretch(1);
        const course::SectionPlace place = course::findSection(m_study.course(), sectionOf(item));
        if (place.section != nullptr) {
            auto *where = addButton(row, place.section->title, tr("Open the passage that this rests on"));
            setPart(where, ButtonPart::Link);
            connect(where, &QPushButton::clicked, this, [this, at] { Q_EMIT whereWanted(at); });
        }
        card->column()->addLayout(row);
    }
}

} // namespace desk

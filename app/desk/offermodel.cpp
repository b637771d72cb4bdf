// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/offermodel.h"

#include "desk/contentsmodel.h"
#include "desk/planmodel.h"
#include "desk/planwords.h"

#include <algorithm>

namespace desk {

namespace {

using course::PlanStep;

/// Whether two steps are for the same thing of the course. Breaks are not: there can be as many as one likes.
bool isSame(const PlanStep &one, const PlanStep &other)
{
    return one.kind == other.kind && one.target == other.target && !hasOwnTitle(one.kind);
}

} // namespace

OfferModel::OfferModel(PlanPresenter &presenter, QObject *parent) : QStandardItemModel(parent), m_presenter(presenter)
{
    const course::Course &course = m_presenter.course();
    for (const course::Module &module : course.modules) {
        if (module.isOpen())
            addModule(module);
    }
    QStandardItem *without = addHeading(tr("Without the course"));
    addStep(without, PlanStep::Kind::Break, tr("break"));
    addStep(without, PlanStep::Kind::Discuss, tr("discussion"));
    if (!course.forms.empty()) {
        QStandardItem *forms = addHeading(tr("Forms"));
        for (const course::Form &form : course.forms)
            addStep(forms, PlanStep::Kind::Form, form.id);
    }
    if (!course.cards.empty()) {
        QStandardItem *cards = addHeading(tr("Cards"));
        for (const course::Card &card : course.cards)
            addStep(cards, PlanStep::Kind::Card, card.id);
    }
    connect(&m_presenter, &PlanPresenter::changed, this, &OfferModel::refresh);
}

QStandardItem *OfferModel::addHeading(const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    appendRow(item);
    return item;
}

void OfferModel::addStep(QStandardItem *heading, PlanStep::Kind kind, const QString &target)
{
    const PlanStep step = m_presenter.stepFor(kind, target);
    auto *item = new QStandardItem(stepTitle(m_presenter.course(), step));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
    item->setData(step.minutes, MinutesRole);
    item->setData(static_cast<int>(m_steps.size()), StepRole);
    item->setToolTip(item->text());
    m_steps.push_back(step);
    heading->appendRow(item);
}

void OfferModel::addModule(const course::Module &module)
{
    QStandardItem *heading = addHeading(
        module.roomOnly ? module.title
                        : QStringLiteral("%1 %2").arg(moduleNumber(m_presenter.course(), module)).arg(module.title));
    heading->setFlags(heading->flags() | Qt::ItemIsDragEnabled);
    for (const course::Section &section : module.sections)
        addStep(heading, PlanStep::Kind::Section, section.id);
    int minutes = 0;
    for (const PlanStep &step : stepsAt(heading->index()))
        minutes += step.minutes;
    heading->setData(minutes, MinutesRole);
    if (!module.items.empty())
        addStep(heading, PlanStep::Kind::Check, module.id);
}

std::vector<PlanStep> OfferModel::stepsAt(const QModelIndex &index) const
{
    const QVariant step = index.data(StepRole);
    if (step.isValid())
        return {m_steps[static_cast<std::size_t>(step.toInt())]};
    std::vector<PlanStep> sections;
    for (int row = 0; index.isValid() && row < rowCount(index); ++row) {
        const PlanStep &one = m_steps[static_cast<std::size_t>(this->index(row, 0, index).data(StepRole).toInt())];
        if (one.kind == PlanStep::Kind::Section)
            sections.push_back(one);
    }
    return sections;
}

QVariant OfferModel::data(const QModelIndex &index, int role) const
{
    const bool isUsed = role == UsedRole || role == Qt::AccessibleTextRole;
    if (!isUsed)
        return QStandardItemModel::data(index, role);
    const QVariant step = QStandardItemModel::data(index, StepRole);
    const auto &own = m_presenter.view().own;
    const bool used = step.isValid() && own && std::ranges::any_of(own->plan.steps, [&](const PlanStep &one) {
                          return isSame(one, m_steps[static_cast<std::size_t>(step.toInt())]);
                      });
    if (role == UsedRole)
        return used;
    QStringList words{QStandardItemModel::data(index, Qt::DisplayRole).toString()};
    const QVariant minutes = QStandardItemModel::data(index, MinutesRole);
    if (minutes.isValid())
        words.append(tr("%n minute(s)", nullptr, minutes.toInt()));
    if (used)
        words.append(tr("in the plan"));
    return words.join(QStringLiteral(", "));
}

QStringList OfferModel::mimeTypes() const
{
    return {stepsMimeType()};
}

QMimeData *OfferModel::mimeData(const QModelIndexList &indexes) const
{
    return indexes.isEmpty() ? nullptr : mimeOf(stepsAt(indexes.front()));
}

void OfferModel::refresh()
{
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex heading = index(row, 0);
        if (const int count = rowCount(heading); count > 0)
            Q_EMIT dataChanged(index(0, 0, heading), index(count - 1, 0, heading), {UsedRole});
    }
}

} // namespace desk

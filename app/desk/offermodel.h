// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/planpresenter.h"

#include <QStandardItemModel>

namespace desk {

/// What a plan can be made of: the course's modules with their sections and checks, its forms and cards, and what is
/// done without it.
class OfferModel final : public QStandardItemModel
{
    Q_OBJECT

public:
    enum Role : int { MinutesRole = Qt::UserRole + 1, UsedRole, StepRole };

    explicit OfferModel(PlanPresenter &presenter, QObject *parent = nullptr);

    /// The step that a row is for; of a module those for all of its sections; of another heading none.
    [[nodiscard]] std::vector<course::PlanStep> stepsAt(const QModelIndex &index) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

private:
    QStandardItem *addHeading(const QString &title);
    void addStep(QStandardItem *heading, course::PlanStep::Kind kind, const QString &target);
    void addModule(const course::Module &module);
    void refresh();

    PlanPresenter &m_presenter;
    std::vector<course::PlanStep> m_steps; ///< by the rows' `StepRole`
};

} // namespace desk

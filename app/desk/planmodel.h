// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/planpresenter.h"

#include <QAbstractTableModel>

namespace desk {

/// The steps of the open plan as a table. Rows are dragged within it, and what the course has is dropped into it.
class PlanModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Clock, Step, Minutes, Keep };
    enum Role : int { NoteRole = Qt::UserRole + 1, MustKeepRole, IsThereRole };

    explicit PlanModel(PlanPresenter &presenter, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::CopyAction | Qt::MoveAction; }

private:
    /// A step, and what the clock says when it begins.
    struct Row {
        course::PlanStep step;
        QString clock;
    };

    void refresh();
    [[nodiscard]] QString textOf(std::size_t row, Column column) const;
    [[nodiscard]] QString spoken(std::size_t row, Column column) const;

    PlanPresenter &m_presenter;
    std::vector<Row> m_rows;
};

/// What is dragged from the list of what the course has: steps for a plan.
[[nodiscard]] QMimeData *mimeOf(const std::vector<course::PlanStep> &steps);
[[nodiscard]] QString stepsMimeType();

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/planmodel.h"

#include <QTableView>

namespace desk {

/// The steps of a plan. Digits set the minutes of a step, M whether it must be kept; Delete takes it out, Alt with Up
/// and Down moves it, F2 renames what has a name of one's own, Q asks what is asked in it.
class PlanTable final : public QTableView
{
    Q_OBJECT

public:
    explicit PlanTable(PlanPresenter &presenter, QWidget *parent = nullptr);

    /// Begins to write another name for the chosen step, if it can have one.
    void rename();

Q_SIGNALS:
    void itemsWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void showChosen();
    void setColumns();
    void editMinutes(QKeyEvent *event);
    [[nodiscard]] bool takeKey(const QKeyEvent &event);

    PlanPresenter &m_presenter;
    PlanModel *m_model = nullptr;
};

} // namespace desk

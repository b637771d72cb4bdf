// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/planpresenter.h"

#include <QWidget>

class QStackedLayout;

namespace desk {

class PlanEditor;
class PlanList;

/// Plans of one's own: all of them, or the one that is open.
class PlanPage final : public QWidget
{
    Q_OBJECT

public:
    explicit PlanPage(PlanPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void backWanted();
    /// The run sheet of a plan, on paper.
    void printWanted(const course::Plan &plan);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void refresh();
    void show(bool isOpen);
    void giveKeys();

    PlanPresenter &m_presenter;
    QStackedLayout *m_parts = nullptr;
    PlanList *m_list = nullptr;
    PlanEditor *m_editor = nullptr;
};

} // namespace desk

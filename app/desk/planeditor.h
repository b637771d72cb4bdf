// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/planpresenter.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace desk {

class OfferTree;
class PlanTable;

/// The open plan: what the course has at the leading side, its steps beside it, and how long all of it takes.
class PlanEditor final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PlanEditor(PlanPresenter &presenter, QWidget *parent = nullptr);

    /// Shows the plan that is open; nothing where none is.
    void refresh();
    /// The keys go to what the course has.
    void begin();
    /// Asks which questions the chosen step asks.
    void chooseItems();

Q_SIGNALS:
    void printWanted(const course::Plan &plan);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addHead(QBoxLayout *column);
    void addTimes(QBoxLayout *column);
    void addOffer();
    void addSteps();
    void fold();
    void addNote(QBoxLayout *column);
    void addActions(QBoxLayout *column);
    QPushButton *addButton(QBoxLayout *row, const QString &text, const QString &tip,
                           const std::function<void()> &action);
    void showTimes(const OwnPlan &own);
    void showActions(const OwnPlan &own);
    void showNote(const OwnPlan &own);
    void showAdding();
    [[nodiscard]] const course::PlanStep *step() const;

    PlanPresenter &m_presenter;
    QBoxLayout *m_head = nullptr;
    QBoxLayout *m_times = nullptr;
    QBoxLayout *m_sum = nullptr;
    QBoxLayout *m_across = nullptr;
    QWidget *m_side = nullptr;
    QLineEdit *m_title = nullptr;
    QTimeEdit *m_start = nullptr;
    QSpinBox *m_wished = nullptr;
    QLabel *m_length = nullptr;
    QLabel *m_fit = nullptr;
    QLabel *m_keeps = nullptr;
    OfferTree *m_offer = nullptr;
    PlanTable *m_table = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_putNote = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_keep = nullptr;
    QPushButton *m_items = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_out = nullptr;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/planpresenter.h"

#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace desk {

/// One's own plans, and what another can begin from.
class PlanList final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PlanList(PlanPresenter &presenter, QWidget *parent = nullptr);

    void rebuild();

Q_SIGNALS:
    void backWanted();

private:
    void addOwn(QVBoxLayout *column);
    void addBeginnings(QVBoxLayout *column);
    [[nodiscard]] QLayout *addRow(QVBoxLayout *column, const course::Plan &plan);
    QPushButton *addButton(QLayout *row, const QString &text, const QString &spoken,
                           const std::function<void()> &action);

    PlanPresenter &m_presenter;
};

} // namespace desk

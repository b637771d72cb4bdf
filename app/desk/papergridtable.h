// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/papergridmodel.h"

#include <QTableView>

namespace desk {

/// The grid that a pile of paper is typed into, by keys alone: each goes to the presenter, which says where the cursor
/// stands.
class PaperGridTable final : public QTableView
{
    Q_OBJECT

public:
    explicit PaperGridTable(PaperGridPresenter &presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void paperWanted(); ///< to go to one by its number

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setColumns();
    void follow();
    [[nodiscard]] bool takeCommand(const QKeyEvent &event);
    [[nodiscard]] bool takeMove(const QKeyEvent &event);
    [[nodiscard]] bool takeKey(const QKeyEvent &event);
    [[nodiscard]] int pageRows() const;

    PaperGridPresenter &m_presenter;
    PaperGridModel *m_model = nullptr;
    bool m_isFollowing = false;
};

} // namespace desk

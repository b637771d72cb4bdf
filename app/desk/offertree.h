// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/offermodel.h"

#include <QTreeView>

class QSortFilterProxyModel;

namespace desk {

/// What a plan can be made of, folded by module. Enter adds what is chosen and opens a module; Shift+Enter adds a
/// module whole.
class OfferTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit OfferTree(PlanPresenter &presenter, QWidget *parent = nullptr);

    /// Shows only what has these words in its title, and opens the modules that it is in.
    void narrow(const QString &words);

    /// What adding would add now.
    [[nodiscard]] std::vector<course::PlanStep> chosen() const;

Q_SIGNALS:
    void wanted(const std::vector<course::PlanStep> &steps);
    void currentMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void activate(const QModelIndex &index);

    OfferModel *m_model = nullptr;
    QSortFilterProxyModel *m_shown = nullptr;
};

} // namespace desk

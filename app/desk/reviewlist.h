// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reviewpresenter.h"

#include <QAbstractListModel>
#include <QListView>

namespace desk {

/// The items of a review, each with how many had it.
class ReviewModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role : int { ResultRole = Qt::UserRole + 1 };

    explicit ReviewModel(ReviewPresenter &presenter, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    /// Takes in that the presenter has other items, or another order.
    void refresh();

private:
    ReviewPresenter &m_presenter;
    std::vector<insight::Reviewed> m_items;
};

/// The list of them at the side: Up and Down go through it.
class ReviewList final : public QListView
{
    Q_OBJECT

public:
    explicit ReviewList(ReviewPresenter &presenter, QWidget *parent = nullptr);

    void refresh();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    ReviewPresenter &m_presenter;
    ReviewModel *m_model;
};

} // namespace desk

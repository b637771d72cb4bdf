// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/index.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace desk {

/// What was found, as a list.
class HitsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role : int { HitRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    void setHits(std::vector<find::Hit> hits);
    [[nodiscard]] const find::Hit &hit(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<find::Hit> m_hits;
};

/// Paints a hit in two lines: what it is called, and a few words around what was found, with those words in bold.
class HitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// "Section", "Figure", … for people.
[[nodiscard]] QString kindName(find::Kind kind);

} // namespace desk

Q_DECLARE_METATYPE(find::Hit)

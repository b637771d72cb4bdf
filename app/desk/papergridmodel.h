// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/papergridpresenter.h"

#include <QAbstractTableModel>

namespace desk {

/// A pile of paper as a table: a paper a row, and one to begin behind the last; a question a column, behind that of the
/// codes where there are any.
class PaperGridModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// How a cell looks: what is typed there, that nothing can be, or that the eye may want to look at it again.
    enum class Look { Answer, Blank, Untyped, Closed, Code, CodeTwice };
    enum Role : int { LookRole = Qt::UserRole + 1 };

    explicit PaperGridModel(PaperGridPresenter &presenter, QObject *parent = nullptr);

    /// "Paper 7" for row 6, as it is written on the paper.
    [[nodiscard]] static QString paperName(int row);

    [[nodiscard]] QModelIndex indexOf(const workshop::Address &spot) const;
    [[nodiscard]] workshop::Address spotOf(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void refresh();
    [[nodiscard]] bool hasCodes() const;
    [[nodiscard]] Look look(const workshop::Address &spot) const;
    [[nodiscard]] QString text(const workshop::Address &spot) const;
    [[nodiscard]] QString spoken(const workshop::Address &spot) const;
    [[nodiscard]] QString columnTip(int column) const;

    PaperGridPresenter &m_presenter;
    int m_rows = 0;
};

} // namespace desk

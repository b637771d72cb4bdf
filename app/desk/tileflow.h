// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace desk {

/// Tiles of one size, as many in a row as fit.
class TileFlow final : public QWidget
{
    Q_OBJECT

public:
    explicit TileFlow(QWidget *parent = nullptr);

    void add(QWidget *tile);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int columnsIn(int width) const;

    std::vector<QWidget *> m_tiles;
};

} // namespace desk

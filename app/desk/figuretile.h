// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "desk/tile.h"

#include <QPixmap>

namespace desk {

/// A figure in the gallery: a small picture of it over its title.
class FigureTile final : public Tile
{
    Q_OBJECT

public:
    FigureTile(const course::FigureData &numbers, const QString &where, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QPixmap picture() const;

    const course::FigureData &m_numbers;
    QString m_where;
    mutable QPixmap m_picture; ///< made when it is first seen
};

} // namespace desk

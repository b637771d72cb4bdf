// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QWidget>

namespace desk {

/// One of the plain signs that somebody can be known by: shapes, never a person.
class FaceSign final : public QWidget
{
    Q_OBJECT

public:
    explicit FaceSign(int picture, QWidget *parent = nullptr);

    void setPicture(int picture);
    [[nodiscard]] QSize sizeHint() const override;

    static void paint(QPainter &painter, const QRectF &place, int picture, const QPalette &palette);
    /// "circle", "square", …
    [[nodiscard]] static QString nameOf(int picture);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_picture;
};

/// The sign as an icon for a button or a list.
[[nodiscard]] QIcon iconOf(int picture, const QPalette &palette);

} // namespace desk

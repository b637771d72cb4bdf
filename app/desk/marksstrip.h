// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace desk {

/// A number of people set on a row of marks, one mark a person: by mouse, or by arrow keys, Home and End. Once the
/// answer is open, the number that holds stands in a row of its own below it.
class MarksStrip final : public QWidget
{
    Q_OBJECT

public:
    /// `total` is how many marks there are, from 1 up.
    explicit MarksStrip(int total, QWidget *parent = nullptr);

    /// How many marks are filled; nothing before anybody has set a number.
    [[nodiscard]] std::optional<int> value() const { return m_value; }
    void setValue(std::optional<int> value);

    /// Nothing can be set any more; `right` is the number that holds.
    void open(int right);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void valueSet(int value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void set(int value);
    void setAt(const QPoint &position);
    void describe();
    [[nodiscard]] int lines() const;
    [[nodiscard]] QRectF mark(int at, int band) const;
    void paintBand(QPainter &painter, int band, int filled, const QColor &colour) const;

    int m_total;
    std::optional<int> m_value;
    std::optional<int> m_right;
};

} // namespace desk

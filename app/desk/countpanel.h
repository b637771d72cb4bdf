// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/console.h"

#include <QWidget>

namespace desk {

/// What is counted on the slide: a number an option, the one that takes the digits with a caret, and what is left over
/// of the room. A click on a number goes there.
class CountPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit CountPanel(QWidget *parent = nullptr);

    /// `room`: how many take part; 0: not counted. `isOpen`: digits still go into it.
    void setFields(const std::vector<CountField> &fields, int at, int room, bool isOpen);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void wanted(int field);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRectF cell(int at) const;
    [[nodiscard]] int cells() const;

    std::vector<CountField> m_fields;
    int m_at = 0;
    int m_room = 0;
    bool m_isOpen = false;
};

} // namespace desk

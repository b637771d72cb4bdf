// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/roomcount.h"

#include <QWidget>

class QKeyEvent;

namespace desk {

/// What is counted of a question: a number an option, the one that takes the digits with a caret, and what is left over
/// of the room. A click on a number goes there.
class CountPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `counting` must outlive it.
    explicit CountPanel(RoomCount &counting, QWidget *parent = nullptr);

    /// Shows what there is by now.
    void refresh();
    /// Does what a key says of counting: digits, Enter, Tab and the arrows, Backspace. False where it says nothing, or
    /// where there is nothing to count.
    bool takeKey(const QKeyEvent &event);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRectF cell(int at) const;
    [[nodiscard]] bool tellsRest() const;
    [[nodiscard]] int cells() const;

    RoomCount &m_counting;
};

} // namespace desk

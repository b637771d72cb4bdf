// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QScrollArea;

namespace desk {

/// A scroll area without a frame, whose sheet is as wide as itself.
[[nodiscard]] QScrollArea *makePlainArea(QWidget *parent);

/// A page with a side, on which one chooses what stands beside it; a rule lies between the two.
class SidePage : public QWidget
{
    Q_OBJECT

public:
    [[nodiscard]] QScrollArea *area() const { return m_area; }

protected:
    /// `sideWidth` is given at the normal size.
    SidePage(double sideWidth, QWidget *parent);

    [[nodiscard]] QWidget *side() const { return m_side; }
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_side = nullptr;
    QScrollArea *m_area = nullptr;
};

} // namespace desk

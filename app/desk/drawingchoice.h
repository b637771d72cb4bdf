// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

/// Under several drawings of the same numbers: which of them keeps in sight what nobody knows? What each does to the
/// numbers opens when one is chosen.
class DrawingChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit DrawingChoice(const figures::Drawings &drawings, QWidget *parent = nullptr);

    [[nodiscard]] bool isChosen() const { return m_chosen >= 0; }
    [[nodiscard]] const std::vector<QPushButton *> &buttons() const { return m_buttons; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(int drawing);

private:
    void choose(int drawing);

    figures::Drawings m_drawings;
    int m_chosen = -1;
    std::vector<QPushButton *> m_buttons;
    QLabel *m_answer = nullptr;
};

} // namespace desk

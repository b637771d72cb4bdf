// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quiz/check.h"

#include <QWidget>

namespace desk {

/// One dot an item: hollow, filled when answered, a dash when skipped, ringed for the one on the table. A click on a
/// dot goes there. No dot tells right from not right.
class ProgressDots final : public QWidget
{
    Q_OBJECT

public:
    ProgressDots(const std::vector<quiz::ItemState> &states, qsizetype at, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void wanted(qsizetype at);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF dot(qsizetype at) const;
    [[nodiscard]] qsizetype dotAt(const QPoint &position) const;

    std::vector<quiz::ItemState> m_states;
    qsizetype m_at;
};

} // namespace desk

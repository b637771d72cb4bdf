// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/figuredata.h"

#include <QWidget>

namespace desk {

/// What the badges beside a figure's numbers mean.
class BadgeKey final : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeKey(std::vector<course::Status> statuses, QWidget *parent = nullptr);

    [[nodiscard]] bool isEmpty() const { return m_statuses.empty(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<course::Status> m_statuses;
};

} // namespace desk

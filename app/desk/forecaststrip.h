// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QWidget>

#include <vector>

namespace desk {

/// How many questions come back on each of the coming days: a column a day, its number on it.
class ForecastStrip final : public QWidget
{
    Q_OBJECT

public:
    /// `due` begins with `today`.
    ForecastStrip(std::vector<int> due, const QDate &today, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString dayName(int day) const;

    std::vector<int> m_due;
    QDate m_today;
};

} // namespace desk

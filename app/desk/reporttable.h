// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/report.h"

#include <QWidget>

namespace desk {

/// The table of a report: what its rows are, then a number to a column, and below each the bar that may be drawn of
/// it, with the range that so few people leave open.
class ReportTable final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportTable(insight::ReportBlock block, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void measureColumns();
    [[nodiscard]] double headWidth(int width) const;
    [[nodiscard]] double numbersWidth(int column, double room) const;
    [[nodiscard]] QRectF columnIn(int column, int width) const;
    [[nodiscard]] double headHeight(int width) const;
    [[nodiscard]] double rowHeight(const insight::ReportRow &row, int width) const;
    void paintCell(QPainter &painter, const insight::ReportCell &cell, const QRectF &area) const;
    void paintBar(QPainter &painter, const insight::ReportCell &cell, const QRectF &area) const;

    insight::ReportBlock m_block;
    std::vector<double> m_needs; ///< of each column of numbers, in pixels; empty: all are alike
};

} // namespace desk

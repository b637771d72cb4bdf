// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QWidget>

namespace desk {

/// One option on the projector: its letter, its words, and once they may be seen what the room answered, a bar for each
/// round. That it holds is said in words and by a broken frame, never by a colour.
class AnswerRow final : public QWidget
{
    Q_OBJECT

public:
    /// `cells`: the option's number in each round, as figures decided what may be shown of it.
    AnswerRow(QString key, const QString &html, std::vector<figures::Cell> cells, bool holds,
              QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int air() const;
    [[nodiscard]] int wordsWidth(int width) const;
    [[nodiscard]] int wordsHeight(int width) const;
    void paintCell(QPainter &painter, const figures::Cell &cell, const QRectF &area, bool isFirst) const;

    QString m_key;
    QString m_html;
    std::vector<figures::Cell> m_cells;
    bool m_holds;
};

} // namespace desk

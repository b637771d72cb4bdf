// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "figures/figure.h"
#include "plot/figurechart.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

class FigurePicture;

/// A figure alone, over the whole window: its type is as large as it can be. A trainer can open its cases one by one.
class FigureZoom final : public QWidget
{
    Q_OBJECT

public:
    /// Lies over `window`, and goes when it is closed.
    FigureZoom(const course::Course &course, figures::PreparedFigure figure, std::vector<plot::Guess> guesses,
               QWidget *window);

    /// See plot::Layout::stamped.
    void setStamped(bool stamped);
    void open();

    /// How many cases are open; all of them at first.
    [[nodiscard]] int rowsShown() const;
    void showRows(int rows);

    [[nodiscard]] FigurePicture *picture() const { return m_picture; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHead();
    [[nodiscard]] int allRows() const { return static_cast<int>(m_figure.rows.size()); }
    void step(int by);
    void layOut();
    void leave();

    figures::PreparedFigure m_figure;
    plot::Layout m_layout;
    int m_rowsShown;
    QWidget *m_before = nullptr; ///< had the focus
    QLabel *m_title = nullptr;
    QLabel *m_source = nullptr;
    QPushButton *m_hide = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_close = nullptr;
    FigurePicture *m_picture = nullptr;
};

} // namespace desk

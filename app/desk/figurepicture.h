// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "plot/figurechart.h"

#include <QGraphicsView>
#include <QPointer>

#include <functional>

class QChart;
class QLabel;

namespace desk {

/// A figure's picture, to be walked through: the arrow keys go from spot to spot, the pointer finds them too, and
/// either way a note says the value with its qualifier, its status and its source. To a screen reader each spot is a
/// child with that value as its name.
class FigurePicture final : public QGraphicsView
{
    Q_OBJECT

public:
    /// What a spot's note says, as rich text.
    using Describe = std::function<QString(const figures::Spot &)>;

    FigurePicture(Describe describe, QWidget *parent = nullptr);
    ~FigurePicture() override;

    /// The picture is `air` wider and higher than the layout on every side: the ring around a spot needs room.
    [[nodiscard]] static int air();
    void setFigure(const figures::PreparedFigure &figure, const plot::Layout &layout, const plot::Palette &palette);

    [[nodiscard]] const std::vector<figures::Spot> &spots() const { return m_spots; }
    [[nodiscard]] const std::vector<QRectF> &areas() const { return m_areas; }
    /// The spot that is walked to, or -1.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int spot);

    /// The note goes where its spot went.
    void placeNote();

Q_SIGNALS:
    void spotOpened(int spot);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    [[nodiscard]] int spotAt(const QPointF &point) const;
    [[nodiscard]] int nextInDirection(int key) const;
    void point(int spot);
    void showNote();
    bool hideNote();
    [[nodiscard]] QWidget *makeNote();
    void announce();

    Describe m_describe;
    std::vector<figures::Spot> m_spots;
    QChart *m_chart = nullptr;
    std::vector<QRectF> m_areas;
    int m_current = -1;
    int m_pointed = -1;
    QFont m_noteFont;
    QPointer<QWidget> m_note; ///< lies on the window, and may go before this
    QLabel *m_noteText = nullptr;
};

} // namespace desk

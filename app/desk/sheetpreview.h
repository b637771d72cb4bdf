// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/slidesheet.h"

#include <QPixmap>

namespace desk {

/// What the room sees, in small: set at the size of the room's screen and then made smaller, so that each line breaks
/// here where it breaks there.
class SheetPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit SheetPreview(const course::Course &course, QWidget *parent = nullptr);

    /// The size of the room's screen.
    void setShape(const QSize &shape);
    void project(const Projection &shown);
    void setSpotlight(const std::optional<QPointF> &place);

    [[nodiscard]] const SlideSheet &sheet() const { return m_sheet; }

Q_SIGNALS:
    /// The mouse is here, as shares of width and height.
    void pointedAt(const QPointF &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void take();
    [[nodiscard]] QRect picture() const;

    SlideSheet m_sheet; ///< never on the screen itself
    QPixmap m_taken;
};

} // namespace desk

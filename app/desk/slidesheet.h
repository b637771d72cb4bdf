// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/answerrow.h"
#include "desk/projection.h"

#include <QPointF>
#include <QWidget>

namespace desk {

class SheetColumn;

/// What the room sees: type that is read at the back, one idea at a time, and never a note. On the projector it fills
/// the screen, on the trainer's console it is the same in small (SheetPreview).
class SlideSheet final : public QWidget
{
    Q_OBJECT

public:
    explicit SlideSheet(const course::Course &course, QWidget *parent = nullptr);

    void project(const Projection &shown);
    [[nodiscard]] const Projection &shown() const { return m_shown; }

    /// Darkens all but a circle around a place, given as shares of width and height; nothing ends it.
    void setSpotlight(const std::optional<QPointF> &place);

    /// Whether all that is on it has room. A sheet that was never laid out has.
    [[nodiscard]] bool fits() const { return m_fits; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void set(SheetColumn &column);
    void setSlide(SheetColumn &column);
    void setFigure(SheetColumn &column);
    void setQuestion(SheetColumn &column);
    void setOptions(SheetColumn &column);
    void setPairs(SheetColumn &column);
    void setExplanation(SheetColumn &column);
    void setLines(SheetColumn &column);
    void describe();

    const course::Course &m_course;
    Projection m_shown;
    QWidget *m_sheet = nullptr;
    QWidget *m_light = nullptr;
    AnswerRow::Form m_withBars = AnswerRow::Form::BarsBelow;
    double m_wordsShare = 0; // of the height, for words above bars; 0: as all other type
    bool m_isTight = false;
    bool m_fits = true;
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "figures/figure.h"

#include <QWidget>

namespace desk {

/// One slide as the room sees it: type that is read at the back, one idea, and never a note. Everything is a share of
/// its height: headings 1/15, text 1/22. It has no field for facilitator notes, so it cannot show any.
class SlideSheet final : public QWidget
{
    Q_OBJECT

public:
    SlideSheet(const course::Course &course, course::Block slide, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int share(double part) const;
    void layOut();
    [[nodiscard]] QWidget *makeText(const course::Block &block, const QString &bullet);
    [[nodiscard]] QWidget *makeFigure(const QString &id, int room);
    [[nodiscard]] QWidget *makeChart(const figures::PreparedFigure &figure, int room);
    void add(const course::Block &block, const QString &bullet);
    void addSources();

    const course::Course &m_course;
    course::Block m_slide;
    QWidget *m_sheet = nullptr;
    int m_y = 0;
    std::vector<course::Status> m_statuses; ///< that its figures' badges tell
    QStringList m_sources;                  ///< ids of what the slide's figures rest on
};

} // namespace desk

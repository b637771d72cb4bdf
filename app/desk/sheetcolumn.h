// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "figures/figure.h"
#include "plot/figurechart.h"

#include <QFont>
#include <QPalette>

class QWidget;

namespace desk {

/// What stands on a sheet for the projector, set from its top down. Everything is a share of the sheet's height, so
/// that it is read at the back of the room whatever the projector: headings 1/15, text 1/22.
class SheetColumn
{
public:
    /// Sets into `sheet`, whose size stays as it is while it is set; text is `textShare`th of its height.
    SheetColumn(const course::Course &course, QWidget *sheet, double textShare = smallestTextShare);

    /// What is read at the back of a room.
    static constexpr double smallestTextShare = 22;

    [[nodiscard]] int share(double part) const;
    [[nodiscard]] int width() const;
    /// Where the next thing begins, in pixels from the top.
    [[nodiscard]] int y() const { return m_y; }
    /// How much is left for a figure, above a source line.
    [[nodiscard]] int room() const;
    /// Whether all that was set has room, above the foot where there is one.
    [[nodiscard]] bool fits() const { return m_bottom <= m_end; }
    void skip(double part) { m_y += share(part); }

    void addHeading(const QString &html);
    void addText(const QString &html, QPalette::ColorRole role = QPalette::WindowText);
    /// A block of a lesson, and what is in it.
    void addBlock(const course::Block &block, const QString &bullet = {});
    /// As large as there is room for; its source goes to the foot.
    void addFigure(const figures::PreparedFigure &figure);
    /// A widget that is as tall as it wants to be at this width.
    void add(QWidget *widget, double below);
    /// A line at the foot of the sheet, with what the figures rest on.
    void addFoot(const QString &line = {});

    /// Of the figures' rows that are to be seen; all where it was not said.
    void setRows(int rows) { m_rows = rows; }

    [[nodiscard]] QFont headingFont() const;
    [[nodiscard]] QFont textFont() const;
    [[nodiscard]] QFont smallFont() const;

private:
    [[nodiscard]] QWidget *makeText(const QString &html, const QFont &font, QPalette::ColorRole role);
    void noteSources(const figures::PreparedFigure &figure);

    const course::Course &m_course;
    QWidget *m_sheet;
    double m_textShare;
    int m_y = 0;
    int m_bottom = 0; ///< of what was set last
    int m_end = 0;    ///< what is set has to end above it
    int m_rows = plot::Layout::allRows;
    std::vector<course::Status> m_statuses; ///< that the figures' badges tell
    QStringList m_sources;                  ///< ids of what the figures rest on
};

/// The course's figure of that id as it may be drawn; nothing where there is none, or where it may not be.
[[nodiscard]] std::optional<figures::PreparedFigure> preparedFigure(const course::Course &course, const QString &id);

} // namespace desk

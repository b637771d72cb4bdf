// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/screens.h"
#include "desk/slidesheet.h"

#include <QHash>
#include <QObject>
#include <QPointF>
#include <QPointer>

class QKeyEvent;
class QScreen;
class QWidget;

namespace desk {

/// The window on the other screen. It finds its screen when one is plugged in, goes when that is pulled out, and comes
/// back with it; what it showed it shows again. Its keys are the console's.
class Projector final : public QObject
{
    Q_OBJECT

public:
    /// `console` is the trainer's window.
    Projector(const course::Course &course, QWidget *console, QObject *parent = nullptr);
    ~Projector() override;

    /// From now on the other screen, if there is one, shows what is projected.
    void open();
    void close();

    void project(const Projection &shown);
    void setSpotlight(const std::optional<QPointF> &place);

    /// Exchanges the trainer's screen and the room's.
    void swap();

    [[nodiscard]] const ScreenShare &share() const { return m_share; }
    /// The window on the other screen; null while there is none.
    [[nodiscard]] QWidget *window() const;
    [[nodiscard]] SlideSheet *sheet() const { return m_sheet; }
    /// The screen of the room, as the foot of the console names it: "HDMI-1, 1024 × 768"; empty without one.
    [[nodiscard]] QString screenText() const;
    /// The size of what the room sees; of an old projector where there is none.
    [[nodiscard]] QSize shape() const;

Q_SIGNALS:
    /// A screen came or went, or changed its size.
    void screensChanged();
    void keyPressed(QKeyEvent *event);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void shareOut();
    void place();
    void watch(QScreen *screen);
    void moveConsole(const QString &from, const QScreen &screen);

    const course::Course &m_course;
    QWidget *m_console;
    ScreenShare m_share;
    QHash<QString, QRect> m_places; ///< of the console, by screen
    Projection m_shown;
    QPointer<SlideSheet> m_sheet; ///< a window of its own
    bool m_isOpen = false;
};

} // namespace desk

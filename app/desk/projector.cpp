// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/projector.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QWindow>

#include <algorithm>

namespace desk {

namespace {

std::vector<ScreenInfo> allScreens()
{
    std::vector<ScreenInfo> screens;
    for (const QScreen *screen : QGuiApplication::screens()) {
        // The last screen to go leaves one without a size behind.
        if (!screen->geometry().isEmpty())
            screens.push_back({screen->name(), screen->geometry()});
    }
    return screens;
}

/// A screen may have no name of its own, on a platform that has only one; an empty name stands for none.
QScreen *screenNamed(const QString &name)
{
    if (name.isEmpty())
        return nullptr;
    const QList<QScreen *> screens = QGuiApplication::screens();
    const auto found = std::ranges::find(screens, name, [](const QScreen *screen) { return screen->name(); });
    return found == screens.end() ? nullptr : *found;
}

} // namespace

Projector::Projector(const course::Course &course, QWidget *console, QObject *parent)
    : QObject(parent), m_course(course), m_console(console)
{
    for (QScreen *screen : QGuiApplication::screens())
        watch(screen);
    connect(qApp, &QGuiApplication::screenAdded, this, [this](QScreen *screen) {
        watch(screen);
        shareOut();
    });
    // The screen is still on the list while this is told.
    connect(qApp, &QGuiApplication::screenRemoved, this, &Projector::shareOut, Qt::QueuedConnection);
    shareOut();
}

Projector::~Projector()
{
    delete m_sheet;
}

void Projector::watch(QScreen *screen)
{
    connect(screen, &QScreen::geometryChanged, this, &Projector::shareOut, Qt::QueuedConnection);
}

void Projector::open()
{
    m_isOpen = true;
    shareOut();
}

void Projector::close()
{
    m_isOpen = false;
    delete m_sheet;
}

/// Looks anew at which screens there are, and puts the window where it belongs.
void Projector::shareOut()
{
    ScreenShare before = m_share;
    if (m_console->screen() != nullptr && !m_isOpen)
        before.console = m_console->screen()->name();
    m_share = shareScreens(allScreens(), before);
    // A window that was on a screen which is gone can be left beside all others.
    const QScreen *screen = screenNamed(m_share.console);
    if (m_isOpen && !before.console.isEmpty() && before.console != m_share.console && screen != nullptr)
        moveConsole(before.console, *screen);
    place();
    Q_EMIT screensChanged();
}

void Projector::place()
{
    QScreen *screen = screenNamed(m_share.projector);
    if (!m_isOpen || screen == nullptr) {
        delete m_sheet;
        return;
    }
    SlideSheet *sheet = m_sheet;
    const bool isNew = sheet == nullptr;
    if (isNew) {
        sheet = new SlideSheet(m_course);
        m_sheet = sheet;
        // A title stands in lists of windows: it tells nothing.
        sheet->setWindowTitle(tr("Slides"));
        sheet->setWindowFlags(Qt::Window | Qt::FramelessWindowHint | Qt::WindowDoesNotAcceptFocus);
        sheet->setAttribute(Qt::WA_QuitOnClose, false);
        sheet->setAttribute(Qt::WA_ShowWithoutActivating); // the keys stay with the console
        sheet->setCursor(Qt::BlankCursor);
        sheet->installEventFilter(this);
        sheet->project(m_shown);
    }
    if (sheet->geometry() != screen->geometry()) {
        if (!isNew)
            sheet->showNormal(); // a window that fills one screen stays there, whatever its place
        sheet->setScreen(screen);
        sheet->setGeometry(screen->geometry());
    }
    // Not by showFullScreen: that takes the keys from the console.
    sheet->setWindowState(Qt::WindowFullScreen);
    sheet->show();
}

void Projector::project(const Projection &shown)
{
    m_shown = shown;
    if (m_sheet != nullptr)
        m_sheet->project(shown);
}

void Projector::setSpotlight(const std::optional<QPointF> &place)
{
    if (m_sheet != nullptr)
        m_sheet->setSpotlight(place);
}

void Projector::swap()
{
    const QString from = m_share.console;
    m_share = swapped(m_share);
    if (const QScreen *screen = screenNamed(m_share.console); screen != nullptr && m_share.console != from)
        moveConsole(from, *screen);
    place();
    Q_EMIT screensChanged();
}

/// The console comes back to where it was on a screen; on one that it was never on it keeps its size, so far as that
/// fits. It fills a screen where it filled the one before.
void Projector::moveConsole(const QString &from, const QScreen &screen)
{
    const bool isFull = m_console->isFullScreen();
    const bool isMaximised = m_console->isMaximized();
    // A window manager answers later. What still fills its screen when it is moved comes to fill it by half, so it goes
    // and comes again.
    if (isFull || isMaximised)
        m_console->hide();
    else
        m_places.insert(from, m_console->geometry());
    const QRect room = screen.availableGeometry();
    QRect place(QPoint(), m_console->size().boundedTo(room.size()));
    place.moveCenter(room.center());
    if (room.contains(m_places.value(screen.name()).center()))
        place = m_places.value(screen.name());
    if (isFull || isMaximised) {
        m_console->setWindowState(Qt::WindowNoState);
        place = isFull ? screen.geometry() : room; // as it is to be, whatever the answer
    }
    m_console->setGeometry(place);
    if (isFull)
        m_console->showFullScreen();
    else if (isMaximised)
        m_console->showMaximized();
    m_console->activateWindow();
}

QWidget *Projector::window() const
{
    return m_sheet;
}

QString Projector::screenText() const
{
    const QScreen *screen = screenNamed(m_share.projector);
    if (screen == nullptr)
        return {};
    const QSize size = screen->geometry().size();
    return tr("%1, %2 × %3").arg(screen->name()).arg(size.width()).arg(size.height());
}

QSize Projector::shape() const
{
    const QScreen *screen = screenNamed(m_share.projector);
    return screen == nullptr ? QSize(1024, 768) : screen->geometry().size();
}

bool Projector::eventFilter(QObject *watched, QEvent *event)
{
    // The sheet is all that is watched; while it is taken down it may not be asked for any more.
    if (event->type() == QEvent::KeyPress) {
        Q_EMIT keyPressed(static_cast<QKeyEvent *>(event));
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace desk

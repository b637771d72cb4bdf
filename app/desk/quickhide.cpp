// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/quickhide.h"

#include "desk/style.h"
#include "type/tokens.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QDateTime>
#include <QKeyEvent>
#include <QPushButton>
#include <QTextCharFormat>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

/// A month's calendar on an empty page: what anybody may have open.
class NeutralSheet final : public QWidget
{
public:
    NeutralSheet(QWidget *window, bool isMain, const QDate &today) : QWidget(window)
    {
        setAutoFillBackground(true);
        setBackgroundRole(QPalette::Window);
        setAccessibleName(QuickHide::tr("Calendar"));
        setGeometry(window->rect());
        window->installEventFilter(this);
        if (!isMain)
            return;
        auto *column = new QVBoxLayout(this);
        auto *calendar = new QCalendarWidget(this);
        calendar->setSelectedDate(today);
        // Weekends are Qt's own red otherwise, which nobody can read on a dark sheet.
        QTextCharFormat plain;
        plain.setForeground(palette().windowText());
        for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
            calendar->setWeekdayTextFormat(day, plain);
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        calendar->setMaximumSize(type::sized(560), type::sized(420));
        column->addStretch(1);
        column->addWidget(calendar, 4, Qt::AlignHCenter);
        column->addStretch(1);
        m_back = new QPushButton(QuickHide::tr("Back"), this);
        setPart(m_back, ButtonPart::Quiet);
        column->addWidget(m_back, 0, Qt::AlignRight);
    }

    [[nodiscard]] QPushButton *back() const { return m_back; }

protected:
    /// The sheet keeps the window covered however it is resized.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parentWidget() && event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return QWidget::eventFilter(watched, event);
    }

    /// Tab goes round within the sheet: what lies under it in the same window is not for the keys now.
    bool focusNextPrevChild(bool next) override
    {
        if (!isVisible()) // it is being taken away, and the window has the focus again
            return QWidget::focusNextPrevChild(next);
        const auto after = [next](QWidget *one) {
            return next ? one->nextInFocusChain() : one->previousInFocusChain();
        };
        QWidget *const from = isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : this;
        for (QWidget *one = after(from); one != from; one = after(one)) {
            if (!isAncestorOf(one) || !takesTab(*one))
                continue;
            one->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            break;
        }
        return true;
    }

    // What is done to the sheet is not done to what lies under it.
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
    void keyPressEvent(QKeyEvent *event) override { event->accept(); }

private:
    [[nodiscard]] static bool takesTab(const QWidget &widget)
    {
        return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.focusProxy() == nullptr && widget.isVisible() &&
               widget.isEnabled();
    }

    QPushButton *m_back = nullptr;
};

void closePopups()
{
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
}

/// Something that a hand does to a widget, keys aside.
bool isTouch(QEvent::Type type)
{
    switch (type) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::ContextMenu:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

bool isOwnWindow(const QWidget *widget)
{
    return widget->isVisible() && (widget->windowType() == Qt::Window || widget->windowType() == Qt::Dialog);
}

} // namespace

QuickHide::QuickHide(const QKeySequence &key, base::Clock clock, QObject *parent)
    : QObject(parent), m_key(key), m_clock(std::move(clock))
{
    QApplication::instance()->installEventFilter(this);
}

QuickHide::~QuickHide() = default;

void QuickHide::hide()
{
    if (isHidden())
        return;
    closePopups();
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (isOwnWindow(window))
            cover(window);
    }
}

void QuickHide::cover(QWidget *window)
{
    const bool isMain = window->windowType() == Qt::Window;
    auto *sheet = new NeutralSheet(window, isMain, QDateTime::fromMSecsSinceEpoch(m_clock()).date());
    if (sheet->back() != nullptr)
        connect(sheet->back(), &QPushButton::clicked, this, &QuickHide::show, Qt::QueuedConnection);
    m_covers.push_back({window, sheet, window->windowTitle(), window->focusWidget()});
    window->setWindowTitle(tr("Calendar"));
    sheet->show();
    sheet->raise();
    sheet->setFocus();
    sheet->repaint(); // now, not with the next turn
}

void QuickHide::show()
{
    closePopups(); // the calendar has menus of its own
    for (const Cover &cover : std::exchange(m_covers, {})) {
        if (cover.sheet)
            cover.sheet->deleteLater();
        if (cover.sheet)
            cover.sheet->hide();
        if (cover.window)
            cover.window->setWindowTitle(cover.title);
        if (cover.focus)
            cover.focus->setFocus();
    }
}

void QuickHide::toggle()
{
    if (isHidden())
        show();
    else
        hide();
}

QuickHide::Cover *QuickHide::coverOf(const QWidget *window)
{
    const auto found = std::ranges::find_if(m_covers, [window](const Cover &one) { return one.window == window; });
    return found == m_covers.end() ? nullptr : &*found;
}

/// Whether a widget belongs to no sheet. A menu belongs to what it opened from.
bool QuickHide::isUnderSheets(const QWidget *widget) const
{
    const auto isSheet = [&](const QWidget *one) {
        return std::ranges::any_of(m_covers, [one](const Cover &cover) { return cover.sheet == one; });
    };
    while (widget != nullptr && !isSheet(widget))
        widget = widget->parentWidget();
    return widget == nullptr;
}

bool QuickHide::eventFilter(QObject *watched, QEvent *event)
{
    // The window hands on to the widget what it gets: it is taken there.
    auto *widget = qobject_cast<QWidget *>(watched);
    if (widget == nullptr)
        return false;
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
        return takeKey(widget, static_cast<QKeyEvent *>(event));
    case QEvent::FocusIn:
        if (isHidden() && isUnderSheets(widget))
            QMetaObject::invokeMethod(this, &QuickHide::keepFocus, Qt::QueuedConnection);
        return false;
    case QEvent::Show:
        if (isHidden() && widget->isWindow())
            onOpened(widget);
        return false;
    default:
        return isHidden() && isTouch(event->type()) && isUnderSheets(widget);
    }
}

/// Whether a key goes no further. While all is hidden, none but the one that hides is a shortcut, and none reaches what
/// lies under the sheets.
bool QuickHide::takeKey(const QWidget *widget, QKeyEvent *event)
{
    const bool isShortcut = event->type() == QEvent::ShortcutOverride;
    const bool isPress = event->type() == QEvent::KeyPress;
    if ((isPress || isShortcut) && QKeySequence(event->keyCombination()) == m_key) {
        event->accept();
        if (isPress && !event->isAutoRepeat())
            toggle();
        return true;
    }
    if (!isHidden() || (!isShortcut && !isUnderSheets(widget)))
        return false;
    event->accept();
    return true;
}

/// What opens while all is hidden opens hidden; a menu is closed again.
void QuickHide::onOpened(QWidget *window)
{
    if (coverOf(window) != nullptr)
        return; // it was minimised, and its sheet is with it
    if (isOwnWindow(window))
        cover(window);
    else if (window->windowType() == Qt::Popup && isUnderSheets(window))
        QMetaObject::invokeMethod(window, &QWidget::close, Qt::QueuedConnection);
}

/// A page that is made anew under its sheet takes the focus, as it does in sight: it has it once the sheet is gone.
void QuickHide::keepFocus()
{
    QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr || !isUnderSheets(focus))
        return;
    Cover *cover = coverOf(focus->window());
    if (cover == nullptr || !cover->sheet)
        return;
    cover->focus = focus;
    cover->sheet->setFocus();
}

} // namespace desk

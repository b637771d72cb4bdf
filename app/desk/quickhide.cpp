// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/quickhide.h"

#include "desk/style.h"
#include "desk/tokens.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QDateTime>
#include <QKeyEvent>
#include <QPushButton>
#include <QTextCharFormat>
#include <QVBoxLayout>

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
        calendar->setMaximumSize(sized(560), sized(420));
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

    // What is done to the sheet is not done to what lies under it.
    void mousePressEvent(QMouseEvent *event) override { event->accept(); }
    void keyPressEvent(QKeyEvent *event) override { event->accept(); }

private:
    QPushButton *m_back = nullptr;
};

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
    m_focus = QApplication::focusWidget();
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
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
    m_covers.push_back({window, sheet, window->windowTitle()});
    window->setWindowTitle(tr("Calendar"));
    sheet->show();
    sheet->raise();
    sheet->setFocus();
    sheet->repaint(); // now, not with the next turn
}

void QuickHide::show()
{
    for (const Cover &cover : std::exchange(m_covers, {})) {
        if (cover.sheet)
            cover.sheet->deleteLater();
        if (cover.sheet)
            cover.sheet->hide();
        if (cover.window)
            cover.window->setWindowTitle(cover.title);
    }
    if (m_focus)
        m_focus->setFocus();
}

void QuickHide::toggle()
{
    if (isHidden())
        show();
    else
        hide();
}

bool QuickHide::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        // The window hands a key on to the widget: it is taken there.
        if (!watched->isWidgetType())
            break;
        if (QKeySequence(key->keyCombination()) != m_key) {
            // While all is hidden no key reaches what lies under the sheets.
            if (isHidden() && event->type() == QEvent::ShortcutOverride)
                event->accept();
            break;
        }
        event->accept();
        if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
            toggle();
        return true;
    }
    case QEvent::Show: {
        // A window that opens while all is hidden opens hidden.
        auto *window = qobject_cast<QWidget *>(watched);
        if (isHidden() && window != nullptr && window->isWindow() && isOwnWindow(window))
            cover(window);
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace desk

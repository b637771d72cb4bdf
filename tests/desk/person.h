// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/checkpage.h"
#include "desk/contents.h"
#include "desk/deskhelpers.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/optioncard.h"
#include "desk/shown.h"

#include <QPushButton>
#include <QWheelEvent>
#include <qtestspontaneevent.h>

namespace testing {

/// Lets the window work until `condition` holds.
template<typename Condition>
bool settled(const Condition &condition)
{
    return QTest::qWaitFor(condition);
}

/// Somebody at the window, with a mouse and a keyboard. All that they do goes by way of the window system, so a thing
/// that is covered, out of sight or without focus does not get it.
class Person
{
public:
    explicit Person(desk::Window &window) : m_window(window) {}

    [[nodiscard]] desk::Window &window() const { return m_window; }
    [[nodiscard]] desk::CheckPresenter &check() const { return m_window.check(); }
    [[nodiscard]] QWidget *page() const { return m_window.currentPage(); }

    [[nodiscard]] bool isAt(desk::Location::Page page, const QString &id = {}) const
    {
        return settled([&] { return m_window.location() == desk::Location{page, id}; });
    }

    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(m_window.windowHandle(), static_cast<Qt::Key>(key), modifiers);
    }

    void type(const QString &text) const
    {
        for (const QChar character : text)
            QTest::keyClick(m_window.windowHandle(), character.toLatin1());
    }

    /// The visible button of that name, text or spoken name.
    [[nodiscard]] QAbstractButton *button(const QString &nameOrText) const
    {
        const auto buttons = m_window.findChildren<QAbstractButton *>();
        const auto isIt = [&](const QAbstractButton *button) {
            return button->isVisible() && (button->objectName() == nameOrText || button->text() == nameOrText ||
                                           button->accessibleName() == nameOrText);
        };
        const auto found = std::ranges::find_if(buttons, isIt);
        return found == buttons.end() ? nullptr : *found;
    }

    /// Turns the wheel over the page until the button is in sight, and clicks it.
    [[nodiscard]] bool clickButton(const QString &nameOrText) const
    {
        QApplication::processEvents(); // what is new is laid out in the next turn
        if (!settled([&] { return button(nameOrText) != nullptr; }))
            return false;
        QAbstractButton *target = button(nameOrText);
        if (!reach(target) || !target->isEnabled())
            return false;
        click(target);
        return true;
    }

    [[nodiscard]] bool clickCard(qsizetype at) const
    {
        QApplication::processEvents();
        OptionCard *card = page()->findChildren<OptionCard *>().value(at);
        if (card == nullptr || !reach(card))
            return false;
        click(card);
        return true;
    }

    /// Clicks a row of the contents.
    [[nodiscard]] bool clickContents(const QString &title) const
    {
        const QListView *list = m_window.findChild<desk::Contents *>()->list();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data().toString() != title)
                continue;
            clickAt(list->viewport(), list->visualRect(index).center());
            return true;
        }
        return false;
    }

    /// What stands beside the main button: "Saved".
    [[nodiscard]] QString saving() const
    {
        const auto *label = page()->findChild<QLabel *>(QStringLiteral("saving"));
        return label == nullptr ? QString() : label->text();
    }

    [[nodiscard]] const quiz::ItemState &state() const
    {
        return check().view().states[static_cast<std::size_t>(check().view().at)];
    }

    [[nodiscard]] bool isAnswered() const
    {
        return settled([&] { return state().phase == quiz::ItemState::Phase::Answered; });
    }

    [[nodiscard]] bool isAtItem(qsizetype at) const
    {
        return settled([&] { return check().view().at == at; });
    }

    void wheel(int notches) const
    {
        constexpr int perNotch = 120;
        const QPoint at = page()->mapTo(&m_window, page()->rect().center());
        QWheelEvent event(at, m_window.mapToGlobal(at), {}, {0, -notches * perNotch}, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QSpontaneKeyEvent::setSpontaneous(&event); // as from the window system; any other would not be passed on
        qApp->notify(m_window.windowHandle(), &event);
    }

    /// Brings `target` into sight with the wheel.
    [[nodiscard]] bool reach(const QWidget *target) const
    {
        constexpr int most = 300;
        for (int turn = 0; turn < most && !isInSight(target); ++turn) {
            const bool isBelow = target->mapTo(&m_window, target->rect().center()).y() > m_window.height() / 2;
            wheel(isBelow ? 1 : -1);
        }
        return isInSight(target);
    }

private:
    using OptionCard = desk::OptionCard;

    /// Its middle can be seen, and nothing lies over it.
    [[nodiscard]] bool isInSight(const QWidget *target) const
    {
        const QPoint middle = target->rect().center();
        if (!target->visibleRegion().contains(middle))
            return false;
        const QWidget *there = m_window.childAt(target->mapTo(&m_window, middle));
        return there == target || (there != nullptr && target->isAncestorOf(there));
    }

    desk::Window &m_window;
};

/// The keys of the full answer to an item with options.
inline quiz::Response rightKeys(const items::Item &item)
{
    quiz::Response keys;
    for (qsizetype i = 0; i < std::ssize(item.options); ++i) {
        if (quiz::isRight(item, i))
            keys.append(items::optionKey(i));
    }
    return keys;
}

} // namespace testing

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

    [[nodiscard]] bool isAt(desk::Location::Page page, const QString &id = {}) const;

    void press(int key, Qt::KeyboardModifiers modifiers = {}) const;

    void type(const QString &text) const;

    /// The visible button of that name, text or spoken name.
    [[nodiscard]] QAbstractButton *button(const QString &nameOrText) const;

    /// Turns the wheel over the page until the button is in sight, and clicks it.
    [[nodiscard]] bool clickButton(const QString &nameOrText) const;

    [[nodiscard]] bool clickCard(qsizetype at) const;

    /// Clicks a row of the contents.
    [[nodiscard]] bool clickContents(const QString &title) const;

    /// What stands beside the main button: "Saved".
    [[nodiscard]] QString saving() const;

    [[nodiscard]] const quiz::ItemState &state() const;
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] bool isAtItem(qsizetype at) const;

    void wheel(int notches) const;

    /// Brings `target` into sight with the wheel.
    [[nodiscard]] bool reach(const QWidget *target) const;

private:
    /// Its middle can be seen, and nothing lies over it.
    [[nodiscard]] bool isInSight(const QWidget *target) const;

    desk::Window &m_window;
};

/// The keys of the full answer to an item with options.
[[nodiscard]] quiz::Response rightKeys(const items::Item &item);

} // namespace testing

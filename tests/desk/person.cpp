// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/person.h"

#include <QWheelEvent>
#include <qtestspontaneevent.h>

#include <algorithm>

namespace testing {

bool Person::isAt(desk::Location::Page page, const QString &id) const
{
    return settled([&] { return m_window.location() == desk::Location{page, id}; });
}

void Person::press(int key, Qt::KeyboardModifiers modifiers) const
{
    QTest::keyClick(m_window.windowHandle(), static_cast<Qt::Key>(key), modifiers);
}

void Person::type(const QString &text) const
{
    for (const QChar character : text)
        QTest::keyClick(m_window.windowHandle(), character.toLatin1());
}

QAbstractButton *Person::button(const QString &nameOrText) const
{
    const auto buttons = m_window.findChildren<QAbstractButton *>();
    const auto isIt = [&](const QAbstractButton *button) {
        return button->isVisible() && (button->objectName() == nameOrText || button->text() == nameOrText ||
                                       button->accessibleName() == nameOrText);
    };
    const auto found = std::ranges::find_if(buttons, isIt);
    return found == buttons.end() ? nullptr : *found;
}

bool Person::clickButton(const QString &nameOrText) const
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

bool Person::clickCard(qsizetype at) const
{
    QApplication::processEvents();
    desk::OptionCard *card = page()->findChildren<desk::OptionCard *>().value(at);
    if (card == nullptr || !reach(card))
        return false;
    click(card);
    return true;
}

bool Person::clickContents(const QString &title) const
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

QString Person::saving() const
{
    const auto *label = page()->findChild<QLabel *>(QStringLiteral("saving"));
    return label == nullptr ? QString() : label->text();
}

const quiz::ItemState &Person::state() const
{
    return check().view().states[static_cast<std::size_t>(check().view().at)];
}

bool Person::isAnswered() const
{
    return settled([&] { return state().phase == quiz::ItemState::Phase::Answered; });
}

bool Person::isAtItem(qsizetype at) const
{
    return settled([&] { return check().view().at == at; });
}

void Person::wheel(int notches) const
{
    constexpr int perNotch = 120;
    const QPoint at = page()->mapTo(&m_window, page()->rect().center());
    QWheelEvent event(at, m_window.mapToGlobal(at), {}, {0, -notches * perNotch}, Qt::NoButton, {}, Qt::NoScrollPhase,
                      false);
    QSpontaneKeyEvent::setSpontaneous(&event); // as from the window system; any other would not be passed on
    qApp->notify(m_window.windowHandle(), &event);
}

bool Person::reach(const QWidget *target) const
{
    constexpr int most = 300;
    for (int turn = 0; turn < most && !isInSight(target); ++turn) {
        const bool isBelow = target->mapTo(&m_window, target->rect().center()).y() > m_window.height() / 2;
        wheel(isBelow ? 1 : -1);
    }
    return isInSight(target);
}

bool Person::isInSight(const QWidget *target) const
{
    const QPoint middle = target->rect().center();
    if (!target->visibleRegion().contains(middle))
        return false;
    const QWidget *there = m_window.childAt(target->mapTo(&m_window, middle));
    return there == target || (there != nullptr && target->isAncestorOf(there));
}

quiz::Response rightKeys(const items::Item &item)
{
    quiz::Response keys;
    for (qsizetype i = 0; i < std::ssize(item.options); ++i) {
        if (quiz::isRight(item, i))
            keys.append(items::optionKey(i));
    }
    return keys;
}

} // namespace testing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

/// What a person sees and hears of a window, and how they touch it.
namespace testing {

/// The words of a label, without its markup.
[[nodiscard]] QString shownText(const QLabel *label);

/// Every text of a visible label or button in `widget`.
[[nodiscard]] QStringList shownIn(const QWidget *widget);

/// The name that a screen reader says.
[[nodiscard]] QString nameOf(QObject *object);

/// A click in the middle of `widget`, by way of its window: what covers it gets the click, and what is out of sight
/// cannot be clicked.
void clickAt(QWidget *widget, const QPoint &position);

void click(QWidget *widget);

} // namespace testing

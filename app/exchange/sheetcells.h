// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace exchange {

/// A text that a spreadsheet shows as it is: what begins like a formula (`=`, `+`, `-`, `@`, tab, carriage return) and
/// is no number, or could be mistaken for one that was so treated, gets an apostrophe in front.
[[nodiscard]] QString guarded(const QString &text);

/// The reverse.
[[nodiscard]] QString unguarded(const QString &cell);

} // namespace exchange

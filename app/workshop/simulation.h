// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <QMap>

namespace workshop {

/// How many made-up people take part in a rehearsal.
inline constexpr int simulatedRoom = 25;

/// What `people` made-up people answer to `item` in its first or second round, by option's key, "?" for "I don't
/// know": the same each time, so that a rehearsal can be rehearsed. After the talk more of them choose what holds. It
/// says nothing about what real people answer.
[[nodiscard]] QMap<QString, int> simulatedAnswers(const items::Item &item, int people, int round);

} // namespace workshop

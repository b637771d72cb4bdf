// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/questions.h"

namespace exchange {

/// Holds a question that came from another format than GIFT to the same rules: enough options, none empty, weights of
/// Moodle's list, finite numbers. What it lacks and can be given is given: an id from its content, a title from its
/// text. False after an error.
[[nodiscard]] bool completeItem(items::Item &item, base::Faults &faults);

} // namespace exchange

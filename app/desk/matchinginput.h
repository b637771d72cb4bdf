// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/answerinput.h"

namespace desk {

/// The input for putting each to its match.
[[nodiscard]] AnswerInput *makeMatchingInput(const items::Item &item, QWidget *parent);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/answerinput.h"

namespace desk {

/// The input for a number or a few words; see InputSetting::marks.
[[nodiscard]] AnswerInput *makeLineInput(const items::Item &item, int marks, QWidget *parent);

} // namespace desk

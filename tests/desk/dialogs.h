// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace testing {

/// Answers the question that is asked next: writes `words` where there is a field, and presses the button of that text.
void answerNext(const QString &words, const QString &button);

} // namespace testing

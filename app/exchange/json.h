// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/questions.h"

namespace exchange {

/// An array with one object a question: `id, title, category, tags, type, text, textFormat, options, generalFeedback`,
/// and `single` for choices. A feedback whose format is not the question's has `feedbackFormat`
/// (`generalFeedbackFormat`) beside it; a number that catches every other has the value null. Carries all but images.
[[nodiscard]] Writing writeJson(const Questions &questions);

/// The reverse. `file` names the text in places; each fault stands at the object that it is of.
[[nodiscard]] Reading readJson(const QByteArray &bytes, const QString &file);

} // namespace exchange

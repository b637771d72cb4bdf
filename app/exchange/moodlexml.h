// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/questions.h"

namespace exchange {

/// Moodle XML, as `question/format/xml/format.php` of Moodle reads and writes it. A missing word is a multiple choice
/// there; an element of its own, which Moodle passes over, keeps it apart. The unit of a number is the tag `unit:NAME`.
/// Characters that XML cannot hold are told and left out.
[[nodiscard]] Writing writeMoodleXml(const Questions &questions);

/// The reverse. Document types, deep nesting and more than 64 MiB are refused; so are images whose name is a path. What
/// Moodle keeps and a question here has no place for (hints, penalties, combined feedback) is told as not carried over.
[[nodiscard]] Reading readMoodleXml(const QByteArray &bytes, const QString &file);

} // namespace exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/questions.h"

#include <optional>

namespace exchange {

/// The formats that questions come and go in, told apart by how a file's name ends.
enum class Format { Gift, MoodleXml, Sheet, Anki, Json };

[[nodiscard]] std::optional<Format> formatOf(const QString &fileName);

/// Anki's text is written and never read.
[[nodiscard]] bool canRead(Format format);

/// Reads `bytes`; `file` names them in places. Anki's text gives nothing.
[[nodiscard]] Reading read(Format format, const QByteArray &bytes, const QString &file);

/// Writes all that the format can hold, and tells what it cannot. `title` names the whole where a format has a name for
/// it.
[[nodiscard]] Writing write(Format format, const Questions &questions, const QString &title);

} // namespace exchange

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command/command.h"

namespace command {

/// `print report [COURSE] --out FILE.pdf [--for trainer|funder|author] [--scrub] [--journal FILE] [--paper A4|Letter]`:
/// what was answered in all workshops of a journal, as PDF. What somebody could be known by is listed on `err`, unless
/// it is scrubbed. `arguments` are those behind `report`. Needs a QApplication.
[[nodiscard]] int printReport(const QStringList &arguments, QTextStream &err);

} // namespace command

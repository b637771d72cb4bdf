// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace command {

/// `check COURSE [--json]`: every fault of a course, as lines on `err` or as JSON on `out`.
[[nodiscard]] int check(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace command

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/reading.h"

#include <QStringList>
#include <QTextStream>

namespace command {

/// `print WHAT [COURSE] --out FILE.pdf …`: a part of a workshop's pack as PDF. Needs a QApplication, but no display. A
/// course with errors is printed as far as it is open, and what is closed is said.
[[nodiscard]] int print(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// Reads a course that is to be printed to `path`, and says its errors on `err`; where it is not open, that nothing was
/// written as well.
[[nodiscard]] course::Reading readForPrint(const QString &course, const QString &path, QTextStream &err);

} // namespace command

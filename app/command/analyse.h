// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace command {

/// `analyse MATRIX.csv [--json] [--unanswered zero|apart]`: item and test statistics of a table of marks
/// (`insight::readMatrix`), whatever the numbers, as a table or as JSON on `out`: coefficients and facilities as
/// shares, those of the totals in marks, null where a value is undefined.
[[nodiscard]] int analyse(const QStringList &arguments, QTextStream &out, QTextStream &err);

} // namespace command

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/report.h"

#include <QByteArray>

namespace insight {

/// The report as one page that needs nothing else: no picture, no script, no address. UTF-8.
[[nodiscard]] QByteArray htmlOf(const Report &report, const QString &foot);

/// The report as a table for other programs, by RFC 4180 in UTF-8: a line for every number and every sentence, with
/// the columns chapter, part, row, column and text.
[[nodiscard]] QByteArray csvOf(const Report &report);

} // namespace insight

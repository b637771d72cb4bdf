// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/report.h"
#include "paper/stock.h"

#include <optional>

namespace paper {

/// The kinds of file that a report can be.
enum class ReportFormat { Pdf, Html, Csv };

/// How the name of such a file ends: ".pdf".
[[nodiscard]] QString suffixOf(ReportFormat format);

/// The format that a file's name ends in.
[[nodiscard]] std::optional<ReportFormat> reportFormatOf(const QString &path);

/// The report as such a file; `size` is of the paper.
[[nodiscard]] QByteArray bytesOf(const course::Course &course, const insight::Report &report, ReportFormat format,
                                 PaperSize size);

} // namespace paper

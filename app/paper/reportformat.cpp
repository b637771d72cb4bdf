// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/reportformat.h"

#include "insight/reportfile.h"
#include "paper/pack.h"
#include "paper/part.h"

namespace paper {

QString suffixOf(ReportFormat format)
{
    switch (format) {
    case ReportFormat::Pdf:
        return QStringLiteral(".pdf");
    case ReportFormat::Html:
        return QStringLiteral(".html");
    case ReportFormat::Csv:
        break;
    }
    return QStringLiteral(".csv");
}

std::optional<ReportFormat> reportFormatOf(const QString &path)
{
    for (const ReportFormat format : {ReportFormat::Pdf, ReportFormat::Html, ReportFormat::Csv}) {
        if (path.endsWith(suffixOf(format), Qt::CaseInsensitive))
            return format;
    }
    return std::nullopt;
}

QByteArray bytesOf(const course::Course &course, const insight::Report &report, ReportFormat format, PaperSize size)
{
    switch (format) {
    case ReportFormat::Pdf:
        return pdfOf(course, report, {.size = size, .hasMargin = false});
    case ReportFormat::Html:
        return insight::htmlOf(report, sourceLine(course));
    case ReportFormat::Csv:
        break;
    }
    return insight::csvOf(report);
}

} // namespace paper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/printreport.h"

#include "base/places.h"
#include "base/wholefile.h"
#include "command/ledger.h"
#include "command/print.h"
#include "insight/report.h"
#include "journal/journal.h"
#include "paper/reportformat.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <array>

namespace command {

namespace {

using insight::Reader;

struct ReaderName {
    Reader reader = Reader::Trainer;
    QLatin1String name;
};

constexpr std::array readers{ReaderName{Reader::Trainer, QLatin1String("trainer")},
                             ReaderName{Reader::Funder, QLatin1String("funder")},
                             ReaderName{Reader::Author, QLatin1String("author")}};

struct Request {
    QString course;
    QString journal;
    QString path;
    paper::ReportFormat format = paper::ReportFormat::Pdf;
    Reader reader = Reader::Trainer;
    bool isScrubbed = false;
    paper::PaperSize size = paper::PaperSize::A4;
};

std::optional<Request> requestFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption out(QStringLiteral("out"), {}, QStringLiteral("FILE"));
    const QCommandLineOption size(QStringLiteral("paper"), {}, QStringLiteral("SIZE"), QStringLiteral("A4"));
    const QCommandLineOption reader(QStringLiteral("for"), {}, QStringLiteral("READER"), QStringLiteral("trainer"));
    const QCommandLineOption scrub(QStringLiteral("scrub"));
    const QCommandLineOption file(QStringLiteral("journal"), {}, QStringLiteral("FILE"), journal::defaultPath());
    parser.addOptions({out, size, reader, scrub, file});
    if (!parser.parse(QStringList{QStringLiteral("report")} + arguments))
        return std::nullopt;
    const QStringList named = parser.positionalArguments();
    const auto found = std::ranges::find(readers, parser.value(reader), &ReaderName::name);
    const auto on = paper::sizeNamed(parser.value(size));
    if (named.size() > 1 || found == readers.end() || !on || parser.value(out).isEmpty())
        return std::nullopt;
    return Request{.course = named.isEmpty() ? base::shippedCourse() : named.constFirst(),
                   .journal = parser.value(file),
                   .path = parser.value(out),
                   .format = paper::reportFormatOf(parser.value(out)).value_or(paper::ReportFormat::Pdf),
                   .reader = found->reader,
                   .isScrubbed = parser.isSet(scrub),
                   .size = *on};
}

} // namespace

int printReport(const QStringList &arguments, QTextStream &err)
{
    const auto request = requestFrom(arguments);
    if (!request) {
        err << usage();
        return WrongUsage;
    }
    const course::Reading reading = readForPrint(request->course, request->path, err);
    if (!reading.isOpen())
        return InputHasErrors;
    const auto open = openJournal(request->journal);
    if (!open)
        return refuse(open.error(), err);
    const auto material = insight::materialOf(reading.course, **open, {});
    if (!material)
        return refuse(material.error(), err);
    const insight::Report report = insight::reportOf(reading.course, **material, request->reader, request->isScrubbed);
    for (const insight::Concern &concern : report.concerns)
        err << "could tell of somebody: " << concern.where << ": " << concern.what << '\n';
    const auto written =
        base::writeWhole(request->path, paper::bytesOf(reading.course, report, request->format, request->size));
    if (!written) {
        err << request->path << ": error: " << written.error() << ". What was there before is unchanged.\n";
        return MachineFailed;
    }
    return Done;
}

} // namespace command

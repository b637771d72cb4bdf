// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/print.h"

#include "base/faulttext.h"
#include "base/places.h"
#include "command/command.h"
#include "command/printreport.h"
#include "keep/helpcard.h"
#include "paper/pack.h"

#include <QCommandLineParser>

namespace command {

namespace {

using paper::ErrorCode;
using paper::Order;
using paper::What;

/// What was asked for: an order, of which course, and where to.
struct Request {
    Order order;
    QString course;
    QString path;
};

bool usesModule(What what)
{
    return what == What::Handout || what == What::Questions || what == What::Key;
}

bool usesForm(What what)
{
    return what == What::Questions || what == What::Key;
}

/// The request, or nothing where it is not one: an option that means nothing there is a mistake, not a wish.
std::optional<Request> requestFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption out(QStringLiteral("out"), {}, QStringLiteral("FILE"));
    const QCommandLineOption size(QStringLiteral("paper"), {}, QStringLiteral("SIZE"), QStringLiteral("A4"));
    const QCommandLineOption large(QStringLiteral("large"));
    const QCommandLineOption module(QStringLiteral("module"), {}, QStringLiteral("ID"));
    const QCommandLineOption form(QStringLiteral("form"), {}, QStringLiteral("ID"));
    const QCommandLineOption plan(QStringLiteral("plan"), {}, QStringLiteral("ID"));
    parser.addOptions({out, size, large, module, form, plan});
    if (!parser.parse(QStringList{QStringLiteral("print")} + arguments))
        return std::nullopt;
    const QStringList named = parser.positionalArguments();
    const auto what = paper::whatNamed(named.value(0));
    const auto on = paper::sizeNamed(parser.value(size));
    if (!what || !on || named.size() > 2 || parser.value(out).isEmpty())
        return std::nullopt;
    if ((parser.isSet(module) && !usesModule(*what)) || (parser.isSet(form) && !usesForm(*what)) ||
        (parser.isSet(plan) && *what != What::Facilitator) || (parser.isSet(module) && parser.isSet(form)))
        return std::nullopt;
    Request request;
    request.order = {.what = *what,
                     .size = *on,
                     .isLarge = parser.isSet(large),
                     .module = parser.value(module),
                     .form = parser.value(form),
                     .plan = parser.value(plan),
                     .help = {}};
    request.course = named.size() == 2 ? named.constLast() : base::shippedCourse();
    request.path = parser.value(out);
    return request;
}

QString sentence(const paper::Error &error)
{
    switch (error.code) {
    case ErrorCode::ModuleUnknown:
        return QStringLiteral("the course has no module “%1”.").arg(error.place);
    case ErrorCode::ModuleClosed:
        return QStringLiteral("the module “%1” is closed by the errors above.").arg(error.place);
    case ErrorCode::FormUnknown:
        return QStringLiteral("the course has no form “%1”.").arg(error.place);
    case ErrorCode::PlanUnknown:
        return QStringLiteral("the course has no plan “%1”.").arg(error.place);
    case ErrorCode::NothingThere:
        return QStringLiteral("the course has nothing to print there: %1.").arg(error.place);
    case ErrorCode::CannotWrite:
        return QStringLiteral("%1: %2.").arg(error.place, error.detail);
    }
    return {};
}

} // namespace

course::Reading readForPrint(const QString &course, const QString &path, QTextStream &err)
{
    course::Reading reading = course::read(course);
    for (const base::Fault &fault : reading.faults) {
        if (fault.severity == base::Severity::Error)
            err << base::faultLine(fault) << '\n';
    }
    if (!reading.isOpen())
        err << path << ": nothing was written: the course cannot be opened.\n";
    return reading;
}

int print(const QStringList &arguments, QTextStream & /*out*/, QTextStream &err)
{
    if (arguments.value(0) == QLatin1String("report"))
        return printReport(arguments.mid(1), err);
    auto request = requestFrom(arguments);
    if (!request) {
        err << usage();
        return WrongUsage;
    }
    const course::Reading reading = readForPrint(request->course, request->path, err);
    if (!reading.isOpen())
        return InputHasErrors;
    request->order.help = keep::HelpCard(keep::defaultFolder()).text();
    if (const auto written = paper::writePdf(reading.course, request->order, request->path); !written) {
        const bool isDisk = written.error().code == ErrorCode::CannotWrite;
        err << "print: error: " << sentence(written.error())
            << (isDisk ? " Nothing was written; what was there before is unchanged.\n" : " Nothing was written.\n");
        return isDisk ? MachineFailed : InputHasErrors;
    }
    return base::hasError(reading.faults) ? InputHasErrors : Done;
}

} // namespace command

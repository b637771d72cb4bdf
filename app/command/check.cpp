// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/check.h"

#include "base/faulttext.h"
#include "command/command.h"
#include "course/reading.h"
#include "course/review.h"

#include <QCommandLineParser>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace command {

namespace {

QJsonObject jsonOf(const base::Fault &fault)
{
    const bool isError = fault.severity == base::Severity::Error;
    return {
        {QStringLiteral("severity"), isError ? QStringLiteral("error") : QStringLiteral("warning")},
        {QStringLiteral("scope"), base::scopeName(fault.scope)},
        {QStringLiteral("code"), base::faultId(fault.code)},
        {QStringLiteral("file"), fault.place.file},
        {QStringLiteral("line"), fault.place.line},
        {QStringLiteral("column"), fault.place.column},
        {QStringLiteral("message"), QString(base::faultText(fault) + u' ' + base::mendText(fault))},
    };
}

void printJson(const base::Faults &faults, QTextStream &out)
{
    QJsonArray array;
    for (const base::Fault &fault : faults)
        array.append(jsonOf(fault));
    out << QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Indented));
}

} // namespace

int check(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOption(json);
    if (!parser.parse(QStringList{QStringLiteral("check")} + arguments) || parser.positionalArguments().size() != 1) {
        err << usage();
        return WrongUsage;
    }
    const QString folder = parser.positionalArguments().constFirst();
    course::Reading reading = course::read(folder);
    // A colleague's remarks come once nothing is broken: what is closed would seem untold and unasked.
    const base::Faults remarks = base::hasError(reading.faults) ? base::Faults() : course::review(reading.course);
    reading.faults.insert(reading.faults.end(), remarks.begin(), remarks.end());
    std::ranges::stable_sort(reading.faults, {}, [](const base::Fault &fault) {
        return std::tuple(fault.place.file, fault.place.line, fault.place.column);
    });
    for (base::Fault &fault : reading.faults)
        fault.place.file = QDir::cleanPath(QDir(folder).filePath(fault.place.file));
    if (parser.isSet(json)) {
        printJson(reading.faults, out);
    } else {
        for (const base::Fault &fault : reading.faults)
            err << base::faultLine(fault) << '\n';
    }
    return base::hasError(reading.faults) ? InputHasErrors : Done;
}

} // namespace command

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/analyse.h"

#include "base/faulttext.h"
#include "command/command.h"
#include "insight/matrixfile.h"
#include "insight/statistics.h"

#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace command {

namespace {

using insight::ItemStatistics;
using insight::Statistics;
using insight::TestStatistics;

QJsonValue numberOrNull(const std::optional<double> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

std::optional<double> lowOf(const ItemStatistics &item)
{
    return item.facilityRange ? std::optional(item.facilityRange->low) : std::nullopt;
}

std::optional<double> highOf(const ItemStatistics &item)
{
    return item.facilityRange ? std::optional(item.facilityRange->high) : std::nullopt;
}

QJsonObject jsonOf(const ItemStatistics &item)
{
    return {{QStringLiteral("name"), item.name},
            {QStringLiteral("n"), item.n},
            {QStringLiteral("facility"), numberOrNull(item.facility)},
            {QStringLiteral("facilityLow"), numberOrNull(lowOf(item))},
            {QStringLiteral("facilityHigh"), numberOrNull(highOf(item))},
            {QStringLiteral("sd"), numberOrNull(item.sd)},
            {QStringLiteral("discrimination"), numberOrNull(item.discrimination)},
            {QStringLiteral("discriminativeEfficiency"), numberOrNull(item.discriminativeEfficiency)},
            {QStringLiteral("effectiveWeight"), numberOrNull(item.effectiveWeight)},
            {QStringLiteral("alphaIfDropped"), numberOrNull(item.alphaIfDropped)}};
}

QJsonObject jsonOf(const TestStatistics &test)
{
    return {{QStringLiteral("mean"), numberOrNull(test.mean)},
            {QStringLiteral("median"), numberOrNull(test.median)},
            {QStringLiteral("sd"), numberOrNull(test.sd)},
            {QStringLiteral("skewness"), numberOrNull(test.skewness)},
            {QStringLiteral("kurtosis"), numberOrNull(test.kurtosis)},
            {QStringLiteral("alpha"), numberOrNull(test.alpha)},
            {QStringLiteral("errorRatio"), numberOrNull(test.errorRatio)},
            {QStringLiteral("standardError"), numberOrNull(test.standardError)}};
}

QByteArray jsonOf(const Statistics &statistics)
{
    QJsonArray items;
    for (const ItemStatistics &item : statistics.items)
        items.append(jsonOf(item));
    return QJsonDocument(QJsonObject{{QStringLiteral("n"), statistics.people},
                                     {QStringLiteral("items"), items},
                                     {QStringLiteral("test"), jsonOf(statistics.test)}})
        .toJson();
}

QString numberText(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 3) : QStringLiteral("-");
}

/// A table whose columns are as wide as what stands in them: names to the left, numbers to the right.
QString tableText(const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(rows.front().size()), 0);
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            qsizetype &width = widths[static_cast<std::size_t>(column)];
            width = std::max(width, row.at(column).size());
        }
    }
    QString text;
    for (const QStringList &row : rows) {
        for (qsizetype column = 0; column < row.size(); ++column) {
            const qsizetype width = widths[static_cast<std::size_t>(column)];
            text += column == 0 ? row.at(column).leftJustified(width)
                                : QLatin1String("  ") + row.at(column).rightJustified(width);
        }
        text += u'\n';
    }
    return text;
}

QString itemsText(const Statistics &statistics)
{
    std::vector<QStringList> rows{{QStringLiteral("item"), QStringLiteral("n"), QStringLiteral("facility"),
                                   QStringLiteral("low"), QStringLiteral("high"), QStringLiteral("sd"),
                                   QStringLiteral("discrimination"), QStringLiteral("efficiency"),
                                   QStringLiteral("weight"), QStringLiteral("alpha if dropped")}};
    for (const ItemStatistics &item : statistics.items) {
        rows.push_back({item.name, QString::number(item.n), numberText(item.facility), numberText(lowOf(item)),
                        numberText(highOf(item)), numberText(item.sd), numberText(item.discrimination),
                        numberText(item.discriminativeEfficiency), numberText(item.effectiveWeight),
                        numberText(item.alphaIfDropped)});
    }
    return tableText(rows);
}

QString testText(const TestStatistics &test)
{
    return tableText({{QStringLiteral("total, in marks: mean"), numberText(test.mean)},
                      {QStringLiteral("  median"), numberText(test.median)},
                      {QStringLiteral("  sd"), numberText(test.sd)},
                      {QStringLiteral("  standard error"), numberText(test.standardError)},
                      {QStringLiteral("skewness"), numberText(test.skewness)},
                      {QStringLiteral("kurtosis"), numberText(test.kurtosis)},
                      {QStringLiteral("alpha"), numberText(test.alpha)},
                      {QStringLiteral("error ratio"), numberText(test.errorRatio)}});
}

QString textOf(const Statistics &statistics, insight::Unanswered rule)
{
    const QString people =
        rule == insight::Unanswered::Zero
            ? QStringLiteral("%1 people. What nobody answered counts as a mark of 0.\n\n").arg(statistics.people)
            : QStringLiteral("%1 people, of whom %2 answered every item. An item's numbers are of those who answered "
                             "it, the\ntotal's, and weight and alpha, of those who answered every one.\n\n")
                  .arg(statistics.people)
                  .arg(statistics.test.n);
    return people + itemsText(statistics) + u'\n' + testText(statistics.test) +
           QLatin1String("\n- stands where a value is undefined.\n");
}

std::optional<insight::Unanswered> ruleNamed(const QString &name)
{
    if (name == QLatin1String("apart"))
        return insight::Unanswered::Apart;
    return name == QLatin1String("zero") ? std::optional(insight::Unanswered::Zero) : std::nullopt;
}

} // namespace

int analyse(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    const QCommandLineOption json(QStringLiteral("json"));
    const QCommandLineOption unanswered(QStringLiteral("unanswered"), {}, QStringLiteral("rule"),
                                        QStringLiteral("apart"));
    parser.addOptions({json, unanswered});
    const bool isParsed = parser.parse(QStringList{QStringLiteral("analyse")} + arguments);
    const auto rule = ruleNamed(parser.value(unanswered));
    if (!isParsed || !rule || parser.positionalArguments().size() != 1) {
        err << usage();
        return WrongUsage;
    }
    const QString path = parser.positionalArguments().constFirst();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        err << path << ": error: " << file.errorString() << '\n';
        return InputHasErrors;
    }
    const insight::MatrixReading reading = insight::readMatrix(file.readAll(), path);
    for (const base::Fault &fault : reading.faults)
        err << base::faultLine(fault) << '\n';
    if (!reading.matrix)
        return InputHasErrors;
    const Statistics statistics = insight::analysed(*reading.matrix, *rule);
    out << (parser.isSet(json) ? QString::fromUtf8(jsonOf(statistics)) : textOf(statistics, *rule));
    return Done;
}

} // namespace command

// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/schedule.h"

#include "base/faulttext.h"
#include "base/textfile.h"
#include "command/command.h"
#include "practice/fsrs.h"

#include <tl/expected.hpp>

#include <QCommandLineParser>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace command {

namespace {

struct Review {
    practice::Grade grade = practice::Grade::Good;
    qint64 at = 0;
};

struct History {
    double retention = practice::usualRetention;
    std::vector<Review> reviews;
};

/// What is wrong with the file, and in which review (from 1; 0: in none).
struct Refusal {
    QString what;
    int review = 0;
};

tl::expected<Review, QString> reviewFrom(const QJsonValue &value)
{
    const QJsonValue grade = value[QLatin1String("grade")];
    const int number = grade.toInt();
    if (number < 1 || number > 4)
        return tl::unexpected(QStringLiteral("“grade” must be 1, 2, 3 or 4"));
    const QDateTime at = QDateTime::fromString(value[QLatin1String("at")].toString(), Qt::ISODateWithMs);
    // A time without an offset would mean another moment on another computer.
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime)
        return tl::unexpected(QStringLiteral("“at” must be a time with its offset, such as 2026-01-01T08:00:00Z"));
    return Review{static_cast<practice::Grade>(number), at.toMSecsSinceEpoch()};
}

tl::expected<History, Refusal> historyFrom(const QJsonObject &object)
{
    History history;
    history.retention = object.value(QLatin1String("retention")).toDouble(practice::usualRetention);
    if (!(history.retention > 0.0 && history.retention < 1.0))
        return tl::unexpected(Refusal{QStringLiteral("“retention” must be above 0 and below 1")});
    const QJsonValue reviews = object.value(QLatin1String("reviews"));
    if (!reviews.isArray())
        return tl::unexpected(Refusal{QStringLiteral("there is no list “reviews”")});
    for (const QJsonValue value : reviews.toArray()) {
        const auto review = reviewFrom(value);
        const int number = static_cast<int>(history.reviews.size()) + 1;
        if (!review)
            return tl::unexpected(Refusal{review.error(), number});
        if (!history.reviews.empty() && review->at < history.reviews.back().at)
            return tl::unexpected(Refusal{QStringLiteral("it is earlier than the one before it"), number});
        history.reviews.push_back(*review);
    }
    return history;
}

QString stateName(practice::State state)
{
    switch (state) {
    case practice::State::New:
        return QStringLiteral("new");
    case practice::State::Learning:
        return QStringLiteral("learning");
    case practice::State::Review:
        return QStringLiteral("review");
    case practice::State::Relearning:
        return QStringLiteral("relearning");
    }
    return {};
}

QString timeText(qint64 at)
{
    const bool isWhole = at % 1000 == 0;
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(isWhole ? Qt::ISODate : Qt::ISODateWithMs);
}

QJsonArray scheduleOf(const History &history)
{
    QJsonArray schedule;
    practice::Memory memory;
    for (const Review &review : history.reviews) {
        memory = practice::reviewed(memory, review.grade, review.at, history.retention);
        schedule.append(QJsonObject{{QStringLiteral("at"), timeText(memory.at)},
                                    {QStringLiteral("state"), stateName(memory.state)},
                                    {QStringLiteral("stability"), memory.stability},
                                    {QStringLiteral("difficulty"), memory.difficulty},
                                    {QStringLiteral("due"), timeText(memory.due)},
                                    {QStringLiteral("intervalDays"), memory.intervalDays}});
    }
    return schedule;
}

} // namespace

int schedule(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    parser.addOption(QCommandLineOption(QStringLiteral("json"))); // the only form that there is
    if (!parser.parse(QStringList{QStringLiteral("schedule")} + arguments) ||
        parser.positionalArguments().size() != 1) {
        err << usage();
        return WrongUsage;
    }
    const QString path = parser.positionalArguments().constFirst();
    const auto refuse = [&](const QString &place, const QString &why) {
        err << place << ": error: " << why << '\n';
        return InputHasErrors;
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(path, file.errorString());
    const QByteArray bytes = file.readAll();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const base::Place place = base::TextFile(path, bytes).placeAt(error.offset);
        return refuse(base::placeText(place), error.errorString());
    }
    const auto history = historyFrom(document.object());
    if (!history) {
        const Refusal &refusal = history.error();
        return refuse(path, refusal.review == 0
                                ? refusal.what
                                : QStringLiteral("review %1: %2").arg(refusal.review).arg(refusal.what));
    }
    out << QString::fromUtf8(QJsonDocument(scheduleOf(*history)).toJson(QJsonDocument::Indented));
    return Done;
}

} // namespace command

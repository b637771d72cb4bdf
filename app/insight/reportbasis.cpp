// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/chapters.h"

#include "base/phrase.h"
#include "figures/smallnumbers.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <limits>

namespace insight {

namespace {

using workshop::When;

QString dateOf(qint64 at, bool isScrubbed)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(at).date();
    return reportLanguage().toString(date, isScrubbed ? QStringLiteral("MMMM yyyy") : QStringLiteral("d MMMM yyyy"));
}

/// With the time where another workshop on the same plan was begun on that day.
QString momentOf(const workshop::HeldSession &held, const std::vector<workshop::HeldSession> &all, bool isScrubbed)
{
    const auto dayOf = [](const workshop::HeldSession &one) {
        return QDateTime::fromMSecsSinceEpoch(one.beganAt).date();
    };
    const bool hasTwin = std::ranges::any_of(all, [&](const workshop::HeldSession &other) {
        return &other != &held && dayOf(other) == dayOf(held) &&
               other.session.setting().plan.title == held.session.setting().plan.title;
    });
    QString date = dateOf(held.beganAt, isScrubbed);
    if (!hasTwin || isScrubbed)
        return date;
    return reportText("%1, %2").arg(
        date, QDateTime::fromMSecsSinceEpoch(held.beganAt).time().toString(QStringLiteral("HH:mm")));
}

/// A plan of the trainer's own may be called after a place, or a client.
QString nameOfPlan(const course::Course &course, const course::Plan &plan, Teller &teller)
{
    const bool isCourses = std::ranges::find(course.plans, plan.id, &course::Plan::id) != course.plans.end();
    if (isCourses)
        return plan.title;
    if (teller.isScrubbed())
        return reportText("A plan of the trainer’s own");
    teller.note(plan.title);
    return plan.title;
}

void addRooms(const Sources &sources, Teller &teller, ReportBlock &block)
{
    for (const workshop::HeldSession &held : sources.material.sessions) {
        const workshop::Setting &setting = held.session.setting();
        const QString name = nameOfPlan(sources.course, setting.plan, teller);
        const QString date = momentOf(held, sources.material.sessions, teller.isScrubbed());
        if (!teller.isScrubbed())
            teller.note(date);
        const QString people = setting.isRehearsal ? reportText("%1, made up: a rehearsal").arg(setting.room)
                               : setting.room > 0  ? QString::number(setting.room)
                                                   : reportText("not counted");
        block.rows.push_back(
            {reportText("%1, %2").arg(name, date), {{people}, {QString::number(held.session.asked().size())}}});
    }
}

/// Sheets of paper and goes on the screen, by when they were.
void addPeople(const AnswerSet &set, ReportBlock &block)
{
    struct Kind {
        Occasion occasion;
        bool isPaper = false;
    };
    const std::array kinds{Kind{{.given = Given::OnPaper, .when = When::Before}, true},
                           Kind{{.given = Given::OnPaper, .when = When::After}, true},
                           Kind{{.given = Given::OnPaper, .when = When::Later}, true},
                           Kind{{.given = Given::OnPaper, .when = When::Alone}, true},
                           Kind{{.given = Given::OnScreen}, false}};
    for (const Kind &kind : kinds) {
        const auto count = std::ranges::count_if(set.people, [&](const Sitting &sitting) {
            return sitting.pile.isNull() != kind.isPaper && sitting.when == kind.occasion.when;
        });
        if (count > 0)
            block.rows.push_back({nameOf(kind.occasion), {{QString::number(count)}}});
    }
}

/// From when to when what was answered outside of workshops was begun; nothing where neither end is set.
QString timeOutside(const Scope &scope, bool isScrubbed)
{
    const QString from = scope.from > 0 ? dateOf(scope.from, isScrubbed) : QString();
    const bool hasEnd = scope.until < std::numeric_limits<qint64>::max();
    const QString until = hasEnd ? dateOf(scope.until - 1, isScrubbed) : QString();
    if (from.isEmpty() && until.isEmpty())
        return {};
    if (until.isEmpty())
        return reportText("Outside of workshops: begun from %1 on.").arg(from);
    if (from.isEmpty())
        return reportText("Outside of workshops: begun until %1.").arg(until);
    return reportText("Outside of workshops: begun from %1 to %2.").arg(from, until);
}

/// Which of what people answered one by one it is.
QStringList whichCount(const Scope &scope, bool isScrubbed)
{
    QStringList notes{
        scope.goes == Goes::First
            ? reportText("Of several goes of one person the first counts, and of several tries the first.")
            : reportText("Of several goes of one person the last counts, and of several tries the last.")};
    const bool hasOutside = !scope.sessions || std::ranges::find(*scope.sessions, QUuid()) != scope.sessions->end();
    if (const QString time = timeOutside(scope, isScrubbed); hasOutside && !time.isEmpty())
        notes.append(time);
    return notes;
}

} // namespace

QString titleOf(const course::Course &course, const QString &item)
{
    const items::Item *found = course::findItem(course, item);
    return found == nullptr || found->title.isEmpty() ? item : found->title;
}

QString placeName(const course::Course &course, const QString &place)
{
    if (const course::Module *module = course::findModule(course, place))
        return module->title;
    return reportText("Form %1").arg(place.toUpper());
}

ReportChapter basisOf(const Sources &sources, Teller &teller)
{
    teller.setPlace(reportText("What it rests on"));
    ReportBlock rooms{.columns = {reportText("Workshop"), reportText("People"), reportText("Questions asked")}};
    addRooms(sources, teller, rooms);
    ReportBlock people{.columns = {reportText("Answered one by one"), reportText("Sheets")}};
    addPeople(sources.material.answers, people);
    people.notes = whichCount(sources.material.scope, teller.isScrubbed());
    ReportChapter chapter{reportText("What it rests on"), {}};
    for (ReportBlock &block : std::array{std::move(rooms), std::move(people)}) {
        if (!block.rows.empty())
            chapter.blocks.push_back(std::move(block));
    }
    const Scope &scope = sources.material.scope;
    if (scope.sessions && scope.sessions->empty())
        chapter.blocks.push_back({.words = {reportText("Nothing is chosen.")}});
    else if (chapter.blocks.empty())
        chapter.blocks.push_back({.words = {reportText("Nothing was answered yet.")}});
    int reworded = 0;
    for (const int count : sources.material.answers.reworded)
        reworded += count;
    if (reworded > 0)
        chapter.blocks.back().notes.append(
            reportText("%1 answers to questions in an older wording are left out.").arg(reworded));
    return chapter;
}

ReportChapter limitsOf()
{
    ReportBlock block;
    block.words = {
        reportText("Answers tell what people chose on that day. They do not tell what anybody will do at work."),
        reportText("Nobody was compared with people who did not take part."),
        reportText("Nobody who took part is named in it. Counts stand as counts below %1 people; below %2 they are not "
                   "told by option.")
            .arg(figures::leastForShare)
            .arg(figures::leastAnswers),
        reportText("Who gave no answer is not counted as wrong. The line across a bar is the range that so few people "
                   "leave open (the 95-percent range of Wilson).")};
    return {reportText("What this does not show"), {block}};
}

} // namespace insight

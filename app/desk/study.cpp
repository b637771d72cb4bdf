// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/study.h"

#include <QDateTime>
#include <QJsonArray>

#include <QtEndian>

#include <algorithm>
#include <numeric>

namespace desk {

using base::Statement;
using base::Verb;

namespace {

/// The last bits of an attempt's id are random, so an order needs no chance of its own.
quint32 seedOf(const QUuid &attempt)
{
    return std::max(quiz::anySeed + 1, qFromBigEndian<quint32>(attempt.toRfc4122().constData() + 12));
}

/// Enough to find the last section that was open before the latest check.
constexpr int lookedBackAt = 100;

} // namespace

double ModuleProgress::share() const
{
    const double check = items == 0 ? 0.0 : checkComplete ? 1.0 : static_cast<double>(itemsSeen) / items;
    const int parts = sections + (items == 0 ? 0 : 1);
    return parts == 0 ? 0.0 : (sectionsRead + check) / parts;
}

Study::Study(course::Course course, std::unique_ptr<journal::Journal> journal, base::Clock clock, QObject *parent)
    : QObject(parent), m_course(std::move(course)), m_journal(std::move(journal)), m_clock(std::move(clock))
{
    for (const course::Form &form : m_course.forms) {
        course::Module module;
        module.id = QLatin1String("form-") + form.id;
        module.folder = module.id;
        module.title = tr("Form %1").arg(form.id.toUpper());
        module.items = form.items;
        m_forms.push_back(std::move(module));
    }
    m_practice.id = quiz::practiceId;
    m_practice.folder = m_practice.id;
    m_practice.title = tr("Practice");
    for (const course::Module &module : m_course.modules)
        std::ranges::copy_if(module.items, std::back_inserter(m_practice.items), &quiz::isMarked);
    readAll();
}

bool Study::isForm(const QString &id) const
{
    return std::ranges::find(m_forms, id, &course::Module::id) != m_forms.end();
}

const course::Module *Study::asked(const QString &id) const
{
    if (id == m_practice.id)
        return &m_practice;
    const auto form = std::ranges::find(m_forms, id, &course::Module::id);
    return form == m_forms.end() ? course::findModule(m_course, id) : &*form;
}

ModuleProgress Study::progressOf(const course::Module &module) const
{
    ModuleProgress progress;
    progress.sections = static_cast<int>(module.sections.size());
    progress.items = static_cast<int>(module.items.size());
    for (const course::Section &section : module.sections) {
        if (isDone(section.id))
            ++progress.sectionsRead;
        else
            progress.minutesLeft += minutesOf(section);
    }
    // Another go takes back nothing of what was seen before.
    for (const items::Item &item : module.items) {
        const bool isAnswered = m_answered.contains(item.id);
        progress.itemsAnswered += isAnswered ? 1 : 0;
        progress.itemsSeen += isAnswered || m_skipped.contains(item.id) ? 1 : 0;
    }
    const auto check = m_checks.constFind(module.id);
    progress.checkComplete = m_walked.contains(module.id) || (check != m_checks.constEnd() && check->isComplete());
    progress.minutesLeft += progress.items - progress.itemsSeen;
    return progress;
}

int Study::minutesOf(const course::Section &section) const
{
    int &minutes = m_minutes[section.id];
    if (minutes == 0)
        minutes = course::selfMinutes(section);
    return minutes;
}

int Study::minutesOf(const course::Module &module) const
{
    return std::accumulate(module.sections.begin(), module.sections.end(), static_cast<int>(module.items.size()),
                           [this](int sum, const course::Section &section) { return sum + minutesOf(section); });
}

std::optional<quiz::Check> Study::latestCheck(const course::Module &module) const
{
    const auto check = m_checks.constFind(module.id);
    return check == m_checks.constEnd() ? std::nullopt : std::optional(*check);
}

quiz::Check Study::newCheck(const course::Module &module, quiz::Conduct conduct)
{
    const QUuid attempt = newAttempt();
    if (conduct.seed == quiz::anySeed)
        conduct.seed = seedOf(attempt);
    return {prefix(), module.id, module.items, attempt, std::move(conduct)};
}

std::vector<Statement> Study::latestWalk(const QString &story)
{
    const auto started =
        statements({.verbs = {Verb::Started}, .object = prefix() + story, .newestFirst = true, .limit = 1});
    return started.empty() ? started : statements({.attempt = started.front().attempt});
}

Statement Study::newWalk(const QString &story)
{
    Statement statement = about(Verb::Started, story);
    statement.attempt = newAttempt();
    return statement;
}

Statement Study::walked(const QString &story, const QUuid &attempt, const QString &from, const QString &to) const
{
    Statement statement = about(Verb::Chose, story);
    statement.attempt = attempt;
    statement.result = {{QStringLiteral("from"), from}, {QStringLiteral("to"), to}};
    return statement;
}

Statement Study::finishedWalk(const QString &story, const QUuid &attempt) const
{
    Statement statement = about(Verb::Completed, story);
    statement.attempt = attempt;
    return statement;
}

void Study::openSection(const QString &section)
{
    record(about(Verb::Opened, section));
}

void Study::finishSection(const QString &section)
{
    if (!isRead(section))
        record(about(Verb::Experienced, section));
}

void Study::skipSection(const QString &section)
{
    if (!isDone(section))
        record(about(Verb::Skipped, section));
}

void Study::record(const Statement &statement, const journal::Journal::Reply &then)
{
    m_journal->append(statement, [this, then](const journal::Result<Statement> &written) {
        if (written)
            take(*written);
        if (then)
            then(written);
        if (!written) {
            Q_EMIT failed(written.error());
            return;
        }
        Q_EMIT recorded();
        Q_EMIT changed();
    });
}

void Study::reload()
{
    readAll();
    Q_EMIT changed();
}

void Study::resume(const std::function<std::unique_ptr<journal::Journal>()> &open)
{
    Q_EMIT closing();
    m_journal.reset();
    m_journal = open();
    reload();
}

journal::Result<void> Study::moveTo(std::unique_ptr<journal::Journal> other)
{
    const auto done = m_journal->read({});
    const auto others = m_journal->others();
    if (!done || !others)
        return tl::make_unexpected(done ? others.error() : done.error());
    if (auto adopted = other->adopt(*done, *others); !adopted)
        return adopted;
    Q_EMIT closing();
    m_journal = std::move(other);
    reload();
    return {};
}

void Study::readAll()
{
    m_read.clear();
    m_skipped.clear();
    m_answered.clear();
    m_walked.clear();
    m_checks.clear();
    m_problem.reset();
    m_lastSection.clear();
    m_lastCheck.clear();
    m_deck.reset();
    for (const QString &object : objects(Verb::Experienced))
        m_read.insert(idOf(object));
    for (const QString &object : objects(Verb::Skipped))
        m_skipped.insert(idOf(object));
    for (const QString &object : objects(Verb::Completed))
        m_walked.insert(idOf(object));
    // Only the latest go at each check is looked at, so that a journal of years opens as fast as a new one.
    for (const course::Module &module : m_course.modules) {
        if (!module.isOpen())
            continue;
        readCheck(module);
        readAnswered(module);
    }
    for (const course::Module &form : m_forms) {
        readCheck(form);
        readAnswered(form);
    }
    readCheck(m_practice);
    std::vector<Statement> opened =
        statements({.verbs = {Verb::Opened}, .objectPrefix = prefix(), .newestFirst = true, .limit = lookedBackAt});
    std::ranges::reverse(opened);
    for (const Statement &statement : opened)
        take(statement);
}

void Study::readCheck(const course::Module &module)
{
    const auto started =
        statements({.verbs = {Verb::Started}, .object = prefix() + module.id, .newestFirst = true, .limit = 1});
    if (!started.empty())
        m_checks.insert(module.id, replayed(module, started.front()));
}

/// What an earlier go answered and the latest one does not know of. Item by item, which ends at the first answer: to
/// list all that was answered would be to look at each answer of years.
void Study::readAnswered(const course::Module &module)
{
    if (!m_checks.contains(module.id))
        return;
    for (const items::Item &item : module.items) {
        if (m_answered.contains(item.id))
            continue;
        if (!statements({.verbs = {Verb::Answered}, .object = prefix() + item.id, .limit = 1}).empty())
            m_answered.insert(item.id);
    }
}

quiz::Check Study::replayed(const course::Module &module, const Statement &started)
{
    quiz::Check check(prefix(), module.id, module.items, started.attempt, quiz::conductFrom(started.result));
    for (const Statement &statement : statements({.attempt = started.attempt})) {
        check.accept(statement);
        if (statement.verb == Verb::Answered)
            m_answered.insert(idOf(statement.object));
    }
    return check;
}

std::vector<QString> Study::objects(Verb verb)
{
    auto found = m_journal->objects({.verbs = {verb}, .actor = m_journal->person(), .objectPrefix = prefix()});
    noteProblem(found);
    return found ? std::move(*found) : std::vector<QString>();
}

std::vector<Statement> Study::statements(journal::Query query)
{
    query.actor = m_journal->person();
    auto found = m_journal->read(query);
    noteProblem(found);
    return found ? std::move(*found) : std::vector<Statement>();
}

/// What a room or a paper answered is not what this person did.
void Study::take(const Statement &statement)
{
    if (statement.actor != m_journal->person())
        return;
    const QString id = idOf(statement.object);
    if (m_deck)
        m_deck->take(statement);
    if (statement.verb == Verb::Experienced)
        m_read.insert(id);
    if (statement.verb == Verb::Skipped)
        m_skipped.insert(id);
    if (statement.verb == Verb::Answered)
        m_answered.insert(id);
    if (statement.verb == Verb::Completed)
        m_walked.insert(id);
    if (statement.verb == Verb::Opened && statement.attempt.isNull()) {
        m_lastSection = id;
        m_lastCheck.clear();
    }
    if (statement.attempt.isNull())
        return;
    if (statement.verb == Verb::Started) {
        if (const course::Module *module = asked(id))
            m_checks.insert(
                id, quiz::Check(prefix(), id, module->items, statement.attempt, quiz::conductFrom(statement.result)));
    }
    for (auto check = m_checks.begin(); check != m_checks.end(); ++check) {
        if (check->attempt() != statement.attempt)
            continue;
        check->accept(statement);
        m_lastCheck = check->isComplete() ? QString() : check.key();
    }
}

std::vector<practice::Card> Study::cards() const
{
    if (!m_deck) {
        m_deck.emplace(m_course);
        // One after another, so that a journal of years is never in memory as a whole.
        static_cast<void>(
            m_journal->visit({.verbs = {Verb::Answered}, .actor = m_journal->person(), .objectPrefix = prefix()},
                             [this](const Statement &statement) { m_deck->take(statement); }));
    }
    return m_deck->cards();
}

practice::Today Study::today() const
{
    const qint64 now = m_clock();
    return practice::todayAt(now, QDateTime::fromMSecsSinceEpoch(now).offsetFromUtc() / 60);
}

practice::Sitting Study::sitting(int minutes) const
{
    return practice::sittingOf(cards(), today(), minutes, nextUnread());
}

qint64 Study::completedAt(const QString &module) const
{
    const auto completed = m_journal->read(
        {.verbs = {Verb::Completed}, .actor = m_journal->person(), .object = prefix() + module, .limit = 1});
    return completed && !completed->empty() ? completed->front().at : 0;
}

QString Study::readingAt() const
{
    if (course::findSection(m_course, m_lastSection).section != nullptr)
        return m_lastSection;
    for (const course::Module &module : m_course.modules) {
        if (module.isOpen() && !module.roomOnly)
            return module.sections.front().id;
    }
    return {};
}

const course::Section *Study::nextUnread() const
{
    const course::Module *from = course::findSection(m_course, m_lastSection).module;
    const course::Section *first = nullptr;
    for (const course::Module &module : m_course.modules) {
        if (!module.isOpen() || module.roomOnly)
            continue;
        const bool isBefore = from != nullptr && &module < from;
        for (const course::Section &section : module.sections) {
            if (isDone(section.id))
                continue;
            if (!isBefore)
                return &section;
            first = first == nullptr ? &section : first;
        }
    }
    return first;
}

void Study::recordPrediction(const figures::PreparedFigure &figure, const std::vector<plot::Guess> &guesses)
{
    QJsonArray set;
    for (const plot::Guess &guess : guesses) {
        const auto spot = static_cast<std::size_t>(guess.spot);
        const figures::Row &row = figure.rows[spot / figure.panels.size()];
        const figures::Cell &cell = row.cells[spot % figure.panels.size()];
        set.append(QJsonObject{{QStringLiteral("case"), row.caseName},
                               {QStringLiteral("claim"), cell.claim},
                               {QStringLiteral("count"), guess.count},
                               {QStringLiteral("total"), cell.marks()}});
    }
    Statement statement = about(Verb::Predicted, figure.id);
    statement.result = {{QStringLiteral("guesses"), set}};
    record(statement);
}

Statement Study::about(Verb verb, const QString &id) const
{
    Statement statement;
    statement.verb = verb;
    statement.object = prefix() + id;
    return statement;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/study.h"

#include <algorithm>
#include <numeric>

namespace desk {

using base::Statement;
using base::Verb;
using quiz::ItemState;

namespace {

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
    readAll();
}

ModuleProgress Study::progressOf(const course::Module &module) const
{
    ModuleProgress progress;
    progress.sections = static_cast<int>(module.sections.size());
    progress.items = static_cast<int>(module.items.size());
    for (const course::Section &section : module.sections) {
        if (isRead(section.id))
            ++progress.sectionsRead;
        else
            progress.minutesLeft += course::selfMinutes(section);
    }
    const auto check = m_checks.constFind(module.id);
    if (check != m_checks.constEnd()) {
        const auto seen = [](const ItemState &state) { return state.phase != ItemState::Phase::Open; };
        progress.itemsSeen = static_cast<int>(std::ranges::count_if(check->states(), seen));
        progress.checkComplete = check->isComplete();
    }
    progress.minutesLeft += progress.items - progress.itemsSeen;
    return progress;
}

std::optional<quiz::Check> Study::latestCheck(const course::Module &module) const
{
    const auto check = m_checks.constFind(module.id);
    return check == m_checks.constEnd() ? std::nullopt : std::optional(*check);
}

quiz::Check Study::newCheck(const course::Module &module)
{
    return {prefix(), module.id, module.items, m_attempts.next(m_clock())};
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

journal::Result<void> Study::moveTo(std::unique_ptr<journal::Journal> other)
{
    const auto done = m_journal->read({});
    if (!done)
        return tl::make_unexpected(done.error());
    if (auto adopted = other->adopt(*done); !adopted)
        return adopted;
    m_journal = std::move(other);
    readAll();
    Q_EMIT changed();
    return {};
}

void Study::readAll()
{
    m_read.clear();
    m_checks.clear();
    m_problem.reset();
    const auto read = m_journal->objects({.verbs = {Verb::Experienced}, .objectPrefix = prefix()});
    noteProblem(read);
    for (const QString &object : read.value_or(std::vector<QString>()))
        m_read.insert(idOf(object));
    // Only the latest go at each check is looked at, so that a journal of years opens as fast as a new one.
    for (const course::Module &module : m_course.modules) {
        const auto started =
            statements({.verbs = {Verb::Started}, .object = prefix() + module.id, .newestFirst = true, .limit = 1});
        if (!started.empty() && module.isOpen())
            m_checks.insert(module.id, replayed(module, started.front().attempt));
    }
    std::vector<Statement> opened =
        statements({.verbs = {Verb::Opened}, .objectPrefix = prefix(), .newestFirst = true, .limit = lookedBackAt});
    std::ranges::reverse(opened);
    for (const Statement &statement : opened)
        take(statement);
}

quiz::Check Study::replayed(const course::Module &module, const QUuid &attempt)
{
    quiz::Check check(prefix(), module.id, module.items, attempt);
    for (const Statement &statement : statements({.attempt = attempt}))
        check.accept(statement);
    return check;
}

std::vector<Statement> Study::statements(const journal::Query &query)
{
    auto found = m_journal->read(query);
    noteProblem(found);
    return found ? std::move(*found) : std::vector<Statement>();
}

void Study::take(const Statement &statement)
{
    const QString id = idOf(statement.object);
    if (statement.verb == Verb::Experienced)
        m_read.insert(id);
    if (statement.verb == Verb::Opened && statement.attempt.isNull()) {
        m_lastSection = id;
        m_lastCheck.clear();
    }
    if (statement.attempt.isNull())
        return;
    if (statement.verb == Verb::Started) {
        if (const course::Module *module = course::findModule(m_course, id))
            m_checks.insert(id, quiz::Check(prefix(), id, module->items, statement.attempt));
    }
    for (auto check = m_checks.begin(); check != m_checks.end(); ++check) {
        if (check->attempt() != statement.attempt)
            continue;
        check->accept(statement);
        m_lastCheck = check->isComplete() ? QString() : check.key();
    }
}

Statement Study::about(Verb verb, const QString &id) const
{
    Statement statement;
    statement.verb = verb;
    statement.object = prefix() + id;
    return statement;
}

} // namespace desk

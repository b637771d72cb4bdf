// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskhelpers.h"

#include <QJsonArray>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

namespace testing {

void beginDesk()
{
    prepare();
    QStandardPaths::setTestModeEnabled(true);
    desk::dress();
    QApplication::setLayoutDirection(isMirroredRun() ? Qt::RightToLeft : Qt::LeftToRight);
}

const course::Reading &shipped()
{
    static const course::Reading reading = course::read(sourcePath(QStringLiteral("lessons/after-the-raid")));
    return reading;
}

std::unique_ptr<journal::Journal> journalInMemory()
{
    return std::move(*journal::Journal::inMemory(base::fixedClock(eightOClock)));
}

std::unique_ptr<journal::Journal> openJournal(const QString &path)
{
    auto journal = journal::Journal::open(path, base::fixedClock(eightOClock));
    if (!journal)
        qFatal("cannot open %s: %s", qUtf8Printable(path), qUtf8Printable(journal.error().detail));
    return std::move(*journal);
}

QStringList linesOf(const std::vector<base::Statement> &statements)
{
    QStringList lines;
    for (const base::Statement &statement : statements) {
        QString line = base::verbName(statement.verb) + QLatin1Char(' ') + statement.object;
        for (const QVariant &part : statement.result.value(QLatin1String("response")).toArray().toVariantList())
            line += QLatin1Char(' ') + part.toString();
        lines.append(line);
    }
    return lines;
}

QStringList linesOf(const QString &journalPath)
{
    return linesOf(openJournal(journalPath)->read({}).value());
}

QFont systemFont()
{
    QFont font;
    font.setPixelSize(13);
    return font;
}

desk::WindowParts partsOf(const course::Reading &reading)
{
    return {.reading = reading,
            .courseFolder = QStringLiteral("/the/course"),
            .journal = journalInMemory(),
            .problem = std::nullopt,
            .store = keep::Store(QString()),
            .clock = base::fixedClock(eightOClock),
            .asks = false,
            .asksWho = false,
            .keptPath = {},
            .openKept = [] { return journal::Journal::inMemory(base::fixedClock(eightOClock)); },
            .tone = type::Tone::Light,
            .systemFont = systemFont(),
            .systemIsDark = false};
}

desk::WindowParts partsIn(const QString &folder, const course::Reading &reading)
{
    desk::WindowParts parts = partsOf(reading);
    parts.journal = openJournal(folder + QStringLiteral("/journal.sqlite"));
    parts.keptPath = folder + QStringLiteral("/journal.sqlite");
    parts.store = keep::Store(folder + QStringLiteral("/settings"));
    return parts;
}

std::unique_ptr<desk::Window> makeWindow(desk::WindowParts parts, QSize size)
{
    auto window = std::make_unique<desk::Window>(std::move(parts));
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window does not become active");
    return window;
}

void FakeJournal::append(base::Statement statement, const Reply &then)
{
    m_waiting.push_back({std::move(statement), then});
    if (!isSlow)
        replyAll();
}

void FakeJournal::replyAll()
{
    std::vector<Waiting> waiting;
    waiting.swap(m_waiting);
    for (Waiting &one : waiting)
        reply(std::move(one));
}

journal::Result<void> FakeJournal::adopt(const std::vector<base::Statement> &statements,
                                         const std::vector<journal::Actor> & /*others*/)
{
    if (refusal)
        return tl::unexpected(error());
    for (base::Statement statement : statements) {
        statement.actor = m_person;
        m_written.push_back(statement);
    }
    return {};
}

journal::Result<std::vector<base::Statement>> FakeJournal::read(const journal::Query &query) const
{
    std::vector<base::Statement> found;
    std::ranges::copy_if(m_written, std::back_inserter(found),
                         [&query](const base::Statement &statement) { return matches(query, statement); });
    if (query.newestFirst)
        std::ranges::reverse(found);
    if (query.limit >= 0 && std::ssize(found) > query.limit)
        found.resize(static_cast<std::size_t>(query.limit));
    return found;
}

journal::Result<std::vector<QString>> FakeJournal::objects(const journal::Query &query) const
{
    const std::vector<base::Statement> statements = read(query).value();
    QStringList found;
    std::ranges::transform(statements, std::back_inserter(found), &base::Statement::object);
    found.removeDuplicates();
    return std::vector<QString>(found.begin(), found.end());
}

journal::Result<void> FakeJournal::visit(const journal::Query &query,
                                         const std::function<void(const base::Statement &)> &take) const
{
    std::ranges::for_each(read(query).value(), take);
    return {};
}

journal::Result<std::vector<journal::Person>> FakeJournal::persons() const
{
    return std::vector<journal::Person>{{m_person, std::ssize(m_written), eightOClock}};
}

journal::Result<QUuid> FakeJournal::addActor(journal::ActorKind /*kind*/)
{
    if (refusal)
        return tl::unexpected(error());
    return QUuid::createUuid();
}

journal::Result<std::vector<journal::Actor>> FakeJournal::others() const
{
    return std::vector<journal::Actor>();
}

void FakeJournal::reply(Waiting waiting)
{
    if (refusal) {
        waiting.then(tl::unexpected(error()));
        return;
    }
    waiting.statement.at = eightOClock;
    waiting.statement.id = m_ids.next(eightOClock);
    if (waiting.statement.actor.isNull())
        waiting.statement.actor = m_person;
    m_written.push_back(waiting.statement);
    waiting.then(waiting.statement);
}

bool FakeJournal::matches(const journal::Query &query, const base::Statement &statement)
{
    const bool verb = query.verbs.empty() || std::ranges::find(query.verbs, statement.verb) != query.verbs.end();
    return verb && statement.object.startsWith(query.objectPrefix) &&
           (query.object.isEmpty() || statement.object == query.object) &&
           (!query.attempt || statement.attempt == *query.attempt) &&
           (!query.session || statement.session == *query.session) && (!query.actor || statement.actor == *query.actor);
}

} // namespace testing

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "desk/application.h"
#include "desk/window.h"
#include "type/typehelpers.h"

#include <QApplication>
#include <QJsonArray>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

namespace testing {

/// 2026-01-01T08:00:00Z, the time of every test that doesn't say otherwise.
inline constexpr qint64 eightOClock = 1767254400000;

/// What every desk test does before its first function: locale, style, fonts, and the direction of this run.
inline void beginDesk()
{
    prepare();
    QStandardPaths::setTestModeEnabled(true);
    desk::dress();
    QApplication::setLayoutDirection(isMirroredRun() ? Qt::RightToLeft : Qt::LeftToRight);
}

inline std::unique_ptr<journal::Journal> journalInMemory()
{
    return std::move(*journal::Journal::inMemory(base::fixedClock(eightOClock)));
}

inline std::unique_ptr<journal::Journal> openJournal(const QString &path)
{
    auto journal = journal::Journal::open(path, base::fixedClock(eightOClock));
    if (!journal)
        qFatal("cannot open %s: %s", qUtf8Printable(path), qUtf8Printable(journal.error().detail));
    return std::move(*journal);
}

/// The statements of a journal file, each as `verb object response`.
inline QStringList linesOf(const std::vector<base::Statement> &statements)
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

inline QStringList linesOf(const QString &journalPath)
{
    return linesOf(openJournal(journalPath)->read({}).value());
}

/// A system's font that is smaller than the program's own, whatever a window before has set.
inline QFont systemFont()
{
    QFont font;
    font.setPixelSize(13);
    return font;
}

/// The parts of a window for `reading`: a guest's, with everything in memory and a clock that stands still.
inline desk::WindowParts partsOf(const course::Reading &reading)
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

/// The same, of somebody who keeps their progress in `folder`.
inline desk::WindowParts partsIn(const QString &folder, const course::Reading &reading)
{
    desk::WindowParts parts = partsOf(reading);
    parts.journal = openJournal(folder + QStringLiteral("/journal.sqlite"));
    parts.keptPath = folder + QStringLiteral("/journal.sqlite");
    parts.store = keep::Store(folder + QStringLiteral("/settings"));
    return parts;
}

/// A window on the screen, active, at `size`.
inline std::unique_ptr<desk::Window> makeWindow(desk::WindowParts parts, QSize size = {1366, 768})
{
    auto window = std::make_unique<desk::Window>(std::move(parts));
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowActive(window.get()))
        qFatal("the window does not become active");
    return window;
}

/// A journal in the test's hand: it keeps its replies back, or refuses, as it is told.
class FakeJournal final : public journal::Journal
{
public:
    explicit FakeJournal(QString path = {}) : m_path(std::move(path)) {}

    bool isSlow = false;                       ///< replies wait for replyAll()
    std::optional<journal::ErrorCode> refusal; ///< what everything that is asked of it ends in

    void append(base::Statement statement, const Reply &then) override
    {
        m_waiting.push_back({std::move(statement), then});
        if (!isSlow)
            replyAll();
    }

    /// Writes what waits, or refuses it.
    void replyAll()
    {
        std::vector<Waiting> waiting;
        waiting.swap(m_waiting);
        for (Waiting &one : waiting)
            reply(std::move(one));
    }

    [[nodiscard]] qsizetype waiting() const { return std::ssize(m_waiting); }
    [[nodiscard]] const std::vector<base::Statement> &written() const { return m_written; }

    [[nodiscard]] journal::Result<void> adopt(const std::vector<base::Statement> &statements,
                                              const std::vector<journal::Actor> & /*others*/) override
    {
        if (refusal)
            return tl::unexpected(error());
        for (base::Statement statement : statements) {
            statement.actor = m_person;
            m_written.push_back(statement);
        }
        return {};
    }

    [[nodiscard]] journal::Result<std::vector<base::Statement>> read(const journal::Query &query) const override
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

    [[nodiscard]] journal::Result<std::vector<QString>> objects(const journal::Query &query) const override
    {
        const std::vector<base::Statement> statements = read(query).value();
        QStringList found;
        std::ranges::transform(statements, std::back_inserter(found), &base::Statement::object);
        found.removeDuplicates();
        return std::vector<QString>(found.begin(), found.end());
    }

    [[nodiscard]] journal::Result<void> visit(const journal::Query &query,
                                              const std::function<void(const base::Statement &)> &take) const override
    {
        std::ranges::for_each(read(query).value(), take);
        return {};
    }

    [[nodiscard]] QUuid person() const override { return m_person; }
    [[nodiscard]] QString path() const override { return m_path; }

    // What is done with a journal as a whole is not this one's business.
    [[nodiscard]] journal::Result<std::vector<journal::Person>> persons() const override
    {
        return std::vector<journal::Person>{{m_person, std::ssize(m_written), eightOClock}};
    }
    [[nodiscard]] journal::Result<QUuid> addPerson() override { return none(); }
    [[nodiscard]] journal::Result<QUuid> addActor(journal::ActorKind /*kind*/) override
    {
        if (refusal)
            return tl::unexpected(error());
        return QUuid::createUuid();
    }
    [[nodiscard]] journal::Result<std::vector<journal::Actor>> others() const override
    {
        return std::vector<journal::Actor>();
    }
    [[nodiscard]] journal::Result<void> choosePerson(const QUuid & /*person*/) override { return none(); }
    [[nodiscard]] journal::Result<void> exportTo(const QString & /*path*/) override { return none(); }
    [[nodiscard]] journal::Result<void> exportSession(const QUuid & /*session*/, const QString & /*path*/) override { return none(); }
    [[nodiscard]] journal::Result<journal::MergeOutcome> merge(const QString & /*path*/) override { return none(); }
    [[nodiscard]] journal::Result<void> forget(const QUuid & /*actor*/) override { return none(); }
    [[nodiscard]] journal::Result<void> purgeNow(const QUuid & /*actor*/) override { return none(); }
    [[nodiscard]] journal::Result<void> purgeOverdue() override { return {}; }
    [[nodiscard]] journal::Result<bool> hasForgotten(const QUuid & /*actor*/) const override { return false; }
    [[nodiscard]] journal::Result<qint64> countBefore(int /*days*/) const override { return 0; }
    [[nodiscard]] journal::Result<void> purgeAfter(int /*days*/) override { return {}; }
    [[nodiscard]] journal::Result<QString> backUp() override { return QString(); }
    [[nodiscard]] journal::Result<void> verify() const override { return {}; }
    [[nodiscard]] journal::Result<bool> wasChangedElsewhere() override { return false; }

private:
    [[nodiscard]] static tl::unexpected<journal::Error> none() { return tl::unexpected(journal::Error()); }

    struct Waiting {
        base::Statement statement;
        Reply then;
    };

    [[nodiscard]] journal::Error error() const { return {*refusal, m_path, QStringLiteral("refused by the test")}; }

    void reply(Waiting waiting)
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

    static bool matches(const journal::Query &query, const base::Statement &statement)
    {
        const bool verb = query.verbs.empty() || std::ranges::find(query.verbs, statement.verb) != query.verbs.end();
        return verb && statement.object.startsWith(query.objectPrefix) &&
               (query.object.isEmpty() || statement.object == query.object) &&
               (!query.attempt || statement.attempt == *query.attempt) &&
               (!query.session || statement.session == *query.session) &&
               (!query.actor || statement.actor == *query.actor);
    }

    QString m_path;
    QUuid m_person = QUuid::createUuid();
    base::UuidSource m_ids;
    std::vector<Waiting> m_waiting;
    std::vector<base::Statement> m_written;
};

} // namespace testing

/// A main() for tests with widgets. No display is needed.
#define DESK_TEST_MAIN(Class)                                                                                          \
    int main(int argc, char **argv)                                                                                    \
    {                                                                                                                  \
        qputenv("QT_QPA_PLATFORM", "offscreen");                                                                       \
        const QApplication application(argc, argv);                                                                    \
        testing::beginDesk();                                                                                          \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    }

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "desk/application.h"
#include "desk/window.h"
#include "type/typehelpers.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace testing {

/// 2026-01-01T08:00:00Z, the time of every test that doesn't say otherwise.
inline constexpr qint64 eightOClock = 1767254400000;

/// What every desk test does before its first function: locale, style, fonts, and the direction of this run.
void beginDesk();

[[nodiscard]] std::unique_ptr<journal::Journal> journalInMemory();

[[nodiscard]] std::unique_ptr<journal::Journal> openJournal(const QString &path);

/// The statements of a journal file, each as `verb object response`.
[[nodiscard]] QStringList linesOf(const std::vector<base::Statement> &statements);

[[nodiscard]] QStringList linesOf(const QString &journalPath);

/// A system's font that is smaller than the program's own, whatever a window before has set.
[[nodiscard]] QFont systemFont();

/// The course that comes with the program, read once.
[[nodiscard]] const course::Reading &shipped();

/// The parts of a window for `reading`: a guest's, with everything in memory and a clock that stands still.
[[nodiscard]] desk::WindowParts partsOf(const course::Reading &reading);

/// The same, of somebody who keeps their progress in `folder`.
[[nodiscard]] desk::WindowParts partsIn(const QString &folder, const course::Reading &reading);

/// A window on the screen, active, at `size`.
[[nodiscard]] std::unique_ptr<desk::Window> makeWindow(desk::WindowParts parts, QSize size = {1366, 768});

/// A journal in the test's hand: it keeps its replies back, or refuses, as it is told.
class FakeJournal final : public journal::Journal
{
public:
    explicit FakeJournal(QString path = {}) : m_path(std::move(path)) {}

    bool isSlow = false;                       ///< replies wait for replyAll()
    std::optional<journal::ErrorCode> refusal; ///< what everything that is asked of it ends in

    void append(base::Statement statement, const Reply &then) override;

    /// Writes what waits, or refuses it.
    void replyAll();

    [[nodiscard]] qsizetype waiting() const { return std::ssize(m_waiting); }
    [[nodiscard]] const std::vector<base::Statement> &written() const { return m_written; }

    [[nodiscard]] journal::Result<void> adopt(const std::vector<base::Statement> &statements,
                                              const std::vector<journal::Actor> & /*others*/) override;

    [[nodiscard]] journal::Result<std::vector<base::Statement>> read(const journal::Query &query) const override;

    [[nodiscard]] journal::Result<std::vector<QString>> objects(const journal::Query &query) const override;

    [[nodiscard]] journal::Result<void> visit(const journal::Query &query,
                                              const std::function<void(const base::Statement &)> &take) const override;

    [[nodiscard]] journal::Result<void>
    visitAnswers(const std::function<bool(const journal::AnswerRow &)> & /*take*/) const override
    {
        return none();
    }

    [[nodiscard]] QUuid person() const override { return m_person; }
    [[nodiscard]] QString path() const override { return m_path; }

    // What is done with a journal as a whole is not this one's business.
    [[nodiscard]] journal::Result<std::vector<journal::Person>> persons() const override;
    [[nodiscard]] journal::Result<QUuid> addPerson() override { return none(); }
    [[nodiscard]] journal::Result<QUuid> addActor(journal::ActorKind /*kind*/) override;
    [[nodiscard]] journal::Result<std::vector<journal::Actor>> others() const override;
    [[nodiscard]] journal::Result<void> choosePerson(const QUuid & /*person*/) override { return none(); }
    [[nodiscard]] journal::Result<void> exportTo(const QString & /*path*/) override { return none(); }
    [[nodiscard]] journal::Result<void> exportSession(const QUuid & /*session*/, const QString & /*path*/) override
    {
        return none();
    }
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

    void reply(Waiting waiting);

    static bool matches(const journal::Query &query, const base::Statement &statement);

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

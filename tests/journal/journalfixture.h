// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/wait.h>
#include <unistd.h>

/// 2026-01-01T08:00:00Z, the time of every test that doesn't say otherwise.
constexpr qint64 eightOClock = 1767254400000;

/// Why `result` is an error; empty where it is none.
template<typename T>
QByteArray problem(const journal::Result<T> &result)
{
    return result ? QByteArray() : result.error().detail.toUtf8();
}

template<typename T>
std::optional<journal::ErrorCode> codeOf(const journal::Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

inline base::Statement statementOf(base::Verb verb, const QString &object)
{
    base::Statement statement;
    statement.verb = verb;
    statement.object = object;
    return statement;
}

/// Appends, and gives what the journal replied.
inline journal::Result<base::Statement> append(journal::Journal &journal, const base::Statement &statement)
{
    journal::Result<base::Statement> reply = tl::unexpected(journal::Error());
    journal.append(statement, [&](const journal::Result<base::Statement> &written) { reply = written; });
    return reply;
}

inline QStringList objectsOf(const std::vector<base::Statement> &statements)
{
    QStringList objects;
    for (const base::Statement &statement : statements)
        objects.append(statement.object);
    return objects;
}

/// The files below `folder` that this process has open: a connection that nobody closed would be among them.
inline QStringList filesOpenIn(const QString &folder)
{
    const QString path = QFileInfo(folder).canonicalFilePath() + QLatin1Char('/');
    QStringList open;
    for (const QFileInfo &file :
         QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)) {
        if (file.symLinkTarget().startsWith(path))
            open.append(file.symLinkTarget());
    }
    return open;
}

inline std::unique_ptr<journal::Journal> opened(const QString &path, const base::Clock &clock)
{
    journal::Result<std::unique_ptr<journal::Journal>> journal = journal::Journal::open(path, clock, {1});
    if (!journal)
        qFatal("cannot open %s: %s", qPrintable(path), qPrintable(journal.error().detail));
    return std::move(*journal);
}

/// Another program at the same file: a connection that knows nothing of the journal.
class OtherProgram
{
public:
    explicit OtherProgram(const QString &path)
        : m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name()))
    {
        m_database.setDatabaseName(path);
        if (!m_database.open())
            qFatal("cannot open %s", qPrintable(path));
    }

    ~OtherProgram()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name());
    }

    OtherProgram(const OtherProgram &) = delete;
    OtherProgram &operator=(const OtherProgram &) = delete;

    /// Runs `sql` with `values` bound, and gives the first value of the first row, if any.
    QVariant run(const QString &sql, const QVariantList &values = {})
    {
        QSqlQuery query(m_database);
        bool isDone = query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        isDone = isDone && query.exec();
        if (!isDone)
            qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        return query.next() ? query.value(0) : QVariant();
    }

private:
    static QString name() { return QStringLiteral("other-program"); }

    QSqlDatabase m_database;
};

/// Runs `work` in a child process that this one doesn't notice otherwise, and gives its exit status, or -1 where it was
/// killed. No journal may be open: SQLite's locks do not survive a fork.
template<typename Work>
int inChildProcess(const Work &work)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(work());
    int status = 0;
    if (child < 0 || ::waitpid(child, &status, 0) != child || !WIFEXITED(status))
        return -1;
    return WEXITSTATUS(status);
}

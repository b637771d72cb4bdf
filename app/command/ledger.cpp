// SPDX-License-Identifier: GPL-3.0-or-later
#include "command/ledger.h"

#include "command/command.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QFileInfo>

#include <array>

namespace command {

namespace {

using journal::Error;
using journal::ErrorCode;
using journal::Journal;
using journal::Result;

QString wordsFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CannotOpen:
        return QStringLiteral("cannot be opened or made");
    case ErrorCode::ReadOnly:
        return QStringLiteral("may only be read");
    case ErrorCode::DiskFull:
        return QStringLiteral("the disk is full; nothing was changed");
    case ErrorCode::Locked:
        return QStringLiteral("another program holds it; nothing was changed");
    case ErrorCode::Damaged:
        return QStringLiteral("is damaged, and left as it is");
    case ErrorCode::NotAJournal:
        return QStringLiteral("is no journal of this program, and left as it is");
    case ErrorCode::NewerVersion:
        return QStringLiteral("was written by a newer version of this program, and is left as it is");
    case ErrorCode::AlreadyThere:
        return QStringLiteral("is there already; nothing was written over");
    case ErrorCode::Conflict:
        return QStringLiteral("contradicts what is in the journal; nothing was taken in");
    case ErrorCode::NoSuchActor:
        return QStringLiteral("nobody of that id is in it");
    case ErrorCode::Remains:
        return QStringLiteral("could not be rewritten and still holds what should be gone: delete it, or try again");
    case ErrorCode::Rejected:
    case ErrorCode::Failed:
        return QStringLiteral("failed; nothing was changed");
    }
    return {};
}

int statusFor(ErrorCode code)
{
    constexpr std::array ofInput{ErrorCode::Damaged, ErrorCode::NotAJournal, ErrorCode::NewerVersion,
                                 ErrorCode::Conflict, ErrorCode::NoSuchActor};
    return std::ranges::find(ofInput, code) != ofInput.end() ? InputHasErrors : MachineFailed;
}

/// Whether it is the copy that could not be written, under whatever name it was tried first; the rest is about the
/// journal that is copied.
bool isOfTarget(ErrorCode code)
{
    return code == ErrorCode::CannotOpen || code == ErrorCode::ReadOnly || code == ErrorCode::DiskFull;
}

/// One call: what it was told, and where it says what came of it.
class Ledger
{
public:
    Ledger(std::unique_ptr<Journal> journal, QTextStream &out, QTextStream &err)
        : m_journal(std::move(journal)), m_out(out), m_err(err)
    {
    }

    [[nodiscard]] int exportTo(const QString &path)
    {
        const Result<void> written = m_journal->exportTo(path);
        if (written)
            return tell(path + QStringLiteral(": written"));
        return refuse(isOfTarget(written.error().code) ? Error{written.error().code, path, written.error().detail}
                                                       : written.error());
    }

    /// Files that cannot be taken in are told; the others are.
    [[nodiscard]] int merge(const QStringList &paths)
    {
        int status = Done;
        for (const QString &path : paths) {
            const Result<journal::MergeOutcome> outcome = m_journal->merge(path);
            if (!outcome) {
                status = std::max(status, refuse(outcome.error()));
                continue;
            }
            std::ignore = tell(QStringLiteral("%1: %2 taken in, %3 known already, %4 of somebody forgotten")
                                   .arg(path)
                                   .arg(outcome->added)
                                   .arg(outcome->known)
                                   .arg(outcome->forgotten));
        }
        return status;
    }

    [[nodiscard]] int forget(const QString &name, bool forGood)
    {
        const QUuid actor = QUuid::fromString(name);
        const Result<void> done = forGood ? m_journal->purgeNow(actor) : m_journal->forget(actor);
        if (done)
            return tell(name + (forGood ? QStringLiteral(": purged from the journal and every backup")
                                        : QStringLiteral(": hidden now, purged in 30 days")));
        const int status = refuse(done.error());
        if (done.error().code == ErrorCode::NoSuchActor)
            listPersons();
        return status;
    }

    [[nodiscard]] int verify()
    {
        const Result<void> sound = m_journal->verify();
        return sound ? tell(m_journal->path() + QStringLiteral(": sound")) : refuse(sound.error());
    }

    [[nodiscard]] int backUp()
    {
        const Result<QString> made = m_journal->backUp();
        if (!made)
            return refuse(made.error());
        return tell(made->isEmpty() ? QStringLiteral("the newest backup holds all that there is") : *made);
    }

private:
    [[nodiscard]] int refuse(const Error &error) { return command::refuse(error, m_err); }

    [[nodiscard]] int tell(const QString &line)
    {
        m_out << line << '\n';
        return Done;
    }

    void listPersons()
    {
        for (const journal::Person &person : m_journal->persons().value_or(std::vector<journal::Person>())) {
            const QDateTime last = QDateTime::fromMSecsSinceEpoch(person.lastAt, Qt::UTC);
            m_err << "    " << person.id.toString(QUuid::WithoutBraces) << ": " << person.statements << " statements";
            if (person.lastAt != 0)
                m_err << ", the last on " << last.date().toString(Qt::ISODate);
            m_err << '\n';
        }
    }

    std::unique_ptr<Journal> m_journal;
    QTextStream &m_out;
    QTextStream &m_err;
};

} // namespace

int refuse(const Error &error, QTextStream &err)
{
    err << error.path << ": error: " << wordsFor(error.code);
    if (!error.detail.isEmpty())
        err << " (" << error.detail << ')';
    err << '\n';
    return statusFor(error.code);
}

Result<std::unique_ptr<Journal>> openJournal(const QString &path)
{
    if (!QFileInfo::exists(path))
        return tl::unexpected(Error{ErrorCode::CannotOpen, path, QStringLiteral("no such file")});
    return Journal::open(path, base::systemClock());
}

int ledger(const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    QCommandLineParser parser;
    const QCommandLineOption file(QStringLiteral("journal"), {}, QStringLiteral("FILE"));
    const QCommandLineOption forGood(QStringLiteral("final"));
    parser.addOptions({file, forGood});
    const bool parsed = parser.parse(QStringList{QStringLiteral("journal")} + arguments);
    const QString verb = parser.positionalArguments().value(0);
    const QStringList objects = parser.positionalArguments().mid(1);
    const auto is = [&verb](const char *name) { return verb == QLatin1String(name); };
    const bool one = is("export") || is("forget");
    const bool none = is("verify") || is("backup");
    const bool fits = one ? objects.size() == 1 : none ? objects.isEmpty() : is("merge") && !objects.isEmpty();
    if (!parsed || !fits || (parser.isSet(forGood) && !is("forget"))) {
        err << usage();
        return WrongUsage;
    }
    const QString path = parser.isSet(file) ? parser.value(file) : journal::defaultPath();
    // Only a merge may begin a journal: every other verb is about what is there.
    Result<std::unique_ptr<Journal>> journal =
        is("merge") ? Journal::open(path, base::systemClock()) : openJournal(path);
    if (!journal)
        return refuse(journal.error(), err);
    Ledger ledger(std::move(*journal), out, err);
    if (is("export"))
        return ledger.exportTo(objects.constFirst());
    if (is("merge"))
        return ledger.merge(objects);
    if (is("forget"))
        return ledger.forget(objects.constFirst(), parser.isSet(forGood));
    return is("verify") ? ledger.verify() : ledger.backUp();
}

} // namespace command

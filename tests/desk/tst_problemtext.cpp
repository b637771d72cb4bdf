// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/problemtext.h"

#include "desk/deskhelpers.h"

#include <array>

using desk::Occasion;
using journal::ErrorCode;

Q_DECLARE_METATYPE(journal::ErrorCode)
Q_DECLARE_METATYPE(desk::Occasion)

namespace {

constexpr std::array occasions{Occasion::Keeping, Occasion::TakingIn, Occasion::CopyingOut};

} // namespace

class TestProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void saysWhatHappenedWhatWasKeptAndWhatToDo_data();
    void saysWhatHappenedWhatWasKeptAndWhatToDo();
    void namesAJournalWithoutAFile();
    void takesAPathAsItIs();
    void namesWhatWasChosen();
};

void TestProblemText::saysWhatHappenedWhatWasKeptAndWhatToDo_data()
{
    using enum journal::ErrorCode;
    QTest::addColumn<Occasion>("occasion");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("toDo");
    Occasion occasion = Occasion::Keeping;
    const auto row = [&](const char *name, ErrorCode code, const char *happened, const char *kept, const char *toDo) {
        QTest::addRow("%s, %d", name, static_cast<int>(occasion))
            << occasion << code << QString::fromUtf8(happened) << QString::fromUtf8(kept) << QString::fromUtf8(toDo);
    };
    const auto *safe = "What was saved before is safe.";
    const auto *left = "left as it is. You can read and answer all the same";
    row("cannot open", CannotOpen, "cannot be opened", "You can read and answer all the same", "Check that");
    row("read-only", ReadOnly, "not saved", safe, "try again");
    row("disk full", DiskFull, "full", safe, "Free some space");
    row("locked", Locked, "another program holds", safe, "Close the other window");
    row("damaged", Damaged, "is damaged", left, "Put a backup in its place");
    row("not a journal", NotAJournal, "belongs to another program", left, "Choose another file");
    row("newer version", NewerVersion, "newer version", left, "Open it with the newer version");
    row("already there", AlreadyThere, "there is a file", "left as it is", "Choose another name");
    row("conflict", Conflict, "contradicts what is here", "as they were", "Make the copy anew");
    row("no such actor", NoSuchActor, "Nobody of that name", "nothing was changed", "choose one of them");
    row("remains", Remains, "could not be rewritten", "still holds", "Delete that file");
    row("rejected", Rejected, "not saved", safe, "Try again");
    row("failed", Failed, "not saved", safe, "Try again");

    occasion = Occasion::TakingIn;
    const auto *here = "What is kept here is as it was.";
    const auto *nothing = "Nothing was taken in";
    row("cannot open", CannotOpen, "cannot be opened", here, "choose it again");
    row("read-only", ReadOnly, "may only be read", here, "try again");
    row("disk full", DiskFull, "this computer's disk is full", here, "Free some space");
    row("locked", Locked, "another program holds", "Both are as they were", "Close the other program");
    row("damaged", Damaged, "is damaged", here, "Make the copy anew");
    row("not a journal", NotAJournal, "no copy that this program made", here, "Choose another file");
    row("newer version", NewerVersion, "newer version", here, "Take it in with the newer version");
    row("already there", AlreadyThere, nothing, here, "Try again");
    row("conflict", Conflict, "contradicts what is here", "as they were", "Make the copy anew");
    row("no such actor", NoSuchActor, nothing, here, "Try again");
    row("remains", Remains, "could not be rewritten", "still holds", "Delete that file");
    row("rejected", Rejected, nothing, here, "Try again");
    row("failed", Failed, nothing, here, "Try again");

    occasion = Occasion::CopyingOut;
    const auto *none = "was not made";
    row("cannot open", CannotOpen, "cannot be written", here, "Check that the folder");
    row("read-only", ReadOnly, "may only be read", here, "choose another folder");
    row("disk full", DiskFull, "not enough room", here, "Free some space");
    row("locked", Locked, "another program holds", "as it was", "Close the other window");
    row("damaged", Damaged, "what is kept here is damaged", "left as it is", "Put a backup in its place");
    row("not a journal", NotAJournal, none, here, "Try again");
    row("newer version", NewerVersion, none, here, "Try again");
    row("already there", AlreadyThere, "there is a file", "left as it is", "Choose another name");
    row("conflict", Conflict, none, here, "Try again");
    row("no such actor", NoSuchActor, none, here, "Try again");
    row("remains", Remains, none, here, "Try again");
    row("rejected", Rejected, none, here, "Try again");
    row("failed", Failed, none, here, "Try again");
}

void TestProblemText::saysWhatHappenedWhatWasKeptAndWhatToDo()
{
    QFETCH(const Occasion, occasion);
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, happened);
    QFETCH(const QString, kept);
    QFETCH(const QString, toDo);
    const QString text =
        desk::problemText({code, QStringLiteral("/home/a/journal.sqlite"), QStringLiteral("SQL")}, occasion);
    const qsizetype first = text.indexOf(happened);
    const qsizetype second = text.indexOf(kept, first);
    const qsizetype third = text.indexOf(toDo, second);
    QVERIFY2(first >= 0 && second > first && third > second, qPrintable(text));
    QCOMPARE(text.count(QStringLiteral("/home/a/journal.sqlite")), 1);
    QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("SQL")), qPrintable(text)); // the developer's words stay out of it
    QVERIFY2(text.endsWith(QLatin1Char('.')) && text.front().isPrint(), qPrintable(text));
    // Of a copy nothing is said that is true of one's own progress alone.
    if (occasion != Occasion::Keeping)
        QVERIFY2(!text.contains(QStringLiteral("until the window closes")), qPrintable(text));
}

void TestProblemText::namesAJournalWithoutAFile()
{
    const QString text = desk::problemText({ErrorCode::Failed, {}, {}});
    QVERIFY2(text.startsWith(QStringLiteral("This was not saved in the journal.")), qPrintable(text));
}

void TestProblemText::takesAPathAsItIs()
{
    const QString path = QStringLiteral("/home/100%2/a%1 b.sqlite");
    for (const Occasion occasion : occasions) {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Failed); ++code)
            QVERIFY(desk::problemText({static_cast<ErrorCode>(code), path, {}}, occasion).contains(path));
    }
}

/// Not the name under which a copy is written first, nor the journal that it is written from.
void TestProblemText::namesWhatWasChosen()
{
    const QString stick = QStringLiteral("/stick/copy.sqlite");
    for (const Occasion occasion : {Occasion::TakingIn, Occasion::CopyingOut}) {
        for (const char *path : {"/stick/copy.sqlite.part", "/home/a/journal.sqlite"}) {
            const QString text = desk::problemText({ErrorCode::DiskFull, QString::fromUtf8(path), {}}, occasion, stick);
            QVERIFY2(text.contains(stick) && !text.contains(QString::fromUtf8(path)), qPrintable(text));
        }
    }
    // The copy that a purge could not rewrite is one of our own.
    const QString backup = QStringLiteral("/home/a/backups/one.sqlite");
    QVERIFY(desk::problemText({ErrorCode::Remains, backup, {}}, Occasion::TakingIn, stick).contains(backup));
}

DESK_TEST_MAIN(TestProblemText)

#include "tst_problemtext.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/problemtext.h"

#include "desk/deskhelpers.h"

using journal::ErrorCode;

Q_DECLARE_METATYPE(journal::ErrorCode)

class TestProblemText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void saysWhatHappenedWhatWasKeptAndWhatToDo_data();
    void saysWhatHappenedWhatWasKeptAndWhatToDo();
    void namesAJournalWithoutAFile();
    void takesAPathAsItIs();
};

void TestProblemText::saysWhatHappenedWhatWasKeptAndWhatToDo_data()
{
    using enum journal::ErrorCode;
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("happened");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("toDo");
    const auto row = [](const char *name, ErrorCode code, const char *happened, const char *kept, const char *toDo) {
        QTest::newRow(name) << code << QString::fromUtf8(happened) << QString::fromUtf8(kept)
                            << QString::fromUtf8(toDo);
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
}

void TestProblemText::saysWhatHappenedWhatWasKeptAndWhatToDo()
{
    QFETCH(const ErrorCode, code);
    QFETCH(const QString, happened);
    QFETCH(const QString, kept);
    QFETCH(const QString, toDo);
    const QString text = desk::problemText({code, QStringLiteral("/home/a/journal.sqlite"), QStringLiteral("SQL")});
    const qsizetype first = text.indexOf(happened);
    const qsizetype second = text.indexOf(kept, first);
    const qsizetype third = text.indexOf(toDo, second);
    QVERIFY2(first >= 0 && second > first && third > second, qPrintable(text));
    QCOMPARE(text.count(QStringLiteral("/home/a/journal.sqlite")), 1);
    QVERIFY2(!text.contains(QLatin1Char('%')), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("SQL")), qPrintable(text)); // the developer's words stay out of it
    QVERIFY2(text.endsWith(QLatin1Char('.')) && text.front().isPrint(), qPrintable(text));
}

void TestProblemText::namesAJournalWithoutAFile()
{
    const QString text = desk::problemText({ErrorCode::Failed, {}, {}});
    QVERIFY2(text.startsWith(QStringLiteral("This was not saved in the journal.")), qPrintable(text));
}

void TestProblemText::takesAPathAsItIs()
{
    const QString path = QStringLiteral("/home/100%2/a%1 b.sqlite");
    for (int code = 0; code <= static_cast<int>(ErrorCode::Failed); ++code)
        QVERIFY(desk::problemText({static_cast<ErrorCode>(code), path, {}}).contains(path));
}

DESK_TEST_MAIN(TestProblemText)

#include "tst_problemtext.moc"

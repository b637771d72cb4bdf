// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/textfile.h"

#include "support/testing.h"

#include <QTemporaryDir>

using base::Place;
using course::CourseFolder;
using course::TextFile;

class TestTextFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void opensWithoutTheMark();
    void names();
};

void TestTextFile::places_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<qsizetype>("offset");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    const auto row = [](const char *name, const QByteArray &bytes, qsizetype offset, int line, int column) {
        QTest::newRow(name) << bytes << offset << line << column;
    };
    row("beginning", "ab\ncd", 0, 1, 1);
    row("within a line", "ab\ncd", 1, 1, 2);
    row("line feed", "ab\ncd", 2, 1, 3);
    row("next line", "ab\ncd", 3, 2, 1);
    row("end", "ab\ncd", 5, 2, 3);
    row("past the end", "ab\ncd", 99, 2, 3);
    row("before the beginning", "ab\ncd", -1, 1, 1);
    row("behind the last line feed", "ab\n", 3, 2, 1);
    row("behind a Windows line end", "ab\r\ncd", 5, 2, 2);
    row("behind two bytes", "\xC3\xA9x", 2, 1, 2);
    row("behind three bytes", "\xE2\x80\x9Cx", 3, 1, 2);
    row("behind four bytes", "\xF0\x9F\x8C\x8Ax", 4, 1, 2);
    row("behind a mark that stands on another", "e\xCC\x81x", 3, 1, 3);
    row("empty", "", 0, 1, 1);
}

void TestTextFile::places()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const qsizetype, offset);
    QFETCH(const int, line);
    QFETCH(const int, column);
    const TextFile file(QStringLiteral("a.txt"), bytes);
    QVERIFY(file.placeAt(offset) == (Place{QStringLiteral("a.txt"), line, column}));
}

void TestTextFile::opensWithoutTheMark()
{
    const QTemporaryDir folder;
    testing::write(folder.filePath(QStringLiteral("a.txt")), "\xEF\xBB\xBF\xC3\xA9\n");
    base::Faults faults;
    const auto file = CourseFolder(folder.path()).open(QStringLiteral("a.txt"), {}, faults);
    QVERIFY(file && faults.empty());
    QCOMPARE(file->name(), QStringLiteral("a.txt"));
    QCOMPARE(file->bytes(), QByteArray("\xC3\xA9\n"));
}

void TestTextFile::names()
{
    const QTemporaryDir folder;
    testing::write(folder.filePath(QStringLiteral("cards/b.md")), "b");
    testing::write(folder.filePath(QStringLiteral("cards/a.md")), "a");
    testing::write(folder.filePath(QStringLiteral("cards/a.txt")), "a");
    testing::write(folder.filePath(QStringLiteral("cards/c.md/d.md")), "d");
    const CourseFolder course(folder.path());
    const QString ending = QStringLiteral(".md");
    QCOMPARE(course.namesIn(QStringLiteral("cards"), ending), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(course.namesIn(QStringLiteral("none"), ending), QStringList());
    QCOMPARE(course.namesIn(QStringLiteral(".."), ending), QStringList());
    QVERIFY(course.has(QStringLiteral("cards/a.md")));
    QVERIFY(!course.has(QStringLiteral("cards")));
    QVERIFY(!course.has(QStringLiteral("cards/e.md")));
}

TEST_MAIN_GUILESS(TestTextFile)

#include "tst_textfile.moc"

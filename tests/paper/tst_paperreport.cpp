// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/inlay.h"
#include "paper/pack.h"
#include "paper/paperhelpers.h"
#include "paper/parts.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocument>

using insight::Report;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

Report report()
{
    const figures::ShareRange few{0.09, 0.53};
    const figures::ShareRange many{0.47, 0.91};
    insight::ReportBlock block;
    block.heading = text("The rest of the sentence");
    block.words = {text("What does the essay say of them?")};
    block.columns = {text("Answer"), text("The room, at first"), text("The room, after talking")};
    block.rows = {{text("A  At least 12"), {{text("3 of 12"), 0.25, few}, {text("9 of 12"), 0.75, many}}, true},
                  {text("B  Exactly 12"), {{text("9 of 12"), 0.75, many}, {text("3 of 12"), 0.25, few}}, false}};
    block.notes = {text("Behind B: a bound is a count.")};
    return {text("What the room answered"), {{text("Question by question"), {block}}}, {}};
}

course::Course theCourse()
{
    course::Course course;
    course.title = text("A course");
    return course;
}

/// All that the report says.
QStringList said()
{
    QStringList lines;
    const Report written = report();
    for (const insight::ReportChapter &chapter : written.chapters) {
        lines.append(chapter.heading);
        for (const insight::ReportBlock &block : chapter.blocks) {
            lines.append(QStringList{block.heading} + block.words + block.columns + block.notes);
            for (const insight::ReportRow &row : block.rows) {
                lines.append(insight::headText(row));
                for (const insight::ReportCell &cell : row.cells)
                    lines.append(cell.text);
            }
        }
    }
    return lines;
}

} // namespace

/// A report on paper.
class TestPaperReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheReportSays();
    void isReadBackFromThePdf();
};

void TestPaperReport::saysWhatTheReportSays()
{
    const paper::Part part = paper::reportPart(theCourse(), report(), {.hasMargin = false});
    const QString words = part.document->toPlainText();
    for (const QString &line : said())
        QVERIFY2(words.contains(line), qPrintable(line));
    QCOMPARE(part.pages, 1);
    int bars = 0;
    for (QTextBlock block = part.document->begin(); block.isValid(); block = block.next()) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QTextCharFormat format = fragment.fragment().charFormat();
            if (format.objectType() != paper::BarObject)
                continue;
            ++bars;
            QVERIFY(format.doubleProperty(paper::InlaidHeight) > 0 && format.doubleProperty(paper::InlaidWidth) > 0);
            QVERIFY(format.doubleProperty(paper::InlaidLow) < format.doubleProperty(paper::InlaidHigh));
        }
    }
    QCOMPARE(bars, 4);
}

void TestPaperReport::isReadBackFromThePdf()
{
    const QString reader = QStandardPaths::findExecutable(text("pdftotext"));
    if (reader.isEmpty())
        QSKIP("pdftotext is not there");
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("report.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(paper::pdfOf(theCourse(), report(), {.hasMargin = false}));
    file.close();
    QProcess process;
    process.start(reader, {text("-layout"), text("-enc"), text("UTF-8"), path, text("-")});
    QVERIFY(process.waitForFinished());
    const QString words = QString::fromUtf8(process.readAllStandardOutput());
    const Report written = report();
    for (const insight::ReportRow &row : written.chapters[0].blocks[0].rows) {
        for (const insight::ReportCell &cell : row.cells)
            QVERIFY2(words.contains(cell.text), qPrintable(cell.text));
    }
}

PAPER_TEST_MAIN(TestPaperReport)
#include "tst_paperreport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/person.h"
#include "desk/reportpage.h"
#include "desk/reporttable.h"
#include "desk/reviewflow.h"
#include "desk/reviewpage.h"
#include "desk/workshopflow.h"
#include "insight/reportfile.h"
#include "paper/parts.h"

#include <QCheckBox>
#include <QLabel>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextDocument>

using desk::Location;
using testing::Person;
using testing::text;

namespace {

const course::Reading &shipped()
{
    static const course::Reading reading =
        course::read(QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid"));
    return reading;
}

/// A workshop in which the first question of module 5 that can be counted was asked: so many had it, and the rest
/// chose what comes first of what does not hold.
void addSession(journal::Journal &journal, int people, int had)
{
    desk::Room room(shipped().course, journal, base::fixedClock(testing::eightOClock));
    const auto &items = course::findModule(shipped().course, text("what-happened-next"))->items;
    const auto item = std::ranges::find_if(items, [](const items::Item &one) {
        return one.type == items::ItemType::Choice && one.single && !one.tags.contains(text("sensitive"));
    });
    QMap<QString, int> counts;
    int others = people - had;
    for (qsizetype option = 0; option < std::ssize(item->options); ++option) {
        const bool isRight = quiz::isRight(*item, option);
        counts.insert(items::optionKey(option), isRight ? had : others);
        others = isRight ? others : 0;
    }
    const bool isKept = !room.begin({shipped().course.plans.front(), people, false}) &&
                        room.record(room.session().ask(*item, workshop::Way::Hands)) &&
                        room.record(room.session().tally(item->id, counts, true)) && room.record(room.session().end());
    if (!isKept)
        qFatal("not kept");
}

/// The window on a computer where these workshops were held.
std::unique_ptr<desk::Window> windowAfter(const std::vector<std::pair<int, int>> &workshops)
{
    desk::WindowParts parts = testing::partsOf(shipped());
    parts.courseFolder = QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid");
    parts.journal = testing::journalInMemory();
    for (const auto &[people, had] : workshops)
        addSession(*parts.journal, people, had);
    parts.openKept = nullptr; // the guest's own is where the sessions are
    return testing::makeWindow(std::move(parts));
}

desk::ReportPage *reportIn(const Person &person)
{
    return qobject_cast<desk::ReportPage *>(person.page());
}

bool isAtReview(const Person &person)
{
    return testing::settled([&] { return qobject_cast<desk::ReviewPage *>(person.page()) != nullptr; });
}

/// All numbers that stand on the page, as a screen reader has them.
QString tablesIn(const desk::ReportPage &page)
{
    QStringList tables;
    for (const desk::ReportTable *table : page.findChildren<desk::ReportTable *>())
        tables.append(table->accessibleName());
    return tables.join(u'\n');
}

/// Whether the window says something that contains these words.
bool tells(const desk::Window &window, const QString &words)
{
    const QStringList shown = testing::shownIn(&window);
    return std::ranges::any_of(shown, [&](const QString &line) { return line.contains(words); });
}

} // namespace

/// Reports in their window.
class TestReportPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheWorkshopsAndFromAReview();
    void showsAllThatTheReportSays();
    void oneWorkshopOrSeveral();
    void eachReaderHasTheirOwn();
    void savesWhatItShows_data();
    void savesWhatItShows();
    void saysWhereItCannotBeSaved();
    void ofFourThereIsNoShareAnywhere();
    void takesInAnotherComputers();
    void readingCanBeStopped();
    void nothingYet();
};

void TestReportPage::fromTheWorkshopsAndFromAReview()
{
    const auto window = windowAfter({{12, 3}});
    const Person person(*window);
    window->go({Location::Page::Workshop, {}});
    QVERIFY(person.clickButton(text("What the answers say…")));
    QVERIFY(testing::settled([&] { return reportIn(person) != nullptr; }));
    person.press(Qt::Key_Escape);
    QVERIFY(person.isAt(Location::Page::Workshop));
    QVERIFY(person.clickButton(text("Review")));
    QVERIFY(isAtReview(person));
    QVERIFY(person.clickButton(text("All that the answers say…")));
    QVERIFY(testing::settled([&] { return reportIn(person) != nullptr; }));
    QVERIFY(tablesIn(*reportIn(person)).contains(text("3 of 12")));
    person.press(Qt::Key_Left, Qt::AltModifier);
    QVERIFY(isAtReview(person));
}

void TestReportPage::showsAllThatTheReportSays()
{
    const auto window = windowAfter({{12, 3}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    const desk::ReportPage *page = reportIn(person);
    const insight::Report &report = window->workshop().reviewing().reporter()->view().report;
    const QStringList shown = testing::shownIn(page);
    const QString tables = tablesIn(*page);
    QVERIFY(shown.contains(report.title));
    for (const insight::ReportChapter &chapter : report.chapters) {
        QVERIFY(shown.contains(chapter.heading));
        for (const insight::ReportBlock &block : chapter.blocks) {
            for (const QString &line : block.words + block.notes)
                QVERIFY2(shown.contains(line), qPrintable(line));
            for (const insight::ReportRow &row : block.rows) {
                QVERIFY(tables.contains(insight::headText(row)));
                for (const insight::ReportCell &cell : row.cells)
                    QVERIFY2(tables.contains(cell.text), qPrintable(cell.text));
            }
        }
    }
    for (const desk::ReportTable *table : page->findChildren<desk::ReportTable *>())
        QVERIFY(table->height() >= table->heightForWidth(table->width())); // nothing of it is cut off
}

void TestReportPage::oneWorkshopOrSeveral()
{
    const auto window = windowAfter({{12, 3}, {25, 20}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    const desk::ReportPage *page = reportIn(person);
    QVERIFY(tablesIn(*page).contains(text("23 of 37 (62 %)")));
    QVERIFY(testing::shownIn(page).contains(text("Workshops side by side")));
    const QList<QCheckBox *> boxes = page->findChildren<QCheckBox *>();
    QCOMPARE(boxes.size(), 2);
    boxes[0]->click(); // the latest
    QVERIFY(tablesIn(*page).contains(text("3 of 12")) && !tablesIn(*page).contains(text("of 37")));
    QVERIFY(!testing::shownIn(page).contains(text("Workshops side by side")));
    boxes[1]->click();
    QVERIFY(testing::shownIn(page).contains(text("Nothing was answered yet.")));
}

void TestReportPage::eachReaderHasTheirOwn()
{
    const auto window = windowAfter({{12, 3}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    const desk::ReportPage *page = reportIn(person);
    QStringList titles;
    for (QRadioButton *reader : page->findChildren<QRadioButton *>()) {
        reader->click();
        titles.append(window->workshop().reviewing().reporter()->view().report.title);
        QVERIFY(testing::shownIn(page).contains(titles.back()));
    }
    QCOMPARE(titles.removeDuplicates(), 0);
    QCOMPARE(titles.size(), 3);
}

void TestReportPage::savesWhatItShows_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("PDF") << static_cast<int>(desk::ReportFormat::Pdf);
    QTest::newRow("HTML") << static_cast<int>(desk::ReportFormat::Html);
    QTest::newRow("CSV") << static_cast<int>(desk::ReportFormat::Csv);
}

void TestReportPage::savesWhatItShows()
{
    QFETCH(const int, format);
    const auto window = windowAfter({{12, 3}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("report"));
    desk::ReviewFlow &flow = window->workshop().reviewing();
    const insight::Report report = flow.reporter()->forLeaving(false);
    QCOMPARE(report, flow.reporter()->view().report);
    flow.save(report, static_cast<desk::ReportFormat>(format), paper::PaperSize::A4, path);
    const QByteArray bytes = testing::bytesOf(path);
    if (format == static_cast<int>(desk::ReportFormat::Pdf))
        QVERIFY(bytes.startsWith("%PDF"));
    else
        QVERIFY(bytes.contains("3 of 12"));
    QVERIFY(tells(*window, text("The report is in")));
}

void TestReportPage::saysWhereItCannotBeSaved()
{
    const auto window = windowAfter({{12, 3}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    const QTemporaryDir folder;
    window->workshop().reviewing().save(window->workshop().reviewing().reporter()->forLeaving(true),
                                        desk::ReportFormat::Html, paper::PaperSize::A4,
                                        folder.filePath(text("nowhere/report.html")));
    QVERIFY(tells(*window, text("could not be saved")));
}

/// Neither on the page nor in a file that leaves it, whoever it is for.
void TestReportPage::ofFourThereIsNoShareAnywhere()
{
    const auto window = windowAfter({{4, 1}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    const desk::ReportPage *page = reportIn(person);
    static const QRegularExpression share(text("\\d\\s*%|\\d of 4\\b|(one|two|three|four) of four"));
    const desk::ReportPresenter *reporter = window->workshop().reviewing().reporter();
    for (QRadioButton *reader : page->findChildren<QRadioButton *>()) {
        reader->click();
        const insight::Report &report = reporter->view().report;
        const QString shown = testing::shownIn(page).join(u'\n') + tablesIn(*page);
        QVERIFY2(!shown.contains(share), qPrintable(shown));
        const paper::Part pages = paper::reportPart(shipped().course, report, {.hasMargin = false});
        QVERIFY(!pages.document->toPlainText().contains(share));
        const QString html = QString::fromUtf8(insight::htmlOf(report, {}));
        QVERIFY(!html.contains(share) && !html.contains(text("class=\"bar\"")));
        QVERIFY(!QString::fromUtf8(insight::csvOf(report)).contains(share));
    }
}

void TestReportPage::takesInAnotherComputers()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(text("other.journal"));
    {
        const auto other = testing::journalInMemory();
        addSession(*other, 25, 20);
        QVERIFY(other->exportTo(path));
    }
    const auto window = windowAfter({{12, 3}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    window->workshop().reviewing().takeIn(path);
    QVERIFY(tablesIn(*reportIn(person)).contains(text("23 of 37 (62 %)")));
    QCOMPARE(reportIn(person)->findChildren<QCheckBox *>().size(), 2);
    window->workshop().reviewing().takeIn(path);
    QVERIFY(tells(*window, text("was here already")));
}

void TestReportPage::readingCanBeStopped()
{
    const auto journal = testing::journalInMemory();
    addSession(*journal, 12, 3);
    // Papers enough for the reading to say how far it is.
    int told = 0;
    desk::ReportPresenter presenter(shipped().course, *journal, [&told](qint64) {
        ++told;
        return false;
    });
    std::vector<base::Statement> statements;
    base::UuidSource ids;
    for (int i = 0; i < 17'000; ++i) {
        base::Statement statement;
        statement.id = ids.next(testing::eightOClock);
        statement.at = testing::eightOClock;
        statement.verb = base::Verb::Answered;
        statement.object = shipped().course.id + text("/nothing");
        statements.push_back(statement);
    }
    QVERIFY(journal->adopt(statements, {}));
    presenter.open({});
    QCOMPARE(told, 1);
    QVERIFY(presenter.view().wasStopped);
    QVERIFY(!presenter.view().problem);
}

void TestReportPage::nothingYet()
{
    const auto window = windowAfter({});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    QVERIFY(testing::shownIn(reportIn(person)).contains(text("Nothing was answered yet.")));
    QVERIFY(testing::shownIn(reportIn(person)).contains(text("Nothing in it tells of one or two people.")));
}

DESK_TEST_MAIN(TestReportPage)
#include "tst_reportpage.moc"

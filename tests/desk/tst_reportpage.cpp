// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/person.h"
#include "desk/readingprogress.h"
#include "desk/reportpage.h"
#include "desk/reporttable.h"
#include "desk/reviewflow.h"
#include "desk/reviewpage.h"
#include "desk/workshopflow.h"
#include "insight/reportfile.h"
#include "items/gift.h"
#include "paper/parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QProgressDialog>
#include <QRadioButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTextDocument>

using desk::Location;
using testing::Person;
using testing::text;

namespace {

constexpr qint64 day = 86'400'000;

/// The first question of module 5 that can be counted.
const items::Item &countable()
{
    const auto &items = course::findModule(testing::shipped().course, text("what-happened-next"))->items;
    return *std::ranges::find_if(items, [](const items::Item &one) {
        return one.type == items::ItemType::Choice && one.single && !one.tags.contains(text("sensitive"));
    });
}

/// A workshop in which that question was asked: so many had it, and the rest chose what comes first of what does not
/// hold.
struct Held {
    int people = 0;
    int had = 0;
    int days = 0; ///< after the first
};

void addSession(journal::Journal &journal, const Held &held)
{
    desk::Room room(testing::shipped().course, journal, base::fixedClock(testing::eightOClock + held.days * day));
    const items::Item *item = &countable();
    QMap<QString, int> counts;
    int others = held.people - held.had;
    for (qsizetype option = 0; option < std::ssize(item->options); ++option) {
        const bool isRight = quiz::isRight(*item, option);
        counts.insert(items::optionKey(option), isRight ? held.had : others);
        others = isRight ? others : 0;
    }
    const bool isKept = !room.begin({testing::shipped().course.plans.front(), held.people, false}) &&
                        room.record(room.session().ask(*item, workshop::Way::Hands)) &&
                        room.record(room.session().tally(item->id, counts, true)) && room.record(room.session().end());
    if (!isKept)
        qFatal("not kept");
}

/// The window on a computer where these workshops were held.
std::unique_ptr<desk::Window> windowAfter(const std::vector<Held> &workshops)
{
    desk::WindowParts parts = testing::partsOf(testing::shipped());
    parts.courseFolder = QStringLiteral(AFTER_THE_RAID_SOURCE_DIR "/lessons/after-the-raid");
    const auto now = std::make_shared<qint64>(0);
    parts.journal = std::move(*journal::Journal::inMemory([now] { return *now; }));
    for (const Held &held : workshops) {
        *now = testing::eightOClock + held.days * day;
        addSession(*parts.journal, held);
    }
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

/// How many had each question.
QStringList hadIt(const insight::Report &report)
{
    QStringList found;
    for (const insight::ReportChapter &chapter : report.chapters) {
        for (const insight::ReportBlock &block : chapter.blocks) {
            for (const insight::ReportRow &row : block.rows) {
                if (row.head == text("Had it"))
                    found.append(row.cells.front().text);
            }
        }
    }
    return found;
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
    void workshopsOfSomeDays();
    void theFirstGoOrTheLast();
    void eachReaderHasTheirOwn();
    void savesWhatItShows_data();
    void savesWhatItShows();
    void saysWhereItCannotBeSaved();
    void ofFourThereIsNoShareAnywhere();
    void takesInAnotherComputers();
    void readingCanBeStopped();
    void readingIsToldAndStopped();
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
    QVERIFY(person.clickButton(text("All that the answers say…")));
    QVERIFY(testing::settled([&] { return reportIn(person) != nullptr; }));
    QVERIFY(person.clickButton(text("Back"))); // to the review that it was opened from
    QVERIFY(testing::settled([&] { return isAtReview(person); }));
    person.press(Qt::Key_Escape);
    QVERIFY(testing::settled([&] { return person.isAt(Location::Page::Workshop); }));
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
    QCOMPARE(boxes.size(), 3);
    boxes[0]->click(); // the latest
    QVERIFY(tablesIn(*page).contains(text("3 of 12")) && !tablesIn(*page).contains(text("of 37")));
    QVERIFY(!testing::shownIn(page).contains(text("Workshops side by side")));
    boxes[1]->click(); // what was answered outside of them is left
    QVERIFY(testing::shownIn(page).contains(text("Nothing was answered yet.")));
    boxes[2]->click();
    QVERIFY(testing::shownIn(page).contains(text("Nothing is chosen.")));
    window->go({Location::Page::Workshop, {}});
    window->go({Location::Page::Report, {}});
    QVERIFY(tablesIn(*reportIn(person)).contains(text("of 37")));
    const QList<QCheckBox *> again = reportIn(person)->findChildren<QCheckBox *>();
    QVERIFY(std::ranges::all_of(again, &QCheckBox::isChecked));
}

void TestReportPage::workshopsOfSomeDays()
{
    const auto window = windowAfter({{12, 3}, {25, 20, 10}, {20, 5, 20}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    const desk::ReportPage *page = reportIn(person);
    const auto choose = [&](const char *end, int at) {
        for (QComboBox *box : page->findChildren<QComboBox *>()) {
            if (box->accessibleName() != text(end))
                continue;
            box->setCurrentIndex(at);
            Q_EMIT box->activated(at);
        }
    };
    QVERIFY(tablesIn(*page).contains(text("28 of 57")));
    choose("From", 1);
    QCOMPARE(page->findChildren<QCheckBox *>().size(), 3); // two workshops, and what was outside
    QVERIFY(tablesIn(*page).contains(text("25 of 45")));
    choose("To", 1);
    QVERIFY(tablesIn(*page).contains(text("20 of 25")) && !tablesIn(*page).contains(text("of 45")));
    choose("To", 0); // the other end follows
    QVERIFY(tablesIn(*page).contains(text("3 of 12")) && !tablesIn(*page).contains(text("of 25")));
    choose("To", 2);
    QVERIFY(tablesIn(*page).contains(text("28 of 57")));
}

/// Six people learnt alone: none of them had it in their first go, and all of them in their last.
void TestReportPage::theFirstGoOrTheLast()
{
    const auto journal = testing::journalInMemory();
    const items::Item &item = countable();
    base::UuidSource ids;
    qint64 at = testing::eightOClock;
    const auto go = [&](const QUuid &actor, double fraction) {
        base::Statement started;
        started.verb = base::Verb::Started;
        started.at = at += 1000;
        started.id = ids.next(started.at);
        started.actor = actor;
        started.attempt = QUuid::createUuid();
        started.object = testing::shipped().course.id + text("/what-happened-next");
        base::Statement answered = started;
        answered.verb = base::Verb::Answered;
        answered.id = ids.next(started.at);
        answered.object = testing::shipped().course.id + u'/' + item.id;
        answered.version = items::itemVersion(item);
        answered.result = {{text("fraction"), fraction}, {text("response"), QJsonArray{text("a")}}};
        return journal->adopt({started, answered}, {{actor, journal::ActorKind::Paper}}).has_value();
    };
    for (int i = 0; i < 6; ++i) {
        const QUuid actor = QUuid::createUuid();
        QVERIFY(go(actor, 0) && go(actor, 0.5) && go(actor, 1));
    }
    desk::ReportPresenter presenter(testing::shipped().course, *journal);
    presenter.open({});
    const auto shows = [&](const char *words) {
        return QString::fromUtf8(insight::csvOf(presenter.view().report)).contains(text(words));
    };
    QVERIFY(shows("the first counts"));
    QCOMPARE(hadIt(presenter.view().report), QStringList(text("zero of six")));
    presenter.setGoes(insight::Goes::Last);
    QVERIFY(shows("the last counts"));
    QCOMPARE(hadIt(presenter.view().report), QStringList(text("six of six")));
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
    QTest::newRow("PDF") << static_cast<int>(paper::ReportFormat::Pdf);
    QTest::newRow("HTML") << static_cast<int>(paper::ReportFormat::Html);
    QTest::newRow("CSV") << static_cast<int>(paper::ReportFormat::Csv);
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
    flow.save(report, static_cast<paper::ReportFormat>(format), paper::PaperSize::A4, path);
    const QByteArray bytes = testing::bytesOf(path);
    if (format == static_cast<int>(paper::ReportFormat::Pdf))
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
                                        paper::ReportFormat::Html, paper::PaperSize::A4,
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
        const paper::Part pages = paper::reportPart(testing::shipped().course, report, {.hasMargin = false});
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
        addSession(*other, {25, 20});
        QVERIFY(other->exportTo(path));
    }
    const auto window = windowAfter({{12, 3}});
    const Person person(*window);
    window->go({Location::Page::Report, {}});
    window->workshop().reviewing().takeIn(path);
    QVERIFY(tablesIn(*reportIn(person)).contains(text("23 of 37 (62 %)")));
    QCOMPARE(reportIn(person)->findChildren<QCheckBox *>().size(), 3);
    window->workshop().reviewing().takeIn(path);
    QVERIFY(tells(*window, text("was here already")));
}

void TestReportPage::readingCanBeStopped()
{
    const auto journal = testing::journalInMemory();
    addSession(*journal, {12, 3});
    // Papers enough for the reading to say how far it is.
    int told = 0;
    desk::ReportPresenter presenter(testing::shipped().course, *journal, [&told](qint64) {
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
        statement.object = testing::shipped().course.id + text("/nothing");
        statements.push_back(statement);
    }
    QVERIFY(journal->adopt(statements, {}));
    presenter.open({});
    QCOMPARE(told, 1);
    QVERIFY(presenter.view().wasStopped);
    QVERIFY(!presenter.view().problem);
    QVERIFY(!presenter.view().canBeSaved());
}

/// Told over the window, stopped by its button, gone when the reading is, and no memory of it in the next one.
void TestReportPage::readingIsToldAndStopped()
{
    QWidget window;
    window.show();
    desk::ReadingProgress patient(&window, 3'600'000);
    patient.begin();
    QVERIFY(patient.tell(16'384));
    QVERIFY(patient.dialog() == nullptr); // nobody waits for it yet
    desk::ReadingProgress progress(&window, 0);
    progress.begin();
    QVERIFY(progress.tell(16'384));
    QVERIFY(progress.dialog() != nullptr && progress.dialog()->isVisible());
    QVERIFY(progress.dialog()->labelText().contains(QLocale().toString(16'384)));
    progress.dialog()->cancel();
    QVERIFY(!progress.tell(32'768));
    progress.end();
    QVERIFY(progress.dialog() == nullptr);
    progress.begin();
    QVERIFY(progress.tell(16'384));
    progress.end();
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

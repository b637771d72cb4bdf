// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/claimdetails.h"
#include "desk/helpdialog.h"
#include "desk/person.h"
#include "desk/recordpaper.h"
#include "type/lessondocument.h"
#include "type/paperdocument.h"

#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

using testing::Person;
using testing::settled;
using testing::text;
using Page = desk::Location::Page;

namespace {

const course::Section &section(const char *id)
{
    return *course::findSection(testing::shippedCourse().course, text(id)).section;
}

QString wordsOf(const course::Section &shown, bool isShort)
{
    QTextDocument document;
    type::LessonSetting setting;
    setting.colours = type::coloursOf(type::Tone::Light);
    setting.isShort = isShort;
    static_cast<void>(type::buildLesson(document, testing::shippedCourse().course, shown, setting));
    return document.toPlainText();
}

} // namespace

class TestCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void offersTwoWaysOut();
    void theShortVersionIsShort();
    void skippingLowersNothing();
    void readsInShort();
    void aClaimTellsAllOfItself();
    void theHelpCardShipsBlank();
    void closingKeepsWhatWasWritten_data();
    void closingKeepsWhatWasWritten();
    void aLongHelpCardScrolls();
    void paperHasTheHelpCard();
    void theRecordSaysWhatItProves();
    void theRecordCountsWhatWasSkippedApart();
};

void TestCare::offersTwoWaysOut()
{
    const QString whole = wordsOf(section("reasons-to-leave"), false);
    QVERIFY(whole.contains(text("Skip this section")) && whole.contains(text("Read it in short")));
    QVERIFY(!wordsOf(section("two-questions"), false).contains(text("Skip this section"))); // it has no content note
}

void TestCare::theShortVersionIsShort()
{
    const course::Section brief = course::shortVersion(section("reasons-to-leave"));
    QVERIFY(!brief.blocks.empty());
    QVERIFY(course::wordsToRead(brief) * 2 < course::wordsToRead(section("reasons-to-leave")));
    const QString words = wordsOf(brief, true);
    QVERIFY(words.contains(text("Read all of it")));
    QVERIFY(!words.contains(text("Read it in short")));
}

void TestCare::skippingLowersNothing()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const course::Module &module = *course::findSection(window->study().course(), text("reasons-to-leave")).module;
    window->study().finishSection(module.sections.front().id);
    const double before = window->study().progressOf(module).share();
    window->go({Page::Section, text("reasons-to-leave")});
    Q_EMIT window->lessonPage()->view()->careChosen(type::skipLink);
    QVERIFY(settled([&] { return window->study().isDone(text("reasons-to-leave")); }));
    QVERIFY(!window->study().isRead(text("reasons-to-leave")));
    QVERIFY(window->study().progressOf(module).share() > before);
    QVERIFY(settled([&] { return window->location().id != text("reasons-to-leave"); })); // and on to the next
    // Whoever reads it after all has read it.
    window->study().finishSection(text("reasons-to-leave"));
    QVERIFY(window->study().isRead(text("reasons-to-leave")));
}

void TestCare::readsInShort()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->go({Page::Section, text("reasons-to-leave")});
    const int whole = window->lessonPage()->view()->document()->characterCount();
    Q_EMIT window->lessonPage()->view()->careChosen(type::shortLink);
    QVERIFY(settled([&] { return window->lessonPage()->view()->document()->characterCount() < whole / 2; }));
    Q_EMIT window->lessonPage()->view()->careChosen(type::wholeLink);
    QVERIFY(settled([&] { return window->lessonPage()->view()->document()->characterCount() == whole; }));
}

/// Source, date, definition, status and who is not counted.
void TestCare::aClaimTellsAllOfItself()
{
    const course::Course &course = testing::shippedCourse().course;
    QString all;
    for (const desk::Detail &detail : desk::detailsOf(course, *course::findClaim(course, text("P6.4"))))
        all += detail.label + text(": ") + detail.text + u'\n';
    for (const char *words : {"Source: Dana Bruxvoort", "29 January 2014", "paragraph P6", "How far it was verified: ",
                              "In the figure “", "37", "Who is not counted, and what it cannot tell: "})
        QVERIFY2(all.contains(text(words)), qPrintable(text(words) + text("\n\n") + all));
    for (const course::Claim &claim : course.claims)
        QVERIFY(desk::detailsOf(course, claim).size() >= 4);
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    window->go({Page::Section, text("what-is-known")});
    Q_EMIT window->lessonPage()->view()->claimWanted(text("P6.4"));
    auto *dialog = window->findChild<desk::ClaimDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(settled([&] { return window->findChild<desk::ClaimDialog *>() == nullptr; }));
}

void TestCare::theHelpCardShipsBlank()
{
    const QTemporaryDir folder;
    {
        const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()));
        const Person person(*window);
        person.press(Qt::Key_F1);
        auto *card = window->findChild<desk::HelpDialog *>();
        QVERIFY(card != nullptr);
        QVERIFY(testing::shownIn(card).join(u'\n').contains(text("This card is still blank.")));
        const auto press = [&](const char *name) {
            for (QPushButton *button : card->findChildren<QPushButton *>()) {
                if (button->text() == text(name))
                    button->click();
            }
        };
        press("Fill it in");
        card->findChild<QPlainTextEdit *>()->setPlainText(text("Ask at the desk."));
        press("Keep it so");
        QVERIFY(testing::shownIn(card).join(u'\n').contains(text("Ask at the desk.")));
        card->close();
    }
    QCOMPARE(keep::HelpCard(folder.filePath(text("settings"))).text(), text("Ask at the desk."));
}

void TestCare::closingKeepsWhatWasWritten_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("its button") << 0;
    QTest::newRow("Esc") << 1;
    QTest::newRow("the window's frame") << 2;
}

void TestCare::closingKeepsWhatWasWritten()
{
    QFETCH(const int, way);
    desk::HelpDialog card(QString(), nullptr);
    QString kept;
    int changes = 0;
    connect(&card, &desk::HelpDialog::textChanged, &card, [&](const QString &words) {
        kept = words;
        ++changes;
    });
    const auto press = [&](const char *name) {
        for (QPushButton *button : card.findChildren<QPushButton *>()) {
            if (button->text() == text(name))
                button->click();
        }
    };
    card.open();
    QVERIFY(QTest::qWaitForWindowActive(&card));
    press("Fill it in");
    QTest::keyClicks(card.findChild<QPlainTextEdit *>(), text("Ask at the desk."));
    if (way == 0)
        press("Close");
    else if (way == 1)
        QTest::keyClick(card.findChild<QPlainTextEdit *>(), Qt::Key_Escape);
    else
        card.close();
    QVERIFY(!card.isVisible());
    QCOMPARE(kept, text("Ask at the desk."));
    // Whoever only reads it changes nothing.
    card.open();
    card.close();
    QCOMPARE(changes, 1);
}

/// As tall as its words while the screen has room for them; then it scrolls.
void TestCare::aLongHelpCardScrolls()
{
    desk::HelpDialog brief(text("A line of the card"), nullptr);
    desk::HelpDialog tall(text("A line of the card\n").repeated(100), nullptr);
    for (desk::HelpDialog *card : {&brief, &tall}) {
        card->open();
        QVERIFY(QTest::qWaitForWindowExposed(card));
    }
    QVERIFY(tall.height() > brief.height());
    QCOMPARE(brief.findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
    const QScrollBar *bar = tall.findChild<QScrollArea *>()->verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    QTest::keyClick(&tall, Qt::Key_PageDown);
    QVERIFY(bar->value() > 0);
    QTest::keyClick(&tall, Qt::Key_PageUp);
    QCOMPARE(bar->value(), 0);
}

void TestCare::paperHasTheHelpCard()
{
    const course::Course &course = testing::shippedCourse().course;
    const auto paper = type::paperOf(course, section("reasons-to-leave"), text("Module"), text("Ask at the desk."));
    const QString words = paper->toPlainText();
    QVERIFY(words.contains(section("reasons-to-leave").title));
    QVERIFY(words.trimmed().endsWith(text("Ask at the desk.")));
    QVERIFY(!words.contains(QChar::ObjectReplacementCharacter)); // all that was drawn is told
    QVERIFY(!words.contains(text("Skip this section")));
    const auto figured = type::paperOf(course, section("two-questions"), text("Module"), QString());
    QVERIFY(figured->toPlainText().contains(text("(to be filled in by whoever runs the course)")));
    QVERIFY(!figured->toPlainText().contains(QChar::ObjectReplacementCharacter));
}

void TestCare::theRecordSaysWhatItProves()
{
    const QTemporaryDir folder;
    const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()));
    const course::Module &module = *course::findSection(window->study().course(), text("reasons-to-leave")).module;
    for (const course::Section &one : module.sections)
        window->study().finishSection(one.id);
    window->go({Page::Check, module.id});
    while (!window->check().view().isAtEnd()) {
        window->check().dontKnow();
        window->check().next();
    }
    const auto record = desk::recordOf(window->study());
    const QString words = record->toPlainText();
    QVERIFY(words.contains(module.title));
    const QString count = QString::number(module.items.size());
    QVERIFY(words.contains(text("%1 of %1 questions answered; gone through to the end on ").arg(count)));
    QVERIFY(words.contains(text("What it does not prove")));
    const QString path = folder.filePath(text("record.pdf"));
    QVERIFY(desk::writePdf(*record, text("A record"), path));
    QVERIFY(testing::bytesOf(path).startsWith("%PDF-"));
    QVERIFY(!desk::writePdf(*record, text("A record"), folder.filePath(text("no/such/folder.pdf"))));
}

void TestCare::theRecordCountsWhatWasSkippedApart()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()));
    const course::Module &module = *course::findSection(window->study().course(), text("reasons-to-leave")).module;
    window->go({Page::Check, module.id});
    while (!window->check().view().isAtEnd())
        window->check().skip();
    const auto words = [&] { return desk::recordOf(window->study())->toPlainText(); };
    const auto count = static_cast<int>(module.items.size());
    const QString none =
        text("0 of %1 questions answered, %1 skipped; gone through to the end on ").arg(QString::number(count));
    QVERIFY2(words().contains(none), qPrintable(words()));
    // Whoever comes back to one of them has answered it.
    window->check().show(0);
    window->check().dontKnow();
    QVERIFY2(words().contains(text("1 of %1 questions answered, %2 skipped").arg(count).arg(count - 1)),
             qPrintable(words()));
    QVERIFY(words().contains(text("as many of their questions were answered, or skipped, as stands beside them")));
}

DESK_TEST_MAIN(TestCare)
#include "tst_care.moc"

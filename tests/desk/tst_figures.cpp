// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/claimdetails.h"
#include "desk/figurecard.h"
#include "desk/figuremenu.h"
#include "desk/figurepicture.h"
#include "desk/figurespage.h"
#include "desk/figurezoom.h"
#include "desk/learnerpages.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/marksstrip.h"
#include "desk/predictpanel.h"
#include "plot/figurewords.h"

#include "desk/person.h"

#include <QAccessible>
#include <QClipboard>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using desk::FigureCard;
using desk::FigurePicture;
using Mode = FigureCard::Mode;

namespace {

const course::Course &theCourse()
{
    return testing::shippedCourse().course;
}

void addFigures()
{
    QTest::addColumn<QString>("id");
    for (const course::FigureData &figure : testing::shippedCourse().course.figures)
        QTest::addRow("%s", qUtf8Printable(figure.id)) << figure.id;
}

void settled();

/// A figure's card as it stands on a page.
class Shown
{
public:
    explicit Shown(const QString &id) : m_card(theCourse(), *course::findFigure(theCourse(), id))
    {
        m_card.resize(720, m_card.heightForWidth(720));
        m_card.show();
        settled();
    }
    FigureCard *operator->() { return &m_card; }
    [[nodiscard]] FigurePicture *picture() { return m_card.picture(); }

private:
    FigureCard m_card;
};

/// Lets everything that is waiting for its turn have it.
void settled()
{
    QApplication::processEvents();
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QApplication::processEvents();
}

QString name(QAccessibleInterface *one)
{
    return one->text(QAccessible::Name);
}

QPushButton *tool(FigureCard *card, const QString &text)
{
    for (auto *button : card->findChildren<QPushButton *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

void press(QWidget *widget, Qt::Key key)
{
    QTest::keyClick(widget, key);
    settled();
}

} // namespace

/// Working with a figure: walked through by keys and by ear, guessed before it opens, opened case by case, taken along.
class TestFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void theArrowsReachEverySpot_data() { addFigures(); }
    void theArrowsReachEverySpot();
    void everySpotIsAChildWithItsValue_data() { addFigures(); }
    void everySpotIsAChildWithItsValue();
    void pointerAndKeysShowOneNote();
    void upAndDownKeepTheirColumn();
    void theKeysOfAFigure();
    void aGuessIsSetBeforeTheFigureOpens();
    void aGuessIsWrittenDown();
    void zoomOpensCaseByCase();
    void drawingsAreChosenBeforeTheyTell();
    void sharesOnlyWhereTheyMayBeDrawn();
    void aRefusedFigureSaysWhy();
    void savesEveryFormat_data();
    void savesEveryFormat();
    void aFileThatCannotBeWrittenIsSaid();
    void copiesTheTableWithItsSources();
    void thePageShowsThemAll();
    void ownNumbersComeAndGo();
    void ownNumbersThatCannotBeDrawnAreNotTakenIn();
    void aClaimLeadsToItsNote();
    void aClaimOpensOnTheFiguresPage();
    void aClaimWithoutACardOpens_data();
    void aClaimWithoutACardOpens();
};

void TestFigures::theArrowsReachEverySpot()
{
    QFETCH(const QString, id);
    Shown card(id);
    FigurePicture *picture = card.picture();
    picture->setFocus(Qt::TabFocusReason);
    press(picture, Qt::Key_Home);
    QSet<int> reached{picture->current()};
    const Qt::Key forwards = testing::isMirroredRun() ? Qt::Key_Left : Qt::Key_Right;
    for (std::size_t step = 0; step < picture->areas().size(); ++step) {
        press(picture, forwards);
        reached.insert(picture->current());
    }
    QCOMPARE(reached.size(), static_cast<qsizetype>(card->figure().spots.size()));
    press(picture, Qt::Key_End);
    QCOMPARE(picture->current(), static_cast<int>(picture->areas().size()) - 1);
}

void TestFigures::everySpotIsAChildWithItsValue()
{
    QFETCH(const QString, id);
    Shown card(id);
    FigurePicture *picture = card.picture();
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(picture);
    QCOMPARE(access->childCount(), static_cast<int>(card->figure().spots.size()));
    for (int index = 0; index < access->childCount(); ++index) {
        QAccessibleInterface *spot = access->child(index);
        QCOMPARE(name(spot), base::render(card->figure().spots[static_cast<std::size_t>(index)].name));
        QVERIFY(!name(spot).isEmpty());
        QVERIFY(spot->rect().width() > 0 && spot->rect().height() > 0);
        QCOMPARE(access->indexOfChild(spot), index);
        QVERIFY(spot->parent() == access);
    }
    picture->setFocus(Qt::TabFocusReason);
    picture->setCurrent(0);
    QVERIFY(access->focusChild() == access->child(0));
    QVERIFY(access->child(0)->state().focused);
}

void TestFigures::pointerAndKeysShowOneNote()
{
    Shown card(QStringLiteral("left-the-shelter"));
    FigurePicture *picture = card.picture();
    const auto noteText = [&card]() -> QString {
        const auto *note = card->findChild<QWidget *>(QStringLiteral("spotNote"));
        return note == nullptr || !note->isVisible() ? QString() : note->findChild<QLabel *>()->text();
    };
    QCOMPARE(noteText(), QString());
    picture->setFocus(Qt::TabFocusReason);
    picture->setCurrent(2);
    const QString byKey = noteText();
    QVERIFY2(byKey.contains(QStringLiteral("12 or more of 37")), qPrintable(byKey));
    QVERIFY(byKey.contains(QStringLiteral("stated by the essay alone")));
    QVERIFY(byKey.contains(QStringLiteral("about a third or more"))); // worked out, with its rule
    QVERIFY(byKey.contains(QStringLiteral("12 divided by 37")));
    QVERIFY(byKey.contains(QStringLiteral("Dana Bruxvoort")));
    QVERIFY(byKey.contains(QStringLiteral("P6.4")));
    press(picture, Qt::Key_Escape);
    QCOMPARE(noteText(), QString());
    QTest::mouseMove(picture->viewport(), picture->mapFromScene(picture->areas()[2].center()));
    settled();
    QCOMPARE(noteText(), byKey);
}

void TestFigures::upAndDownKeepTheirColumn()
{
    Shown card(QStringLiteral("rescued-and-after"));
    FigurePicture *picture = card.picture();
    picture->setFocus(Qt::TabFocusReason);
    picture->setCurrent(1);
    press(picture, Qt::Key_Down);
    QCOMPARE(picture->current(), 3);
    press(picture, Qt::Key_Down);
    QCOMPARE(picture->current(), 5);
    press(picture, Qt::Key_Up);
    QCOMPARE(picture->current(), 3);
}

void TestFigures::theKeysOfAFigure()
{
    Shown card(QStringLiteral("left-the-shelter"));
    card.picture()->setFocus(Qt::TabFocusReason);
    press(card.picture(), Qt::Key_T);
    QCOMPARE(card->mode(), Mode::Table);
    QVERIFY(!card.picture()->isVisible());
    press(card.operator->(), Qt::Key_T);
    QCOMPARE(card->mode(), Mode::Marks);
    press(card.picture(), Qt::Key_P);
    QCOMPARE(card->mode(), Mode::Predict);
    press(card.operator->(), Qt::Key_P);
    QCOMPARE(card->mode(), Mode::Marks);
}

void TestFigures::aGuessIsSetBeforeTheFigureOpens()
{
    Shown card(QStringLiteral("left-the-shelter"));
    QSignalSpy predicted(card.operator->(), &FigureCard::predicted);
    card->setMode(Mode::Predict);
    settled();
    QVERIFY(!card.picture()->isVisible());
    const auto &strips = card->predictPanel()->strips();
    QCOMPARE(strips.size(), 2U); // the two raids: elsewhere the question does not apply
    strips.front()->setFocus();
    for (int step = 0; step < 5; ++step)
        press(strips.front(), Qt::Key_Up);
    card->predictPanel()->openButton()->click();
    settled();
    QCOMPARE(predicted.size(), 1);
    QCOMPARE(card->mode(), Mode::Marks);
    QVERIFY(card.picture()->isVisible());
    QCOMPARE(card->guesses(), std::vector<plot::Guess>({{2, 5}}));
    // Nothing set, nothing said.
    Shown another(QStringLiteral("left-the-shelter"));
    QSignalSpy silent(another.operator->(), &FigureCard::predicted);
    another->setMode(Mode::Predict);
    another->predictPanel()->openButton()->click();
    QCOMPARE(silent.size(), 0);
}

void TestFigures::aGuessIsWrittenDown()
{
    const QTemporaryDir folder;
    {
        const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()), {1366, 768});
        window->go({desk::Location::Page::Section, QStringLiteral("two-questions")});
        settled();
        FigureCard *card = window->lessonPage()->view()->figures().front();
        card->setMode(Mode::Predict);
        card->predictPanel()->strips().front()->setValue(20);
        card->predictPanel()->openButton()->click();
        settled();
    }
    const auto lines = testing::linesOf(folder.filePath(QStringLiteral("journal.sqlite")));
    QVERIFY2(lines.contains(QStringLiteral("predicted ") + theCourse().id + QStringLiteral("/left-the-shelter")),
             qPrintable(lines.join(QLatin1Char('\n'))));
}

void TestFigures::zoomOpensCaseByCase()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()), {1366, 768});
    window->go({desk::Location::Page::Figures, QStringLiteral("rescued-and-after")});
    settled();
    FigureCard *card = window->learners().figures()->card();
    card->picture()->setFocus(Qt::TabFocusReason);
    press(card->picture(), Qt::Key_Z);
    auto *zoom = window->findChild<desk::FigureZoom *>(QStringLiteral("figureZoom"));
    QVERIFY(zoom != nullptr);
    QCOMPARE(zoom->geometry(), window->rect());
    QCOMPARE(zoom->rowsShown(), 4);
    zoom->showRows(0);
    QCOMPARE(zoom->rowsShown(), 0);
    press(zoom, Qt::Key_Space);
    QCOMPARE(zoom->rowsShown(), 1);
    press(zoom, Qt::Key_PageDown);
    QCOMPARE(zoom->rowsShown(), 2);
    press(zoom, Qt::Key_PageUp);
    QCOMPARE(zoom->rowsShown(), 1);
    window->resize(1200, 700);
    settled();
    QCOMPARE(zoom->geometry(), window->rect());
    press(zoom, Qt::Key_Escape);
    QVERIFY(window->findChild<desk::FigureZoom *>(QStringLiteral("figureZoom")) == nullptr);
    QVERIFY(card->picture()->hasFocus());
}

void TestFigures::drawingsAreChosenBeforeTheyTell()
{
    Shown card(QStringLiteral("three-drawings"));
    const auto said = [&card] {
        QString all;
        for (const auto *label : card->findChildren<QLabel *>()) {
            if (label->isVisible())
                all += label->text();
        }
        return all;
    };
    QVERIFY(!said().contains(QStringLiteral("silence looks like an answer")));
    QPushButton *honest = tool(card.operator->(), QStringLiteral("B"));
    QVERIFY(honest != nullptr);
    honest->click();
    settled();
    QVERIFY(said().contains(QStringLiteral("This one holds.")));
    QVERIFY(said().contains(QStringLiteral("silence looks like an answer")));
    tool(card.operator->(), QStringLiteral("C"))->click();
    settled();
    QVERIFY(said().contains(QStringLiteral("Not from what is known.")));
}

void TestFigures::sharesOnlyWhereTheyMayBeDrawn()
{
    Shown raids(QStringLiteral("left-the-shelter"));
    QVERIFY(tool(raids.operator->(), QStringLiteral("Shares")) != nullptr);
    raids->setMode(Mode::Shares);
    QCOMPARE(raids->mode(), Mode::Shares);
    Shown most(QStringLiteral("gilded-cage-most"));
    QVERIFY(!tool(most.operator->(), QStringLiteral("Shares"))->isEnabled());
    QVERIFY(tool(most.operator->(), QStringLiteral("Shares"))->toolTip().contains(QStringLiteral("stay counts")));
    most->setMode(Mode::Shares);
    QCOMPARE(most->mode(), Mode::Marks);
}

void TestFigures::aRefusedFigureSaysWhy()
{
    course::FigureData data = *course::findFigure(theCourse(), QStringLiteral("left-the-shelter"));
    for (course::FigureRow &row : data.rows)
        row.caseName = QStringLiteral("One case");
    FigureCard card(theCourse(), data);
    card.resize(720, card.heightForWidth(720));
    card.show();
    settled();
    QVERIFY(card.picture() == nullptr);
    const auto labels = card.findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->text().contains(QStringLiteral("answers one question twice"));
    }));
}

void TestFigures::savesEveryFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QByteArray>("beginning");
    using Format = desk::FigureMenu::Format;
    QTest::newRow("png") << static_cast<int>(Format::Png) << QByteArray("\x89PNG");
    QTest::newRow("svg") << static_cast<int>(Format::Svg) << QByteArray("<?xml");
    QTest::newRow("pdf") << static_cast<int>(Format::Pdf) << QByteArray("%PDF");
    QTest::newRow("csv") << static_cast<int>(Format::Csv) << QByteArray("Case,");
}

void TestFigures::savesEveryFormat()
{
    QFETCH(const int, format);
    QFETCH(const QByteArray, beginning);
    const auto figure = figures::prepare(*course::findFigure(theCourse(), QStringLiteral("rescued-and-after")));
    const desk::FigureMenu menu([&figure] { return plot::sheetOf(theCourse(), *figure); }, nullptr);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figure"));
    QCOMPARE(menu.save(static_cast<desk::FigureMenu::Format>(format), path), QString());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith(beginning));
    QVERIFY(bytes.size() > 500);
    if (beginning == "Case," || beginning == "<?xml")
        QVERIFY(bytes.contains("12 or more of 37") && bytes.contains("Dana Bruxvoort"));
}

void TestFigures::aFileThatCannotBeWrittenIsSaid()
{
    const auto figure = figures::prepare(*course::findFigure(theCourse(), QStringLiteral("cause-map")));
    const desk::FigureMenu menu([&figure] { return plot::sheetOf(theCourse(), *figure); }, nullptr);
    QVERIFY(!menu.save(desk::FigureMenu::Format::Csv, QStringLiteral("/nowhere/at/all.csv")).isEmpty());
}

void TestFigures::copiesTheTableWithItsSources()
{
    const auto figure = figures::prepare(*course::findFigure(theCourse(), QStringLiteral("two-counts")));
    const desk::FigureMenu menu([&figure] { return plot::sheetOf(theCourse(), *figure); }, nullptr);
    for (QAction *action : menu.actions()) {
        if (action->text() == QStringLiteral("Copy the table"))
            action->trigger();
    }
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    QVERIFY(copied->hasHtml());
    QVERIFY(copied->text().contains(QStringLiteral("12 or more of 37")));
    QVERIFY(copied->text().contains(QStringLiteral("The Cambodia Daily")));
    QVERIFY(copied->text().contains(QStringLiteral("Source: ")));
}

void TestFigures::thePageShowsThemAll()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()), {1366, 768});
    QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier);
    settled();
    QCOMPARE(window->location().page, desk::Location::Page::Figures);
    QStringList ids;
    for (const auto *tile : window->learners().figures()->findChildren<QAbstractButton *>()) {
        if (course::findFigure(theCourse(), tile->objectName()) != nullptr)
            ids.append(tile->objectName());
    }
    QCOMPARE(ids.size(), static_cast<qsizetype>(theCourse().figures.size()));
    for (const QString &id : ids) {
        window->learners().figures()->findChild<QAbstractButton *>(id)->click();
        settled();
        QVERIFY2(window->learners().figures()->card() != nullptr, qPrintable(id));
        QCOMPARE(window->learners().figures()->card()->figure().id, id);
        QTest::keyClick(window.get(), Qt::Key_Left, Qt::AltModifier);
        settled();
        QVERIFY(window->learners().figures()->card() == nullptr);
    }
}

void TestFigures::ownNumbersComeAndGo()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Our harbour.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("case,counted,total,question,count,qualifier,source\nHarbour 2024,women,12,left,5,at-least,Our log\n");
    file.close();
    {
        const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()), {1366, 768});
        window->go({desk::Location::Page::Figures, {}});
        window->learners().figures()->addOwn(path);
        settled();
        const FigureCard *card = window->learners().figures()->card();
        QVERIFY(card != nullptr);
        QVERIFY(card->figure().isOwn);
        QCOMPARE(card->figure().rows.front().cells.front().solid, 5);
        QVERIFY(std::ranges::any_of(card->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->text().startsWith(QStringLiteral("Your own numbers")) &&
                   label->text().contains(QStringLiteral("Our log"));
        }));
    }
    // There again next time, even without the stick that it came on; and gone when it is taken out.
    QVERIFY(QFile::remove(path));
    const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()), {1366, 768});
    window->go({desk::Location::Page::Figures, QStringLiteral("own-1")});
    settled();
    QVERIFY(window->learners().figures()->card() != nullptr);
    window->learners().figures()->removeOwn(QStringLiteral("own-1"));
    settled();
    QVERIFY(window->learners().figures()->card() == nullptr);
    window->go({desk::Location::Page::Figures, QStringLiteral("own-1")});
    settled();
    QVERIFY(window->learners().figures()->card() == nullptr);
}

void TestFigures::ownNumbersThatCannotBeDrawnAreNotTakenIn()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("wrong.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("case,counted,total,count,qualifier,source\nHarbour,women,12,\"3,5\",exact,Our log\n");
    file.close();
    const auto window = testing::makeWindow(testing::partsIn(folder.path(), testing::shippedCourse()), {1366, 768});
    window->go({desk::Location::Page::Figures, {}});
    window->learners().figures()->addOwn(path);
    settled();
    QVERIFY(window->learners().figures()->card() == nullptr);
    QString said;
    for (const auto *label : window->learners().figures()->findChildren<QLabel *>())
        said += label->text() + QLatin1Char('\n');
    QVERIFY(said.contains(QStringLiteral("wrong.csv")));
    QVERIFY(said.contains(QStringLiteral("“3,5” in “count” is not a whole number.")));
    QVERIFY(said.contains(QStringLiteral("nothing was taken in")));
}

void TestFigures::aClaimLeadsToItsNote()
{
    Shown card(QStringLiteral("left-the-shelter"));
    QSignalSpy wanted(card.operator->(), &FigureCard::claimWanted);
    FigurePicture *picture = card.picture();
    QTest::mouseClick(picture->viewport(), Qt::LeftButton, {}, picture->mapFromScene(picture->areas()[2].center()));
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().toString(), QStringLiteral("P6.4"));
    press(picture, Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
}

void TestFigures::aClaimOpensOnTheFiguresPage()
{
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()), {1366, 768});
    window->go({desk::Location::Page::Figures, QStringLiteral("left-the-shelter")});
    settled();
    FigurePicture *picture = window->learners().figures()->card()->picture();
    picture->setFocus(Qt::TabFocusReason);
    picture->setCurrent(2);
    press(picture, Qt::Key_Return);
    auto *dialog = window->findChild<desk::ClaimDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QVERIFY(dialog->accessibleName().contains(QStringLiteral("P6.4")));
    press(dialog, Qt::Key_Escape);
    QVERIFY(window->findChild<desk::ClaimDialog *>() == nullptr);
}

void TestFigures::aClaimWithoutACardOpens_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("claim");
    QTest::addColumn<bool>("opens");
    QTest::newRow("with a card beside the text") << 1366 << QStringLiteral("P6.4") << false;
    QTest::newRow("of which the section has no chip") << 1366 << QStringLiteral("P1.1") << true;
    QTest::newRow("in a narrow window") << 800 << QStringLiteral("P6.4") << true;
    QTest::newRow("that is none") << 800 << QStringLiteral("P99") << false;
}

void TestFigures::aClaimWithoutACardOpens()
{
    QFETCH(const int, width);
    QFETCH(const QString, claim);
    QFETCH(const bool, opens);
    const auto window = testing::makeWindow(testing::partsOf(testing::shippedCourse()), {width, 768});
    window->go({desk::Location::Page::Section, QStringLiteral("what-is-known")});
    settled();
    Q_EMIT window->lessonPage()->view()->anchorClicked(QUrl(QLatin1String("claim:") + claim));
    settled();
    const auto *dialog = window->findChild<desk::ClaimDialog *>();
    QCOMPARE(dialog != nullptr && dialog->isVisible(), opens);
}

DESK_TEST_MAIN(TestFigures)

#include "tst_figures.moc"

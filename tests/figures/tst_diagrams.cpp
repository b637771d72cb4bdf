// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/figure.h"
#include "figures/smallnumbers.h"
#include "support/testing.h"

#include <QRegularExpression>

using course::FigureData;
using course::FigureForm;
using course::FigurePart;
using course::FigureRow;
using course::PartKind;

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

FigurePart part(const char *id, PartKind kind, const char *words, const char *from = "", const char *to = "")
{
    FigurePart made;
    made.id = text(id);
    made.kind = kind;
    made.text = text(words);
    made.from = text(from);
    made.to = text(to);
    return made;
}

FigureData figureOf(FigureForm form, std::vector<FigurePart> parts)
{
    FigureData data;
    data.id = text("figure");
    data.title = text("A figure");
    data.description = text("It cannot tell how often.");
    data.form = form;
    data.parts = std::move(parts);
    return data;
}

figures::PreparedFigure prepared(FigureData data)
{
    data.isArgument = true;
    auto figure = figures::prepare(data);
    if (!figure)
        qFatal("refused: %s", qUtf8Printable(base::render(figure.error().reason)));
    return *std::move(figure);
}

QString lineOf(const std::vector<base::Phrase> &row)
{
    QStringList cells;
    for (const base::Phrase &cell : row)
        cells.append(cell.isEmpty() ? QString() : base::render(cell));
    return cells.join(text(" | "));
}

/// The table, a line a row, its header first.
QStringList linesOf(const figures::PreparedFigure &figure)
{
    QStringList lines{lineOf(figure.table.header)};
    for (const auto &row : figure.table.rows)
        lines.append(lineOf(row));
    return lines;
}

QStringList sentencesOf(const figures::PreparedFigure &figure)
{
    QStringList sentences;
    for (const base::Phrase &sentence : figure.plain)
        sentences.append(base::render(sentence));
    return sentences;
}

FigureRow row(const char *outcome, std::optional<int> count, std::optional<int> total)
{
    FigureRow made;
    made.id = text(outcome);
    made.caseName = text("Dallas");
    made.place = text("Dallas");
    made.event = text("raids");
    made.date = text("2005");
    made.windowText = text("nine months");
    made.counted = text("women");
    made.outcome = text(outcome);
    made.count = count;
    made.total = total;
    made.qualifier = count ? course::Qualifier::Exact : course::Qualifier::NotReported;
    made.source = text("paper");
    made.status = course::Status::Disputed;
    made.note = text("All 42 are counted.");
    return made;
}

} // namespace

/// Figures that are no rows of marks: what is drawn of them, what their tables, sentences and spots say, and that
/// nothing is added up in them.
class TestDiagrams : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void aBoardKeepsItsBlanks();
    void aMapNamesEachArrow();
    void aTimelineTellsItsGap();
    void comparisonRowsStandAlone();
    void isAFigureLikeOthers();
    void theRestOfAComparisonIsHollow();
    void largeWholesAreShares();
    void countsWithoutAWholeShareAScale();
    void drawingsDoNotTellWhichMisleads();
    void everySpotHasAName();
    void formsRefuseWhatTheyCannotHold_data();
    void formsRefuseWhatTheyCannotHold();
    void judgesAsItPrepares();
    void fewPeopleHaveNoShare();
    void sharesInWords_data();
    void sharesInWords();
};

void TestDiagrams::aBoardKeepsItsBlanks()
{
    const auto figure =
        prepared(figureOf(FigureForm::Board,
                          {part("r1", PartKind::Row, "Planned"), part("r2", PartKind::Row, "Access"),
                           part("c1", PartKind::Column, "Ready"), part("c2", PartKind::Column, "No"),
                           part("x", PartKind::Cell, "On paper", "r1", "c1"), part("y", PartKind::Cell, "", "r1", "c2"),
                           part("z", PartKind::Cell, "Tomorrow", "r2", "c2")}));
    QCOMPARE(linesOf(figure),
             QStringList({text(" | Ready | No"), text("Planned | On paper | "), text("Access |  | Tomorrow")}));
    QCOMPARE(sentencesOf(figure), QStringList({text("Planned, Ready: On paper."), text("Planned, No: blank."),
                                               text("Access, Ready: blank."), text("Access, No: Tomorrow.")}));
}

void TestDiagrams::aMapNamesEachArrow()
{
    const auto figure =
        prepared(figureOf(FigureForm::Map, {part("a", PartKind::Node, "A raid"), part("b", PartKind::Node, "Tension"),
                                            part("c", PartKind::Node, "Not said: how many"),
                                            part("ab", PartKind::Arrow, "can raise", "a", "b")}));
    QCOMPARE(linesOf(figure), QStringList({text("From | Link | To"), text("A raid | can raise | Tension"),
                                           text("Not said: how many |  | ")}));
    QCOMPARE(sentencesOf(figure), QStringList({text("A raid: can raise: Tension."), text("Not said: how many.")}));
}

void TestDiagrams::aTimelineTellsItsGap()
{
    FigurePart end = part("h24", PartKind::Moment, "By hour 24 most judged", "PT24H");
    end.note = text("Most has no number.");
    const auto figure =
        prepared(figureOf(FigureForm::Timeline, {part("h0", PartKind::Moment, "The raids", "PT0H"),
                                                 part("gap", PartKind::Gap, "Nothing is told", "h0", "h24"), end,
                                                 part("gate", PartKind::Gate, "Let in", "h24")}));
    QCOMPARE(linesOf(figure), QStringList({text(" | What is told | Note"), text("Known moment | The raids | "),
                                           text("Between | Nothing is told | "),
                                           text("Known moment | By hour 24 most judged | Most has no number."),
                                           text("Access | Let in | ")}));
    QVERIFY(sentencesOf(figure).contains(text("Most has no number.")));
}

void TestDiagrams::comparisonRowsStandAlone()
{
    FigureData data = figureOf(FigureForm::ComparisonRow, {});
    data.rows = {row("ordered home", 34, 42), row("suspects", 831, std::nullopt),
                 row("about 10 % met the criteria", std::nullopt, 815)};
    const auto figure = prepared(data);
    const QString where = text("Dallas, raids, 2005; after how long: nine months");
    const QString trust = text("disputed. All 42 are counted.");
    QCOMPARE(linesOf(figure),
             QStringList({text("What was counted | Number | Where and when | How far confirmed"),
                          QString(text("ordered home | 34 of 42 women | ") + where + text(" | ") + trust),
                          QString(text("suspects | 831 | ") + where + text(" | ") + trust),
                          QString(text("about 10 % met the criteria | no number | ") + where + text(" | ") + trust)}));
    QCOMPARE(figure.caveats.size(), std::size_t{1});
    QCOMPARE(figure.sources, QStringList(text("paper")));
    // No sum: the only numbers are those of the rows.
    for (const QString &sentence : sentencesOf(figure))
        QVERIFY2(!sentence.contains(text("865")), qUtf8Printable(sentence));
}

void TestDiagrams::isAFigureLikeOthers()
{
    FigureData data = figureOf(FigureForm::Sketch, {part("a", PartKind::Node, "Now")});
    data.isArgument = true;
    const auto figure = figures::prepare(data);
    QVERIFY(figure);
    QVERIFY(std::holds_alternative<figures::Map>(figure->diagram));
    QVERIFY(figure->isArgument);
    QVERIFY(figure->rows.empty());
    QCOMPARE(figure->title, text("A figure"));
    QCOMPARE(figure->note, text("It cannot tell how often."));
}

const figures::Shelf &shelfOf(const figures::PreparedFigure &figure)
{
    return std::get<figures::Shelf>(figure.diagram);
}

FigureData comparison(std::vector<FigureRow> rows)
{
    FigureData data = figureOf(FigureForm::ComparisonRow, {});
    data.rows = std::move(rows);
    return data;
}

/// The other parts of the whole are counted in other rows, or not told apart: no source is silent about them.
void TestDiagrams::theRestOfAComparisonIsHollow()
{
    const auto figure = prepared(comparison({row("ordered home", 34, 42)}));
    const figures::Cell &cell = shelfOf(figure).lines.front().cell;
    QCOMPARE(cell.form, figures::CellForm::Marks);
    QCOMPARE(cell.solid, 34);
    QCOMPARE(cell.hollow, 8);
    QCOMPARE(cell.notReported, 0);
}

void TestDiagrams::largeWholesAreShares()
{
    const auto figure = prepared(comparison({row("said so", 193, 243), row("few", 3, figures::mostMarks)}));
    QCOMPARE(shelfOf(figure).lines[0].cell.form, figures::CellForm::Share);
    QCOMPARE(shelfOf(figure).lines[1].cell.form, figures::CellForm::Marks);
}

void TestDiagrams::countsWithoutAWholeShareAScale()
{
    const auto figure = prepared(comparison({row("suspects", 831, std::nullopt), row("arrests", 194, std::nullopt)}));
    for (const figures::Shelf::Line &line : shelfOf(figure).lines) {
        QCOMPARE(line.cell.form, figures::CellForm::Count);
        QCOMPARE(line.cell.scale, 831);
        QCOMPARE(line.cell.marks(), line.cell.solid);
    }
}

void TestDiagrams::drawingsDoNotTellWhichMisleads()
{
    FigureData data = figureOf(FigureForm::Drawings, {part("c", PartKind::Column, "What it does"),
                                                      part("a", PartKind::Row, "Bars", "full-bars", "left"),
                                                      part("b", PartKind::Row, "Marks", "unit-rows", "left"),
                                                      part("x", PartKind::Cell, "It invents.", "a", "c"),
                                                      part("y", PartKind::Cell, "It shows.", "b", "c")});
    FigureRow one = row("ran away", 12, 37);
    one.qualifier = course::Qualifier::AtLeast;
    data.rows = {one};
    const auto figure = prepared(data);
    const auto &drawings = std::get<figures::Drawings>(figure.diagram);
    QCOMPARE(drawings.drawings.size(), 2U);
    QVERIFY(drawings.drawings[0].isMisleading());
    QVERIFY(!drawings.drawings[1].isMisleading());
    QCOMPARE(drawings.drawings[1].explanation, text("It shows."));
    QString said = linesOf(figure).join(u' ') + sentencesOf(figure).join(u' ');
    for (const figures::Spot &spot : figure.spots)
        said += base::render(spot.name) + spot.note;
    QVERIFY(!said.contains(text("It invents")));
    QVERIFY(said.contains(text("12 or more of 37")));
}

void TestDiagrams::everySpotHasAName()
{
    FigurePart told = part("x", PartKind::Cell, "On paper", "r", "c");
    told.status = course::Status::EssayOnly;
    const auto figure =
        prepared(figureOf(FigureForm::Board, {part("r", PartKind::Row, "Planned"), part("c", PartKind::Column, "Ready"),
                                              part("d", PartKind::Column, "No"), told}));
    QCOMPARE(figure.spots.size(), 2U);
    QCOMPARE(base::render(figure.spots[0].name), text("Planned, Ready: On paper. (stated by the essay alone)"));
    QCOMPARE(base::render(figure.spots[1].name), text("Planned, No: blank."));
}

void TestDiagrams::formsRefuseWhatTheyCannotHold_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<bool>("hasRows");
    QTest::addColumn<bool>("hasParts");
    QTest::addColumn<bool>("isArgument");
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *name, FigureForm form, bool rows, bool parts, bool argument, const char *reason) {
        QTest::addRow("%s", name) << static_cast<int>(form) << rows << parts << argument << text(reason);
    };
    add("a map with numbers", FigureForm::Map, true, true, true, "refused-numbers-in-argument");
    add("a board with numbers", FigureForm::Board, true, true, false, "refused-numbers-in-argument");
    add("a map without its badge", FigureForm::Map, false, true, false, "refused-no-badge");
    add("a cause map without its badge", FigureForm::CauseMap, false, true, false, "refused-no-badge");
    add("a sketch without its badge", FigureForm::Sketch, false, true, false, "refused-no-badge");
    add("a map of nothing", FigureForm::Map, false, false, true, "refused-no-parts");
    add("rows of nothing", FigureForm::UnitRows, false, false, false, "refused-no-rows");
    add("a comparison of nothing", FigureForm::ComparisonRow, false, false, false, "refused-no-rows");
    add("drawings of nothing", FigureForm::Drawings, false, true, false, "refused-no-rows");
    add("a timeline of nothing", FigureForm::Timeline, false, false, false, "refused-no-parts");
}

void TestDiagrams::formsRefuseWhatTheyCannotHold()
{
    QFETCH(const int, form);
    QFETCH(const bool, hasRows);
    QFETCH(const bool, hasParts);
    QFETCH(const bool, isArgument);
    QFETCH(const QString, reason);
    FigureData data = figureOf(static_cast<FigureForm>(form), {});
    data.isArgument = isArgument;
    if (hasRows)
        data.rows = {row("ran away", 3, 12)};
    if (hasParts)
        data.parts = {part("a", PartKind::Node, "A raid")};
    const auto figure = figures::prepare(data);
    QVERIFY(!figure);
    QCOMPARE(figure.error().reason.id, reason);
    QCOMPARE(figures::judge(data, figures::View::Marks).verdict, figures::Verdict::Refused);
}

void TestDiagrams::judgesAsItPrepares()
{
    FigureData data = figureOf(FigureForm::UnitRows, {});
    data.description.clear();
    data.rows = {row("ran away", 42, 42)};
    QCOMPARE(figures::judge(data, figures::View::Marks), figures::Judgement{});
    data.rows.front().qualifier = course::Qualifier::AtLeast;
    data.rows.front().count = 12;
    QCOMPARE(figures::judge(data, figures::View::Marks).verdict, figures::Verdict::WithCaveat);
    QCOMPARE(figures::judge(data, figures::View::Marks).reason.id, text("caveat-lower-bound"));
    data.rows.front().count = 43;
    QCOMPARE(figures::judge(data, figures::View::Marks).verdict, figures::Verdict::Refused);
    QCOMPARE(figures::judge(data, figures::View::Marks).reason.id, text("refused-above-total"));
}

void TestDiagrams::fewPeopleHaveNoShare()
{
    FigureData data = figureOf(FigureForm::UnitRows, {});
    data.rows = {row("ran away", 1, figures::leastForShare - 1)};
    QCOMPARE(figures::judge(data, figures::View::Shares).reason.id, text("refused-no-share"));
    data.rows.front().total = figures::leastForShare;
    const auto figure = figures::prepare(data, figures::View::Shares);
    QVERIFY(figure);
    QCOMPARE(figure->rows.front().cells.front().form, figures::CellForm::Share);
    // Beside it, two people stay two marks.
    FigureRow few = row("came back", 1, 2);
    few.caseName = text("Elsewhere");
    data.rows.push_back(few);
    QCOMPARE(figures::prepare(data, figures::View::Shares)->rows[1].cells.front().form, figures::CellForm::Marks);
}

void TestDiagrams::sharesInWords_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("isBound");
    QTest::addColumn<QString>("words");
    QTest::newRow("a third or more") << 12 << 37 << true << text("about a third or more");
    QTest::newRow("half") << 20 << 40 << false << text("about half");
    QTest::newRow("a tenth") << 4 << 40 << false << text("about a tenth");
    QTest::newRow("nine tenths") << 36 << 40 << false << text("about nine tenths");
    QTest::newRow("three quarters") << 31 << 41 << false << text("about three quarters");
    QTest::newRow("too few people") << 1 << 2 << false << QString();
    QTest::newRow("nearly none") << 1 << 40 << false << QString();
    QTest::newRow("all") << 40 << 40 << false << QString();
}

void TestDiagrams::sharesInWords()
{
    QFETCH(const int, count);
    QFETCH(const int, total);
    QFETCH(const bool, isBound);
    QFETCH(const QString, words);
    FigureRow one = row("ran away", count, total);
    if (isBound)
        one.qualifier = course::Qualifier::AtLeast;
    const auto derived = figures::shareInWords(one);
    QCOMPARE(derived ? base::render(derived->value) : QString(), words);
    if (derived)
        QVERIFY(base::render(derived->rule).contains(QStringLiteral("%1 divided by %2").arg(count).arg(total)));
    one.totalQualifier = course::Qualifier::MoreThan;
    QVERIFY(!figures::shareInWords(one)); // of more than 40, nobody knows the share
}

TEST_MAIN_GUILESS(TestDiagrams)

#include "tst_diagrams.moc"

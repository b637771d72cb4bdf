// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/told.h"
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

/// Figures without marks: what their tables and sentences say, and that nothing is added up in them.
class TestTold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void aBoardKeepsItsBlanks();
    void aMapNamesEachArrow();
    void aTimelineTellsItsGap();
    void comparisonRowsStandAlone();
    void isAFigureLikeOthers();
};

void TestTold::aBoardKeepsItsBlanks()
{
    const auto figure = figures::told(
        figureOf(FigureForm::Board,
                 {part("r1", PartKind::Row, "Planned"), part("r2", PartKind::Row, "Access"),
                  part("c1", PartKind::Column, "Ready"), part("c2", PartKind::Column, "No"),
                  part("x", PartKind::Cell, "On paper", "r1", "c1"), part("y", PartKind::Cell, "", "r1", "c2"),
                  part("z", PartKind::Cell, "Tomorrow", "r2", "c2")}));
    QCOMPARE(linesOf(figure),
             QStringList({text(" | Ready | No"), text("Planned | On paper | "), text("Access |  | Tomorrow")}));
    QCOMPARE(sentencesOf(figure), QStringList({text("Planned, Ready: On paper."), text("Planned, No: blank."),
                                               text("Access, Ready: blank."), text("Access, No: Tomorrow.")}));
}

void TestTold::aMapNamesEachArrow()
{
    const auto figure = figures::told(
        figureOf(FigureForm::Map, {part("a", PartKind::Node, "A raid"), part("b", PartKind::Node, "Tension"),
                                   part("c", PartKind::Node, "Not said: how many"),
                                   part("ab", PartKind::Arrow, "can raise", "a", "b")}));
    QCOMPARE(linesOf(figure), QStringList({text("From | Link | To"), text("A raid | can raise | Tension"),
                                           text("Not said: how many |  | ")}));
    QCOMPARE(sentencesOf(figure), QStringList({text("A raid: can raise: Tension."), text("Not said: how many.")}));
}

void TestTold::aTimelineTellsItsGap()
{
    FigurePart end = part("h24", PartKind::Moment, "By hour 24 most judged", "PT24H");
    end.note = text("Most has no number.");
    const auto figure =
        figures::told(figureOf(FigureForm::Timeline, {part("h0", PartKind::Moment, "The raids", "PT0H"),
                                                      part("gap", PartKind::Gap, "Nothing is told", "h0", "h24"), end,
                                                      part("gate", PartKind::Gate, "Let in", "h24")}));
    QCOMPARE(linesOf(figure), QStringList({text(" | What is told | Note"), text("Known moment | The raids | "),
                                           text("Between | Nothing is told | "),
                                           text("Known moment | By hour 24 most judged | Most has no number."),
                                           text("Access | Let in | ")}));
    QVERIFY(sentencesOf(figure).contains(text("Most has no number.")));
}

void TestTold::comparisonRowsStandAlone()
{
    FigureData data = figureOf(FigureForm::ComparisonRow, {});
    data.rows = {row("ordered home", 34, 42), row("suspects", 831, std::nullopt),
                 row("about 10 % met the criteria", std::nullopt, 815)};
    const auto figure = figures::told(data);
    const QString where = text("Dallas, raids, 2005, nine months");
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

void TestTold::isAFigureLikeOthers()
{
    FigureData data = figureOf(FigureForm::Sketch, {part("a", PartKind::Node, "Now")});
    data.isArgument = true;
    const auto figure = figures::prepare(data);
    QVERIFY(figure);
    QVERIFY(figure->isTold);
    QVERIFY(figure->isArgument);
    QVERIFY(figure->rows.empty());
    QCOMPARE(figure->title, text("A figure"));
    QCOMPARE(figure->note, text("It cannot tell how often."));
}

TEST_MAIN_GUILESS(TestTold)

#include "tst_told.moc"

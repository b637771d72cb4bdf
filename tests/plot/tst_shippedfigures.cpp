// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts.h"
#include "course/reading.h"
#include "figures/csv.h"
#include "plot/figurelayout.h"
#include "plot/sheet.h"

#include <QApplication>
#include <QAreaSeries>
#include <QLineSeries>
#include <QRegularExpression>

#include <algorithm>

using figures::Cell;
using figures::CellForm;
using figures::PreparedFigure;

namespace {

const course::Course &shippedCourse()
{
    static const course::Reading reading = course::read(testing::sourcePath(text("lessons/after-the-raid")));
    return reading.course;
}

PreparedFigure prepared(const QString &id)
{
    const course::FigureData *data = course::findFigure(shippedCourse(), id);
    if (data == nullptr)
        qFatal("no figure %s", qUtf8Printable(id));
    const auto figure = figures::prepare(*data);
    if (!figure)
        qFatal("%s is refused: %s", qUtf8Printable(id), qUtf8Printable(base::render(figure.error().reason)));
    return *figure;
}

void addFigures()
{
    QTest::addColumn<QString>("id");
    for (const course::FigureData &figure : shippedCourse().figures)
        QTest::addRow("%s", qUtf8Printable(figure.id)) << figure.id;
}

/// A cell with the spot that shows it, and its text in the table.
struct Shown {
    Cell cell;
    QRectF area;
    QString inTable;
};

std::vector<Shown> cellsOf(const PreparedFigure &figure, const plot::Layout &layout)
{
    const std::vector<QRectF> areas = plot::spotAreas(figure, layout);
    std::vector<Shown> shown;
    for (std::size_t row = 0; row < figure.rows.size(); ++row) {
        for (std::size_t panel = 0; panel < figure.panels.size(); ++panel)
            shown.push_back({figure.rows[row].cells[panel], areas[row * figure.panels.size() + panel],
                             base::render(figure.table.rows[row][3 + panel])});
    }
    if (const auto *shelf = std::get_if<figures::Shelf>(&figure.diagram)) {
        for (std::size_t line = 0; line < shelf->lines.size(); ++line)
            shown.push_back({shelf->lines[line].cell, areas[line], base::render(figure.table.rows[line][1])});
    }
    return shown;
}

/// The number that a text begins with, in digits or as a word; nothing where it has none.
std::optional<int> numberIn(const QString &words)
{
    static const QStringList small{text("zero"),  text("one"),  text("two"), text("three"),
                                   text("four"),  text("five"), text("six"), text("seven"),
                                   text("eight"), text("nine"), text("ten")};
    static const QRegularExpression number(text("^(?:more than |about |up to |all )?([0-9]+|[a-z]+)"));
    const QString first = number.match(words).captured(1);
    bool isDigits = false;
    const int value = first.toInt(&isDigits);
    if (isDigits)
        return value;
    const qsizetype word = small.indexOf(first);
    return word < 0 ? std::nullopt : std::optional(static_cast<int>(word));
}

int pointsWithin(const QChart &chart, const QRectF &area, const char *kind)
{
    int count = 0;
    for (QAbstractSeries *series : chart.series()) {
        const auto *marks = qobject_cast<QScatterSeries *>(series);
        if (marks == nullptr || !series->name().contains(QLatin1String(kind)))
            continue;
        count += static_cast<int>(
            std::ranges::count_if(marks->points(), [&area](const QPointF &point) { return area.contains(point); }));
    }
    return count;
}

/// The lengths of the bars in an area, by the last word of their name.
QMap<QString, qreal> barsWithin(const QChart &chart, const QRectF &area)
{
    QMap<QString, qreal> lengths;
    for (QAbstractSeries *series : chart.series()) {
        const auto *bar = qobject_cast<QAreaSeries *>(series);
        if (bar == nullptr || !area.contains(bar->upperSeries()->at(0)))
            continue;
        lengths[series->name().section(u' ', 1)] += bar->upperSeries()->at(1).x() - bar->upperSeries()->at(0).x();
    }
    return lengths;
}

qreal greyAround(const QImage &image, const QPointF &centre, int radius)
{
    qreal sum = 0;
    int count = 0;
    for (int y = -radius; y <= radius; ++y) {
        for (int x = -radius; x <= radius; ++x, ++count)
            sum += qGray(image.pixel(qRound(centre.x()) + x, qRound(centre.y()) + y));
    }
    return sum / count;
}

qsizetype stampsIn(const PreparedFigure &figure, const plot::Layout &layout)
{
    return wordsOf(*chartOf(figure, layout)).count(text("MISLEADS ON PURPOSE"));
}

} // namespace

/// Every figure of the shipped course: what is drawn is what the table says, and nothing is drawn over anything else.
class TestShippedFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadFaces()); }
    void init() { QTest::failOnWarning(QRegularExpression(text(".*"))); }

    void tableEqualsPlottedValues_data() { addFigures(); }
    void tableEqualsPlottedValues();
    void sentencesAgreeWithTheData_data() { addFigures(); }
    void sentencesAgreeWithTheData();
    void everyMarkLiesInOneSpot_data() { addFigures(); }
    void everyMarkLiesInOneSpot();
    void nothingCoversAnything_data() { addLayouts(); }
    void nothingCoversAnything();
    void diagramsSayAllOfTheirWords_data() { addFigures(); }
    void diagramsSayAllOfTheirWords();
    void everyNumberWearsItsStatus_data() { addFigures(); }
    void everyNumberWearsItsStatus();
    void mostHasNoLength();
    void anOpenEdgeIsOpen();
    void unknownDiffersFromKnownInGrey();
    void sharesKeepTheirBounds();
    void whatMisleadsSaysSo();
    void casesOpenOneByOne();
    void aGuessStaysBesideItsAnswer();
    void sheetsTakeTheirSourcesAlong_data() { addFigures(); }
    void sheetsTakeTheirSourcesAlong();
};

void TestShippedFigures::tableEqualsPlottedValues()
{
    QFETCH(const QString, id);
    const PreparedFigure figure = prepared(id);
    const plot::Layout layout = layoutFor(680);
    const auto chart = chartOf(figure, layout);
    for (const Shown &shown : cellsOf(figure, layout)) {
        const Cell &cell = shown.cell;
        const int solid = pointsWithin(*chart, shown.area, " solid");
        const QMap<QString, qreal> bars = barsWithin(*chart, shown.area);
        switch (cell.form) {
        case CellForm::Marks:
            // "All of them" and "the same number" are read from the total beside them.
            QCOMPARE(solid, numberIn(shown.inTable).value_or(cell.solid));
            QCOMPARE(pointsWithin(*chart, shown.area, " not-reported"), cell.notReported);
            QCOMPARE(pointsWithin(*chart, shown.area, " fading"), cell.fading);
            QCOMPARE(pointsWithin(*chart, shown.area, ""), cell.marks());
            break;
        case CellForm::Share: {
            const qreal whole = bars.value(text("known")) + bars.value(text("hollow")) +
                                bars.value(text("not-reported")) + bars.value(text("fading"));
            QCOMPARE(qRound(bars.value(text("known")) / whole * cell.marks()), numberIn(shown.inTable).value_or(-1));
            break;
        }
        case CellForm::Count:
            QCOMPARE(qRound(bars.value(text("known")) / std::round(layout.width) * cell.scale),
                     numberIn(shown.inTable).value_or(-1));
            break;
        case CellForm::Words:
        case CellForm::NotReported:
        case CellForm::DoesNotApply:
            QCOMPARE(solid, 0);
            QVERIFY(bars.isEmpty());
            break;
        }
    }
}

/// Each number stands in the sentences with its qualifier.
void TestShippedFigures::sentencesAgreeWithTheData()
{
    QFETCH(const QString, id);
    const PreparedFigure figure = prepared(id);
    for (const Shown &shown : cellsOf(figure, layoutFor(680))) {
        const auto isSaid = [&shown](const base::Phrase &sentence) {
            return base::render(sentence).contains(base::render(shown.cell.label));
        };
        QVERIFY2(std::ranges::any_of(figure.plain, isSaid), qUtf8Printable(base::render(shown.cell.label)));
    }
    for (const course::FigureRow &row : course::findFigure(shippedCourse(), id)->rows) {
        if (row.qualifier != course::Qualifier::AtLeast || row.count == row.total)
            continue;
        const QString bound = QStringLiteral("%1 or more of %2").arg(*row.count).arg(*row.total);
        QVERIFY2(std::ranges::any_of(figure.plain,
                                     [&bound](const base::Phrase &one) { return base::render(one).contains(bound); }),
                 qUtf8Printable(bound));
    }
    QVERIFY(!figure.plain.empty());
}

void TestShippedFigures::everyMarkLiesInOneSpot()
{
    QFETCH(const QString, id);
    const PreparedFigure figure = prepared(id);
    const plot::Layout layout = layoutFor(680);
    const auto chart = chartOf(figure, layout);
    const std::vector<QRectF> areas = plot::spotAreas(figure, layout);
    QCOMPARE(areas.size(), figure.spots.size());
    QVERIFY(!areas.empty());
    for (const QRectF &area : areas)
        QVERIFY(QRectF(QPointF(), chart->size()).adjusted(-1, -1, 1, 1).contains(area));
    for (const figures::Spot &spot : figure.spots)
        QVERIFY(!base::render(spot.name).isEmpty());
    for (QAbstractSeries *series : chart->series()) {
        const auto *marks = qobject_cast<QScatterSeries *>(series);
        if (marks == nullptr)
            continue;
        for (const QPointF &point : marks->points())
            QCOMPARE(std::ranges::count_if(areas, [&point](const QRectF &area) { return area.contains(point); }), 1);
    }
}

void TestShippedFigures::nothingCoversAnything()
{
    QFETCH(const plot::Layout, layout);
    for (const course::FigureData &data : shippedCourse().figures) {
        const PreparedFigure figure = prepared(data.id);
        plot::Layout plain = layout;
        plain.stamped = false; // a stamp is there to cover
        const auto chart = chartOf(figure, plain);
        QCOMPARE(chart->size().height(), plot::heightFor(figure, plain));
        const QRectF inside = QRectF(QPointF(), chart->size()).adjusted(-0.5, -0.5, 0.5, 0.5);
        const auto texts = textsOf(*chart);
        for (auto one = texts.begin(); one != texts.end(); ++one) {
            const QRectF area = (*one)->sceneBoundingRect();
            QVERIFY2(inside.contains(area), qUtf8Printable(QStringLiteral("%1: %2 (%3 to %4)")
                                                               .arg(data.id, (*one)->text())
                                                               .arg(area.left())
                                                               .arg(area.right())));
            for (auto other = texts.begin(); other != one; ++other)
                QVERIFY2(!area.adjusted(0.5, 0.5, -0.5, -0.5).intersects((*other)->sceneBoundingRect()),
                         qUtf8Printable(data.id + u':' + (*one)->text() + u'/' + (*other)->text()));
        }
    }
}

/// In a diagram every word of its table stands in the picture, in one piece or broken into lines.
void TestShippedFigures::diagramsSayAllOfTheirWords()
{
    QFETCH(const QString, id);
    const PreparedFigure figure = prepared(id);
    if (!std::holds_alternative<figures::Board>(figure.diagram) &&
        !std::holds_alternative<figures::Map>(figure.diagram))
        return;
    const QString drawn = wordsOf(*chartOf(figure)).join(u' ');
    for (const auto &row : figure.table.rows) {
        for (const base::Phrase &cell : row) {
            for (const QString &word : base::render(cell).split(u' ', Qt::SkipEmptyParts))
                QVERIFY2(drawn.contains(word), qUtf8Printable(word));
        }
    }
}

/// One badge for each number, and none for silence.
void TestShippedFigures::everyNumberWearsItsStatus()
{
    QFETCH(const QString, id);
    const PreparedFigure figure = prepared(id);
    const plot::FigureLayout placed = plot::layOut(figure, layoutFor(680));
    for (const Shown &shown : cellsOf(figure, layoutFor(680))) {
        const auto badges = std::ranges::count_if(placed.badges, [&shown](const plot::Badge &badge) {
            return shown.area.contains(badge.area.center()) && badge.status == shown.cell.status;
        });
        QCOMPARE(badges, figures::hasBadge(shown.cell) ? 1 : 0);
    }
}

void TestShippedFigures::mostHasNoLength()
{
    const PreparedFigure figure = prepared(text("gilded-cage-most"));
    const auto chart = chartOf(figure);
    QCOMPARE(pointsOf(*chart, "detention hollow").size(), 120);
    QCOMPARE(chart->series().size(), 1);
    const QString said = wordsOf(*chart).join(u' ');
    QVERIFY(said.contains(text("“most”")));
    QVERIFY(said.contains(text("no number")));
}

/// The bracket over a lower bound begins with a stroke downwards and ends without one.
void TestShippedFigures::anOpenEdgeIsOpen()
{
    const PreparedFigure figure = prepared(text("left-the-shelter"));
    const plot::Layout layout = layoutFor(680);
    const auto chart = chartOf(figure, layout);
    const QPointF first = pointsOf(*chart, "left solid").constFirst();
    const QPointF last = pointsOf(*chart, "left fading 3").constFirst();
    const QImage image = pictureOf(chartOf(figure, layout));
    const auto darkest = [&image](const QRectF &area) {
        int grey = 255;
        for (int y = qRound(area.top()); y <= qRound(area.bottom()); ++y) {
            for (int x = qRound(area.left()); x <= qRound(area.right()); ++x)
                grey = std::min(grey, qGray(image.pixel(x + 10, y + 10)));
        }
        return grey;
    };
    // Beside the marks' upper corners, where a round mark leaves room for the stroke.
    const QRectF begins(first.x() - 5, first.y() - 7, 1, 1);
    const QRectF ends(last.x() + 5, last.y() - 7, 2, 2);
    QVERIFY(darkest(begins) < 170);
    QVERIFY(darkest(ends) > 200);
}

void TestShippedFigures::unknownDiffersFromKnownInGrey()
{
    const PreparedFigure figure = prepared(text("left-the-shelter"));
    const auto chart = chartOf(figure);
    const QPointF around(10, 10);
    const QPointF known = pointsOf(*chart, "left solid").constFirst() + around;
    const QPointF faded = pointsOf(*chart, "left fading 3").constFirst() + around;
    const QPointF unknown = pointsOf(*chart, "left not-reported").constFirst() + around;
    const QImage image = pictureOf(chartOf(figure));
    const qreal grey = greyAround(image, known, 2);
    QVERIFY(greyAround(image, faded, 2) > grey + 60);
    QVERIFY(greyAround(image, unknown, 2) > grey + 60);
}

/// As a share too, a bound fades and silence is hatched; and a few people stay marks.
void TestShippedFigures::sharesKeepTheirBounds()
{
    const auto figure =
        figures::prepare(*course::findFigure(shippedCourse(), text("rescued-and-after")), figures::View::Shares);
    QVERIFY(figure);
    const plot::Layout layout = layoutFor(680);
    const auto chart = chartOf(*figure, layout);
    const QMap<QString, qreal> bars = barsWithin(*chart, plot::spotAreas(*figure, layout)[4]); // Svay Pak, 2003: left
    const qreal whole = bars.value(text("known")) + bars.value(text("fading")) + bars.value(text("not-reported"));
    QCOMPARE(qRound(bars.value(text("known")) / whole * 37), 12);
    QVERIFY(bars.value(text("fading")) > 0);
    QVERIFY(bars.value(text("not-reported")) > 0);
    QCOMPARE(pointsOf(*chart, "back solid").size(), 1); // Poipet: one of two
}

void TestShippedFigures::whatMisleadsSaysSo()
{
    const PreparedFigure figure = prepared(text("three-drawings"));
    plot::Layout layout = layoutFor(680);
    QCOMPARE(stampsIn(figure, layout), 2);
    layout.stamped = false;
    QCOMPARE(stampsIn(figure, layout), 0);
    // Whatever the page shows, what leaves the program is stamped.
    const plot::Sheet sheet{figure, {text("Source: an essay.")}};
    plot::Layout stamped = layout;
    stamped.stamped = true;
    QCOMPARE(plot::sheetSvg(sheet, layout, palette()), plot::sheetSvg(sheet, stamped, palette()));
    QCOMPARE(plot::sheetImage(sheet, layout, palette(), 1), plot::sheetImage(sheet, stamped, palette(), 1));
    // The stamp lies over the bars themselves: whoever cuts it away cuts them.
    const auto chart = chartOf(figure);
    for (QGraphicsItem *item : chart->childItems()) {
        const auto *words = dynamic_cast<QGraphicsSimpleTextItem *>(item);
        if (words == nullptr || !words->text().startsWith(text("MISLEADS")))
            continue;
        const QRectF area = words->sceneBoundingRect();
        const auto spots = plot::spotAreas(figure, layoutFor(680));
        const auto spot =
            std::ranges::find_if(spots, [&area](const QRectF &one) { return one.contains(area.center()); });
        QVERIFY(spot != spots.end());
        QVERIFY(area.intersects(QRectF(spot->center() - QPointF(20, 20), QSizeF(40, 40))));
    }
    // And no number is printed that nobody counted.
    for (const QString &word : wordsOf(*chart))
        QVERIFY2(!word.contains(text("25")), qUtf8Printable(word));
}

/// What is withheld keeps its place.
void TestShippedFigures::casesOpenOneByOne()
{
    const PreparedFigure figure = prepared(text("rescued-and-after"));
    plot::Layout layout = layoutFor(680);
    const qreal height = plot::heightFor(figure, layout);
    const qsizetype words = wordsOf(*chartOf(figure, layout)).size();
    layout.rowsShown = 0;
    QCOMPARE(plot::heightFor(figure, layout), height);
    const auto closed = chartOf(figure, layout);
    QVERIFY(closed->series().isEmpty());
    QVERIFY(wordsOf(*closed).size() < words);
    QVERIFY(wordsOf(*closed).contains(text("Poipet")));
    QVERIFY(!wordsOf(*closed).join(u' ').contains(text("12 or more")));
    layout.rowsShown = 3;
    QCOMPARE(pointsOf(*chartOf(figure, layout), "left solid").size(), 12);
}

void TestShippedFigures::aGuessStaysBesideItsAnswer()
{
    const PreparedFigure figure = prepared(text("left-the-shelter"));
    plot::Layout layout = layoutFor(680);
    const qreal height = plot::heightFor(figure, layout);
    layout.guesses = {{2, 20}};
    const auto chart = chartOf(figure, layout);
    QVERIFY(wordsOf(*chart).contains(text("guess: 20 of 37")));
    QVERIFY(plot::heightFor(figure, layout) > height);
    QCOMPARE(pointsOf(*chart, "left solid").size(), 12 + 37); // and changes no answer
}

void TestShippedFigures::sheetsTakeTheirSourcesAlong()
{
    QFETCH(const QString, id);
    const PreparedFigure figure = prepared(id);
    const plot::Sheet sheet{figure, {text("Source: an essay."), text("What this cannot tell us.")}};
    const plot::Layout layout = layoutFor(900);

    const QByteArray svg = plot::sheetSvg(sheet, layout, palette());
    QVERIFY(!svg.contains("<text")); // letters are shapes: other machines have other faces
    QVERIFY(svg.contains("<path"));
    QVERIFY(svg.contains(base::render(figure.plain.front()).toHtmlEscaped().toUtf8()));
    QVERIFY(svg.contains("Source: an essay."));
    QVERIFY(!svg.contains("<image"));
    const QByteArray pdf = plot::sheetPdf(sheet, layout, palette());
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(pdf.contains("/FontFile")); // text as text, with its face
    QVERIFY(!pdf.contains("/Subtype /Image"));
    const QSizeF size = plot::sheetSize(sheet, layout);
    QCOMPARE(plot::sheetImage(sheet, layout, palette(), 2).size(), (size * 2).toSize());

    const QList<QByteArray> lines = figures::csvOf(figure, sheet.lines).split('\n');
    QCOMPARE(lines.size(), static_cast<qsizetype>(figure.table.rows.size()) + 1 + 3 + 1);
    QVERIFY(lines[lines.size() - 3].startsWith("Source: an essay."));
}

int main(int argc, char **argv)
{
    // Charts need a QApplication, but no display.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    testing::prepare();
    TestShippedFigures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_shippedfigures.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/badge.h"
#include "plot/figurechart.h"
#include "plot/hatching.h"

#include "charts.h"
#include "support/testing.h"

#include <QApplication>
#include <QChart>
#include <QImage>
#include <QLegend>
#include <QPainter>
#include <QRegularExpression>
#include <QScatterSeries>
#include <QSet>

#include <algorithm>

using course::FigureRow;
using course::Qualifier;
using course::Question;
using course::Status;
using figures::PreparedFigure;

namespace {

FigureRow row(const char *caseName, Question question, std::optional<int> count, Qualifier qualifier,
              std::optional<int> total = 37, Qualifier totalQualifier = Qualifier::Exact)
{
    FigureRow one;
    one.caseName = text(caseName);
    one.id = QStringLiteral("%1-%2").arg(one.caseName).arg(static_cast<int>(question));
    one.event = text("two rescues paid for, not a raid");
    one.counted = text("girls");
    one.question = question;
    one.count = count;
    one.qualifier = qualifier;
    one.total = total;
    one.totalQualifier = totalQualifier;
    one.windowText = text("24 hours");
    return one;
}

PreparedFigure prepared(const std::vector<FigureRow> &rows)
{
    course::FigureData data;
    data.id = text("figure");
    data.rows = rows;
    const auto figure = figures::prepare(data);
    if (!figure)
        qFatal("refused: %s", qUtf8Printable(base::render(figure.error().reason)));
    return *figure;
}

/// Both panels of the essay's four cases.
PreparedFigure bothPanels()
{
    FigureRow gone = row("San Francisco, 2005", Question::Left, {}, Qualifier::NotReported, 120, Qualifier::MoreThan);
    gone.outcome = text(course::doesNotApply);
    gone.note = text("Most (no number) were judged not trafficked and placed in immigration detention.");
    FigureRow job = row("Poipet", Question::Back, 1, Qualifier::Exact, 2);
    job.outcome = text("at her former job");
    job.status = Status::Corroborated;
    FigureRow some = row("Svay Pak, 2003", Question::Back, {}, Qualifier::Some);
    some.outcome = text("seen again in brothels");
    some.within = text("Svay Pak, 2003-0");
    FigureRow ran = row("Svay Pak, 2003", Question::Left, 12, Qualifier::AtLeast);
    ran.outcome = text("ran away from the shelter");
    return prepared({gone, row("Poipet", Question::Left, {}, Qualifier::NotReported, 2), ran,
                     row("Svay Pak, a year later", Question::Left, 37, Qualifier::Exact),
                     row("San Francisco, 2005", Question::Back, {}, Qualifier::NotReported, 120, Qualifier::MoreThan),
                     job, some, row("Svay Pak, a year later", Question::Back, {}, Qualifier::NotReported)});
}

PreparedFigure onePanel(int count, Qualifier qualifier, int total = 37, Qualifier totalQualifier = Qualifier::Exact)
{
    return prepared({row("Svay Pak, 2003", Question::Left, count, qualifier, total, totalQualifier)});
}

/// Every question, every status, an open total and a rough one, side by side.
PreparedFigure manyPanels()
{
    std::vector<FigureRow> rows;
    rows.push_back(row("Open", Question::Detention, 15, Qualifier::AtLeast, 120, Qualifier::MoreThan));
    rows.push_back(row("Open", Question::Family, {}, Qualifier::Most, 120, Qualifier::MoreThan));
    rows.push_back(row("Open", Question::Work, 3, Qualifier::Exact, 120, Qualifier::MoreThan));
    rows.push_back(row("Few", Question::Detention, 8, Qualifier::Exact, 8));
    rows.push_back(row("Few", Question::Family, 5, Qualifier::AtLeast, 8));
    rows.push_back(row("Few", Question::Other, 3, Qualifier::MoreThan, 8));
    rows.push_back(row("Rough", Question::Detention, 8, Qualifier::UpTo, 80, Qualifier::About));
    const std::vector statuses{Status::EssayOnly, Status::Corroborated, Status::Disputed, Status::NotFound};
    for (std::size_t index = 0; index < rows.size(); ++index)
        rows[index].status = statuses[index % statuses.size()];
    return prepared(rows);
}

QList<PreparedFigure> everyFigure()
{
    return {bothPanels(), onePanel(12, Qualifier::AtLeast), manyPanels()};
}

} // namespace

class TestFigureChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadFaces()); }

    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void pointsEqualThePreparedNumbers()
    {
        const auto chart = chartOf(bothPanels());
        QCOMPARE(pointsOf(*chart, "left solid").size(), 12 + 37);
        for (const char *const degree : {"left fading 1", "left fading 2", "left fading 3"})
            QCOMPARE(pointsOf(*chart, degree).size(), 1);
        QCOMPARE(pointsOf(*chart, "left not-reported").size(), 22);
        QCOMPARE(pointsOf(*chart, "back solid").size(), 1);
        QCOMPARE(pointsOf(*chart, "back not-reported").size(), 1);
        QCOMPARE(chart->series().size(), 7);
    }

    void everyMarkOfEveryFigureIsDrawn()
    {
        for (const PreparedFigure &figure : everyFigure()) {
            qsizetype expected = 0;
            for (const figures::Row &one : figure.rows)
                for (const figures::Cell &cell : one.cells)
                    expected += cell.marks();
            qsizetype drawn = 0;
            const auto chart = chartOf(figure);
            for (QAbstractSeries *series : chart->series())
                drawn += qobject_cast<QScatterSeries *>(series)->count();
            QCOMPARE(drawn, expected);
        }
    }

    void oneQuestionHasOneShapeAndOneSize()
    {
        const auto chart = chartOf(bothPanels());
        for (QAbstractSeries *series : chart->series()) {
            const auto *const marks = qobject_cast<QScatterSeries *>(series);
            QCOMPARE(marks->markerShape(), series->name().startsWith(QLatin1String("left"))
                                               ? QScatterSeries::MarkerShapeCircle
                                               : QScatterSeries::MarkerShapeRectangle);
            QCOMPARE(marks->markerSize(), 10.0);
        }
    }

    void noTwoMarksTouch_data() { addLayouts(); }

    void noTwoMarksTouch()
    {
        QFETCH(const plot::Layout, layout);
        for (const PreparedFigure &figure : everyFigure()) {
            QList<QPointF> points;
            const auto chart = chartOf(figure, layout);
            for (QAbstractSeries *series : chart->series())
                points += qobject_cast<QScatterSeries *>(series)->points();
            const qreal size = qobject_cast<QScatterSeries *>(chart->series().constFirst())->markerSize();
            for (qsizetype one = 0; one < points.size(); ++one)
                for (qsizetype other = 0; other < one; ++other)
                    QVERIFY((points[one] - points[other]).manhattanLength() > size);
        }
    }

    void heightIsTheCharts_data() { addLayouts(); }

    void heightIsTheCharts()
    {
        QFETCH(const plot::Layout, layout);
        for (const PreparedFigure &figure : everyFigure()) {
            const auto chart = chartOf(figure, layout);
            QCOMPARE(chart->size().height(), plot::heightFor(figure, layout));
            QCOMPARE(chart->size().width(), layout.width);
        }
    }

    void textsStandApartAndInside_data() { addLayouts(); }

    void textsStandApartAndInside()
    {
        QFETCH(const plot::Layout, layout);
        for (const PreparedFigure &figure : everyFigure()) {
            const auto chart = chartOf(figure, layout);
            const QRectF inside = QRectF(QPointF(), chart->size()).adjusted(-0.5, -0.5, 0.5, 0.5);
            const auto texts = textsOf(*chart);
            for (auto one = texts.begin(); one != texts.end(); ++one) {
                const QRectF area = (*one)->sceneBoundingRect();
                QVERIFY2(inside.contains(area), qUtf8Printable((*one)->text()));
                for (auto other = texts.begin(); other != one; ++other)
                    QVERIFY2(!area.adjusted(0.5, 0.5, -0.5, -0.5).intersects((*other)->sceneBoundingRect()),
                             qUtf8Printable((*one)->text() + QLatin1Char('/') + (*other)->text()));
            }
        }
    }

    void textsKeepClearOfMarks_data() { addLayouts(); }

    void textsKeepClearOfMarks()
    {
        QFETCH(const plot::Layout, layout);
        for (const PreparedFigure &figure : everyFigure()) {
            const auto chart = chartOf(figure, layout);
            for (QAbstractSeries *series : chart->series()) {
                const auto *const marks = qobject_cast<QScatterSeries *>(series);
                const QSizeF size(marks->markerSize(), marks->markerSize());
                for (const QPointF &point : marks->points()) {
                    const QRectF mark(point - QPointF(size.width(), size.height()) / 2, size);
                    QVERIFY(QRectF(QPointF(), chart->size()).contains(mark));
                    for (const QGraphicsSimpleTextItem *item : textsOf(*chart))
                        QVERIFY2(!mark.intersects(item->sceneBoundingRect()), qUtf8Printable(item->text()));
                }
            }
        }
    }

    void nothingIsDrawnOutside_data() { addLayouts(); }

    void nothingIsDrawnOutside()
    {
        QFETCH(const plot::Layout, layout);
        for (const PreparedFigure &figure : everyFigure()) {
            const QImage image = pictureOf(chartOf(figure, layout));
            // A glyph may lean out of its box by a pixel or two.
            QVERIFY(isBlank(image, QRect(0, 0, 8, image.height())));
            QVERIFY(isBlank(image, QRect(image.width() - 8, 0, 8, image.height())));
            QVERIFY(isBlank(image, QRect(0, image.height() - 8, image.width(), 8)));
            QVERIFY(isBlank(image, QRect(0, 0, image.width(), 8)));
        }
    }

    void mirroringMovesEveryMarkToTheOtherSide()
    {
        const auto straight = chartOf(bothPanels(), layoutFor(680));
        const auto mirrored = chartOf(bothPanels(), layoutFor(680, true));
        const QList<QPointF> left = pointsOf(*straight, "left solid");
        const QList<QPointF> right = pointsOf(*mirrored, "left solid");
        QCOMPARE(left.size(), right.size());
        for (qsizetype index = 0; index < left.size(); ++index) {
            QCOMPARE(right[index].x(), 680 - left[index].x());
            QCOMPARE(right[index].y(), left[index].y());
        }
        QStringList one = wordsOf(*straight);
        QCOMPARE(wordsOf(*mirrored), one);
    }

    void wordsAreThePreparedOnes()
    {
        const QStringList words = wordsOf(*chartOf(bothPanels(), layoutFor(960)));
        for (const char *const expected :
             {"Known to be back?", "After", "Poipet", "12 or more of 37", "the rest: not reported", "does not apply",
              "not said", "24 hours", "one of two, at her former job", "the other: not said"})
            QVERIFY2(words.contains(text(expected)), expected);
    }

    void cellsTileTheirRows()
    {
        const PreparedFigure figure = bothPanels();
        const auto places = plot::spotAreas(figure, layoutFor(680));
        QCOMPARE(places.size(), figure.spots.size());
        const auto chart = chartOf(figure);
        for (const QPointF &point : pointsOf(*chart, "back solid"))
            QVERIFY(places[3].contains(point)); // the second row's second panel
        for (const QRectF &place : places)
            QVERIFY(QRectF(QPointF(), chart->size()).contains(place));
    }

    void aLargerViewDoesNotMoveTheMarks()
    {
        const auto chart = chartOf(bothPanels());
        auto *const series = chart->series().constFirst();
        const QPointF point(200, 100);
        QCOMPARE(chart->mapToPosition(point, series), point);
        chart->resize(chart->size() + QSizeF(300, 200));
        QCOMPARE(chart->mapToPosition(point, series), point);
    }

    void theChartAddsNothingOfItsOwn()
    {
        const auto chart = chartOf(bothPanels());
        QVERIFY(!chart->legend()->isVisible());
        QVERIFY(!chart->isBackgroundVisible());
        QVERIFY(chart->title().isEmpty());
        QCOMPARE(chart->animationOptions(), QChart::NoAnimation);
        for (const QAbstractAxis *axis : chart->axes())
            QVERIFY(!axis->isVisible());
    }

    void twoRendersAreEqual()
    {
        for (const PreparedFigure &figure : everyFigure())
            QCOMPARE(pictureOf(chartOf(figure)), pictureOf(chartOf(figure)));
    }

    void aLowerBoundLooksDifferentFromAnExactNumber()
    {
        const QImage atLeast = pictureOf(chartOf(onePanel(12, Qualifier::AtLeast)));
        const QImage exact = pictureOf(chartOf(onePanel(12, Qualifier::Exact)));
        QVERIFY(atLeast != exact);
        // Not by its words alone: the band of the marks differs too.
        const auto first = pointsOf(*chartOf(onePanel(12, Qualifier::Exact)), "left solid").constFirst();
        const QRect band(0, qRound(first.y()), exact.width(), 20);
        QVERIFY(atLeast.copy(band) != exact.copy(band));
    }

    void anOpenTotalLooksDifferentFromAClosedOne()
    {
        const auto open = chartOf(onePanel(12, Qualifier::Exact, 120, Qualifier::MoreThan));
        const auto closed = chartOf(onePanel(12, Qualifier::Exact, 120));
        QVERIFY(open->childItems().size() > closed->childItems().size());
    }

    void unknownMarksAreHatchedAndKnownOnesAreNot()
    {
        const auto chart = chartOf(bothPanels());
        const QPointF known = pointsOf(*chart, "back solid").constFirst() + QPointF(10, 10);
        const QPointF unknown = pointsOf(*chart, "back not-reported").constFirst() + QPointF(10, 10);
        const QImage image = pictureOf(chartOf(bothPanels()));
        const auto coloursAround = [&image](const QPointF &centre) {
            QSet<QRgb> colours;
            for (int y = -3; y < 3; ++y)
                for (int x = -3; x < 3; ++x)
                    colours.insert(image.pixel(qRound(centre.x()) + x, qRound(centre.y()) + y));
            return colours;
        };
        QCOMPARE(coloursAround(known), QSet<QRgb>{palette().back.rgb()});
        QVERIFY(coloursAround(unknown).size() > 1);
    }

    void hatchingStaysWithin()
    {
        const QPolygonF square({QPointF(0, 0), QPointF(10, 0), QPointF(10, 10), QPointF(0, 10)});
        const auto lines = plot::hatching(square, 3);
        QCOMPARE(lines.size(), 5U);
        for (const QLineF &line : lines) {
            QVERIFY(QRectF(0, 0, 10, 10).contains(QRectF(line.p1(), line.p2()).normalized()));
            QVERIFY(qAbs(line.dx() + line.dy()) < 1e-9); // rising at 45 degrees
        }
        QVERIFY(plot::hatching({}, 3).empty());
    }

    void everyStatusHasItsOwnBadge()
    {
        QList<QImage> badges;
        for (const Status status : {Status::EssayOnly, Status::Corroborated, Status::Disputed, Status::NotFound}) {
            QImage image(24, 24, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            plot::paintBadge(painter, status, QRectF(4, 4, 16, 16), Qt::black);
            painter.end();
            QVERIFY(!badges.contains(image));
            badges.append(image);
        }
    }

    void sizesFollowTheFont()
    {
        const auto chart = chartOf(bothPanels(), layoutFor(1360, false, 28));
        QCOMPARE(qobject_cast<QScatterSeries *>(chart->series().constFirst())->markerSize(), 20.0);
        QVERIFY(plot::heightFor(bothPanels(), layoutFor(1360, false, 28)) >
                1.8 * plot::heightFor(bothPanels(), layoutFor(680)));
    }

    void aFigureWithoutMarksIsStillDrawn()
    {
        const PreparedFigure figure = prepared({row("Poipet", Question::Left, {}, Qualifier::NotReported, 2)});
        const auto chart = chartOf(figure, layoutFor(520));
        QVERIFY(chart->series().isEmpty());
        QVERIFY(wordsOf(*chart).contains(text("not said")));
        QCOMPARE(chart->size().height(), plot::heightFor(figure, layoutFor(520)));
    }
};

int main(int argc, char **argv)
{
    // Charts need a QApplication, but no display.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    testing::prepare();
    TestFigureChart test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_figurechart.moc"

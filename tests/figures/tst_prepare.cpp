// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/figure.h"

#include "support/testing.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using base::Phrase;
using base::render;
using course::FigureData;
using course::FigureRow;
using course::Qualifier;
using course::Question;
using course::Status;
using figures::Cell;
using figures::CellForm;
using figures::PreparedFigure;

Q_DECLARE_METATYPE(course::FigureRow)
Q_DECLARE_METATYPE(course::FigureData)

namespace {

QString text(const char *words)
{
    return QString::fromUtf8(words);
}

/// A row of a made-up case, to be changed where a test asks about it.
FigureRow row(std::optional<int> count, Qualifier qualifier, std::optional<int> total = 37,
              Qualifier totalQualifier = Qualifier::Exact)
{
    FigureRow one;
    one.id = text("one");
    one.caseName = text("Harbour, 2001");
    one.place = text("Harbour");
    one.event = text("raid");
    one.date = text("2001");
    one.datePrecision = course::DatePrecision::Year;
    one.counted = text("women");
    one.total = total;
    one.totalQualifier = totalQualifier;
    one.question = Question::Left;
    one.outcome = text("walked out");
    one.count = count;
    one.qualifier = qualifier;
    one.windowText = text("a week");
    one.source = text("harbour-report");
    return one;
}

FigureData tableOf(const std::vector<FigureRow> &rows)
{
    FigureData figure;
    figure.id = text("figure");
    figure.title = text("A title");
    figure.description = text("What the author adds.");
    figure.rows = rows;
    return figure;
}

/// What is known of the essay's cases, row for row as the course's table has it.
FigureData rescuedAndAfter()
{
    FigureRow gildedCage = row({}, Qualifier::NotReported, 120, Qualifier::MoreThan);
    gildedCage.id = text("gilded-cage-left");
    gildedCage.caseName = text("San Francisco, 2005");
    gildedCage.place = text("San Francisco");
    gildedCage.event = text("Operation Gilded Cage");
    gildedCage.date = text("2005");
    gildedCage.outcome = text(course::doesNotApply);
    gildedCage.windowText = text("24 hours");
    gildedCage.source = text("bruxvoort-2014");
    gildedCage.claim = text("P5.4");
    gildedCage.note = text("Most (no number) were judged not trafficked and placed in immigration detention.");

    FigureRow poipet = gildedCage;
    poipet.id = text("poipet-left");
    poipet.caseName = text("Poipet");
    poipet.place = text("Poipet");
    poipet.event = text("two rescues paid for, not a raid");
    poipet.date.clear();
    poipet.datePrecision = course::DatePrecision::None;
    poipet.counted = text("girls");
    poipet.total = 2;
    poipet.totalQualifier = Qualifier::Exact;
    poipet.windowText = text("1 year");
    poipet.claim = text("P6.3");
    poipet.status = Status::Corroborated;
    poipet.note = text("No shelter is part of this account.");

    FigureRow first = poipet;
    first.id = text("svay-pak-2003-left");
    first.caseName = text("Svay Pak, 2003");
    first.place = text("Svay Pak");
    first.event = text("raid");
    first.date = text("2003");
    first.datePrecision = course::DatePrecision::Year;
    first.total = 37;
    first.outcome = text("ran away from the shelter");
    first.count = 12;
    first.qualifier = Qualifier::AtLeast;
    first.windowText = text("not said");
    first.claim = text("P6.4");
    first.status = Status::EssayOnly;
    first.note = text("The number 12 was not found outside the essay.");

    FigureRow later = first;
    later.id = text("svay-pak-later-left");
    later.caseName = text("Svay Pak, a year later");
    later.event = text("police raid");
    later.date = text("a year later");
    later.datePrecision = course::DatePrecision::Relative;
    later.outcome = text("fled the shelter");
    later.count = 37;
    later.qualifier = Qualifier::Exact;
    later.windowText = text("days");
    later.claim = text("P6.5");
    later.note.clear();

    std::vector<FigureRow> rows{gildedCage, poipet, first, later};
    for (std::size_t index = 0; index < 4; ++index) {
        FigureRow back = rows[index];
        back.id.replace(text("-left"), text("-back"));
        back.question = Question::Back;
        back.outcome.clear();
        back.count.reset();
        back.qualifier = Qualifier::NotReported;
        rows.push_back(back);
    }
    rows[5].outcome = text("at her former job");
    rows[5].count = 1;
    rows[5].qualifier = Qualifier::Exact;
    rows[6].outcome = text("seen again in brothels");
    rows[6].qualifier = Qualifier::Some;
    rows[6].within = text("svay-pak-2003-left");
    rows[6].note = text("Some of those who ran away; no number.");
    return tableOf(rows);
}

/// One of its two panels, as the course hands it out by the column `figure`.
FigureData onlyPanel(Question question)
{
    FigureData figure = rescuedAndAfter();
    std::erase_if(figure.rows, [question](const FigureRow &one) { return one.question != question; });
    return figure;
}

PreparedFigure prepared(const FigureData &figure)
{
    const auto result = figures::prepare(figure);
    if (!result)
        qFatal("refused: %s", qUtf8Printable(render(result.error().reason)));
    return *result;
}

Cell onlyCell(const FigureRow &one)
{
    return prepared(tableOf({one})).rows.front().cells.front();
}

QStringList rendered(const std::vector<Phrase> &phrases)
{
    QStringList texts;
    for (const Phrase &phrase : phrases)
        texts.append(render(phrase));
    return texts;
}

QStringList idsOf(const std::vector<Phrase> &phrases)
{
    QStringList ids;
    for (const Phrase &phrase : phrases)
        ids.append(phrase.id);
    return ids;
}

/// The phrase's id and those of every phrase within it.
void collectIds(const Phrase &phrase, QSet<QString> &ids)
{
    if (!phrase.isEmpty())
        ids.insert(phrase.id);
    for (const QVariant &argument : phrase.arguments) {
        if (argument.metaType() == QMetaType::fromType<Phrase>())
            collectIds(argument.value<Phrase>(), ids);
    }
}

std::vector<Phrase> phrasesOf(const PreparedFigure &figure)
{
    std::vector<Phrase> all = figure.caveats;
    const auto add = [&all](const std::vector<Phrase> &more) { all.insert(all.end(), more.begin(), more.end()); };
    add(figure.plain);
    add(figure.table.header);
    for (const std::vector<Phrase> &line : figure.table.rows)
        add(line);
    for (const figures::Panel &panel : figure.panels)
        all.push_back(panel.title);
    for (const figures::Row &one : figure.rows) {
        add({one.who, one.people, one.window});
        for (const Cell &cell : one.cells)
            add({cell.label, cell.rest, cell.answer, cell.sentence, cell.window, figures::wordsFor(cell.status)});
    }
    return all;
}

/// Every combination of count, total and their qualifiers that may be drawn, small enough to be looked at.
std::vector<FigureRow> everyKindOfRow()
{
    std::vector<FigureRow> rows;
    for (const std::optional<int> total : {std::optional<int>(), std::optional<int>(1), std::optional<int>(2),
                                           std::optional<int>(5), std::optional<int>(150)}) {
        for (const Qualifier totalQualifier :
             {Qualifier::Exact, Qualifier::AtLeast, Qualifier::MoreThan, Qualifier::UpTo, Qualifier::About}) {
            for (const Qualifier qualifier :
                 {Qualifier::Exact, Qualifier::AtLeast, Qualifier::MoreThan, Qualifier::UpTo, Qualifier::About})
                for (int count = 0; count <= total.value_or(3); ++count)
                    rows.push_back(row(count, qualifier, total, totalQualifier));
            for (const Qualifier word : {Qualifier::Most, Qualifier::Some, Qualifier::NotReported})
                rows.push_back(row({}, word, total, totalQualifier));
        }
    }
    return rows;
}

} // namespace

class TestPrepare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void qualifiers_data()
    {
        QTest::addColumn<FigureRow>("given");
        QTest::addColumn<CellForm>("form");
        QTest::addColumn<QList<int>>("marks"); // solid, fading, not reported
        QTest::addColumn<bool>("openEnd");
        QTest::addColumn<bool>("openTotal");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("rest");
        using enum Qualifier;
        const QList<int> none{0, 0, 0};
        const QString silent = text("the rest: not reported");

        QTest::newRow("exact") << row(12, Exact) << CellForm::Marks << QList<int>{12, 0, 25} << false << false
                               << "12 of 37" << silent;
        QTest::newRow("all") << row(37, Exact) << CellForm::Marks << QList<int>{37, 0, 0} << false << false << "all 37"
                             << "";
        QTest::newRow("all of few") << row(7, Exact, 7) << CellForm::Marks << QList<int>{7, 0, 0} << false << false
                                    << "all seven"
                                    << "";
        QTest::newRow("both") << row(2, Exact, 2) << CellForm::Marks << QList<int>{2, 0, 0} << false << false << "both"
                              << "";
        QTest::newRow("the only one") << row(1, Exact, 1) << CellForm::Marks << QList<int>{1, 0, 0} << false << false
                                      << "one of one"
                                      << "";
        QTest::newRow("one of two") << row(1, Exact, 2) << CellForm::Marks << QList<int>{1, 0, 1} << false << false
                                    << "one of two"
                                    << "the other: not said";
        QTest::newRow("none") << row(0, Exact) << CellForm::Words << none << false << false << "none of 37"
                              << "";
        QTest::newRow("at least") << row(12, AtLeast) << CellForm::Marks << QList<int>{12, 3, 22} << true << false
                                  << "12 or more of 37" << silent;
        QTest::newRow("at least, little rest") << row(35, AtLeast) << CellForm::Marks << QList<int>{35, 2, 0} << true
                                               << false << "35 or more of 37" << silent;
        QTest::newRow("at least none") << row(0, AtLeast) << CellForm::Marks << QList<int>{0, 3, 34} << true << false
                                       << "0 or more of 37" << silent;
        QTest::newRow("at least all is all")
            << row(37, AtLeast) << CellForm::Marks << QList<int>{37, 0, 0} << false << false << "all 37"
            << "";
        QTest::newRow("more than") << row(12, MoreThan) << CellForm::Marks << QList<int>{12, 3, 22} << true << false
                                   << "more than 12 of 37" << silent;
        QTest::newRow("up to") << row(12, UpTo) << CellForm::Words << none << false << false << "up to 12 of 37"
                               << "";
        QTest::newRow("about") << row(12, About) << CellForm::Words << none << false << false << "about 12 of 37"
                               << "";
        QTest::newRow("most") << row({}, Most) << CellForm::Words << none << false << false << "“most” of them"
                              << "no number";
        QTest::newRow("some") << row({}, Some) << CellForm::Words << none << false << false << "“some” of them"
                              << "no number";
        QTest::newRow("silence") << row({}, NotReported) << CellForm::NotReported << none << false << false
                                 << "not said"
                                 << "";
        QTest::newRow("open total") << row(15, AtLeast, 120, MoreThan) << CellForm::Marks << QList<int>{15, 3, 102}
                                    << true << true << "15 or more of more than 120" << silent;
        QTest::newRow("open total, all of it")
            << row(120, Exact, 120, AtLeast) << CellForm::Marks << QList<int>{120, 0, 0} << false << true
            << "120 of at least 120" << silent;
        QTest::newRow("past an open total")
            << row(130, Exact, 120, MoreThan) << CellForm::Words << none << false << false << "130 of more than 120"
            << "";
        QTest::newRow("rough total") << row(12, Exact, 80, About) << CellForm::Words << none << false << false
                                     << "12 of about 80"
                                     << "";
        QTest::newRow("upper bound as total")
            << row(12, Exact, 80, UpTo) << CellForm::Words << none << false << false << "12 of up to 80"
            << "";
        QTest::newRow("no total") << row(12, AtLeast, {}) << CellForm::Words << none << false << false
                                  << "12 or more of an unknown number"
                                  << "";
        FigureRow senseless = row({}, NotReported);
        senseless.outcome = text(course::doesNotApply);
        QTest::newRow("does not apply") << senseless << CellForm::DoesNotApply << none << false << false
                                        << "does not apply"
                                        << "";
        senseless.note = text("There was no shelter.");
        QTest::newRow("does not apply, and why")
            << senseless << CellForm::DoesNotApply << none << false << false << "does not apply"
            << "There was no shelter.";
    }

    void qualifiers()
    {
        QFETCH(const FigureRow, given);
        const Cell cell = onlyCell(given);
        QTEST(cell.form, "form");
        const QList<int> marks{cell.solid, cell.fading, cell.notReported};
        QTEST(marks, "marks");
        QTEST(cell.openEnd, "openEnd");
        QTEST(cell.openTotal, "openTotal");
        QTEST(render(cell.label), "label");
        QTEST(render(cell.rest), "rest");
    }

    void marksAlwaysAddUpToTheTotal()
    {
        for (const FigureRow &one : everyKindOfRow()) {
            const auto figure = figures::prepare(tableOf({one}));
            if (!figure)
                continue;
            const Cell cell = figure->rows.front().cells.front();
            const int drawn = cell.solid + cell.fading + cell.notReported;
            QVERIFY(cell.solid >= 0 && cell.fading >= 0 && cell.fading <= 3 && cell.notReported >= 0);
            QCOMPARE(drawn, cell.form == CellForm::Marks ? *one.total : 0);
            QVERIFY(cell.solid == 0 || cell.solid == *one.count);
            QVERIFY(cell.fading == 0 || cell.openEnd);
        }
    }

    void outcomeStandsWithTheNumber()
    {
        FigureRow back = row(1, Qualifier::Exact, 2);
        back.question = Question::Back;
        back.outcome = text("at her former job");
        QCOMPARE(render(onlyCell(back).label), text("one of two, at her former job"));
        // The title says what "left" means, so only the sentence repeats it.
        const Cell left = onlyCell(row(12, Qualifier::AtLeast));
        QCOMPARE(render(left.label), text("12 or more of 37"));
        QCOMPARE(render(left.answer), text("12 or more of 37 walked out; the rest: not reported"));
    }

    void wordsSayAmongWhom()
    {
        FigureRow back = row({}, Qualifier::Most);
        back.id = text("two");
        back.question = Question::Back;
        back.outcome = text("seen at the harbour");
        back.within = text("one");
        const PreparedFigure figure = prepared(tableOf({row(12, Qualifier::AtLeast), back}));
        const Cell &cell = figure.rows.front().cells.back();
        QCOMPARE(render(cell.label), text("“most” of those who walked out"));
        QCOMPARE(render(cell.rest), text("seen at the harbour; no number"));
    }

    void numbersSayAmongWhom()
    {
        FigureRow back = row(4, Qualifier::Exact);
        back.id = text("two");
        back.question = Question::Back;
        back.outcome = text("seen at the harbour");
        back.within = text("one");
        const PreparedFigure figure = prepared(tableOf({row(12, Qualifier::AtLeast), back}));
        QCOMPARE(render(figure.rows.front().cells.back().label),
                 text("4 of 37, seen at the harbour, among those who walked out"));
    }

    void statusIsSaidOfNumbersOnly()
    {
        FigureRow disputed = row(12, Qualifier::Exact);
        disputed.status = Status::Disputed;
        QVERIFY(figures::hasBadge(onlyCell(disputed)));
        QCOMPARE(render(onlyCell(disputed).sentence),
                 text("Left the shelter without leave: 12 of 37 walked out (disputed); the rest: not reported."));
        const Cell silent = onlyCell(row({}, Qualifier::NotReported));
        QVERIFY(!figures::hasBadge(silent));
        QCOMPARE(render(silent.sentence), text("Left the shelter without leave: not said."));
    }

    void statusesInWords()
    {
        QCOMPARE(render(figures::wordsFor(Status::EssayOnly)), text("stated by the essay alone"));
        QCOMPARE(render(figures::wordsFor(Status::Corroborated)), text("confirmed elsewhere"));
        QCOMPARE(render(figures::wordsFor(Status::Disputed)), text("disputed"));
        QCOMPARE(render(figures::wordsFor(Status::NotFound)), text("not found elsewhere"));
    }

    void everyQuestionHasItsTitle()
    {
        QSet<QString> titles;
        for (const Question question :
             {Question::Left, Question::Back, Question::Work, Question::Detention, Question::Family, Question::Other}) {
            FigureRow one = row(12, Qualifier::Exact);
            one.question = question;
            const PreparedFigure figure = prepared(tableOf({one}));
            titles.insert(render(figure.panels.front().title));
        }
        QCOMPARE(titles.size(), 6);
    }

    void refusals_data()
    {
        QTest::addColumn<FigureData>("given");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("about");
        using enum Qualifier;
        FigureRow second = row(3, Exact);
        second.id = text("two");

        QTest::newRow("no rows") << tableOf({}) << "refused-no-rows"
                                 << "";
        QTest::newRow("one question twice") << tableOf({row(12, Exact), second}) << "refused-asked-twice"
                                            << "two";
        QTest::newRow("a count for most") << tableOf({row(12, Most)}) << "refused-word-with-number"
                                          << "one";
        QTest::newRow("a count for some") << tableOf({row(12, Some)}) << "refused-word-with-number"
                                          << "one";
        QTest::newRow("a count for silence") << tableOf({row(12, NotReported)}) << "refused-word-with-number"
                                             << "one";
        QTest::newRow("a word as total") << tableOf({row(12, Exact, 37, Most)}) << "refused-word-with-number"
                                         << "one";
        FigureRow senseless = row(12, Exact);
        senseless.outcome = text(course::doesNotApply);
        QTest::newRow("a count without sense") << tableOf({senseless}) << "refused-word-with-number"
                                               << "one";
        QTest::newRow("no count") << tableOf({row({}, AtLeast)}) << "refused-number-missing"
                                  << "one";
        QTest::newRow("above the total") << tableOf({row(38, Exact)}) << "refused-above-total"
                                         << "one";
        QTest::newRow("more than all") << tableOf({row(37, MoreThan)}) << "refused-above-total"
                                       << "one";
        QTest::newRow("below zero") << tableOf({row(-1, AtLeast)}) << "refused-above-total"
                                    << "one";
        QTest::newRow("too many marks") << tableOf({row(12, Exact, 151)}) << "refused-too-many"
                                        << "one";

        second.question = Question::Back;
        second.total = 27;
        QTest::newRow("two totals") << tableOf({row(12, Exact), second}) << "refused-two-totals"
                                    << "two";
        second.total = 37;
        second.totalQualifier = AtLeast;
        QTest::newRow("two kinds of total") << tableOf({row(12, Exact), second}) << "refused-two-totals"
                                            << "two";
        second.totalQualifier = Exact;
        second.counted = text("girls");
        QTest::newRow("two groups counted") << tableOf({row(12, Exact), second}) << "refused-two-totals"
                                            << "two";
    }

    void refusals()
    {
        QFETCH(const FigureData, given);
        const auto figure = figures::prepare(given);
        QVERIFY(!figure);
        QTEST(figure.error().reason.id, "reason");
        QTEST(figure.error().row, "about");
        QVERIFY(!render(figure.error().reason).isEmpty());
    }

    void asManyMarksAsAllowedAreDrawn()
    {
        QCOMPARE(onlyCell(row(12, Qualifier::Exact, figures::mostMarks)).notReported, 138);
        // Words need no marks, so no total is too large for them.
        QCOMPARE(onlyCell(row({}, Qualifier::Most, 4000)).form, CellForm::Words);
    }

    void keepsTheFilesOrder()
    {
        FigureRow small = row(1, Qualifier::Exact, 2);
        small.caseName = text("Zebra");
        FigureRow large = row(36, Qualifier::Exact);
        large.id = text("two");
        large.caseName = text("Aardvark");
        const PreparedFigure figure = prepared(tableOf({small, large}));
        QCOMPARE(figure.rows.front().caseName, text("Zebra"));
        QCOMPARE(figure.rows.back().caseName, text("Aardvark"));
    }

    void addsNothingUp()
    {
        std::vector<FigureRow> rows;
        for (const int count : {5, 11, 17}) {
            rows.push_back(row(count, Qualifier::Exact, 40));
            rows.back().id = rows.back().caseName = text("Case ") + QString::number(count);
            rows.back().event.clear();
        }
        const PreparedFigure figure = prepared(tableOf(rows));
        QCOMPARE(figure.rows.size(), 3U);
        QCOMPARE(figure.table.rows.size(), 3U);
        static const QRegularExpression derived(QStringLiteral("\\b(33|120|82|11\\.|27|28)\\b|%|average|total"));
        for (const QString &sentence : rendered(figure.plain))
            QVERIFY2(!derived.match(sentence).hasMatch(), qUtf8Printable(sentence));
    }

    void aCaseThatWasNotAsked()
    {
        FigureRow other = row(1, Qualifier::Exact);
        other.id = text("two");
        other.caseName = text("Upriver");
        other.question = Question::Family;
        const PreparedFigure figure = prepared(tableOf({row(12, Qualifier::Exact), other}));
        QCOMPARE(figure.panels.size(), 2U);
        const Cell &unasked = figure.rows.front().cells.back();
        QCOMPARE(unasked.form, CellForm::NotReported);
        QCOMPARE(render(unasked.label), text("not asked"));
        QCOMPARE(render(figure.rows.front().window), text("a week"));
    }

    void windows_data()
    {
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("shown");

        QTest::newRow("in words") << "P1Y"
                                  << "1 year"
                                  << "1 year";
        QTest::newRow("only words") << ""
                                    << "days"
                                    << "days";
        QTest::newRow("silence") << ""
                                 << ""
                                 << "not said";
        QTest::newRow("a duration is not silence") << "P1Y"
                                                   << ""
                                                   << "P1Y";
    }

    void windows()
    {
        QFETCH(const QString, duration);
        QFETCH(const QString, words);
        FigureRow one = row(12, Qualifier::Exact);
        one.window = duration;
        one.windowText = words;
        QTEST(render(prepared(tableOf({one})).rows.front().window), "shown");
    }

    void differentWindowsOfOneCaseAreBothShown()
    {
        FigureRow second = row(3, Qualifier::Exact);
        second.id = text("two");
        second.question = Question::Back;
        second.windowText = text("a year");
        const PreparedFigure figure = prepared(tableOf({row(12, Qualifier::Exact), second}));
        QCOMPARE(render(figure.rows.front().window), text("a week / a year"));
    }

    void whoWasCounted_data()
    {
        QTest::addColumn<FigureRow>("given");
        QTest::addColumn<QString>("who");
        using enum Qualifier;

        QTest::newRow("exact") << row({}, Some) << "37 women · raid";
        QTest::newRow("few") << row({}, Some, 2) << "two women · raid";
        QTest::newRow("at least") << row({}, Some, 37, AtLeast) << "at least 37 women · raid";
        QTest::newRow("more than") << row({}, Some, 120, MoreThan) << "more than 120 women · raid";
        QTest::newRow("up to") << row({}, Some, 37, UpTo) << "up to 37 women · raid";
        QTest::newRow("about") << row({}, Some, 37, About) << "about 37 women · raid";
        QTest::newRow("unknown") << row({}, Some, {}) << "women, number not said · raid";
        FigureRow noEvent = row({}, Some);
        noEvent.event.clear();
        QTest::newRow("no event") << noEvent << "37 women";
    }

    void whoWasCounted()
    {
        QFETCH(const FigureRow, given);
        QTEST(render(prepared(tableOf({given})).rows.front().who), "who");
    }

    void theSameNumberIsSaidOnlyWhereTheSourceSaysIt_data()
    {
        QTest::addColumn<FigureRow>("later");
        QTest::addColumn<QString>("label");
        FigureRow later = row(37, Qualifier::Exact);
        later.id = text("two");
        later.caseName = text("Harbour, a year later");
        later.datePrecision = course::DatePrecision::Relative;

        QTest::newRow("told from the case before") << later << "all of them";
        FigureRow dated = later;
        dated.datePrecision = course::DatePrecision::Year;
        QTest::newRow("dated by itself") << dated << "all 37";
        FigureRow elsewhere = later;
        elsewhere.place = text("Upriver");
        QTest::newRow("elsewhere") << elsewhere << "all 37";
        FigureRow fewer = later;
        fewer.total = fewer.count = 36;
        QTest::newRow("another number") << fewer << "all 36";
    }

    void theSameNumberIsSaidOnlyWhereTheSourceSaysIt()
    {
        QFETCH(const FigureRow, later);
        const PreparedFigure figure = prepared(tableOf({row(12, Qualifier::AtLeast), later}));
        QTEST(render(figure.rows.back().cells.front().label), "label");
    }

    void caveatsOnlyWhereTheyApply_data()
    {
        QTest::addColumn<FigureData>("given");
        QTest::addColumn<QStringList>("caveats");
        using enum Qualifier;
        const QString silence = text("caveat-silence");

        QTest::newRow("all, exactly") << tableOf({row(37, Exact)}) << QStringList();
        QTest::newRow("a rest") << tableOf({row(12, Exact)}) << QStringList{silence};
        QTest::newRow("silence") << tableOf({row({}, NotReported)}) << QStringList{silence};
        QTest::newRow("lower bound") << tableOf({row(12, AtLeast)}) << QStringList{text("caveat-lower-bound"), silence};
        QTest::newRow("open total") << tableOf({row({}, Most, 120, MoreThan)})
                                    << QStringList{text("caveat-lower-bound"), text("caveat-most")};
        QTest::newRow("some") << tableOf({row({}, Some)}) << QStringList{text("caveat-some")};
        QTest::newRow("rough") << tableOf({row(12, About)}) << QStringList{text("caveat-rough")};
        FigureRow work = row(37, Exact);
        work.question = Question::Work;
        QTest::newRow("other questions") << tableOf({row(37, Exact), work})
                                         << QStringList{text("caveat-several-questions")};
        FigureRow back = row(37, Exact);
        back.question = Question::Back;
        QTest::newRow("left and back") << tableOf({row(37, Exact), back}) << QStringList{text("caveat-left-and-back")};
        FigureRow other = row(37, Exact);
        other.caseName = text("Upriver");
        other.windowText.clear();
        QTest::newRow("clocks") << tableOf({row(37, Exact), other}) << QStringList{text("caveat-clocks")};
    }

    void caveatsOnlyWhereTheyApply()
    {
        QFETCH(const FigureData, given);
        QTEST(idsOf(prepared(given).caveats), "caveats");
    }

    void statusHasAColumnAPanelWhereACaseHasSeveral()
    {
        FigureRow back = row(3, Qualifier::Exact);
        back.id = text("two");
        back.question = Question::Back;
        back.status = Status::Disputed;
        back.source = text("another-report");
        const PreparedFigure figure = prepared(tableOf({row(12, Qualifier::Exact), back}));
        QCOMPARE(figure.table.header.size(), 9U);
        const QStringList line = rendered(figure.table.rows.front());
        QCOMPARE(line.size(), 9);
        QCOMPARE(line[6], text("stated by the essay alone"));
        QCOMPARE(line[7], text("disputed"));
        QCOMPARE(line[8], text("harbour-report / another-report"));
        QCOMPARE(figure.sources, (QStringList{text("harbour-report"), text("another-report")}));
    }

    void bothPanelsOfTheEssay()
    {
        const PreparedFigure figure = prepared(rescuedAndAfter());
        QCOMPARE(figure.panels.size(), 2U);
        QCOMPARE(render(figure.panels[0].title), text("Left the shelter without leave?"));
        QCOMPARE(render(figure.panels[1].title), text("Known to be back?"));
        QCOMPARE(figure.note, text("What the author adds."));
        QCOMPARE(figure.sources, QStringList{text("bruxvoort-2014")});
        const QStringList expected{
            text("San Francisco, 2005: more than 120 women (Operation Gilded Cage). Left the shelter without leave: "
                 "does "
                 "not apply. Most (no number) were judged not trafficked and placed in immigration detention. Known to "
                 "be back: not said. After how long: 24 hours."),
            text(
                "Poipet: two girls (two rescues paid for, not a raid). Left the shelter without leave: does not apply. "
                "No shelter is part of this account. Known to be back: one of two, at her former job (confirmed "
                "elsewhere); the other: not said. After how long: 1 year."),
            text(
                "Svay Pak, 2003: 37 girls (raid). Left the shelter without leave: 12 or more of 37 ran away from the "
                "shelter (stated by the essay alone); the rest: not reported. Known to be back: “some” of those who "
                "ran "
                "away from the shelter, seen again in brothels (stated by the essay alone); no number. After how long: "
                "not said."),
            text("Svay Pak, a year later: the same number of girls, 37 (police raid). Left the shelter without leave: "
                 "all "
                 "of them fled the shelter (stated by the essay alone); the same number, 37. Known to be back: not "
                 "said. "
                 "After how long: days."),
        };
        QCOMPARE(rendered(figure.plain), expected);
        QCOMPARE(idsOf(figure.caveats),
                 (QStringList{text("caveat-left-and-back"), text("caveat-lower-bound"), text("caveat-some"),
                              text("caveat-silence"), text("caveat-clocks")}));
    }

    void theEssaysTable()
    {
        const figures::Table table = prepared(rescuedAndAfter()).table;
        QCOMPARE(rendered(table.header),
                 (QStringList{text("Case"), text("Who was counted"), text("When"),
                              text("Left the shelter without leave?"), text("Known to be back?"),
                              text("After how long"), text("How far confirmed"), text("Source")}));
        QCOMPARE(table.rows.size(), 4U);
        for (const auto &line : table.rows)
            QCOMPARE(line.size(), table.header.size());
        QCOMPARE(rendered(table.rows[1]),
                 (QStringList{text("Poipet"), text("two girls · two rescues paid for, not a raid"), text("undated"),
                              text("does not apply. No shelter is part of this account."),
                              text("one of two, at her former job; the other: not said"), text("1 year"),
                              text("confirmed elsewhere"), text("bruxvoort-2014")}));
        QCOMPARE(render(table.rows[0][6]), text("no number"));
        QCOMPARE(render(table.rows[2][3]), text("12 or more of 37 ran away from the shelter; the rest: not reported"));
    }

    void leftTheShelter()
    {
        const PreparedFigure figure = prepared(onlyPanel(Question::Left));
        QCOMPARE(figure.panels.size(), 1U);
        QCOMPARE(figure.table.header.size(), 7U);
        const Cell &atLeast = figure.rows[2].cells.front();
        QCOMPARE(atLeast.solid, 12);
        QCOMPARE(atLeast.fading, 3);
        QCOMPARE(atLeast.notReported, 22);
        const Cell &all = figure.rows[3].cells.front();
        QCOMPARE(all.solid, 37);
        QCOMPARE(render(all.rest), text("the same number, 37"));
        QCOMPARE(idsOf(figure.caveats),
                 (QStringList{text("caveat-lower-bound"), text("caveat-silence"), text("caveat-clocks")}));
    }

    // The row that `within` names stands in the other panel: the author's note then says among whom.
    void knownToBeBack()
    {
        const PreparedFigure figure = prepared(onlyPanel(Question::Back));
        const Cell &some = figure.rows[2].cells.front();
        QCOMPARE(some.form, CellForm::Words);
        QCOMPARE(render(some.label), text("“some” of them"));
        QCOMPARE(render(some.rest), text("Some of those who ran away; no number."));
        QCOMPARE(render(some.sentence),
                 text("Known to be back: “some” of them (stated by the essay alone). Some of those "
                      "who ran away; no number."));
        QCOMPARE(render(figure.rows[1].cells.front().answer),
                 text("one of two, at her former job; the other: not said"));
    }

    void everyPhraseHasATemplate()
    {
        QSet<QString> used;
        for (const FigureData &figure : {rescuedAndAfter(), onlyPanel(Question::Left), onlyPanel(Question::Back)})
            for (const Phrase &phrase : phrasesOf(prepared(figure)))
                collectIds(phrase, used);
        for (FigureRow one : everyKindOfRow()) {
            one.question = one.count.value_or(1) % 2 == 0 ? Question::Left : Question::Detention;
            if (const auto figure = figures::prepare(tableOf({one})))
                for (const Phrase &phrase : phrasesOf(*figure))
                    collectIds(phrase, used);
            else
                collectIds(figure.error().reason, used);
        }
        const QStringList known = base::phraseIds();
        for (const QString &id : used)
            QVERIFY2(known.contains(id), qUtf8Printable(id));
        QVERIFY(used.size() > 40);
    }

    void preparingTwiceIsTheSame() { QCOMPARE(prepared(rescuedAndAfter()), prepared(rescuedAndAfter())); }
};

TEST_MAIN_GUILESS(TestPrepare)

#include "tst_prepare.moc"

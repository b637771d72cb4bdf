// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/chapters.h"

#include "base/phrase.h"
#include "figures/smallnumbers.h"
#include "insight/doctor.h"
#include "insight/scrubbing.h"
#include "insight/statistics.h"
#include "quiz/marking.h"

#include <QSet>

#include <algorithm>
#include <cmath>

namespace insight {

namespace {

const QString none = QStringLiteral("–");

/// The items of one module or form.
struct Place {
    QString id;
    const std::vector<items::Item> *items;
};

std::vector<Place> placesIn(const course::Course &course)
{
    std::vector<Place> places;
    for (const course::Module &module : course.modules)
        places.push_back({module.id, &module.items});
    for (const course::Form &form : course.forms)
        places.push_back({form.id, &form.items});
    return places;
}

/// Of its items those that anybody answered, and that are marked.
QStringList answeredOf(const Place &place, const QSet<QString> &answered)
{
    QStringList ids;
    for (const items::Item &item : *place.items) {
        if (quiz::isMarked(item) && answered.contains(item.id))
            ids.append(item.id);
    }
    return ids;
}

QSet<QString> answeredIn(const AnswerSet &set)
{
    std::vector<bool> isAnswered(static_cast<std::size_t>(set.items.size()), false);
    for (const Answer &answer : set.answers)
        isAnswered[static_cast<std::size_t>(answer.item)] = true;
    QSet<QString> answered;
    for (qsizetype item = 0; item < set.items.size(); ++item) {
        if (isAnswered[static_cast<std::size_t>(item)])
            answered.insert(set.items.at(item));
    }
    return answered;
}

QString number(const std::optional<double> &value)
{
    return value ? QString::number(*value, 'f', 2) : none;
}

/// How easy it was, in plain words.
QString easeText(double facility)
{
    if (facility >= 0.8)
        return reportText("most had it");
    if (facility <= 0.3)
        return reportText("few had it");
    return reportText("some had it, some not");
}

/// Whether who did well on the rest had it more often. Marks as for test items in general: Ebel and Frisbie,
/// "Essentials of Educational Measurement", fifth edition, 1991.
QString discriminationText(double discrimination)
{
    if (discrimination < 0)
        return reportText("pulls back");
    if (discrimination < 0.2)
        return reportText("hardly tells apart");
    return discrimination < 0.3 ? reportText("tells apart a little") : reportText("tells apart");
}

QString wordsOf(const ItemStatistics &item)
{
    QStringList words;
    if (item.facility)
        words.append(easeText(*item.facility));
    if (item.discrimination && item.pairs >= figures::leastForDiscrimination)
        words.append(discriminationText(*item.discrimination));
    return words.join(QStringLiteral(", "));
}

/// Shares stand as counts where there are too few people for a share.
ReportCell facilityCell(const ItemStatistics &item, const items::Item *asked, const Sources &sources, Teller &teller)
{
    const bool isSensitive = asked != nullptr && items::isSensitive(*asked);
    const bool isInWords = teller.isScrubbed() && asked != nullptr && isRightHidden(*asked, sources.reviewed);
    if (isInWords && item.n >= figures::leastAnswers && item.facility)
        return roughly(static_cast<int>(std::lround(*item.facility * item.n)), item.n);
    if (item.n < figures::leastAnswers || !item.facility)
        return teller.count(0, item.n);
    if (item.facilityRange)
        return teller.count(static_cast<int>(std::lround(*item.facility * item.n)), item.n, isSensitive);
    return {item.n < figures::leastForShare ? reportText("a part of the mark")
                                            : reportText("%1 of the mark").arg(number(item.facility))};
}

ReportRow rowOf(const ItemStatistics &item, int whole, const Sources &sources, Teller &teller)
{
    ReportRow row{titleOf(sources.course, item.name), {}};
    teller.setPlace(row.head);
    const items::Item *asked = course::findItem(sources.course, item.name);
    // Each coefficient rests on people of its own: who answered another item too, and who answered all of them.
    const bool isTold = item.pairs >= figures::leastForDiscrimination;
    const bool isWeightTold = whole >= figures::leastForDiscrimination;
    const bool isAlphaTold = whole >= figures::leastForAlpha;
    const auto coefficient = [](const std::optional<double> &value, bool isShown) {
        return ReportCell{isShown ? number(value) : none};
    };
    row.cells = {{item.n < figures::leastAnswers ? none : wordsOf(item)},
                 facilityCell(item, asked, sources, teller),
                 coefficient(item.discrimination, isTold),
                 coefficient(item.discriminativeEfficiency, isTold),
                 coefficient(item.effectiveWeight, isWeightTold),
                 coefficient(item.alphaIfDropped, isAlphaTold)};
    return row;
}

QStringList testWords(const TestStatistics &test)
{
    QStringList words{reportText("%1 people answered all of it.").arg(test.n)};
    if (test.n < figures::leastForDiscrimination) {
        words.append(reportText("What their totals say is only told from %1 on.").arg(figures::leastForDiscrimination));
        return words;
    }
    words.append(reportText("Totals in marks: mean %1, median %2, standard deviation %3, skewness %4, kurtosis %5.")
                     .arg(number(test.mean), number(test.median), number(test.sd), number(test.skewness),
                          number(test.kurtosis)));
    words.append(test.n < figures::leastForAlpha
                     ? reportText("How well the questions hold together (alpha) is only told from %1 people on.")
                           .arg(figures::leastForAlpha)
                     : reportText("Alpha %1, error ratio %2, standard error %3 marks.")
                           .arg(number(test.alpha), number(test.errorRatio), number(test.standardError)));
    return words;
}

} // namespace

ReportChapter findingsOf(const Sources &sources)
{
    ReportChapter chapter{reportText("Questions to look at"), {}};
    std::vector<items::Item> items;
    for (const Place &place : placesIn(sources.course))
        std::ranges::copy(*place.items, std::back_inserter(items));
    for (const Finding &finding : lookedOver(items, sources.material.answers)) {
        const QString heading = titleOf(sources.course, finding.item);
        if (chapter.blocks.empty() || chapter.blocks.back().heading != heading)
            chapter.blocks.push_back({.heading = heading});
        chapter.blocks.back().words.append(base::render(finding.sentence));
    }
    ReportBlock said;
    said.words = {
        chapter.blocks.empty()
            ? reportText("The answers give no cause to look at a question, or are too few for it: nothing is "
                         "said from fewer than %1.")
                  .arg(figures::leastForDiscrimination)
            : reportText("Each asks its author to look. None says that a question is bad. Nothing is said from "
                         "fewer than %1 answers.")
                  .arg(figures::leastForDiscrimination)};
    chapter.blocks.insert(chapter.blocks.begin(), said);
    return chapter;
}

ReportChapter statisticsOf(const Sources &sources, Teller &teller)
{
    ReportChapter chapter{reportText("Item statistics"), {}};
    const AnswerSet &set = sources.once;
    const QSet<QString> answered = answeredIn(set);
    for (const Place &place : placesIn(sources.course)) {
        const QStringList ids = answeredOf(place, answered);
        if (ids.empty())
            continue;
        const Statistics statistics = analysed(matrixOf(set, ids), Unanswered::Apart);
        ReportBlock block{.heading = placeName(sources.course, place.id)};
        block.words = testWords(statistics.test);
        block.columns = {reportText("Question"),       reportText("In words"),   reportText("Had it"),
                         reportText("Discrimination"), reportText("Efficiency"), reportText("Weight"),
                         reportText("Alpha without")};
        for (const ItemStatistics &item : statistics.items)
            block.rows.push_back(rowOf(item, statistics.test.n, sources, teller));
        chapter.blocks.push_back(std::move(block));
    }
    if (!chapter.blocks.empty())
        chapter.blocks.back().notes = {
            reportText(
                "Answers given one by one, in each workshop the first time that a question was asked; counts of a show "
                "of hands have no persons, and so no such numbers. Who did not answer is left out. Coefficients as "
                "Moodle computes them, as shares; a dash where one is undefined, or where too few answered (%1 for an "
                "item, %2 for "
                "alpha).")
                .arg(figures::leastForDiscrimination)
                .arg(figures::leastForAlpha)};
    return chapter;
}

} // namespace insight

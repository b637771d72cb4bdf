// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/chapters.h"

#include "figures/smallnumbers.h"
#include "insight/pairing.h"
#include "insight/scrubbing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace insight {

namespace {

using workshop::When;

/// With its sign; a true minus, and none for nothing.
QString withSign(int number)
{
    if (number == 0)
        return QStringLiteral("0");
    return (number > 0 ? QStringLiteral("+%1") : QStringLiteral("−%1")).arg(std::abs(number));
}

/// A difference of shares: in people where a share would say more than is known, else in points of a hundred. What it
/// leaves open is told no narrower than it is.
QString differenceText(const Difference &difference, int n)
{
    const bool isShare = n >= figures::leastForShare;
    const double whole = isShare ? 100.0 : n;
    constexpr double hair = 1e-9; // of rounding
    const int by = static_cast<int>(std::lround(difference.value * whole));
    const int low = static_cast<int>(std::floor(difference.low * whole + hair));
    const int high = static_cast<int>(std::ceil(difference.high * whole - hair));
    const QString points = (by > 0 ? reportText("up %1 points") : reportText("down %1 points")).arg(std::abs(by));
    const QString people = (by > 0 ? reportText("up %1 of %2") : reportText("down %1 of %2")).arg(std::abs(by)).arg(n);
    const QString words = by == 0 ? reportText("no more and no fewer") : isShare ? points : people;
    return reportText("%1 (%2 to %3)").arg(words, withSign(low), withSign(high));
}

QString chanceText(double midP)
{
    if (midP < 0.001)
        return reportText("p below 0.001");
    return reportText("p = %1").arg(midP, 0, 'f', 3);
}

class PairingBlocks
{
public:
    PairingBlocks(const Sources &sources, const Pairing &pairing, QString heading, Teller &teller)
        : m_sources(sources), m_pairing(pairing), m_heading(std::move(heading)), m_teller(teller)
    {
    }

    [[nodiscard]] std::vector<ReportBlock> made()
    {
        m_teller.setPlace(m_heading);
        std::vector<ReportBlock> blocks{headline()};
        if (m_pairing.matched >= figures::leastAnswers)
            blocks.push_back(pairsBlock());
        return blocks;
    }

private:
    /// Who could be paired comes before whatever is said of them, and so does who could not.
    [[nodiscard]] ReportBlock headline() const
    {
        ReportBlock block{.heading = m_heading, .columns = {reportText("Forms"), reportText("How many")}};
        const auto add = [&block](const QString &what, int count) {
            block.rows.push_back({what, {{QString::number(count)}}});
        };
        add(reportText("Filled in the first time"), m_pairing.before);
        add(reportText("Filled in the second time"), m_pairing.after);
        add(reportText("People who can be paired by their codes"), m_pairing.matched);
        add(reportText("First forms without a partner"), m_pairing.unmatchedBefore);
        add(reportText("Second forms without a partner"), m_pairing.unmatchedAfter);
        add(reportText("Without a code"), m_pairing.withoutCode);
        add(reportText("With a code that two people wrote"), m_pairing.ambiguous);
        addGain(block);
        return block;
    }

    void addGain(ReportBlock &block) const
    {
        const Gain &gain = m_pairing.gain;
        if (!gain.mayBeShown()) {
            block.notes.append(
                reportText("How much was gained is only told of %1 people or more who answered both forms "
                           "whole; here they are %2.")
                    .arg(figures::leastMatched)
                    .arg(gain.n));
            return;
        }
        block.notes.append(reportText("%1 people answered both forms whole (%2 who were paired left something out). Of "
                                      "%3 questions they had %4 the first time and %5 the second, on average.")
                               .arg(gain.n)
                               .arg(m_pairing.incomplete)
                               .arg(gain.most)
                               .arg(gain.before, 0, 'f', 1)
                               .arg(gain.after, 0, 'f', 1));
        if (gain.n < figures::leastForShare)
            return;
        if (gain.ofGroup)
            block.notes.append(
                reportText("Of what there was to gain, the group gained %1 (Hake); each by themselves, on "
                           "average, %2 (%3 people); with losses, %4 (Marx and Cummings, %5 people).")
                    .arg(number(gain.ofGroup), number(gain.ofEach))
                    .arg(gain.ofEachN)
                    .arg(number(gain.change))
                    .arg(gain.changeN));
    }

    [[nodiscard]] static QString number(const std::optional<double> &value)
    {
        return value ? QString::number(*value, 'f', 2) : reportText("nothing that can be told");
    }

    [[nodiscard]] ReportBlock pairsBlock() const
    {
        ReportBlock block{.heading = reportText("Pair by pair"),
                          .columns = {reportText("Question"), reportText("Had it the first time"),
                                      reportText("The second time"), reportText("Changed")}};
        for (const PairChange &change : m_pairing.pairs)
            block.rows.push_back(rowOf(change));
        block.notes = {reportText("Of people who can be paired and answered the question both times.")};
        const auto isTold = [](const PairChange &one) { return one.matched.n() >= figures::leastMatched; };
        if (std::ranges::any_of(m_pairing.pairs, isTold)) {
            block.notes.append(
                reportText("In brackets the range that so few people leave open (the 95-percent range of Newcombe)."));
            block.notes.append(reportText("p: how likely so uneven a change is where nothing but chance moves people "
                                          "(McNemar, mid-p). Each is of one question alone; several together are not "
                                          "corrected for."));
        }
        return block;
    }

    [[nodiscard]] ReportRow rowOf(const PairChange &change) const
    {
        const Matched &matched = change.matched;
        ReportRow row{nameOfPair(change.pair), {}};
        m_teller.setPlace(row.head);
        const bool isQuiet = isSensitive(change.pair);
        const bool isInWords = m_teller.isScrubbed() && isRightHidden(change.pair);
        const auto cell = [&](int count) {
            return isInWords && matched.n() >= figures::leastAnswers ? roughly(count, matched.n())
                                                                     : m_teller.count(count, matched.n(), isQuiet);
        };
        row.cells = {cell(matched.before()), cell(matched.after())};
        // With a count in words the difference would give it back.
        const bool isHidden = row.cells[0].isHidden || row.cells[1].isHidden;
        row.cells.push_back({changeText(change, isHidden)});
        return row;
    }

    [[nodiscard]] QString changeText(const PairChange &change, bool isHidden) const
    {
        const Matched &matched = change.matched;
        if (matched.n() < figures::leastMatched || !change.difference)
            return reportText("not told of fewer than %1").arg(figures::leastMatched);
        if (isHidden)
            return reportText("not told: too few");
        const QString difference = differenceText(*change.difference, matched.n());
        return change.midP ? reportText("%1, %2").arg(difference, chanceText(*change.midP)) : difference;
    }

    /// Either form's.
    [[nodiscard]] std::vector<const items::Item *> itemsOf(const QString &pair) const
    {
        std::vector<const items::Item *> both;
        for (const course::Form &form : m_sources.course.forms) {
            for (const items::Item &item : form.items) {
                if (items::tagValues(item, QStringLiteral("pair")).contains(pair))
                    both.push_back(&item);
            }
        }
        return both;
    }

    [[nodiscard]] bool isSensitive(const QString &pair) const
    {
        return std::ranges::any_of(itemsOf(pair), [](const items::Item *one) { return items::isSensitive(*one); });
    }

    /// Who could be paired may be all who answered.
    [[nodiscard]] bool isRightHidden(const QString &pair) const
    {
        return std::ranges::any_of(
            itemsOf(pair), [this](const items::Item *one) { return insight::isRightHidden(*one, m_sources.reviewed); });
    }

    /// What both items of a pair ask is told by the title of the one on the first form.
    [[nodiscard]] QString nameOfPair(const QString &pair) const
    {
        const std::vector<const items::Item *> both = itemsOf(pair);
        return both.empty() || both.front()->title.isEmpty() ? pair : both.front()->title;
    }

    const Sources &m_sources;
    const Pairing &m_pairing;
    QString m_heading;
    Teller &m_teller;
};

/// The answers of those who gave them in one workshop.
AnswerSet answersIn(const AnswerSet &set, const QUuid &session)
{
    AnswerSet part;
    part.items = set.items;
    std::vector<int> places(set.people.size(), -1);
    for (std::size_t person = 0; person < set.people.size(); ++person) {
        if (set.people[person].session != session)
            continue;
        places[person] = static_cast<int>(part.people.size());
        part.people.push_back(set.people[person]);
    }
    for (Answer answer : set.answers) {
        answer.person = places[static_cast<std::size_t>(answer.person)];
        if (answer.person >= 0)
            part.answers.push_back(answer);
    }
    return part;
}

constexpr std::size_t mostColumns = 5;

/// What was answered to an item the first time, workshop by workshop; null where it was not asked.
std::vector<const Spread *> spreadsOf(const QString &item, const std::vector<std::vector<Reviewed>> &columns)
{
    std::vector<const Spread *> spreads;
    spreads.reserve(columns.size());
    for (const std::vector<Reviewed> &column : columns) {
        const auto found = std::ranges::find(column, item, &Reviewed::item);
        spreads.push_back(found == column.end() ? nullptr : &found->first().spread);
    }
    return spreads;
}

ReportCell cellOf(const Spread *spread, bool isSensitive, Teller &teller)
{
    if (spread == nullptr)
        return {reportText("not asked")};
    return spread->right ? teller.count(*spread->right, spread->answered, isSensitive)
                         : ReportCell{reportText("not known")};
}

std::vector<ReportCell> cellsOf(const std::vector<const Spread *> &spreads, bool isSensitive, Teller &teller)
{
    std::vector<ReportCell> cells;
    cells.reserve(spreads.size());
    for (const Spread *spread : spreads)
        cells.push_back(cellOf(spread, isSensitive, teller));
    return cells;
}

/// Whether one workshop's number is hidden: the sum of all stands among the questions, and would give it back. So would
/// the workshops together where the sum is what is hidden.
bool givesBack(const items::Item &item, const std::vector<Reviewed> &all, const std::vector<const Spread *> &spreads,
               bool isScrubbed)
{
    Teller probe(isScrubbed);
    return std::ranges::any_of(cellsOf(spreads, items::isSensitive(item), probe), &ReportCell::isHidden) ||
           (isScrubbed && isRightHidden(item, all));
}

bool isKnown(const Spread *spread)
{
    return spread != nullptr && spread->right;
}

} // namespace

ReportChapter changeOf(const Sources &sources, Teller &teller)
{
    ReportChapter chapter{reportText("Before and after"), {}};
    struct Times {
        When from;
        When to;
        QString heading;
    };
    for (const Times &times : {Times{When::Before, When::After, reportText("Before and after the workshop")},
                               Times{When::Before, When::Later, reportText("Before it, and some weeks later")}}) {
        const Pairing pairing = paired(sources.course.forms, sources.material.answers, times.from, times.to);
        // Where nobody filled a form in the second time, the first is told among the questions.
        if (pairing.before == 0 || pairing.after == 0)
            continue;
        for (ReportBlock &block : PairingBlocks(sources, pairing, times.heading, teller).made())
            chapter.blocks.push_back(std::move(block));
    }
    return chapter;
}

ReportChapter comparisonOf(const Sources &sources, Teller &teller)
{
    ReportChapter chapter{reportText("Workshops side by side"), {}};
    const auto &sessions = sources.material.sessions;
    if (sessions.size() < 2)
        return chapter;
    const std::size_t first = sessions.size() - std::min(sessions.size(), mostColumns);
    ReportBlock block{.columns = {reportText("Had it the first time")}};
    std::vector<std::vector<Reviewed>> columns;
    columns.reserve(sessions.size());
    for (std::size_t at = 0; at < sessions.size(); ++at) {
        const workshop::Session &session = sessions[at].session;
        columns.push_back(reviewed(sources.course, {&session}, answersIn(sources.material.answers, session.id()),
                                   Order::ByObjective));
        if (at >= first)
            block.columns.append(reportText("Workshop %1").arg(at + 1));
    }
    int leftOut = 0;
    for (const Reviewed &one : sources.reviewed) {
        const items::Item *item = course::findItem(sources.course, one.item);
        const std::vector<const Spread *> spreads = spreadsOf(one.item, columns);
        const std::vector<const Spread *> shown(spreads.end() - std::ssize(block.columns) + 1, spreads.end());
        if (item == nullptr || std::ranges::count_if(shown, isKnown) < 2)
            continue;
        if (givesBack(*item, sources.reviewed, spreads, teller.isScrubbed())) {
            ++leftOut;
            continue;
        }
        ReportRow row{titleOf(sources.course, one.item), {}};
        teller.setPlace(row.head);
        row.cells = cellsOf(shown, items::isSensitive(*item), teller);
        block.rows.push_back(std::move(row));
    }
    if (leftOut > 0)
        block.words.append(reportText("Questions are left out here where too few answered, or had them, in any of "
                                      "the workshops, also those that are not shown: %1 of them.")
                               .arg(leftOut));
    if (block.rows.empty() && leftOut == 0)
        return chapter;
    if (!block.rows.empty())
        block.notes = {
            reportText("In the order in which they are listed above, at most the last %1. They are different "
                       "people: of so few, rooms differ by chance alone. Where the ranges across two bars "
                       "overlap, nothing is known to differ.")
                .arg(mostColumns)};
    chapter.blocks.push_back(std::move(block));
    return chapter;
}

} // namespace insight

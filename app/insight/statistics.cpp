// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/statistics.h"

#include "figures/answers.h"
#include "insight/sample.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace insight {

namespace {

/// What somebody earned, and could have earned, at what they answered.
struct Total {
    double marks = 0;
    double most = 0;
    bool isWhole = true; ///< they answered every item
};

/// Each who answered an item: the share that they earned of it, and of their other items.
struct Pairs {
    Sample item;
    Sample rest;
};

class Analysis
{
public:
    Analysis(const Matrix &matrix, Unanswered rule)
        : m_items(matrix.items()), m_rule(rule), m_totals(matrix.people()), m_variances(m_items.size())
    {
        for (std::size_t item = 0; item < m_items.size(); ++item) {
            m_marks.push_back(counted(matrix.marks(item)));
            addToTotals(item);
        }
        for (const Total &total : m_totals) {
            if (total.isWhole)
                m_wholeTotals.push_back(total.marks);
        }
    }

    [[nodiscard]] Statistics run()
    {
        Statistics all;
        all.people = static_cast<int>(m_totals.size());
        std::vector<std::optional<double>> pulls;
        for (std::size_t item = 0; item < m_items.size(); ++item) {
            all.items.push_back(statisticsOf(item));
            const Sample marks = wholeMarks(item);
            pulls.push_back(pullOf(marks));
            m_variances[item] = variance(marks).value_or(0);
        }
        weigh(pulls, all.items);
        for (std::size_t item = 0; item < m_items.size(); ++item)
            all.items[item].alphaIfDropped = alphaWithout(item);
        all.test = testStatistics();
        return all;
    }

private:
    [[nodiscard]] Sample counted(Sample marks) const
    {
        if (m_rule == Unanswered::Zero)
            std::ranges::replace_if(
                marks, [](double mark) { return std::isnan(mark); }, 0.0);
        return marks;
    }

    void addToTotals(std::size_t item)
    {
        for (std::size_t person = 0; person < m_totals.size(); ++person) {
            const double mark = m_marks[item][person];
            Total &total = m_totals[person];
            total.isWhole = total.isWhole && !std::isnan(mark);
            total.marks += std::isnan(mark) ? 0 : mark;
            total.most += std::isnan(mark) ? 0 : m_items[item].most;
        }
    }

    /// The marks at an item of those who answered every one.
    [[nodiscard]] Sample wholeMarks(std::size_t item) const
    {
        if (m_wholeTotals.size() == m_totals.size())
            return m_marks[item];
        Sample marks;
        for (std::size_t person = 0; person < m_totals.size(); ++person) {
            if (m_totals[person].isWhole)
                marks.push_back(m_marks[item][person]);
        }
        return marks;
    }

    /// The marks at an item of those who answered it.
    [[nodiscard]] Sample marksAt(std::size_t item) const
    {
        Sample marks = m_marks[item];
        std::erase_if(marks, [](double mark) { return std::isnan(mark); });
        return marks;
    }

    /// Who answered nothing but this item is in no pair.
    [[nodiscard]] Pairs pairsAt(std::size_t item) const
    {
        Pairs pairs;
        pairs.item.reserve(m_totals.size());
        pairs.rest.reserve(m_totals.size());
        const double most = m_items[item].most;
        for (std::size_t person = 0; person < m_totals.size(); ++person) {
            const double mark = m_marks[item][person];
            const Total &total = m_totals[person];
            if (std::isnan(mark) || total.most <= most)
                continue;
            pairs.item.push_back(mark / most);
            pairs.rest.push_back((total.marks - mark) / (total.most - most));
        }
        return pairs;
    }

    [[nodiscard]] ItemStatistics statisticsOf(std::size_t item) const
    {
        const Sample marks = marksAt(item);
        const double most = m_items[item].most;
        ItemStatistics statistics;
        statistics.name = m_items[item].name;
        statistics.n = static_cast<int>(marks.size());
        if (const auto average = mean(marks))
            statistics.facility = *average / most;
        if (most == 1.0)
            statistics.facilityRange = rangeOf(marks);
        if (const auto spread = variance(marks))
            statistics.sd = std::sqrt(*spread) / most;
        Pairs pairs = pairsAt(item);
        statistics.pairs = static_cast<int>(pairs.item.size());
        statistics.discrimination = correlation(pairs.item, pairs.rest);
        if (statistics.discrimination)
            statistics.discriminativeEfficiency = efficiencyOf(std::move(pairs));
        return statistics;
    }

    /// Of marks that are all 0 or 1: others are no count of people.
    [[nodiscard]] static std::optional<figures::ShareRange> rangeOf(const Sample &marks)
    {
        const auto isWhole = [](double mark) { return mark == 0.0 || mark == 1.0; };
        if (marks.empty() || !std::ranges::all_of(marks, isWhole))
            return std::nullopt;
        return figures::wilson(static_cast<int>(std::ranges::count(marks, 1.0)), static_cast<int>(marks.size()));
    }

    /// Neither side is constant. The greatest covariance is that of both in one order.
    [[nodiscard]] static std::optional<double> efficiencyOf(Pairs pairs)
    {
        const double found = *covariance(pairs.item, pairs.rest);
        putInOneOrder(pairs);
        return found / *covariance(pairs.item, pairs.rest);
    }

    /// Where an item has two marks, as most have, the order among those of one mark makes no difference.
    static void putInOneOrder(Pairs &pairs)
    {
        const auto [least, most] = std::ranges::minmax(pairs.item);
        const auto higher = std::partition(pairs.item.begin(), pairs.item.end(),
                                           [least = least](double mark) { return mark == least; });
        if (std::count(higher, pairs.item.end(), most) == pairs.item.end() - higher) {
            const auto higherRest = pairs.rest.begin() + (higher - pairs.item.begin());
            std::nth_element(pairs.rest.begin(), higherRest, pairs.rest.end());
            return;
        }
        std::ranges::sort(pairs.item);
        std::ranges::sort(pairs.rest);
    }

    /// How an item's marks vary with the totals; exactly 0 where they do not but for rounding.
    [[nodiscard]] std::optional<double> pullOf(const Sample &marks) const
    {
        const bool isNone = correlation(marks, m_wholeTotals).value_or(0) == 0;
        return isNone && marks.size() >= 2 ? 0.0 : covariance(marks, m_wholeTotals);
    }

    static void weigh(const std::vector<std::optional<double>> &pulls, std::vector<ItemStatistics> &items)
    {
        double sum = 0;
        for (const auto &pull : pulls)
            sum += pull && *pull > 0 ? std::sqrt(*pull) : 0;
        for (std::size_t item = 0; item < items.size(); ++item) {
            if (sum > 0 && *pulls[item] >= 0)
                items[item].effectiveWeight = std::sqrt(*pulls[item]) / sum;
        }
    }

    /// Cronbach's alpha of `items` items whose variances add up to `variances`, and of their totals.
    [[nodiscard]] static std::optional<double> alphaOf(std::size_t items, double variances, const Sample &totals)
    {
        if (totals.size() < 3 || items < 2 || isConstant(totals))
            return std::nullopt;
        const auto k = static_cast<double>(items);
        return k / (k - 1) * (1 - variances / *variance(totals));
    }

    [[nodiscard]] double sumOfVariances() const
    {
        double sum = 0;
        for (const double one : m_variances)
            sum += one;
        return sum;
    }

    [[nodiscard]] std::optional<double> alphaWithout(std::size_t item) const
    {
        Sample totals = wholeMarks(item);
        std::ranges::transform(m_wholeTotals, totals, totals.begin(), std::minus());
        return alphaOf(m_variances.size() - 1, sumOfVariances() - m_variances[item], totals);
    }

    [[nodiscard]] TestStatistics testStatistics() const
    {
        TestStatistics test;
        test.n = static_cast<int>(m_wholeTotals.size());
        test.mean = mean(m_wholeTotals);
        test.median = median(m_wholeTotals);
        test.skewness = skewness(m_wholeTotals);
        test.kurtosis = kurtosis(m_wholeTotals);
        if (const auto spread = variance(m_wholeTotals))
            test.sd = std::sqrt(*spread);
        test.alpha = alphaOf(m_variances.size(), sumOfVariances(), m_wholeTotals);
        if (test.alpha) {
            test.errorRatio = std::sqrt(std::max(0.0, 1 - *test.alpha)); // rounding can lift alpha a hair above 1
            test.standardError = *test.errorRatio * *test.sd;
        }
        return test;
    }

    std::vector<Column> m_items;
    Unanswered m_rule;
    std::vector<Sample> m_marks; ///< by item, of all people
    std::vector<Total> m_totals; ///< by person
    Sample m_wholeTotals;
    std::vector<double> m_variances; ///< by item, of those who answered every one
};

} // namespace

Statistics analysed(const Matrix &matrix, Unanswered rule)
{
    return Analysis(matrix, rule).run();
}

} // namespace insight

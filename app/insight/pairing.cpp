// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/pairing.h"

#include "figures/smallnumbers.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace insight {

namespace {

/// What somebody had of each pair: 1 right, 0 not; nothing where they left it out.
using Sheet = std::vector<std::optional<int>>;

/// The pairs of the forms, in the order of the first, and where each item stands among them.
class Pairs
{
public:
    explicit Pairs(const std::vector<course::Form> &forms)
    {
        for (const course::Form &form : forms) {
            for (const items::Item &item : form.items)
                add(item);
        }
    }

    [[nodiscard]] const QStringList &ids() const { return m_ids; }
    [[nodiscard]] qsizetype positionOf(const QString &item) const { return m_positions.value(item, -1); }

private:
    void add(const items::Item &item)
    {
        for (const QString &pair : items::tagValues(item, QStringLiteral("pair"))) {
            if (!m_ids.contains(pair))
                m_ids.append(pair);
            m_positions.insert(item.id, m_ids.indexOf(pair));
        }
    }

    QStringList m_ids;
    QHash<QString, qsizetype> m_positions;
};

/// A code, and the workshop in which it was written.
using Key = std::pair<QUuid, QString>;

/// The papers of one time by their codes.
struct Papers {
    int all = 0;
    int withoutCode = 0;
    std::map<Key, std::vector<int>> byKey; ///< positions among the people
};

Papers papersOf(const AnswerSet &set, workshop::When when)
{
    Papers papers;
    for (int person = 0; person < static_cast<int>(set.people.size()); ++person) {
        const Sitting &sitting = set.people[static_cast<std::size_t>(person)];
        if (sitting.when != when)
            continue;
        ++papers.all;
        if (sitting.code.isEmpty())
            ++papers.withoutCode;
        else
            papers.byKey[{sitting.session, sitting.code}].push_back(person);
    }
    return papers;
}

std::vector<Sheet> sheetsOf(const AnswerSet &set, const Pairs &pairs)
{
    std::vector<Sheet> sheets(set.people.size(), Sheet(static_cast<std::size_t>(pairs.ids().size())));
    std::vector<qsizetype> positions;
    for (const QString &item : set.items)
        positions.push_back(pairs.positionOf(item));
    for (const Answer &answer : set.answers) {
        const qsizetype pair = positions[static_cast<std::size_t>(answer.item)];
        if (pair >= 0)
            sheets[static_cast<std::size_t>(answer.person)][static_cast<std::size_t>(pair)] = answer.isRight() ? 1 : 0;
    }
    return sheets;
}

/// Papers of one code that have no partner in their own workshop.
struct Single {
    std::vector<int> before;
    std::vector<int> after;
};

/// Pairs papers by their codes: within a workshop first, and what is left across them. A follow-up may come without
/// its workshop, and a second day be a workshop of its own.
class Coupling
{
public:
    Coupling(const Papers &before, const Papers &after, Pairing &pairing) : m_pairing(pairing)
    {
        for (const auto &[key, papers] : before.byKey)
            take(key.second, papers, papersWith(key, after));
        for (const auto &[key, papers] : after.byKey) {
            if (!before.byKey.contains(key))
                take(key.second, {}, papers);
        }
        for (const auto &[code, single] : m_singles)
            settle(single);
        std::ranges::sort(m_couples);
    }

    /// Positions among the people, before and after.
    [[nodiscard]] const std::vector<std::pair<int, int>> &couples() const { return m_couples; }

private:
    [[nodiscard]] static std::vector<int> papersWith(const Key &key, const Papers &papers)
    {
        const auto found = papers.byKey.find(key);
        return found == papers.byKey.end() ? std::vector<int>() : found->second;
    }

    /// Of one workshop.
    void take(const QString &code, const std::vector<int> &before, const std::vector<int> &after)
    {
        if (before.size() > 1 || after.size() > 1) {
            m_pairing.ambiguous += static_cast<int>(before.size() + after.size());
        } else if (before.size() == 1 && after.size() == 1) {
            m_couples.emplace_back(before.front(), after.front());
        } else {
            std::ranges::copy(before, std::back_inserter(m_singles[code].before));
            std::ranges::copy(after, std::back_inserter(m_singles[code].after));
        }
    }

    /// Of all workshops.
    void settle(const Single &single)
    {
        if (single.before.size() == 1 && single.after.size() == 1)
            m_couples.emplace_back(single.before.front(), single.after.front());
        else if (single.after.empty())
            m_pairing.unmatchedBefore += static_cast<int>(single.before.size());
        else if (single.before.empty())
            m_pairing.unmatchedAfter += static_cast<int>(single.after.size());
        else
            m_pairing.ambiguous += static_cast<int>(single.before.size() + single.after.size());
    }

    Pairing &m_pairing;
    std::map<QString, Single> m_singles;
    std::vector<std::pair<int, int>> m_couples;
};

/// Both papers of somebody.
struct Couple {
    const Sheet *before = nullptr;
    const Sheet *after = nullptr;
};

/// Counts papers that stay without a partner, and gives the others.
std::vector<Couple> couplesOf(const Papers &before, const Papers &after, const std::vector<Sheet> &sheets,
                              Pairing &pairing)
{
    const Coupling coupling(before, after, pairing);
    std::vector<Couple> couples;
    for (const auto &[then, later] : coupling.couples())
        couples.push_back({&sheets[static_cast<std::size_t>(then)], &sheets[static_cast<std::size_t>(later)]});
    return couples;
}

PairChange changeOf(const QString &id, std::size_t pair, const std::vector<Couple> &couples)
{
    PairChange change;
    change.pair = id;
    for (const Couple &couple : couples) {
        const std::optional<int> then = (*couple.before)[pair];
        const std::optional<int> later = (*couple.after)[pair];
        if (!then || !later)
            ++change.unanswered;
        else if (*then == 1)
            ++(*later == 1 ? change.matched.both : change.matched.lost);
        else
            ++(*later == 1 ? change.matched.gained : change.matched.neither);
    }
    change.difference = differenceOf(change.matched);
    change.midP = midP(change.matched);
    return change;
}

/// How many pairs somebody had; nothing where they left one out.
std::optional<int> totalOf(const Sheet &sheet)
{
    int total = 0;
    for (const std::optional<int> &one : sheet) {
        if (!one)
            return std::nullopt;
        total += *one;
    }
    return total;
}

/// Sums up what each gained.
class Gaining
{
public:
    explicit Gaining(int most) { m_gain.most = most; }

    void add(int before, int after)
    {
        ++m_gain.n;
        m_gain.before += before;
        m_gain.after += after;
        const double step = after - before;
        if (before < m_gain.most) {
            m_ofEach += step / (m_gain.most - before);
            ++m_gain.ofEachN;
        }
        const bool isStuck = before == after && (before == 0 || before == m_gain.most);
        if (isStuck)
            return;
        m_change += step > 0 ? step / (m_gain.most - before) : step < 0 ? step / before : 0;
        ++m_gain.changeN;
    }

    [[nodiscard]] Gain finished() const
    {
        Gain gain = m_gain;
        if (gain.n == 0)
            return gain;
        gain.before /= gain.n;
        gain.after /= gain.n;
        if (gain.before < gain.most)
            gain.ofGroup = (gain.after - gain.before) / (gain.most - gain.before);
        if (gain.ofEachN > 0)
            gain.ofEach = m_ofEach / gain.ofEachN;
        if (gain.changeN > 0)
            gain.change = m_change / gain.changeN;
        return gain;
    }

private:
    Gain m_gain;
    double m_ofEach = 0;
    double m_change = 0;
};

} // namespace

bool Gain::mayBeShown() const
{
    return n >= figures::leastMatched;
}

Pairing paired(const std::vector<course::Form> &forms, const AnswerSet &set, workshop::When from, workshop::When to)
{
    const Pairs pairs(forms);
    const Papers before = papersOf(set, from);
    const Papers after = papersOf(set, to);
    const std::vector<Sheet> sheets = sheetsOf(set, pairs);
    Pairing pairing;
    pairing.before = before.all;
    pairing.after = after.all;
    pairing.withoutCode = before.withoutCode + after.withoutCode;
    const std::vector<Couple> couples = couplesOf(before, after, sheets, pairing);
    pairing.matched = static_cast<int>(couples.size());
    for (qsizetype pair = 0; pair < pairs.ids().size(); ++pair)
        pairing.pairs.push_back(changeOf(pairs.ids().at(pair), static_cast<std::size_t>(pair), couples));
    Gaining gaining(static_cast<int>(pairs.ids().size()));
    for (const Couple &couple : couples) {
        const std::optional<int> then = totalOf(*couple.before);
        const std::optional<int> later = totalOf(*couple.after);
        if (then && later)
            gaining.add(*then, *later);
        else
            ++pairing.incomplete;
    }
    pairing.gain = gaining.finished();
    return pairing;
}

} // namespace insight

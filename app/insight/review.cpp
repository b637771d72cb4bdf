// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/review.h"

#include "items/gift.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace insight {

namespace {

using workshop::When;

QString tr(const char *text)
{
    return QCoreApplication::translate("Report", text);
}

/// Every item of the course with the id of its module or form, in the course's order.
struct Placed {
    const items::Item *item = nullptr;
    QString place;
};

std::vector<Placed> placedIn(const course::Course &course)
{
    std::vector<Placed> all;
    for (const course::Module &module : course.modules) {
        for (const items::Item &item : module.items)
            all.push_back({&item, module.id});
    }
    for (const course::Form &form : course.forms) {
        for (const items::Item &item : form.items)
            all.push_back({&item, form.id});
    }
    return all;
}

/// How many chose the option that most did.
int mostHands(const workshop::Round &round)
{
    return round.counts.isEmpty() ? 0 : *std::ranges::max_element(round.counts);
}

/// The same item, answered by other people.
void add(const Spread &more, Spread &spread)
{
    spread.options.resize(std::max(spread.options.size(), more.options.size()));
    for (std::size_t option = 0; option < more.options.size(); ++option)
        spread.options[option] += more.options[option];
    spread.dontKnow += more.dontKnow;
    spread.right = spread.right && more.right ? std::optional(*spread.right + *more.right) : std::nullopt;
    spread.answered += more.answered;
    spread.unanswered += more.unanswered;
    spread.isRoom = spread.isRoom || more.isRoom;
    spread.uncounted += more.uncounted;
}

std::vector<Occasion> roundsOf(const items::Item &item, const std::vector<const workshop::Session *> &sessions)
{
    std::map<int, Occasion> occasions;
    for (const workshop::Session *session : sessions) {
        // Counts of another wording would stand beside options that nobody saw.
        const workshop::Asking asking = session->asking(item.id);
        if (asking.rounds.empty() || asking.version != items::itemVersion(item))
            continue;
        for (int round = 1; round <= static_cast<int>(asking.rounds.size()); ++round) {
            const workshop::Round &counted = asking.rounds[static_cast<std::size_t>(round) - 1];
            if (counted.answers() == 0 || !counted.isClosed)
                continue;
            const Spread spread = spreadOf(item, counted);
            const auto [known, isNew] =
                occasions.try_emplace(round, Occasion{.given = Given::InTheRoom, .round = round, .spread = spread});
            if (!isNew)
                add(spread, known->second.spread);
        }
    }
    std::vector<Occasion> all;
    all.reserve(occasions.size());
    for (const auto &[round, occasion] : occasions)
        all.push_back(occasion);
    return all;
}

/// People by how and when they answered.
struct Group {
    Given given = Given::OnPaper;
    When when = When::Alone;

    [[nodiscard]] bool has(const Sitting &sitting) const
    {
        return sitting.pile.isNull() == (given == Given::OnScreen) && sitting.when == when;
    }
};

constexpr std::array groups{Group{Given::OnPaper, When::Before}, Group{Given::OnPaper, When::After},
                            Group{Given::OnPaper, When::Later}, Group{Given::OnPaper, When::Alone},
                            Group{Given::OnScreen, When::Alone}};

/// Who went at a module or a form had all its items before them, and so had who answered any of them in a plan.
class Groups
{
public:
    Groups(const course::Course &course, const AnswerSet &set) : m_set(set)
    {
        QSet<QString> places;
        for (const Placed &placed : placedIn(course)) {
            m_places.insert(placed.item->id, placed.place);
            places.insert(placed.place);
        }
        std::vector<std::vector<QString>> placesOfPeople(set.people.size());
        for (std::size_t person = 0; person < placesOfPeople.size(); ++person) {
            const Sitting &sitting = set.people[person];
            const QString place = sitting.form.isEmpty() ? sitting.target : sitting.form;
            if (places.contains(place)) // also where they left all of it blank
                placesOfPeople[person].push_back(place);
        }
        for (const Answer &answer : set.answers) {
            const QString place = m_places.value(set.items.at(answer.item));
            std::vector<QString> &theirs = placesOfPeople[static_cast<std::size_t>(answer.person)];
            if (std::ranges::find(theirs, place) == theirs.end())
                theirs.push_back(place);
            m_byItem[answer.item].push_back(answer);
            m_answered.insert({answer.item, answer.person});
        }
        for (const Answer &answer : set.older) {
            if (m_answered.insert({answer.item, answer.person}).second)
                ++m_older[{answer.item, groupOf(answer.person)}];
        }
        for (std::size_t person = 0; person < placesOfPeople.size(); ++person) {
            for (const QString &place : placesOfPeople[person])
                ++m_asked[{place, groupOf(static_cast<int>(person))}];
        }
    }

    [[nodiscard]] std::vector<Occasion> occasionsOf(const Placed &placed) const
    {
        std::vector<Occasion> occasions;
        const auto found = m_byItem.find(static_cast<int>(m_set.items.indexOf(placed.item->id)));
        if (found == m_byItem.end())
            return occasions;
        for (std::size_t group = 0; group < groups.size(); ++group) {
            std::vector<Answer> answers;
            std::ranges::copy_if(found->second, std::back_inserter(answers),
                                 [&](const Answer &answer) { return groupOf(answer.person) == group; });
            if (answers.empty())
                continue;
            occasions.push_back({.given = groups[group].given,
                                 .when = groups[group].when,
                                 .spread = spreadOf(*placed.item, answers, askedOf(placed, group)),
                                 .boxes = boxesOf(answers)});
        }
        return occasions;
    }

private:
    /// Who answered it as it was worded before is not among its answers, and has answered all the same.
    [[nodiscard]] int askedOf(const Placed &placed, std::size_t group) const
    {
        const auto asked = m_asked.find({placed.place, group});
        const auto older = m_older.find({static_cast<int>(m_set.items.indexOf(placed.item->id)), group});
        return (asked == m_asked.end() ? 0 : asked->second) - (older == m_older.end() ? 0 : older->second);
    }

    [[nodiscard]] std::size_t groupOf(int person) const
    {
        const Sitting &sitting = m_set.people[static_cast<std::size_t>(person)];
        const auto group = std::ranges::find_if(groups, [&](const Group &one) { return one.has(sitting); });
        return static_cast<std::size_t>(group - groups.begin());
    }

    const AnswerSet &m_set;
    QHash<QString, QString> m_places;
    std::map<int, std::vector<Answer>> m_byItem;
    std::set<std::pair<int, int>> m_answered; ///< item and person
    std::map<std::pair<QString, std::size_t>, int> m_asked;
    std::map<std::pair<int, std::size_t>, int> m_older; ///< people who answered an item as it was worded before
};

/// The share who had an item the first time, as far as it may be said; 2 where too few answered, or it is not known.
double shareRight(const Reviewed &item)
{
    const Spread &spread = item.first().spread;
    constexpr double unknown = 2;
    if (!spread.right || !spread.isTold())
        return unknown;
    return static_cast<double>(*spread.right) / spread.answered;
}

/// The claims that an item asks about: its tags without a colon that look like P6.4.
QStringList claimsOf(const course::Course &course, const items::Item &item)
{
    QStringList claims;
    for (const QString &tag : item.tags) {
        if (course::findClaim(course, tag) != nullptr)
            claims.append(tag);
    }
    return claims;
}

bool shareAny(const QStringList &left, const QStringList &right)
{
    return std::ranges::any_of(left, [&right](const QString &one) { return right.contains(one); });
}

} // namespace

QString nameOf(const Occasion &occasion)
{
    switch (occasion.given) {
    case Given::InTheRoom:
        return occasion.round == 1 ? tr("The room, at first") : tr("The room, after talking");
    case Given::OnScreen:
        return tr("Each alone, on the screen");
    case Given::OnPaper:
        break;
    }
    switch (occasion.when) {
    case When::Before:
        return tr("On paper, before");
    case When::After:
        return tr("On paper, after");
    case When::Later:
        return tr("On paper, some weeks later");
    case When::Alone:
        break;
    }
    return tr("On paper");
}

Spread spreadOf(const items::Item &item, const workshop::Round &round)
{
    Spread spread;
    spread.options.assign(item.options.size(), 0);
    if (!item.single && round.room == 0) {
        spread.uncounted = 1;
        return spread;
    }
    spread.dontKnow = round.counts.value(QStringLiteral("?"));
    int right = 0;
    for (qsizetype option = 0; option < std::ssize(item.options); ++option) {
        const int count = round.counts.value(items::optionKey(option));
        spread.options[static_cast<std::size_t>(option)] = count;
        right += quiz::isRight(item, option) ? count : 0;
    }
    if (item.single && quiz::isMarked(item))
        spread.right = right;
    spread.answered = item.single ? round.answers() : std::max(round.room, mostHands(round));
    spread.unanswered = std::max(0, round.room - spread.answered);
    spread.isRoom = !item.single;
    return spread;
}

std::vector<Reviewed> reviewed(const course::Course &course, const std::vector<const workshop::Session *> &sessions,
                               const AnswerSet &set, Order order)
{
    const Groups people(course, set);
    std::vector<Reviewed> all;
    for (const Placed &placed : placedIn(course)) {
        Reviewed one{placed.item->id, placed.place, roundsOf(*placed.item, sessions)};
        std::ranges::move(people.occasionsOf(placed), std::back_inserter(one.occasions));
        if (!one.occasions.empty())
            all.push_back(std::move(one));
    }
    if (order == Order::MostMissed)
        std::ranges::stable_sort(all, {}, shareRight);
    if (order == Order::AsAsked) {
        QStringList asked;
        for (const workshop::Session *session : sessions)
            asked.append(session->asked());
        std::ranges::stable_sort(all, {}, [&asked](const Reviewed &one) {
            const qsizetype at = asked.indexOf(one.item);
            return at < 0 ? asked.size() : at;
        });
    }
    return all;
}

std::vector<const items::Item *> siblingsOf(const course::Course &course, const items::Item &item,
                                            const QStringList &asked)
{
    const QStringList pairs = items::tagValues(item, QStringLiteral("pair"));
    const QStringList sections = items::tagValues(item, QStringLiteral("section"));
    const QStringList claims = claimsOf(course, item);
    std::array<std::vector<const items::Item *>, 3> found;
    for (const Placed &placed : placedIn(course)) {
        const items::Item &other = *placed.item;
        if (other.id == item.id || asked.contains(other.id))
            continue;
        if (shareAny(pairs, items::tagValues(other, QStringLiteral("pair"))))
            found[0].push_back(&other);
        else if (shareAny(sections, items::tagValues(other, QStringLiteral("section"))))
            found[1].push_back(&other);
        else if (shareAny(claims, claimsOf(course, other)))
            found[2].push_back(&other);
    }
    std::vector<const items::Item *> siblings;
    for (const auto &some : found)
        std::ranges::copy(some, std::back_inserter(siblings));
    return siblings;
}

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/gathering.h"

#include "insight/answerrow.h"
#include "quiz/conduct.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace insight {

namespace {

using base::Statement;
using base::Verb;

/// Reads the goes, then what was answered in them, then leaves out all goes but one of each person, and all answers of
/// a go but one to each item.
class Gathering
{
public:
    Gathering(const QString &objectPrefix, Filter filter)
        : m_prefix(objectPrefix), m_prefixBytes(objectPrefix.toUtf8()), m_filter(std::move(filter))
    {
    }

    void begin(const Statement &started)
    {
        if (started.attempt.isNull() || m_simulated.contains(started.actor))
            return;
        const auto pile = workshop::pileOf(started, m_prefix);
        const quiz::Conduct conduct = quiz::conductFrom(started.result);
        const Sitting sitting{.actor = started.actor,
                              .target = started.object.mid(m_prefix.size()),
                              .form = conduct.form,
                              .when = pile ? pile->when : workshop::When::Alone,
                              .code = workshop::codeFrom(started.result.value(QLatin1String("code")).toString()),
                              .session = started.session,
                              .pile = pile ? pile->id : QUuid(),
                              .at = started.at};
        if (sitting.target == quiz::practiceId || !m_filter.takes(sitting))
            return;
        // A paper whose code was mended begins once more.
        if (const auto known = m_attempts.constFind(started.attempt); known != m_attempts.constEnd())
            m_set.people[static_cast<std::size_t>(*known)].code = sitting.code;
        else
            addSitting(started.attempt, sitting);
    }

    void leaveOut(const QUuid &simulated) { m_simulated.insert(simulated); }

    void take(const journal::AnswerRow &row)
    {
        const int person = personOf(row.attempt);
        if (person < 0 || !row.object.startsWith(m_prefixBytes))
            return;
        const int item = itemOf(row.object.sliced(m_prefixBytes.size()));
        const QByteArray &version = m_versions[static_cast<std::size_t>(item)];
        if (!version.isEmpty() && row.version != version) {
            ++m_set.reworded[static_cast<std::size_t>(item)];
            m_set.older.push_back({.person = person, .item = item});
            return;
        }
        const Outcome outcome = outcomeFrom(row.result);
        m_set.answers.push_back({person, item, outcome.chosen, outcome.fraction, outcome.sure});
    }

    [[nodiscard]] AnswerSet finish()
    {
        // Goes mostly stand one after another; those of several at once mingle.
        if (!std::ranges::is_sorted(m_set.answers, {}, &Answer::person))
            std::ranges::stable_sort(m_set.answers, {}, &Answer::person);
        keepOneAnswerEach();
        keepOneGoEach();
        return std::move(m_set);
    }

private:
    void addSitting(const QUuid &attempt, const Sitting &sitting)
    {
        m_attempts.insert(attempt, static_cast<int>(m_set.people.size()));
        m_set.people.push_back(sitting);
    }

    /// The answers of a go mostly stand one after another.
    [[nodiscard]] int personOf(QByteArrayView attempt)
    {
        if (attempt != m_lastAttempt) {
            m_lastAttempt = attempt.toByteArray();
            m_lastPerson = m_attempts.value(QUuid::fromRfc4122(m_lastAttempt), -1);
        }
        return m_lastPerson;
    }

    [[nodiscard]] int itemOf(QByteArrayView id)
    {
        if (const auto known = m_items.find(id); known != m_items.end())
            return known->second;
        const auto item = static_cast<int>(m_set.items.size());
        m_items.emplace(id.toByteArray(), item);
        m_set.items.append(QString::fromUtf8(id));
        m_set.reworded.push_back(0);
        m_versions.push_back(m_filter.versions.value(m_set.items.back()).toUtf8());
        return item;
    }

    /// The first or the last of several answers of a go to one item, in the place of the first.
    void keepOneAnswerEach()
    {
        std::vector<Answer> &answers = m_set.answers;
        std::vector<std::size_t> places(m_versions.size(), answers.size()); // by item, of the answer kept last
        std::size_t begin = 0;                                              // of the go among those kept
        std::size_t end = 0;
        for (const Answer &answer : answers) {
            if (end > begin && answers[begin].person != answer.person)
                begin = end;
            std::size_t &place = places[static_cast<std::size_t>(answer.item)];
            const bool isAnother = place >= begin && place < end;
            if (!isAnother)
                place = end++;
            if (!isAnother || m_filter.goes == Goes::Last)
                answers[place] = answer;
        }
        answers.resize(end);
    }

    void keepOneGoEach()
    {
        const std::vector<bool> isKept = goesKept();
        std::vector<int> places(isKept.size());
        std::vector<Sitting> people;
        for (std::size_t person = 0; person < isKept.size(); ++person) {
            places[person] = static_cast<int>(people.size());
            if (isKept[person])
                people.push_back(std::move(m_set.people[person]));
        }
        m_set.people = std::move(people);
        const auto person = [](const Answer &answer) { return static_cast<std::size_t>(answer.person); };
        for (std::vector<Answer> *answers : {&m_set.answers, &m_set.older}) {
            std::erase_if(*answers, [&](const Answer &answer) { return !isKept[person(answer)]; });
            for (Answer &answer : *answers)
                answer.person = places[person(answer)];
        }
    }

    /// A person's first or last go at a target in which they answered anything. Paper is somebody's of its own each.
    [[nodiscard]] std::vector<bool> goesKept() const
    {
        std::vector<bool> isKept(m_set.people.size());
        for (const Answer &answer : m_set.answers)
            isKept[static_cast<std::size_t>(answer.person)] = true;
        QHash<QPair<QUuid, QString>, std::size_t> kept;
        for (std::size_t person = 0; person < isKept.size(); ++person) {
            const Sitting &sitting = m_set.people[person];
            isKept[person] = isKept[person] || !sitting.pile.isNull();
            if (!isKept[person])
                continue;
            const QPair<QUuid, QString> key(sitting.actor, sitting.target);
            const auto other = kept.constFind(key);
            if (other != kept.constEnd())
                isKept[m_filter.goes == Goes::First ? person : *other] = false;
            if (other == kept.constEnd() || m_filter.goes == Goes::Last)
                kept.insert(key, person);
        }
        return isKept;
    }

    QString m_prefix;
    QByteArray m_prefixBytes;
    Filter m_filter;
    AnswerSet m_set;
    QSet<QUuid> m_simulated;
    QHash<QUuid, int> m_attempts;
    // Not a QHash: for bytes like these the hash of Qt 6.4 uses wide registers and leaves them in use, after which a
    // whole number is turned into a fraction ten times as slowly as an item is looked up here.
    std::map<QByteArray, int, std::less<>> m_items;
    std::vector<QByteArray> m_versions; ///< by item
    QByteArray m_lastAttempt;
    int m_lastPerson = -1;
};

} // namespace

bool Filter::takes(const Sitting &sitting) const
{
    return (target.isEmpty() || sitting.target == target) &&
           (!sessions || std::ranges::find(*sessions, sitting.session) != sessions->end()) &&
           (!pile || sitting.pile == *pile) && (!when || sitting.when == *when) &&
           (!sitting.session.isNull() || (sitting.at >= from && sitting.at < until));
}

journal::Result<std::optional<AnswerSet>> answersIn(const journal::Journal &journal, const QString &objectPrefix,
                                                    const Filter &filter, const Progress &progress)
{
    Gathering gathering(objectPrefix, filter);
    const auto others = journal.others();
    if (!others)
        return tl::unexpected(others.error());
    for (const journal::Actor &other : *others) {
        if (other.kind == journal::ActorKind::Simulated)
            gathering.leaveOut(other.id);
    }
    const auto begun = journal.visit({.verbs = {Verb::Started}, .objectPrefix = objectPrefix, .wantsMuch = true},
                                     [&](const Statement &started) { gathering.begin(started); });
    if (!begun)
        return tl::unexpected(begun.error());
    constexpr qint64 stride = 1 << 14;
    qint64 read = 0;
    bool isCancelled = false;
    const auto answered = journal.visitAnswers([&](const journal::AnswerRow &row) {
        if (progress && ++read % stride == 0 && !progress(read))
            isCancelled = true;
        if (!isCancelled)
            gathering.take(row);
        return !isCancelled;
    });
    if (!answered)
        return tl::unexpected(answered.error());
    return isCancelled ? std::nullopt : std::optional(gathering.finish());
}

} // namespace insight

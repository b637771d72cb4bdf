// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/gathering.h"

#include "insight/answerrow.h"
#include "quiz/conduct.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace insight {

namespace {

using base::Statement;
using base::Verb;

constexpr std::size_t answersOfAGo = 16; // more or less: what is set aside for them at once

/// Reads the goes, then what was answered in them, then leaves out all goes but one of each person.
class Gathering
{
public:
    Gathering(const QString &objectPrefix, const Filter &filter)
        : m_prefix(objectPrefix), m_prefixBytes(objectPrefix.toUtf8()), m_filter(filter)
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
        if (!m_filter.takes(sitting))
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
            return;
        }
        const Outcome outcome = outcomeFrom(row.result);
        Answer answer{person, item, outcome.chosen, outcome.fraction, outcome.sure};
        std::vector<Answer> &answers = m_answers[static_cast<std::size_t>(person)];
        if (answers.empty())
            answers.reserve(answersOfAGo);
        const auto known = std::ranges::find(answers, item, &Answer::item);
        if (known == answers.end())
            answers.push_back(answer);
        else if (m_filter.goes == Goes::Last)
            *known = answer;
    }

    [[nodiscard]] AnswerSet finish()
    {
        keepOneGoEach();
        AnswerSet set;
        set.items = m_set.items;
        set.reworded = m_set.reworded;
        std::size_t count = 0;
        for (std::size_t person = 0; person < m_answers.size(); ++person)
            count += m_isOut[person] ? 0 : m_answers[person].size();
        set.answers.reserve(count);
        for (std::size_t person = 0; person < m_answers.size(); ++person) {
            if (m_isOut[person])
                continue;
            for (Answer &answer : m_answers[person]) {
                answer.person = static_cast<int>(set.people.size());
                set.answers.push_back(answer);
            }
            set.people.push_back(std::move(m_set.people[person]));
            std::vector<Answer>().swap(m_answers[person]);
        }
        return set;
    }

private:
    void addSitting(const QUuid &attempt, const Sitting &sitting)
    {
        m_attempts.insert(attempt, static_cast<int>(m_set.people.size()));
        m_set.people.push_back(sitting);
        m_answers.emplace_back();
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
        const auto known = m_items.constFind(QByteArray::fromRawData(id.data(), id.size()));
        if (known != m_items.constEnd())
            return *known;
        const auto item = static_cast<int>(m_set.items.size());
        m_items.insert(id.toByteArray(), item);
        m_set.items.append(QString::fromUtf8(id));
        m_set.reworded.push_back(0);
        m_versions.push_back(m_filter.versions.value(m_set.items.back()).toUtf8());
        return item;
    }

    /// A person's first or last go at a target in which they answered anything. Paper is somebody's of its own each.
    void keepOneGoEach()
    {
        m_isOut.assign(m_answers.size(), false);
        QHash<QPair<QUuid, QString>, std::size_t> kept;
        for (std::size_t person = 0; person < m_answers.size(); ++person) {
            const Sitting &sitting = m_set.people[person];
            m_isOut[person] = m_answers[person].empty() && sitting.pile.isNull();
            if (m_isOut[person])
                continue;
            const QPair<QUuid, QString> key(sitting.actor, sitting.target);
            const auto other = kept.constFind(key);
            if (other != kept.constEnd())
                m_isOut[m_filter.goes == Goes::First ? person : *other] = true;
            if (other == kept.constEnd() || m_filter.goes == Goes::Last)
                kept.insert(key, person);
        }
    }

    QString m_prefix;
    QByteArray m_prefixBytes;
    Filter m_filter;
    AnswerSet m_set;
    QSet<QUuid> m_simulated;
    QHash<QUuid, int> m_attempts;
    QHash<QByteArray, int> m_items;
    std::vector<QByteArray> m_versions;         ///< by item
    std::vector<std::vector<Answer>> m_answers; ///< by person
    std::vector<bool> m_isOut;
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

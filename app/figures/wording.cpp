// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures/wording.h"

#include "figures/figure.h"

#include <algorithm>

using base::Phrase;
using course::FigureRow;
using course::Qualifier;
using course::Question;

namespace figures {

namespace {

QString nameOf(Question question)
{
    switch (question) {
    case Question::Left:
        return QStringLiteral("left");
    case Question::Back:
        return QStringLiteral("back");
    case Question::Work:
        return QStringLiteral("work");
    case Question::Detention:
        return QStringLiteral("detention");
    case Question::Family:
        return QStringLiteral("family");
    case Question::Other:
        break;
    }
    return QStringLiteral("other");
}

QString peopleId(Qualifier qualifier, bool sameNumber)
{
    switch (qualifier) {
    case Qualifier::Exact:
        return sameNumber ? QStringLiteral("people-same-number") : QStringLiteral("people");
    case Qualifier::AtLeast:
        return QStringLiteral("people-at-least");
    case Qualifier::MoreThan:
        return QStringLiteral("people-more-than");
    case Qualifier::UpTo:
        return QStringLiteral("people-up-to");
    case Qualifier::About:
        return QStringLiteral("people-about");
    case Qualifier::Most:
    case Qualifier::Some:
    case Qualifier::NotReported:
        break;
    }
    return QStringLiteral("people-unknown");
}

QString totalId(Qualifier qualifier)
{
    switch (qualifier) {
    case Qualifier::AtLeast:
        return QStringLiteral("total-at-least");
    case Qualifier::MoreThan:
        return QStringLiteral("total-more-than");
    case Qualifier::UpTo:
        return QStringLiteral("total-up-to");
    case Qualifier::About:
        return QStringLiteral("total-about");
    case Qualifier::Exact:
    case Qualifier::Most:
    case Qualifier::Some:
    case Qualifier::NotReported:
        break;
    }
    return QStringLiteral("total-unknown");
}

} // namespace

Phrase asWritten(const QString &text)
{
    return {QStringLiteral("as-written"), {{QStringLiteral("text"), text}}};
}

Phrase plainly(const char *id)
{
    return {QString::fromLatin1(id), {}};
}

QVariant inner(const Phrase &phrase)
{
    return QVariant::fromValue(phrase);
}

Phrase titleOf(Question question)
{
    return {QStringLiteral("question-") + nameOf(question), {}};
}

Phrase topicOf(Question question)
{
    return {QStringLiteral("topic-") + nameOf(question), {}};
}

Phrase wordsFor(course::Status status)
{
    switch (status) {
    case course::Status::EssayOnly:
        return plainly("status-essay-only");
    case course::Status::Corroborated:
        return plainly("status-corroborated");
    case course::Status::Disputed:
        return plainly("status-disputed");
    case course::Status::NotFound:
        break;
    }
    return plainly("status-not-found");
}

Phrase peopleOf(const FigureRow &row, bool sameNumber)
{
    const Qualifier qualifier = row.total ? row.totalQualifier : Qualifier::NotReported;
    Phrase people{peopleId(qualifier, sameNumber), {{QStringLiteral("counted"), row.counted}}};
    if (row.total)
        people.arguments.insert(QStringLiteral("total"), *row.total);
    return people;
}

Phrase whoOf(const FigureRow &row, bool sameNumber)
{
    Phrase people = peopleOf(row, sameNumber);
    if (row.event.isEmpty())
        return people;
    return {QStringLiteral("who"), {{QStringLiteral("people"), inner(people)}, {QStringLiteral("event"), row.event}}};
}

QVariant totalOf(const FigureRow &row)
{
    if (!row.total)
        return inner(plainly("total-unknown"));
    if (row.totalQualifier == Qualifier::Exact)
        return *row.total;
    return inner({totalId(row.totalQualifier), {{QStringLiteral("total"), *row.total}}});
}

Phrase withStatus(const Phrase &sentence, course::Status status)
{
    return {QStringLiteral("spot-status"),
            {{QStringLiteral("sentence"), inner(sentence)}, {QStringLiteral("status"), inner(wordsFor(status))}}};
}

Phrase dateOf(const FigureRow &row)
{
    return row.date.isEmpty() ? plainly("undated") : asWritten(row.date);
}

Phrase windowOf(const FigureRow &row)
{
    if (!row.windowText.isEmpty())
        return asWritten(row.windowText);
    // The duration's own spelling is hard to read, but to call it "not said" would be untrue.
    return row.window.isEmpty() ? plainly("not-said") : asWritten(row.window);
}

Phrase onceOrInOrder(const std::vector<Phrase> &phrases)
{
    Phrase all = phrases.front();
    if (std::ranges::all_of(phrases, [&all](const Phrase &one) { return one == all; }))
        return all;
    for (std::size_t index = 1; index < phrases.size(); ++index)
        all = {QStringLiteral("in-order"),
               {{QStringLiteral("first"), inner(all)}, {QStringLiteral("second"), inner(phrases[index])}}};
    return all;
}

} // namespace figures

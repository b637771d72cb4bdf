// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reviewpresenter.h"

#include "figures/smallnumbers.h"
#include "insight/beliefs.h"
#include "insight/material.h"
#include "workshop/past.h"

#include <algorithm>
#include <utility>

namespace desk {

namespace {

using insight::Occasion;
using insight::Reviewed;
using insight::Spread;
using Step = ReviewView::Step;

/// A count that is few enough to be known for somebody's.
bool isHidden(const items::Item &item, int count)
{
    return items::isSensitive(item) && count > 0 && count <= figures::few;
}

} // namespace

ReviewPresenter::ReviewPresenter(Room &room, QObject *parent) : QObject(parent), m_room(room), m_counting(room)
{
    connect(&m_room, &Room::changed, this, &ReviewPresenter::onRoomChanged);
    connect(&m_counting, &RoomCount::changed, this, &ReviewPresenter::changed);
}

void ReviewPresenter::open(const ReviewSubject &subject)
{
    m_subject = subject;
    m_view = {};
    m_view.title = subject.title;
    m_session.reset();
    m_answers = {};
    if (const journal::Result<void> found = read(subject); !found)
        m_view.problem = found.error();
    if (m_session) {
        const workshop::Setting &setting = m_session->setting();
        m_view.people = setting.room;
        if (subject.title.isEmpty())
            m_view.title = setting.isRehearsal ? tr("Rehearsal · %1").arg(setting.plan.title) : setting.plan.title;
    }
    arrange();
    m_view.at = m_view.items.empty() ? -1 : 0;
    Q_EMIT changed();
}

journal::Result<void> ReviewPresenter::read(const ReviewSubject &subject)
{
    const QString prefix = course().id + u'/';
    insight::Filter filter = subject.filter;
    filter.versions = insight::versionsOf(course());
    if (!subject.session.isNull()) {
        filter.sessions = std::vector{subject.session};
        const auto statements = m_room.ledger().read({.objectPrefix = prefix, .session = subject.session});
        if (!statements)
            return tl::unexpected(statements.error());
        m_session = workshop::replay(prefix, subject.session, *statements);
    }
    auto answers = insight::answersIn(m_room.ledger(), prefix, filter);
    if (!answers)
        return tl::unexpected(answers.error());
    m_answers = std::move(**answers);
    return {};
}

void ReviewPresenter::arrange()
{
    std::vector<const workshop::Session *> sessions;
    if (m_session)
        sessions.push_back(&*m_session);
    m_view.items = insight::reviewed(course(), sessions, m_answers, m_view.order);
}

const Reviewed *ReviewPresenter::current() const
{
    const bool isThere = m_view.at >= 0 && m_view.at < std::ssize(m_view.items);
    return isThere ? &m_view.items[static_cast<std::size_t>(m_view.at)] : nullptr;
}

const items::Item *ReviewPresenter::item() const
{
    const Reviewed *reviewed = current();
    return reviewed == nullptr ? nullptr : course::findItem(course(), reviewed->item);
}

QString ReviewPresenter::resultText(const Reviewed &reviewed) const
{
    const items::Item *item = course::findItem(course(), reviewed.item);
    return item == nullptr ? QString() : resultOf(*item, reviewed.first().spread);
}

QString ReviewPresenter::resultText(const Occasion &occasion) const
{
    return item() == nullptr ? QString() : resultOf(*item(), occasion.spread);
}

QString ReviewPresenter::resultOf(const items::Item &item, const Spread &spread) const
{
    if (spread.isUncounted())
        return tr("how many answered is not known");
    if (!spread.isTold())
        return tr("fewer than %1 answered").arg(figures::leastAnswers);
    if (!spread.right)
        return spread.isRoom ? tr("%1 in the room").arg(spread.answered) : tr("%1 answered").arg(spread.answered);
    if (isHidden(item, *spread.right))
        return tr("a few of %1 had it").arg(spread.answered);
    return tr("%1 of %2 had it").arg(*spread.right).arg(spread.answered);
}

tl::expected<figures::PreparedFigure, figures::Refusal> ReviewPresenter::figureOf(const Occasion &occasion) const
{
    const items::Item *asked = item();
    if (asked == nullptr || !items::isChosenFrom(*asked))
        return tl::unexpected(figures::Refusal());
    return figures::prepareAnswers(answersOf(*asked, occasion.spread));
}

std::vector<ReviewPresenter::Behind> ReviewPresenter::behind() const
{
    std::vector<Behind> found;
    const items::Item *asked = item();
    if (asked == nullptr || !current()->first().spread.isTold())
        return found;
    const Spread &spread = current()->first().spread;
    for (const insight::Behind &one : insight::behind(course(), *asked, spread)) {
        const QString letters = one.options.join(QStringLiteral(", ")).toUpper();
        const QString heading = isHidden(*asked, one.count) ? tr("Behind %1, a few of %2").arg(letters)
                                : one.isAtLeast ? tr("Behind %1, at least %2 of %3").arg(letters).arg(one.count)
                                                : tr("Behind %1, %2 of %3").arg(letters).arg(one.count);
        found.push_back({one.statement, heading.arg(spread.answered)});
    }
    return found;
}

QString ReviewPresenter::certaintyText() const
{
    const items::Item *asked = item();
    if (asked == nullptr)
        return {};
    const auto &occasions = current()->occasions;
    const auto known = std::ranges::find_if(occasions, [](const Occasion &one) { return one.boxes.n() > 0; });
    if (known == occasions.end() || known->boxes.n() < figures::leastAnswers)
        return {};
    const int sure = known->boxes.sureNot;
    const int without = sure + known->boxes.unsureNot;
    if (without == 0)
        return tr("Everybody who was asked how sure they are had it.");
    if (sure == 0)
        return tr("Nobody was sure who did not have it.");
    if (isHidden(*asked, sure))
        return tr("A few were sure, and did not have it.");
    if (isHidden(*asked, without - sure))
        return tr("Nearly all who did not have it were sure.");
    return tr("Of %1 who did not have it, %2 were sure.").arg(without).arg(sure);
}

std::vector<const items::Item *> ReviewPresenter::siblings() const
{
    const items::Item *asked = item();
    if (asked == nullptr)
        return {};
    QStringList answered;
    for (const Reviewed &one : m_view.items)
        answered.append(one.item);
    return insight::siblingsOf(course(), *asked, answered);
}

Projection ReviewPresenter::told() const
{
    const items::Item *asked = item();
    return asked == nullptr
               ? Projection()
               : whereTold(course(), items::tagValues(*asked, QStringLiteral("section")).value(0), asked->tags);
}

Projection ReviewPresenter::projection() const
{
    Projection shown;
    if (!m_view.isBlank && askedNow() != nullptr)
        return askedProjection();
    const items::Item *asked = item();
    if (m_view.isBlank || asked == nullptr) {
        shown.kind = m_view.isBlank ? Projection::Kind::Blank : Projection::Kind::Nothing;
        return shown;
    }
    if (m_view.where)
        return wherePart(told(), *m_view.where);
    workshop::Asking asking;
    asking.isRevealed = m_view.step != Step::Answers;
    shown.kind = m_view.step == Step::Explained ? Projection::Kind::Explanation : Projection::Kind::Question;
    shown.title = asked->title;
    shown.asked = askedItem(*asked, asking);
    // Two times side by side are as many as can be read at the back: the first, and the latest. Where nothing is chosen
    // from options there is nothing to set side by side.
    const auto &occasions = current()->occasions;
    if (items::isChosenFrom(*asked))
        shown.asked.rounds.push_back(answersOf(*asked, occasions.front().spread));
    if (items::isChosenFrom(*asked) && occasions.size() > 1) {
        shown.asked.rounds.push_back(answersOf(*asked, occasions.back().spread));
        shown.asked.roundNames = {nameOf(occasions.front()), nameOf(occasions.back())};
    }
    if (m_view.step == Step::Explained && explanationParts(*asked) > 1)
        shown.asked = explanationPart(std::move(shown.asked), m_view.part);
    return shown;
}

Projection ReviewPresenter::askedProjection() const
{
    const items::Item &asked = *askedNow();
    Projection shown;
    shown.kind = m_askedPart < 0 ? Projection::Kind::Question : Projection::Kind::Explanation;
    shown.title = asked.title;
    shown.asked = askedItem(asked, m_counting.asking());
    shown.asked.remark = changeText();
    // Who is asked at once has not read the case: all of it stands there, as far as it fits.
    shown.asked.isSplit = false;
    if (m_askedPart >= 0 && explanationParts(asked) > 1)
        shown.asked = explanationPart(std::move(shown.asked), m_askedPart);
    return shown;
}

bool ReviewPresenter::canAsk(const items::Item &sibling) const
{
    return m_session && m_session->phase() != workshop::Session::Phase::Planned &&
           (!m_room.isOpen() || m_room.session().id() == m_session->id()) && items::isChosenFrom(sibling) &&
           (sibling.single || m_session->setting().room > 0);
}

QString ReviewPresenter::changeText() const
{
    const items::Item *asked = askedNow();
    const workshop::Asking asking = m_counting.asking();
    if (asked == nullptr || current() == nullptr || !asking.isRevealed || asking.rounds.empty())
        return {};
    const items::Item *before = item();
    const Spread spread = insight::spreadOf(*asked, asking.rounds.front());
    const Occasion &first = current()->first();
    if (before == nullptr || spread.isUncounted() || first.spread.isUncounted())
        return {};
    const QString now = resultOf(*asked, spread);
    const QString then = resultOf(*before, first.spread);
    const auto talked = std::ranges::find_if(current()->occasions, [](const Occasion &one) {
        return one.given == insight::Given::InTheRoom && one.round > 1;
    });
    // What talking had done already is no part of the step from that question to this one.
    if (first.given == insight::Given::InTheRoom && talked != current()->occasions.end())
        return tr("Now %1. Of the question before, %2, and after talking %3.")
            .arg(now, then, resultOf(*before, talked->spread));
    return tr("Now %1. Of the question before, %2.").arg(now, then);
}

void ReviewPresenter::ask(const QString &item)
{
    const items::Item *asked = course::findItem(course(), item);
    if (asked == nullptr || !canAsk(*asked))
        return;
    if (!m_room.isOpen()) {
        if (const auto error = m_room.goOn(m_session->id())) {
            m_view.problem = error;
            Q_EMIT changed();
            return;
        }
        m_hasOpened = true;
    }
    m_view.asking = item;
    m_view.isBlank = false;
    m_view.where.reset();
    m_askedPart = -1;
    m_counting.setItem(asked);
    Q_EMIT changed();
}

void ReviewPresenter::stopAsking()
{
    if (m_view.asking.isEmpty())
        return;
    m_counting.setItem(nullptr);
    m_view.asking.clear();
    m_askedPart = -1;
    if (std::exchange(m_hasOpened, false))
        m_room.leave();
    // What was asked is part of the session now, and so of its review.
    const QString kept = current() == nullptr ? QString() : current()->item;
    if (const journal::Result<void> found = read(m_subject); !found)
        m_view.problem = found.error();
    arrange();
    const auto same = std::ranges::find(m_view.items, kept, &Reviewed::item);
    m_view.at = same == m_view.items.end() ? std::min<qsizetype>(m_view.at, std::ssize(m_view.items) - 1)
                                           : same - m_view.items.begin();
    Q_EMIT changed();
}

void ReviewPresenter::onRoomChanged()
{
    if (m_view.asking.isEmpty())
        return;
    m_counting.refresh();
    Q_EMIT changed();
}

void ReviewPresenter::choose(qsizetype at)
{
    if (at < 0 || at >= std::ssize(m_view.items))
        return;
    stopAsking();
    m_view.at = at;
    m_view.step = Step::Answers;
    m_view.part = 0;
    m_view.where.reset();
    m_view.isBlank = false;
    Q_EMIT changed();
}

void ReviewPresenter::goOn()
{
    const items::Item *asked = item();
    if (asked == nullptr)
        return;
    if (m_view.isBlank) {
        escape();
    } else if (askedNow() != nullptr) {
        goOnAsking();
    } else if (m_view.where) {
        showWhere();
    } else if (m_view.step == Step::Answers) {
        reveal();
    } else if (m_view.step == Step::Revealed) {
        m_view.step = Step::Explained;
        Q_EMIT changed();
    } else if (m_view.part + 1 < explanationParts(*asked)) {
        ++m_view.part;
        Q_EMIT changed();
    } else {
        choose(m_view.at + 1);
    }
}

/// To what holds, to why, and back to the review.
void ReviewPresenter::goOnAsking()
{
    if (!m_counting.asking().isRevealed) {
        m_counting.reveal();
    } else if (m_askedPart + 1 < explanationParts(*askedNow())) {
        ++m_askedPart;
        Q_EMIT changed();
    } else {
        stopAsking();
    }
}

void ReviewPresenter::goBack()
{
    if (item() == nullptr)
        return;
    if (m_view.where || m_view.isBlank || askedNow() != nullptr) {
        escape();
    } else if (m_view.part > 0) {
        --m_view.part;
        Q_EMIT changed();
    } else if (m_view.step == Step::Answers) {
        choose(m_view.at - 1);
    } else {
        m_view.step = m_view.step == Step::Explained ? Step::Revealed : Step::Answers;
        Q_EMIT changed();
    }
}

void ReviewPresenter::reveal()
{
    if (askedNow() != nullptr) {
        m_counting.reveal();
        return;
    }
    if (item() == nullptr || m_view.step != Step::Answers)
        return;
    escape();
    m_view.step = Step::Revealed;
    Q_EMIT changed();
}

void ReviewPresenter::showWhere()
{
    if (item() == nullptr || askedNow() != nullptr)
        return;
    m_view.where = whereAfter(m_view.where, told());
    m_view.isBlank = false;
    Q_EMIT changed();
}

void ReviewPresenter::blank()
{
    m_view.isBlank = !m_view.isBlank;
    Q_EMIT changed();
}

void ReviewPresenter::setOrder(insight::Order order)
{
    if (m_view.order == order)
        return;
    const QString kept = current() == nullptr ? QString() : current()->item;
    m_view.order = order;
    arrange();
    const auto found = std::ranges::find(m_view.items, kept, &Reviewed::item);
    m_view.at = found == m_view.items.end() ? -1 : found - m_view.items.begin();
    Q_EMIT changed();
}

void ReviewPresenter::escape()
{
    if (!m_view.where && !m_view.isBlank) {
        stopAsking();
        return;
    }
    m_view.where.reset();
    m_view.isBlank = false;
    Q_EMIT changed();
}

} // namespace desk

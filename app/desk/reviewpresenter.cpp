// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reviewpresenter.h"

#include "figures/smallnumbers.h"
#include "items/gift.h"
#include "workshop/past.h"

#include <algorithm>

namespace desk {

namespace {

using insight::Given;
using insight::Occasion;
using insight::Reviewed;
using insight::Spread;
using workshop::When;
using Step = ReviewView::Step;

/// The counts of an occasion, as a round of a room has them.
workshop::Round roundOf(const Spread &spread)
{
    workshop::Round round;
    round.isClosed = true;
    for (qsizetype option = 0; option < std::ssize(spread.options); ++option)
        round.counts.insert(items::optionKey(option), spread.options[static_cast<std::size_t>(option)]);
    if (spread.dontKnow > 0)
        round.counts.insert(QStringLiteral("?"), spread.dontKnow);
    return round;
}

QHash<QString, QString> versionsOf(const course::Course &course)
{
    QHash<QString, QString> versions;
    const auto add = [&versions](const std::vector<items::Item> &some) {
        for (const items::Item &item : some)
            versions.insert(item.id, items::itemVersion(item));
    };
    for (const course::Module &module : course.modules)
        add(module.items);
    for (const course::Form &form : course.forms)
        add(form.items);
    return versions;
}

bool isSensitive(const items::Item &item)
{
    return item.tags.contains(QLatin1String("sensitive"));
}

/// A count that is few enough to be known for somebody's.
bool isHidden(const items::Item &item, int count)
{
    return isSensitive(item) && count > 0 && count <= figures::few;
}

} // namespace

ReviewPresenter::ReviewPresenter(const course::Course &course, const journal::Journal &journal, QObject *parent)
    : QObject(parent), m_course(course), m_journal(journal)
{
}

void ReviewPresenter::open(const ReviewSubject &subject)
{
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
    const QString prefix = m_course.id + u'/';
    insight::Filter filter = subject.filter;
    filter.versions = versionsOf(m_course);
    if (!subject.session.isNull()) {
        filter.session = subject.session;
        const auto statements = m_journal.read({.objectPrefix = prefix, .session = subject.session});
        if (!statements)
            return tl::unexpected(statements.error());
        m_session = workshop::replay(prefix, subject.session, *statements);
    }
    auto answers = insight::answersIn(m_journal, prefix, filter);
    if (!answers)
        return tl::unexpected(answers.error());
    m_answers = std::move(**answers);
    return {};
}

void ReviewPresenter::arrange()
{
    const workshop::Session *session = m_session ? &*m_session : nullptr;
    m_view.items = insight::reviewed(m_course, session, m_answers, m_view.order);
}

const Reviewed *ReviewPresenter::current() const
{
    const bool isThere = m_view.at >= 0 && m_view.at < std::ssize(m_view.items);
    return isThere ? &m_view.items[static_cast<std::size_t>(m_view.at)] : nullptr;
}

const items::Item *ReviewPresenter::item() const
{
    const Reviewed *reviewed = current();
    return reviewed == nullptr ? nullptr : course::findItem(m_course, reviewed->item);
}

QString ReviewPresenter::resultText(const Reviewed &reviewed) const
{
    const Spread &spread = reviewed.first().spread;
    const items::Item *item = course::findItem(m_course, reviewed.item);
    if (spread.answered < figures::leastAnswers)
        return tr("fewer than %1 answered").arg(figures::leastAnswers);
    if (!spread.right || item == nullptr)
        return tr("%1 answered").arg(spread.answered);
    if (isHidden(*item, *spread.right))
        return tr("a few of %1 had it").arg(spread.answered);
    return tr("%1 of %2 had it").arg(*spread.right).arg(spread.answered);
}

tl::expected<figures::PreparedFigure, figures::Refusal> ReviewPresenter::figureOf(const Occasion &occasion) const
{
    const items::Item *asked = item();
    if (asked == nullptr)
        return tl::unexpected(figures::Refusal());
    return figures::prepareAnswers(
        answersOf(*asked, roundOf(occasion.spread), occasion.spread.answered + occasion.spread.unanswered));
}

QString ReviewPresenter::nameOf(const Occasion &occasion)
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

std::vector<ReviewPresenter::Behind> ReviewPresenter::behind() const
{
    std::vector<Behind> found;
    const items::Item *asked = item();
    if (asked == nullptr || current()->first().spread.answered < figures::leastAnswers)
        return found;
    const Spread &spread = current()->first().spread;
    for (const course::Misconception &misconception : m_course.misconceptions) {
        Behind one{misconception.statement, {}, {}, 0};
        for (qsizetype option = 0; option < std::ssize(spread.options); ++option) {
            const QString key = items::optionKey(option);
            const bool isShown = std::ranges::any_of(misconception.shownBy, [&](const auto &sign) {
                return sign.item == asked->id && sign.options.contains(key);
            });
            if (!isShown)
                continue;
            one.options.append(key);
            one.count += spread.options[static_cast<std::size_t>(option)];
        }
        if (one.count == 0)
            continue;
        const QString letters = one.options.join(QStringLiteral(", ")).toUpper();
        one.heading = isHidden(*asked, one.count)
                          ? tr("Behind %1, a few of %2").arg(letters).arg(spread.answered)
                          : tr("Behind %1, %2 of %3").arg(letters).arg(one.count).arg(spread.answered);
        found.push_back(one);
    }
    std::ranges::stable_sort(found, std::greater(), &Behind::count);
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
    const int without = known->boxes.sureNot + known->boxes.unsureNot;
    if (without == 0)
        return tr("Everybody who was asked how sure they are had it.");
    if (isHidden(*asked, known->boxes.sureNot) || isHidden(*asked, without))
        return tr("A few were sure, and did not have it.");
    return tr("Of %1 who did not have it, %2 were sure.").arg(without).arg(known->boxes.sureNot);
}

std::vector<const items::Item *> ReviewPresenter::siblings() const
{
    const items::Item *asked = item();
    if (asked == nullptr)
        return {};
    QStringList answered;
    for (const Reviewed &one : m_view.items)
        answered.append(one.item);
    return insight::siblingsOf(m_course, *asked, answered);
}

Projection ReviewPresenter::projection() const
{
    Projection shown;
    const items::Item *asked = item();
    if (m_view.isBlank || asked == nullptr) {
        shown.kind = m_view.isBlank ? Projection::Kind::Blank : Projection::Kind::Nothing;
        return shown;
    }
    if (m_view.isWhere)
        return whereTold(m_course, items::tagValues(*asked, QStringLiteral("section")).value(0), asked->tags);
    workshop::Asking asking;
    asking.isRevealed = m_view.step != Step::Answers;
    shown.kind = m_view.step == Step::Explained ? Projection::Kind::Explanation : Projection::Kind::Question;
    shown.title = asked->title;
    shown.asked = askedItem(*asked, asking, 0);
    // Two times side by side are as many as can be read at the back: the first, and the latest.
    const auto &occasions = current()->occasions;
    const auto show = [&](const Occasion &one) {
        const Spread &spread = one.spread;
        shown.asked.rounds.push_back(answersOf(*asked, roundOf(spread), spread.answered + spread.unanswered));
    };
    show(occasions.front());
    if (occasions.size() > 1)
        show(occasions.back());
    if (m_view.step == Step::Explained && explanationParts(*asked) > 1)
        shown.asked = explanationPart(std::move(shown.asked), m_view.part);
    return shown;
}

void ReviewPresenter::choose(qsizetype at)
{
    if (at < 0 || at >= std::ssize(m_view.items))
        return;
    m_view.at = at;
    m_view.step = Step::Answers;
    m_view.part = 0;
    m_view.isWhere = false;
    m_view.isBlank = false;
    Q_EMIT changed();
}

void ReviewPresenter::goOn()
{
    const items::Item *asked = item();
    if (asked == nullptr)
        return;
    if (m_view.isWhere || m_view.isBlank) {
        escape();
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

void ReviewPresenter::goBack()
{
    if (item() == nullptr)
        return;
    if (m_view.isWhere || m_view.isBlank) {
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
    if (item() == nullptr || m_view.step != Step::Answers)
        return;
    escape();
    m_view.step = Step::Revealed;
    Q_EMIT changed();
}

void ReviewPresenter::showWhere()
{
    if (item() == nullptr)
        return;
    m_view.isWhere = !m_view.isWhere;
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
    if (!m_view.isWhere && !m_view.isBlank)
        return;
    m_view.isWhere = false;
    m_view.isBlank = false;
    Q_EMIT changed();
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reportpresenter.h"

#include <QDateTime>
#include <QScopedValueRollback>

#include <algorithm>

namespace desk {

using Choice = ReportView::Choice;

namespace {

QDate dayOf(const Choice &choice)
{
    return QDateTime::fromMSecsSinceEpoch(choice.session.beganAt).date();
}

} // namespace

ReportPresenter::ReportPresenter(const course::Course &course, const journal::Journal &journal,
                                 insight::Progress progress, QObject *parent)
    : QObject(parent), m_course(course), m_journal(journal), m_progress(std::move(progress))
{
}

void ReportPresenter::open(const QUuid &session)
{
    m_choices.clear();
    m_material = {};
    takeDays();
    showChoices();
    m_view.wasStopped = false;
    m_view.problem.reset();
    const auto held = workshop::sessionsIn(m_journal, m_course.id + u'/');
    if (!held) {
        m_view.problem = held.error();
        m_view.report = {};
        Q_EMIT changed();
        return;
    }
    for (const workshop::HeldSession &one : *held) {
        const workshop::PastSession past = workshop::summaryOf(one);
        // What was rehearsed is never mixed in, but can be looked at by itself.
        if (!past.isRehearsal || past.id == session)
            m_choices.push_back({past, session.isNull() || past.id == session});
    }
    takeDays();
    m_choices.push_back({{}, session.isNull()});
    showChoices();
    read();
}

void ReportPresenter::takeDays()
{
    std::vector<QDate> &days = m_view.days;
    days.clear();
    std::ranges::transform(m_choices, std::back_inserter(days), dayOf);
    std::ranges::sort(days);
    days.erase(std::unique(days.begin(), days.end()), days.end());
    m_view.from = days.empty() ? QDate() : days.front();
    m_view.until = days.empty() ? QDate() : days.back();
}

void ReportPresenter::showChoices()
{
    m_view.choices.clear();
    std::ranges::copy_if(m_choices, std::back_inserter(m_view.choices), [this](const Choice &choice) {
        return choice.isOutside() || (dayOf(choice) >= m_view.from && dayOf(choice) <= m_view.until);
    });
}

insight::Scope ReportPresenter::scope() const
{
    insight::Scope scope;
    scope.goes = m_view.goes;
    // At the first day and at the last one nothing is left out of what was answered outside of workshops.
    if (!m_view.days.empty() && m_view.from != m_view.days.front())
        scope.from = m_view.from.startOfDay().toMSecsSinceEpoch();
    if (!m_view.days.empty() && m_view.until != m_view.days.back())
        scope.until = m_view.until.addDays(1).startOfDay().toMSecsSinceEpoch();
    scope.sessions.emplace();
    for (const Choice &choice : m_view.choices) {
        if (choice.isOn)
            scope.sessions->push_back(choice.session.id);
    }
    return scope;
}

void ReportPresenter::read()
{
    if (m_isReading)
        return; // while its progress is told, nothing else begins
    const QScopedValueRollback guard(m_isReading, true);
    m_material = {};
    m_view.wasStopped = false;
    m_view.problem.reset();
    Q_EMIT readingBegan();
    auto material = insight::materialOf(m_course, m_journal, scope(), m_progress);
    Q_EMIT readingEnded();
    if (!material)
        m_view.problem = material.error();
    else if (!*material)
        m_view.wasStopped = true;
    else
        m_material = **std::move(material);
    m_view.report = forLeaving(false);
    Q_EMIT changed();
}

void ReportPresenter::setReader(insight::Reader reader)
{
    if (m_view.reader == reader)
        return;
    m_view.reader = reader;
    m_view.report = forLeaving(false);
    Q_EMIT changed();
}

void ReportPresenter::setGoes(insight::Goes goes)
{
    if (m_view.goes == goes)
        return;
    m_view.goes = goes;
    read();
}

void ReportPresenter::setFrom(const QDate &day)
{
    setDays(day, std::max(day, m_view.until));
}

void ReportPresenter::setUntil(const QDate &day)
{
    setDays(std::min(day, m_view.from), day);
}

void ReportPresenter::setDays(const QDate &from, const QDate &until)
{
    if (m_view.from == from && m_view.until == until)
        return;
    m_view.from = from;
    m_view.until = until;
    showChoices();
    read();
}

void ReportPresenter::choose(const QUuid &session, bool isOn)
{
    const auto found = std::ranges::find_if(m_choices, [&](const Choice &one) { return one.session.id == session; });
    if (found == m_choices.end() || found->isOn == isOn)
        return;
    found->isOn = isOn;
    showChoices();
    read();
}

insight::Report ReportPresenter::forLeaving(bool isScrubbed) const
{
    return insight::reportOf(m_course, m_material, m_view.reader, isScrubbed);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reportpresenter.h"

#include <algorithm>

namespace desk {

using Choice = ReportView::Choice;

ReportPresenter::ReportPresenter(const course::Course &course, const journal::Journal &journal,
                                 insight::Progress progress, QObject *parent)
    : QObject(parent), m_course(course), m_journal(journal), m_progress(std::move(progress))
{
}

void ReportPresenter::open(const QUuid &session)
{
    m_view.choices.clear();
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
            m_view.choices.push_back({past, session.isNull() || past.id == session});
    }
    read();
}

/// All of them take in what was answered outside of any workshop.
insight::Scope ReportPresenter::scope() const
{
    insight::Scope scope;
    if (std::ranges::all_of(m_view.choices, &Choice::isOn) &&
        std::ranges::none_of(m_view.choices, [](const Choice &one) { return one.session.isRehearsal; }))
        return scope;
    for (const Choice &choice : m_view.choices) {
        if (choice.isOn)
            scope.sessions.push_back(choice.session.id);
    }
    return scope;
}

void ReportPresenter::read()
{
    m_material = {};
    m_view.wasStopped = false;
    m_view.problem.reset();
    if (m_view.choices.empty() || std::ranges::any_of(m_view.choices, &Choice::isOn)) {
        auto material = insight::materialOf(m_course, m_journal, scope(), m_progress);
        if (!material)
            m_view.problem = material.error();
        else if (!*material)
            m_view.wasStopped = true;
        else
            m_material = **std::move(material);
    }
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

void ReportPresenter::choose(const QUuid &session, bool isOn)
{
    const auto found =
        std::ranges::find_if(m_view.choices, [&](const Choice &one) { return one.session.id == session; });
    if (found == m_view.choices.end() || found->isOn == isOn)
        return;
    found->isOn = isOn;
    read();
}

insight::Report ReportPresenter::forLeaving(bool isScrubbed) const
{
    return insight::reportOf(m_course, m_material, m_view.reader, isScrubbed);
}

} // namespace desk

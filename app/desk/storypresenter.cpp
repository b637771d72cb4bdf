// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/storypresenter.h"

#include <algorithm>

namespace desk {

using base::Statement;
using base::Verb;
using course::Story;

StoryPresenter::StoryPresenter(Study &study, QObject *parent) : QObject(parent), m_study(study) {}

void StoryPresenter::open(const Story &story)
{
    m_story = &story;
    const std::vector<Statement> latest = m_study.latestWalk(story.id);
    if (latest.empty()) {
        openAgain();
        return;
    }
    begin(latest.front().attempt);
    replay(latest);
    Q_EMIT changed();
}

void StoryPresenter::openAgain()
{
    const Statement started = m_study.newWalk(m_story->id);
    begin(started.attempt);
    m_study.record(started);
    Q_EMIT changed();
}

void StoryPresenter::begin(const QUuid &attempt)
{
    m_attempt = attempt;
    m_followed.clear();
    m_path = {{m_story->start, -1}};
}

const Story::Passage *StoryPresenter::passageNamed(const QString &name) const
{
    const auto found = std::ranges::find(m_story->passages, name, &Story::Passage::name);
    return found == m_story->passages.end() ? nullptr : &*found;
}

const Story::Passage *StoryPresenter::passage() const
{
    return m_story == nullptr ? nullptr : passageNamed(m_path.back().passage);
}

bool StoryPresenter::hasFollowed(const QString &passage, int choice) const
{
    return std::ranges::find(m_followed, StoryStep{passage, choice}) != m_followed.end();
}

void StoryPresenter::choose(int choice)
{
    const Story::Passage *from = passage();
    if (m_isWriting || from == nullptr || choice < 0 || choice >= static_cast<int>(from->choices.size()))
        return;
    const Story::Choice &chosen = from->choices[static_cast<std::size_t>(choice)];
    Statement statement = m_study.walked(m_story->id, m_attempt, from->name, chosen.to);
    m_isWriting = true;
    m_study.record(statement, [this, name = from->name, choice](const journal::Result<Statement> &written) {
        m_isWriting = false;
        if (!written)
            return; // the study tells why, and the page stays as it is
        follow(name, choice);
        if (passage()->isEnd())
            m_study.record(m_study.finishedWalk(m_story->id, m_attempt));
        Q_EMIT changed();
    });
}

void StoryPresenter::returnTo(std::size_t step)
{
    if (m_isWriting || step >= m_path.size())
        return;
    m_path.resize(step + 1);
    m_path.back().chosen = -1;
    Q_EMIT changed();
}

/// A story has no cycles, so a passage stands on the path once at most.
void StoryPresenter::follow(const QString &from, int choice)
{
    const auto at = std::ranges::find(m_path, from, &StoryStep::passage);
    const Story::Passage *passage = passageNamed(from);
    if (at == m_path.end() || passage == nullptr || choice < 0 || choice >= static_cast<int>(passage->choices.size()))
        return;
    m_path.erase(at + 1, m_path.end());
    m_path.back().chosen = choice;
    if (!hasFollowed(from, choice))
        m_followed.push_back({from, choice});
    m_path.push_back({passage->choices[static_cast<std::size_t>(choice)].to, -1});
}

/// A step to a passage that the story no longer has, or from one that is not on the path, is passed over.
void StoryPresenter::replay(const std::vector<Statement> &statements)
{
    for (const Statement &statement : statements) {
        if (statement.verb != Verb::Chose)
            continue;
        const QString from = statement.result.value(QLatin1String("from")).toString();
        const QString to = statement.result.value(QLatin1String("to")).toString();
        const Story::Passage *passage = passageNamed(from);
        if (passage == nullptr)
            continue;
        const auto choice = std::ranges::find(passage->choices, to, &Story::Choice::to);
        if (choice != passage->choices.end())
            follow(from, static_cast<int>(choice - passage->choices.begin()));
    }
}

} // namespace desk

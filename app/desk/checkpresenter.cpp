// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/checkpresenter.h"

#include <algorithm>

namespace desk {

using quiz::ItemState;

CheckPresenter::CheckPresenter(Study &study, QObject *parent) : QObject(parent), m_study(study) {}

void CheckPresenter::open(const course::Module &module)
{
    if (auto latest = m_study.latestCheck(module))
        begin(module.id, std::move(*latest));
    else
        openAgain(module);
}

void CheckPresenter::openAgain(const course::Module &module, const QStringList &only)
{
    quiz::Conduct conduct = m_usual;
    conduct.asksCertainty = conduct.asksCertainty || module.asksCertainty;
    conduct.only = only;
    // A form is one set of questions, in one order, and nothing of it opens before its end.
    if (m_study.isForm(module.id)) {
        conduct.feedback = quiz::Conduct::Feedback::AtEnd;
        conduct.seed = 0;
        conduct.form = module.id.mid(module.id.indexOf(u'-') + 1);
    }
    quiz::Check check = m_study.newCheck(module, conduct);
    m_study.record(check.start());
    begin(module.id, std::move(check));
    show(0);
}

void CheckPresenter::begin(const QString &moduleId, quiz::Check check)
{
    m_view = {};
    m_view.moduleId = moduleId;
    m_check = std::move(check);
    if (m_check->isComplete())
        m_check->show(m_check->size());
    refresh();
}

void CheckPresenter::choose(const quiz::Response &response)
{
    if (m_isWriting || !m_view.canAnswer || m_view.awaitsCertainty)
        return;
    m_view.draft = response;
    Q_EMIT draftChanged();
}

bool CheckPresenter::hasHint() const
{
    return m_view.canAnswer && m_check->conduct().feedback == quiz::Conduct::Feedback::AfterTries &&
           m_check->state(m_view.at).tries > 0;
}

bool CheckPresenter::canCommit() const
{
    if (!m_view.canAnswer || !quiz::isComplete(item(m_view.at), m_view.draft))
        return false;
    const ItemState &state = m_check->state(m_view.at);
    return state.tries == 0 || state.response != m_view.draft; // the same once more is no other try
}

bool CheckPresenter::isFresh() const
{
    const auto isUntouched = [](const ItemState &state) {
        return state.phase == ItemState::Phase::Open && state.tries == 0;
    };
    return m_check && std::ranges::all_of(m_check->states(), isUntouched);
}

void CheckPresenter::commit()
{
    if (m_view.awaitsCertainty || !canCommit())
        return;
    if (!m_check->asksCertainty(m_view.at)) {
        give(m_view.draft, 0);
        return;
    }
    m_view.awaitsCertainty = true;
    Q_EMIT changed();
}

void CheckPresenter::beSure(int sure)
{
    if (m_view.awaitsCertainty)
        give(m_view.draft, sure);
}

void CheckPresenter::reconsider()
{
    m_view.awaitsCertainty = false;
    Q_EMIT changed();
}

/// Where nothing opens before the end, an answer leads to the next question.
void CheckPresenter::give(const quiz::Response &response, int sure)
{
    write(m_check->answer(m_view.at, response, sure), m_check->conduct().feedback == quiz::Conduct::Feedback::AtEnd);
}

void CheckPresenter::dontKnow()
{
    if (!m_view.isAtEnd())
        give(quiz::dontKnow(), 0);
}

void CheckPresenter::skip()
{
    if (m_view.isAtEnd())
        return;
    if (m_check->state(m_view.at).phase == ItemState::Phase::Open)
        write(m_check->skip(m_view.at), true);
    else
        next();
}

void CheckPresenter::write(const std::optional<base::Statement> &statement, bool moveOn)
{
    if (!statement || m_isWriting)
        return;
    m_isWriting = true;
    m_study.record(*statement, [this, moveOn](const journal::Result<base::Statement> &written) {
        m_isWriting = false;
        if (written)
            onWritten(*written, moveOn);
        else
            onFailed(written.error());
    });
}

void CheckPresenter::onWritten(const base::Statement &statement, bool moveOn)
{
    const bool wasComplete = m_check->isComplete();
    m_check->accept(statement);
    m_view.saving = m_study.isKept() ? CheckView::Saving::Saved : CheckView::Saving::NotKept;
    if (const auto completed = wasComplete ? std::nullopt : m_check->complete())
        m_study.record(*completed);
    if (moveOn)
        next();
    else
        refresh();
}

void CheckPresenter::onFailed(const journal::Error &error)
{
    m_view.saving = CheckView::Saving::Failed;
    m_view.error = error;
    Q_EMIT changed();
}

void CheckPresenter::next()
{
    show(m_view.at + 1);
}

void CheckPresenter::back()
{
    show(m_view.at - 1);
}

void CheckPresenter::showEnd()
{
    if (isThrough())
        show(m_view.count);
}

void CheckPresenter::show(qsizetype at)
{
    if (m_isWriting || at < 0 || at > m_view.count)
        return;
    m_check->show(at);
    m_view.draft.clear();
    m_view.awaitsCertainty = false;
    m_view.saving = CheckView::Saving::Nothing;
    if (const auto opened = m_check->open(at))
        m_study.record(*opened);
    refresh();
}

void CheckPresenter::showItem(const QString &id)
{
    const auto holds = [&](const std::vector<items::Item> &items) {
        return std::ranges::find(items, id, &items::Item::id) != items.end();
    };
    const course::Module *module = m_study.asked(m_view.moduleId);
    if (m_isWriting || module == nullptr || !holds(module->items))
        return;
    if (!holds(m_check->items()))
        openAgain(*module);
    show(std::ranges::find(m_check->items(), id, &items::Item::id) - m_check->items().begin());
}

void CheckPresenter::refresh()
{
    m_view.at = m_check->current();
    m_view.count = m_check->size();
    m_view.states = m_check->states();
    m_view.isRevealed = !m_view.isAtEnd() && m_check->isRevealed(m_view.at);
    m_view.canAnswer = !m_view.isAtEnd() && m_check->canAnswer(m_view.at);
    m_view.awaitsCertainty = false;
    if (!m_view.isAtEnd() && m_check->state(m_view.at).tries > 0)
        m_view.draft = m_check->state(m_view.at).response;
    Q_EMIT changed();
}

} // namespace desk

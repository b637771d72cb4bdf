// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/learnerflow.h"

#include "desk/keeper.h"
#include "desk/keptdialogs.h"
#include "desk/keptpage.h"
#include "desk/notebook.h"
#include "desk/startpage.h"

#include <utility>

namespace desk {

LearnerFlow::LearnerFlow(Study &study, Keeper &keeper, Notebook &notebook, keep::Store &store, QWidget *window)
    : m_study(study), m_keeper(keeper), m_notebook(notebook), m_store(store), m_window(window)
{
}

void LearnerFlow::setAsking(bool keeping, bool who)
{
    m_asksKeeping = keeping;
    m_asksWho = who;
}

void LearnerFlow::serve(StartPage &page)
{
    m_start = &page;
    connect(&page, &StartPage::keepChosen, this, &LearnerFlow::keepOrGuest);
    connect(&page, &StartPage::personChosen, this, &LearnerFlow::beSomebody);
    if (m_asksWho)
        offerFaces();
}

void LearnerFlow::serve(const KeptPage &page)
{
    connect(&page, &KeptPage::personWanted, this, &LearnerFlow::beSomebody);
    connect(&page, &KeptPage::guestWanted, this, &LearnerFlow::becomeGuest);
    connect(&page, &KeptPage::keepWanted, this, &LearnerFlow::stopBeingGuest);
    connect(&page, &KeptPage::forgetWanted, this, &LearnerFlow::forgetMe);
}

/// Everybody has a notebook of their own; a guest's is gone with the window, unless they stay.
void LearnerFlow::openNotebook()
{
    const QString folder = m_store.folder();
    const bool isInMemory = folder.isEmpty() || !m_study.isKept();
    m_notebook.open(isInMemory ? QString() : keep::notesFolder(folder, m_study.ledger().person()));
}

void LearnerFlow::offerFaces()
{
    const auto kept = m_keeper.openKept();
    if (!kept) {
        Q_EMIT told(problemText(kept.error()));
        return;
    }
    std::vector<keep::Face> faces;
    for (const journal::Person &person : (*kept)->persons().value_or(std::vector<journal::Person>()))
        faces.push_back(knownAs(m_keeper.faceOf(person.id), person));
    m_start->setFaces(faces);
}

/// Goes on as one of those who learn here, or as a guest; what a guest has done so far comes along.
void LearnerFlow::beSomebody(const QUuid &person)
{
    if (!person.isNull() && !askPin(m_window, m_keeper.faceOf(person)))
        return;
    m_asksWho = false;
    m_start->setFaces({});
    if (person.isNull()) {
        Q_EMIT startWanted();
        return;
    }
    if (m_study.isKept()) {
        m_keeper.choose(person);
        return;
    }
    auto kept = m_keeper.openKept();
    if (kept) {
        if (const auto chosen = (*kept)->choosePerson(person); !chosen)
            kept = tl::make_unexpected(chosen.error());
    }
    const auto moved = kept ? m_study.moveTo(std::move(*kept)) : tl::make_unexpected(kept.error());
    if (!moved) {
        Q_EMIT told(problemText(moved.error()));
        return;
    }
    openNotebook();
    Q_EMIT opened();
    Q_EMIT m_keeper.personChanged();
}

/// Where others learn here too, a guest says first who they are.
void LearnerFlow::stopBeingGuest()
{
    if (!m_keeper.hasFaces()) {
        keepOrGuest(true);
        return;
    }
    offerFaces();
    Q_EMIT startWanted();
}

void LearnerFlow::becomeGuest()
{
    m_keeper.becomeGuest();
    Q_EMIT told(tr("You are a guest now. What was kept is still there for whoever it belongs to."));
}

void LearnerFlow::keepOrGuest(bool keep)
{
    m_asksKeeping = false;
    Q_EMIT progressChosen(keep ? keep::Progress::Keep : keep::Progress::Guest);
    if (keep)
        moveToKept();
    Q_EMIT answered();
}

void LearnerFlow::moveToKept()
{
    auto kept = m_keeper.openKept();
    const auto moved = kept ? m_study.moveTo(std::move(*kept)) : tl::make_unexpected(kept.error());
    openNotebook();
    if (moved) {
        Q_EMIT opened();
        return;
    }
    Q_EMIT told(problemText(moved.error()));
    if (moved.error().code == journal::ErrorCode::Damaged)
        Q_EMIT m_keeper.damaged();
}

void LearnerFlow::forgetMe()
{
    const Forgetting chosen = askForgetting(m_window);
    if (chosen == Forgetting::Not)
        return;
    static_cast<void>(m_store.setPlace({})); // nothing reads it for anybody else
    m_keeper.forgetMe(chosen == Forgetting::Purge);
}

} // namespace desk

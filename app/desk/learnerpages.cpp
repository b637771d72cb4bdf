// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/learnerpages.h"

#include "desk/cardpage.h"
#include "desk/checkpage.h"
#include "desk/checkpresenter.h"
#include "desk/faultspage.h"
#include "desk/figurespage.h"
#include "desk/keptflow.h"
#include "desk/keptpage.h"
#include "desk/learnerflow.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/noteflow.h"
#include "desk/practicepage.h"
#include "desk/startpage.h"
#include "desk/storypage.h"

#include <QScrollBar>
#include <QStackedWidget>

namespace desk {

LearnerPages::LearnerPages(const LearnerParts &parts, QStackedWidget *stack)
    : QObject(stack), m_parts(parts), m_stack(stack)
{
    makeStart();
}

void LearnerPages::makeStart()
{
    m_start = new StartPage(m_parts.study, static_cast<int>(m_parts.reading.faults.size()), m_stack);
    m_stack->addWidget(m_start);
    connect(m_start, &StartPage::wanted, this, &LearnerPages::wanted);
    connect(m_start, &StartPage::tenMinutesWanted, this, &LearnerPages::tenMinutesWanted);
    m_parts.learnerFlow.serve(*m_start);
}

LessonPage *LearnerPages::lesson()
{
    if (m_lesson != nullptr)
        return m_lesson;
    m_lesson = new LessonPage(m_parts.study, m_parts.notebook, m_stack);
    m_stack->addWidget(m_lesson);
    connect(m_lesson, &LessonPage::wanted, this, &LearnerPages::wanted);
    connect(m_lesson, &LessonPage::noteWanted, &m_parts.noteFlow, &NoteFlow::write, Qt::QueuedConnection);
    connect(m_lesson, &LessonPage::highlightWanted, &m_parts.noteFlow, &NoteFlow::mark, Qt::QueuedConnection);
    connect(m_lesson->view()->verticalScrollBar(), &QScrollBar::valueChanged, this, &LearnerPages::scrolled);
    return m_lesson;
}

CheckPage *LearnerPages::check()
{
    if (m_check != nullptr)
        return m_check;
    m_check = new CheckPage(m_parts.study, m_parts.check, m_stack);
    m_stack->addWidget(m_check);
    connect(m_check, &CheckPage::whereWanted, this, &LearnerPages::whereWanted);
    connect(m_check, &CheckPage::overviewWanted, this, [this] { Q_EMIT wanted({}); });
    connect(m_check, &CheckPage::againWanted, this, [this](const QStringList &only) {
        if (const course::Module *module = m_parts.study.asked(m_parts.check.view().moduleId))
            m_parts.check.openAgain(*module, only);
    });
    connect(m_check, &CheckPage::conductWanted, this, &LearnerPages::conductWanted);
    connect(m_check, &CheckPage::readOnWanted, this, [this](const QString &section) {
        Q_EMIT wanted({Location::Page::Section, section});
    });
    return m_check;
}

StoryPage *LearnerPages::story()
{
    if (m_story != nullptr)
        return m_story;
    m_story = new StoryPage(m_parts.study, m_parts.walk, m_stack);
    m_stack->addWidget(m_story);
    connect(m_story, &StoryPage::overviewWanted, this, [this] { Q_EMIT wanted({}); });
    connect(m_story, &StoryPage::sectionWanted, this, &LearnerPages::passageWanted);
    return m_story;
}

CardPage *LearnerPages::card()
{
    if (m_card != nullptr)
        return m_card;
    m_card = new CardPage(m_parts.study.course(), m_stack);
    m_stack->addWidget(m_card);
    connect(m_card, &CardPage::backWanted, this, &LearnerPages::backWanted);
    connect(m_card, &CardPage::printWanted, this, &LearnerPages::printWanted);
    connect(m_card, &CardPage::sectionWanted, this, [this](const QString &section) {
        Q_EMIT wanted({Location::Page::Section, section});
    });
    connect(m_card, &CardPage::cardWanted, this, [this](const QString &card) {
        Q_EMIT wanted({Location::Page::Card, card});
    });
    return m_card;
}

FiguresPage *LearnerPages::figures()
{
    if (m_figures != nullptr)
        return m_figures;
    // A guest leaves nothing behind, not even a copy of a table.
    m_figures = new FiguresPage(m_parts.study, m_parts.study.isKept() ? m_parts.store.folder() : QString(), m_stack);
    m_stack->addWidget(m_figures);
    connect(m_figures, &FiguresPage::wanted, this, &LearnerPages::wanted);
    return m_figures;
}

PracticePage *LearnerPages::practice()
{
    if (m_practice != nullptr)
        return m_practice;
    m_practice = new PracticePage(m_parts.study, m_stack);
    m_stack->addWidget(m_practice);
    connect(m_practice, &PracticePage::practiceWanted, this, &LearnerPages::practiceWanted);
    connect(m_practice, &PracticePage::tenMinutesWanted, this, &LearnerPages::tenMinutesWanted);
    connect(m_practice, &PracticePage::moduleWanted, this, [this](const QString &id) {
        if (const course::Module *module = course::findModule(m_parts.study.course(), id))
            Q_EMIT wanted({Location::Page::Section, module->sections.front().id});
    });
    return m_practice;
}

KeptPage *LearnerPages::kept()
{
    if (m_kept != nullptr)
        return m_kept;
    m_kept = new KeptPage(m_parts.study, m_parts.keeper, m_stack);
    m_stack->addWidget(m_kept);
    m_parts.keptFlow.serve(*m_kept);
    m_parts.learnerFlow.serve(*m_kept);
    connect(m_kept, &KeptPage::hideKeyChosen, this, &LearnerPages::hideKeyChosen);
    return m_kept;
}

QWidget *LearnerPages::faults()
{
    if (m_faults == nullptr) {
        m_faults = new FaultsPage(m_parts.reading.faults, m_parts.courseFolder, m_parts.reading.isOpen(), m_stack);
        m_stack->addWidget(m_faults);
    }
    return m_faults;
}

void LearnerPages::showSection(const QString &section)
{
    m_stack->setCurrentWidget(lesson());
    m_lesson->view()->setLines(m_parts.settings.lineSpacing, m_parts.settings.lineLength);
    m_lesson->showSection(section, m_parts.settings.trainerNotes);
    const keep::Place place = m_parts.store.place();
    if (place.section == section && place.person == m_parts.study.ledger().person())
        m_lesson->view()->restore(place.scrolled);
    m_lesson->setFocus();
}

void LearnerPages::showKept()
{
    m_stack->setCurrentWidget(kept());
    m_kept->setKeptDays(m_parts.settings.keptDays);
    m_kept->setHideKey(m_parts.settings.hideKey);
    m_kept->rebuild();
}

void LearnerPages::show(const Location &location)
{
    switch (location.page) {
    case Location::Page::Start:
        m_stack->setCurrentWidget(m_start);
        m_start->setAsking(m_parts.learnerFlow.asksKeeping());
        break;
    case Location::Page::Section:
        showSection(location.id);
        break;
    case Location::Page::Check:
        m_stack->setCurrentWidget(check());
        m_check->showCheck(location.id);
        break;
    case Location::Page::Story:
        m_stack->setCurrentWidget(story());
        m_story->showStory(location.id);
        break;
    case Location::Page::Card:
        m_stack->setCurrentWidget(card());
        m_card->showCard(location.id);
        m_card->setFocus();
        break;
    case Location::Page::Figures:
        m_stack->setCurrentWidget(figures());
        m_figures->showFigure(location.id);
        break;
    case Location::Page::Practice:
        m_stack->setCurrentWidget(practice());
        m_practice->rebuild();
        break;
    case Location::Page::Kept:
        showKept();
        break;
    case Location::Page::Faults:
        m_stack->setCurrentWidget(faults());
        break;
    case Location::Page::Workshop:
    case Location::Page::Plans:
    case Location::Page::Papers:
    case Location::Page::Review:
    case Location::Page::Report:
    case Location::Page::Console:
        break; // of trainers
    }
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/lessonpage.h"

#include "desk/card.h"
#include "desk/claimdetails.h"
#include "desk/figurecard.h"
#include "desk/lessonview.h"
#include "desk/style.h"
#include "type/lessondocument.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

LessonPage::LessonPage(Study &study, Notebook &notebook, QWidget *parent)
    : QWidget(parent), m_study(study), m_notebook(notebook)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeReturnBar());
    m_view = new LessonView(m_study.course(), makeFoot(), this);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view, &LessonView::endReached, this, [this] { m_study.finishSection(m_section); });
    connect(m_view, &LessonView::figurePredicted, this,
            [this](const FigureCard *card) { m_study.recordPrediction(card->figure(), card->guesses()); });
    connect(m_view, &LessonView::sectionLinkActivated, this, [this](const QString &section) {
        Q_EMIT wanted({Location::Page::Section, section});
    });
    connect(m_view, &LessonView::cardLinkActivated, this, [this](const QString &card) {
        Q_EMIT wanted({Location::Page::Card, card});
    });
    connect(m_view, &LessonView::careChosen, this, &LessonPage::takeCare, Qt::QueuedConnection);
    connect(m_view, &LessonView::claimWanted, this,
            [this](const QString &id) { openClaim(m_study.course(), id, this); });
    connect(m_view, &LessonView::noteWanted, this, [this] { Q_EMIT noteWanted(m_view->markedPassage()); });
    connect(m_view, &LessonView::highlightWanted, this, [this] { Q_EMIT highlightWanted(m_view->markedPassage()); });
    connect(m_view, &LessonView::noteActivated, this,
            [this](const QUuid &id) { Q_EMIT noteWanted(m_notebook.note(id)); });
    connect(&m_notebook, &Notebook::changed, this, [this] {
        m_view->setOwnNotes(m_notebook.notesOf(m_section));
        if (!m_section.isEmpty())
            m_view->refresh();
    });
    connect(&m_study, &Study::changed, this, &LessonPage::setFoot);
}

QWidget *LessonPage::makeReturnBar()
{
    m_returnBar = new QWidget(this);
    m_returnBar->setAutoFillBackground(true);
    m_returnBar->setBackgroundRole(QPalette::AlternateBase);
    auto *row = new QHBoxLayout(m_returnBar);
    row->setContentsMargins(type::sized(48), type::sized(6), type::sized(16), type::sized(6));
    m_returnText = makeText(m_returnBar, QString(), type::sans(14));
    m_return = new QPushButton(m_returnBar);
    m_return->setObjectName(QStringLiteral("return"));
    m_return->setToolTip(tr("Go back to where you came from (W)"));
    row->addWidget(m_returnText, 1);
    row->addWidget(m_return);
    connect(m_return, &QPushButton::clicked, this, &LessonPage::goReturn, Qt::QueuedConnection);
    m_returnBar->hide();
    return m_returnBar;
}

void LessonPage::offerReturn(const WayBack &way)
{
    m_way = way;
    m_returnText->setText(way.told);
    m_return->setText(way.button);
    m_returnBar->show();
}

bool LessonPage::offersReturn() const
{
    return !m_returnBar->isHidden();
}

void LessonPage::goReturn()
{
    if (offersReturn())
        Q_EMIT wanted(m_way.to);
}

QWidget *LessonPage::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(type::sized(44)); // the text keeps a place of this height for it
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(type::sized(12));
    m_back = new QPushButton(foot);
    m_back->setToolTip(tr("The section before (P)"));
    m_read = makeText(foot, QString(), type::sans(12), QPalette::PlaceholderText);
    m_read->setObjectName(QStringLiteral("done"));
    m_read->setWordWrap(false);
    m_next = new QPushButton(foot);
    m_next->setObjectName(QStringLiteral("next"));
    m_next->setToolTip(tr("Mark this section as read and go on (N)"));
    setPart(m_next, ButtonPart::Primary);
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_read);
    row->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &LessonPage::goBack, Qt::QueuedConnection);
    connect(m_next, &QPushButton::clicked, this, &LessonPage::goOn, Qt::QueuedConnection);
    return foot;
}

void LessonPage::showSection(const QString &section, bool trainerNotes)
{
    const course::SectionPlace place = course::findSection(m_study.course(), section);
    if (place.section == nullptr)
        return;
    m_section = section;
    m_isShort = false;
    m_trainerNotes = trainerNotes;
    m_returnBar->hide();
    setFoot();
    m_view->setOwnNotes(m_notebook.notesOf(section));
    m_view->setAsksFirst(!m_study.isRead(section));
    m_view->showSection(*place.section, metaText(), trainerNotes);
}

/// None of the ways that a content note offers lowers anybody's progress.
void LessonPage::takeCare(const QString &choice)
{
    const course::SectionPlace place = course::findSection(m_study.course(), m_section);
    if (choice == type::skipLink) {
        m_study.skipSection(m_section);
        Q_EMIT wanted(next());
    } else if (choice == type::shortLink) {
        showShort();
    } else {
        m_isShort = false;
        m_view->showSection(*place.section, metaText(), m_trainerNotes);
    }
}

void LessonPage::showShort()
{
    m_isShort = true;
    m_brief = course::shortVersion(*course::findSection(m_study.course(), m_section).section);
    m_view->showSection(m_brief, tr("%1 · in short").arg(metaText()), m_trainerNotes, true);
}

const course::Section &LessonPage::shown() const
{
    return m_isShort ? m_brief : *course::findSection(m_study.course(), m_section).section;
}

LessonPage::Manner LessonPage::manner() const
{
    return {m_isShort, offersReturn() ? m_way : WayBack()};
}

void LessonPage::setManner(const Manner &manner)
{
    if (manner.isShort)
        showShort();
    if (!manner.way.told.isEmpty())
        offerReturn(manner.way);
}

void LessonPage::setTrainerNotes(bool on)
{
    if (on != m_trainerNotes && !m_section.isEmpty())
        showSection(m_section, on);
}

/// The end of a section is a good place to stop, where it does not end the module.
QString LessonPage::metaText() const
{
    const course::SectionPlace place = course::findSection(m_study.course(), m_section);
    const int minutes = course::selfMinutes(*place.section);
    const bool isLast = place.position + 1 == static_cast<qsizetype>(place.module->sections.size());
    const QString text =
        isLast ? tr("Module %1 · section %2 of %3 · %n minute(s)", nullptr, minutes)
               : tr("Module %1 · section %2 of %3 · %n minute(s) to a good place to stop", nullptr, minutes);
    return text.arg(moduleNumber(m_study.course(), *place.module))
        .arg(place.position + 1)
        .arg(place.module->sections.size());
}

Location LessonPage::previous() const
{
    const course::SectionPlace place = course::findSection(m_study.course(), m_section);
    if (place.section == nullptr || place.position == 0)
        return {};
    return {Location::Page::Section, place.module->sections[static_cast<std::size_t>(place.position - 1)].id};
}

Location LessonPage::next() const
{
    const course::SectionPlace place = course::findSection(m_study.course(), m_section);
    if (place.section == nullptr)
        return {};
    const auto after = static_cast<std::size_t>(place.position + 1);
    if (after < place.module->sections.size())
        return {Location::Page::Section, place.module->sections[after].id};
    return place.module->items.empty() ? Location{} : Location{Location::Page::Check, place.module->id};
}

void LessonPage::setFoot()
{
    if (m_section.isEmpty())
        return;
    const Location before = previous();
    const Location after = next();
    const auto titleOf = [this](const Location &location) {
        return course::findSection(m_study.course(), location.id).section->title;
    };
    m_back->setVisible(before.page == Location::Page::Section);
    m_back->setText(tr("Back"));
    if (before.page == Location::Page::Section)
        m_back->setAccessibleDescription(titleOf(before));
    switch (after.page) {
    case Location::Page::Section:
        m_next->setText(tr("Next: %1").arg(titleOf(after)));
        break;
    case Location::Page::Check:
        m_next->setText(tr("Check your understanding"));
        break;
    case Location::Page::Start:
    case Location::Page::Card:
    case Location::Page::Story:
    case Location::Page::Figures:
    case Location::Page::Practice:
    case Location::Page::Kept:
    case Location::Page::Faults:
    case Location::Page::Workshop:
    case Location::Page::Plans:
    case Location::Page::Papers:
    case Location::Page::Review:
    case Location::Page::Report:
    case Location::Page::Console:
        m_next->setText(tr("Back to the start page"));
        break;
    }
    m_read->setText(doneText());
}

QString LessonPage::doneText() const
{
    if (m_study.isRead(m_section))
        return m_study.isKept() ? tr("Read · saved") : tr("Read");
    if (m_study.isDone(m_section))
        return m_study.isKept() ? tr("Skipped · saved") : tr("Skipped");
    return {};
}

void LessonPage::goOn()
{
    m_study.finishSection(m_section);
    Q_EMIT wanted(next());
}

void LessonPage::goBack()
{
    const Location location = previous();
    if (location.page == Location::Page::Section)
        Q_EMIT wanted(location);
}

} // namespace desk

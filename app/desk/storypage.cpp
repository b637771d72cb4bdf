// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/storypage.h"

#include "desk/card.h"
#include "desk/lessonview.h"
#include "desk/optioncard.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

namespace {

QPushButton *makeButton(QWidget *parent, const QString &text, const QString &tip, ButtonPart part)
{
    auto *button = new QPushButton(text, parent);
    button->setToolTip(tip);
    setPart(button, part);
    return button;
}

} // namespace

StoryPage::StoryPage(Study &study, StoryPresenter &presenter, QWidget *parent)
    : QWidget(parent), m_study(study), m_presenter(presenter), m_foot(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_view = new LessonView(study.course(), m_foot, this);
    column->addWidget(m_view);
    setFocusProxy(m_view);
    connect(m_view, &LessonView::sectionLinkActivated, this, &StoryPage::sectionWanted);
    connect(&m_presenter, &StoryPresenter::changed, this, &StoryPage::rebuild);
    rebuild();
}

void StoryPage::showStory(const QString &id)
{
    const course::Story *story = course::findStory(m_study.course(), id).story;
    if (story == nullptr)
        return;
    if (m_presenter.story() != story)
        m_presenter.open(*story);
    setFocus();
}

QString StoryPage::metaText() const
{
    const QString title = m_presenter.story()->title;
    return m_presenter.passage()->isEnd() ? tr("A story · %1 · an ending").arg(title)
                                          : tr("A story · %1 · step %2").arg(title).arg(m_presenter.path().size());
}

void StoryPage::rebuild()
{
    const course::Story::Passage *passage = m_presenter.passage();
    if (passage == nullptr)
        return;
    qDeleteAll(m_foot->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_foot->layout();
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(0, 0, 0, type::sized(24));
    column->setSpacing(type::sized(10));
    if (passage->isEnd()) {
        addPath(column);
        addEndButtons(column);
    } else {
        addChoices(column);
    }
    addPassagesBehind(column);
    // What is still hidden takes no room, and the height is needed now.
    for (QWidget *child : m_foot->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        child->show();
    m_shown = {m_presenter.story()->id, passage->name, 0, passage->blocks, passage->place};
    fitFoot();
    m_view->showSection(m_shown, metaText(), false);
}

void StoryPage::addChoices(QVBoxLayout *column)
{
    const course::Story::Passage &passage = *m_presenter.passage();
    for (std::size_t i = 0; i < passage.choices.size(); ++i) {
        const auto choice = static_cast<int>(i);
        const QString letter = items::optionKey(choice).toUpper();
        auto *card = new OptionCard(letter, passage.choices[i].text, Qt::PlainText, m_foot);
        card->setCheckable(false);
        if (m_presenter.hasFollowed(passage.name, choice))
            card->setToolTip(tr("You have been this way"));
        connect(
            card, &OptionCard::clicked, &m_presenter, [this, choice] { m_presenter.choose(choice); },
            Qt::QueuedConnection);
        column->addWidget(card);
    }
    if (m_presenter.path().size() < 2)
        return;
    auto *back = makeButton(m_foot, tr("Back"), tr("The step before (Left)"), ButtonPart::Secondary);
    connect(
        back, &QPushButton::clicked, &m_presenter, [this] { m_presenter.returnTo(m_presenter.path().size() - 2); },
        Qt::QueuedConnection);
    auto *row = new QHBoxLayout;
    row->addWidget(back);
    row->addStretch(1);
    column->addLayout(row);
}

/// What was chosen at each step, and the way back to it.
void StoryPage::addPath(QVBoxLayout *column)
{
    column->addWidget(makeText(m_foot, tr("Your path"), type::serif(21, QFont::Bold), QPalette::WindowText));
    column->addWidget(makeText(m_foot, tr("Each step leads back, to look at what else could have been chosen there."),
                               type::sans(14), QPalette::PlaceholderText));
    const std::vector<StoryStep> &path = m_presenter.path();
    for (std::size_t step = 0; step + 1 < path.size(); ++step) {
        const auto passage =
            std::ranges::find(m_presenter.story()->passages, path[step].passage, &course::Story::Passage::name);
        const course::Story::Choice &chosen = passage->choices[static_cast<std::size_t>(path[step].chosen)];
        auto *button = makeButton(m_foot, tr("%1. %2: %3").arg(step + 1).arg(passage->name, chosen.text),
                                  tr("Go back to this step"), ButtonPart::Link);
        connect(
            button, &QPushButton::clicked, &m_presenter, [this, step] { m_presenter.returnTo(step); },
            Qt::QueuedConnection);
        auto *row = new QHBoxLayout;
        row->addWidget(button);
        row->addStretch(1);
        column->addLayout(row);
    }
}

void StoryPage::addEndButtons(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    auto *overview =
        makeButton(m_foot, tr("Back to the start page"), tr("Where you were, and what there is"), ButtonPart::Primary);
    overview->setObjectName(QStringLiteral("main"));
    connect(overview, &QPushButton::clicked, this, &StoryPage::overviewWanted, Qt::QueuedConnection);
    auto *again = makeButton(m_foot, tr("From the beginning"), tr("Walk through the story again; this path is kept"),
                             ButtonPart::Secondary);
    connect(again, &QPushButton::clicked, &m_presenter, &StoryPresenter::openAgain, Qt::QueuedConnection);
    row->addWidget(overview);
    row->addWidget(again);
    row->addStretch(1);
    column->addLayout(row);
}

void StoryPage::addPassagesBehind(QVBoxLayout *column)
{
    for (const QString &tag : m_presenter.passage()->tags) {
        const QString prefix = QStringLiteral("section:");
        if (!tag.startsWith(prefix))
            continue;
        const course::Section *section = course::findSection(m_study.course(), tag.mid(prefix.size())).section;
        if (section == nullptr)
            continue;
        auto *button = makeButton(m_foot, tr("Read on: %1").arg(section->title),
                                  tr("Open the section behind this step"), ButtonPart::Link);
        connect(button, &QPushButton::clicked, this, [this, id = section->id] { Q_EMIT sectionWanted(id); });
        auto *row = new QHBoxLayout;
        row->addWidget(button);
        row->addStretch(1);
        column->addLayout(row);
    }
}

/// The text keeps a place of the foot's height for it, so that has to be known before the text is set.
void StoryPage::fitFoot()
{
    const int width = m_view->textWidth();
    m_foot->layout()->activate();
    m_foot->setFixedHeight(m_foot->layout()->hasHeightForWidth() ? m_foot->layout()->totalHeightForWidth(width)
                                                                 : m_foot->layout()->totalSizeHint().height());
}

void StoryPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_presenter.passage() == nullptr)
        return;
    const int before = m_foot->height();
    fitFoot();
    if (m_foot->height() != before)
        m_view->showSection(m_shown, metaText(), false);
}

void StoryPage::keyPressEvent(QKeyEvent *event)
{
    const int choice = event->key() - Qt::Key_1;
    const course::Story::Passage *passage = m_presenter.passage();
    if (passage != nullptr && choice >= 0 && choice < static_cast<int>(passage->choices.size()))
        m_presenter.choose(choice);
    else if (event->key() == Qt::Key_Left && m_presenter.path().size() > 1)
        m_presenter.returnTo(m_presenter.path().size() - 2);
    else
        QWidget::keyPressEvent(event);
}

} // namespace desk

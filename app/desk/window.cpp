// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/window.h"

#include "desk/application.h"
#include "desk/cardpage.h"
#include "desk/checkpage.h"
#include "desk/checkpresenter.h"
#include "desk/checksummary.h"
#include "desk/contents.h"
#include "desk/helpdialog.h"
#include "desk/hitplace.h"
#include "desk/keeper.h"
#include "desk/keptflow.h"
#include "desk/learnerflow.h"
#include "desk/learnerpages.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/notebook.h"
#include "desk/noteflow.h"
#include "desk/notice.h"
#include "desk/printing.h"
#include "desk/problemtext.h"
#include "desk/quickhide.h"
#include "desk/searchbox.h"
#include "desk/settingsmeaning.h"
#include "desk/storypresenter.h"
#include "desk/topbar.h"
#include "desk/workshopflow.h"

#include <QApplication>
#include <QMouseEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace desk {

namespace {

constexpr double contentsFoldBelow = 900;
constexpr int tendDelayMs = 3000;  // the first page comes before any housework
constexpr int placeDelayMs = 1000; // a scrolled page settles before its place is written

} // namespace

Window::Window(WindowParts parts)
    : m_parts(std::move(parts)), m_settings(m_parts.store.settings()), m_helpCard(m_parts.store.folder())
{
    // A title stands in the task bar, for whoever passes by.
    setWindowTitle(tr("Course"));
    m_hide =
        new QuickHide(QKeySequence::fromString(m_settings.hideKey, QKeySequence::PortableText), m_parts.clock, this);
    m_study = std::make_unique<Study>(m_parts.reading.course, std::move(m_parts.journal), m_parts.clock);
    m_check = std::make_unique<CheckPresenter>(*m_study);
    m_check->setUsual(conductOf(m_settings));
    m_walk = std::make_unique<StoryPresenter>(*m_study);
    connect(m_study.get(), &Study::failed, this, &Window::onFailure);
    connect(m_study.get(), &Study::recorded, this, [this] {
        const QString failure = std::exchange(m_failure, {});
        if (!failure.isEmpty() && m_notice->text() == failure)
            m_notice->clear();
    });
    makeFlows();
    m_placeTimer = new QTimer(this);
    m_placeTimer->setSingleShot(true);
    m_placeTimer->setInterval(placeDelayMs);
    connect(m_placeTimer, &QTimer::timeout, this, &Window::rememberPlace);
    applyLook();
    build();
    addShortcuts();
    if (const auto &problem = m_parts.problem ? m_parts.problem : m_study->problem()) {
        m_notice->tell(problemText(*problem));
        if (problem->code == journal::ErrorCode::Damaged && !m_parts.keptPath.isEmpty())
            m_keptFlow->offerMending();
    }
    go(m_parts.reading.isOpen() ? Location{} : Location{Location::Page::Faults, {}});
    tendSoon();
    auto *hourly = new QTimer(this);
    hourly->start(std::chrono::hours(1));
    connect(hourly, &QTimer::timeout, this, &Window::tend);
}

Window::~Window() = default;

/// Whatever needs an answer from somebody has a flow of its own: the window keeps what was chosen, and tells.
void Window::makeFlows()
{
    m_keeper =
        std::make_unique<Keeper>(*m_study, m_parts.store.folder(), m_parts.clock, m_parts.keptPath, m_parts.openKept);
    // In a turn of its own: the page that asked for it is made anew.
    connect(m_keeper.get(), &Keeper::personChanged, this, &Window::onPersonChanged, Qt::QueuedConnection);
    m_notebook = std::make_unique<Notebook>();
    connect(m_notebook.get(), &Notebook::changed, this, [this] {
        if (m_search != nullptr)
            m_search->setNotes(m_notebook->entries(m_study->course()));
    });
    makeKeptFlow();
    makeLearnerFlow();
    m_noteFlow = std::make_unique<NoteFlow>(*m_notebook, this);
    m_noteFlow->setOn(m_settings.notes);
    connect(m_noteFlow.get(), &NoteFlow::told, m_keeper.get(), &Keeper::told);
    connect(m_noteFlow.get(), &NoteFlow::switchedOn, this, [this] {
        m_settings.notes = true;
        keepSettings();
    });
}

void Window::makeKeptFlow()
{
    m_keptFlow = std::make_unique<KeptFlow>(*m_study, *m_keeper, this);
    connect(m_keptFlow.get(), &KeptFlow::told, m_keeper.get(), &Keeper::told);
    connect(m_keptFlow.get(), &KeptFlow::tendWanted, this, &Window::tend);
    connect(m_keptFlow.get(), &KeptFlow::keptDaysChosen, this, [this](int days) {
        m_settings.keptDays = days;
        keepSettings();
    });
}

void Window::makeLearnerFlow()
{
    m_learnerFlow = std::make_unique<LearnerFlow>(*m_study, *m_keeper, *m_notebook, m_parts.store, this);
    m_learnerFlow->setAsking(m_parts.asks, m_parts.asksWho);
    connect(m_learnerFlow.get(), &LearnerFlow::told, m_keeper.get(), &Keeper::told);
    connect(m_learnerFlow.get(), &LearnerFlow::opened, this, &Window::tendSoon);
    connect(m_learnerFlow.get(), &LearnerFlow::progressChosen, this, &Window::keepProgress);
    connect(m_learnerFlow.get(), &LearnerFlow::answered, this, [this] { showLocation(m_location); });
    connect(m_learnerFlow.get(), &LearnerFlow::startWanted, this, [this] { go({}); });
    m_learnerFlow->openNotebook();
}

void Window::tend()
{
    m_keeper->tend(m_settings.keptDays);
}

void Window::tendSoon()
{
    QTimer::singleShot(tendDelayMs, this, &Window::tend);
}

void Window::applyLook()
{
    const type::Tone tone = m_parts.tone.value_or(toneOf(m_settings, m_parts.systemIsDark));
    QApplication::setPalette(type::paletteOf(type::coloursOf(tone)));
    QApplication::setFont(type::interfaceFont(m_parts.systemFont, m_settings.textScale));
}

void Window::build()
{
    auto *outer = layout() != nullptr ? layout() : new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    const Notice::Message told = m_notice == nullptr ? Notice::Message() : m_notice->message();
    delete m_frame;
    m_frame = new QWidget(this);
    outer->addWidget(m_frame);
    auto *column = new QVBoxLayout(m_frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const QString title = QStringLiteral("After the Raid");
    m_search = new SearchBox([this] { return find::entriesOf(m_study->course()); }, m_frame);
    m_search->setNotes(m_notebook->entries(m_study->course()));
    m_bar = new TopBar(title, m_settings, m_search, m_frame);
    m_notice = new Notice(m_frame);
    if (!told.text.isEmpty())
        m_notice->tell(told);
    connect(m_keeper.get(), &Keeper::told, m_notice, qOverload<const QString &>(&Notice::tell));
    connect(m_notebook.get(), &Notebook::failed, m_notice, qOverload<const QString &>(&Notice::tell));
    connect(m_keptFlow.get(), &KeptFlow::offered, m_notice, &Notice::offer);
    connect(m_keptFlow.get(), &KeptFlow::mended, m_notice, &Notice::clear);
    m_contents = new Contents(*m_study, m_frame);
    m_pages = new QStackedWidget(m_frame);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_contents);
    row->addWidget(m_pages, 1);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addLayout(row, 1);
    connect(m_bar, &TopBar::startWanted, this, [this] { go({}); });
    connect(m_bar, &TopBar::courseWanted, this, &Window::readOn);
    connect(m_bar, &TopBar::figuresWanted, this, [this] { go({Location::Page::Figures, {}}); });
    connect(m_bar, &TopBar::practiceWanted, this, [this] { go({Location::Page::Practice, {}}); });
    connect(m_bar, &TopBar::workshopWanted, this, &Window::goToWorkshop);
    connect(m_bar, &TopBar::helpWanted, this, &Window::showHelp);
    connect(m_bar, &TopBar::hideWanted, m_hide, &QuickHide::hide);
    connect(m_search, &SearchBox::chosen, this, &Window::openHit);
    connect(m_bar, &TopBar::settingsChanged, this, &Window::changeSettings, Qt::QueuedConnection);
    connect(m_bar, &TopBar::notesToggled, this, &Window::switchNotes);
    connect(m_bar, &TopBar::printWanted, this, &Window::printPage);
    connect(m_bar, &TopBar::contentsToggled, this, [this] {
        m_contentsWanted = m_contents->isHidden();
        m_contents->setVisible(m_contentsWanted);
    });
    connect(m_contents, &Contents::wanted, this, &Window::go);
    makePages();
    foldContents();
}

void Window::makePages()
{
    m_learners = new LearnerPages({m_parts.reading, m_parts.courseFolder, m_parts.store, m_settings, *m_study, *m_check,
                                   *m_walk, *m_keeper, *m_notebook, *m_keptFlow, *m_learnerFlow, *m_noteFlow},
                                  m_pages);
    connect(m_learners, &LearnerPages::wanted, this, &Window::go);
    connect(m_learners, &LearnerPages::backWanted, this, [this] { step(-1); });
    connect(m_learners, &LearnerPages::printWanted, this, &Window::printPage);
    connect(m_learners, &LearnerPages::whereWanted, this, &Window::showWhere);
    connect(m_learners, &LearnerPages::passageWanted, this, [this](const QString &section) {
        showPassage(section, tr("You came from the story “%1”.").arg(m_walk->story()->title), tr("Back to the story"));
    });
    connect(m_learners, &LearnerPages::practiceWanted, this, &Window::practise);
    connect(m_learners, &LearnerPages::tenMinutesWanted, this, &Window::haveTenMinutes);
    connect(m_learners, &LearnerPages::conductWanted, this, &Window::changeConduct);
    connect(m_learners, &LearnerPages::hideKeyChosen, this, &Window::changeHideKey);
    connect(m_learners, &LearnerPages::scrolled, m_placeTimer, qOverload<>(&QTimer::start));
}

LessonPage *Window::lessonPage()
{
    return m_learners->lesson();
}

WorkshopFlow &Window::workshop()
{
    if (m_workshop != nullptr)
        return *m_workshop;
    // The first window opens without what only trainers need.
    course::Course course = course::read(m_parts.courseFolder).course;
    if (course.modules.empty())
        course = m_study->course();
    m_workshop = std::make_unique<WorkshopFlow>(
        WorkshopParts{std::move(course), m_parts.clock, m_parts.openKept, m_parts.store.folder()}, *m_study, this);
    connect(m_workshop.get(), &WorkshopFlow::told, m_keeper.get(), &Keeper::told);
    connect(m_workshop.get(), &WorkshopFlow::wanted, this, &Window::go);
    connect(m_workshop.get(), &WorkshopFlow::helpCardChanged, this,
            [this] { m_helpCard = keep::HelpCard(m_parts.store.folder()); });
    return *m_workshop;
}

/// The flow of workshops makes its pages itself.
void Window::showTrainers(const Location &location)
{
    QWidget *page = workshop().open(location, m_pages);
    if (m_pages->indexOf(page) < 0)
        m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    page->setFocus();
}

/// To the session that is on, or to where one begins.
void Window::goToWorkshop()
{
    go({m_workshop != nullptr && m_workshop->isRunning() ? Location::Page::Console : Location::Page::Workshop, {}});
}

/// Another person's pages: nothing of the one before may be left on them, nor behind the way back.
void Window::onPersonChanged()
{
    const Location location = m_location.page == Location::Page::Kept ? m_location : Location{};
    m_check = std::make_unique<CheckPresenter>(*m_study);
    m_check->setUsual(conductOf(m_settings));
    m_walk = std::make_unique<StoryPresenter>(*m_study);
    m_history.clear();
    m_learnerFlow->openNotebook();
    build();
    m_location = {};
    go(location);
}

void Window::practise(const QStringList &items)
{
    m_check->openAgain(m_study->practice(), items);
    m_learners->check()->setSitting(std::nullopt);
    go({Location::Page::Check, m_study->practice().id});
}

/// What is due first; then what is next to read, if it fits. What does not fit is left alone: enough is enough.
void Window::haveTenMinutes()
{
    constexpr int minutes = 10;
    const practice::Sitting sitting = m_study->sitting(minutes);
    const course::Section *next = m_study->nextUnread();
    if (!sitting.items.isEmpty()) {
        practise(sitting.items);
        m_learners->check()->setSitting(sitting);
    } else if (next != nullptr) {
        go({Location::Page::Section, next->id});
        if (sitting.readOn.isEmpty())
            m_notice->tell(tr("Nothing is due. What comes next takes about %n minute(s): stop wherever you like, your "
                              "place is kept.",
                              nullptr, course::selfMinutes(*next)));
    } else {
        m_notice->tell(tr("Nothing is due, and you have read all of it. Ten minutes for yourself."));
    }
}

void Window::openHit(const find::Hit &hit)
{
    const Location location = placeOf(m_study->course(), hit);
    if (location.page == Location::Page::Start) {
        m_notice->tell(told(m_study->course(), hit)); // what stands on no page is told here
        return;
    }
    go(location);
    if (hit.kind == find::Kind::Note)
        lessonPage()->view()->showNote(m_notebook->note(QUuid::fromString(hit.part)));
    else if (location.page == Location::Page::Section)
        lessonPage()->view()->showWords(wordsIn(hit));
    else if (location.page == Location::Page::Check)
        m_check->showItem(hit.id);
}

void Window::printPage()
{
    const bool isCard = m_location.page == Location::Page::Card;
    if (!isCard && m_location.page != Location::Page::Section) {
        m_notice->tell(tr("What is printed from here are sections and cards: open one, and print it there."));
        return;
    }
    printSection(this, m_study->course(), isCard ? m_learners->card()->shown() : lessonPage()->shown(),
                 m_helpCard.text());
}

void Window::showHelp()
{
    auto *dialog = new HelpDialog(m_helpCard.text(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HelpDialog::textChanged, this, [this](const QString &text) {
        if (const auto kept = m_helpCard.setText(text); !kept)
            m_notice->tell(
                tr("The help card could not be kept in %1. It holds until the window closes.").arg(kept.error().path));
    });
    dialog->open();
}

void Window::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, const std::function<void()> &action) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    add(Qt::ALT | Qt::Key_Left, [this] { step(-1); });
    add(Qt::ALT | Qt::Key_Right, [this] { step(1); });
    add(Qt::CTRL | Qt::Key_1, [this] { go({}); });
    add(Qt::CTRL | Qt::Key_2, [this] { readOn(); });
    add(Qt::CTRL | Qt::Key_3, [this] { go({Location::Page::Figures, {}}); });
    add(Qt::CTRL | Qt::Key_4, [this] { go({Location::Page::Practice, {}}); });
    add(Qt::CTRL | Qt::Key_5, [this] { goToWorkshop(); });
    add(Qt::CTRL | Qt::Key_B, [this] { Q_EMIT m_bar->contentsToggled(); });
    const auto onPassage = [this](void (LessonView::*wanted)()) {
        if (m_location.page == Location::Page::Section)
            Q_EMIT(lessonPage()->view()->*wanted)();
    };
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_N, [onPassage] { onPassage(&LessonView::noteWanted); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_H, [onPassage] { onPassage(&LessonView::highlightWanted); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete, [this] { m_noteFlow->wipe(); });
    add(QKeySequence::Undo, [this] { m_notebook->undo(); });
    add(QKeySequence::Redo, [this] { m_notebook->redo(); });
    add(QKeySequence::Print, [this] { printPage(); });
    add(Qt::CTRL | Qt::Key_K, [this] { m_search->begin(); });
    add(QKeySequence::Find, [this] { m_search->begin(); });
    // The console and what it projects are set when they open.
    const auto stepText = [this](int by) {
        if (m_location.page != Location::Page::Console)
            m_bar->stepText(by);
    };
    add(QKeySequence::ZoomIn, [stepText] { stepText(1); });
    add(Qt::CTRL | Qt::Key_Equal, [stepText] { stepText(1); });
    add(QKeySequence::ZoomOut, [stepText] { stepText(-1); });
    add(Qt::CTRL | Qt::Key_0, [stepText] { stepText(0); });
    add(Qt::Key_F1, [this] { showHelp(); });
    add(Qt::Key_F11, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    add(QKeySequence::Quit, [this] { close(); });
    add(Qt::Key_N, [this] {
        if (m_location.page == Location::Page::Section)
            lessonPage()->goOn();
    });
    add(Qt::Key_W, [this] {
        if (m_location.page == Location::Page::Section)
            lessonPage()->goReturn();
        else if (m_location.page == Location::Page::Check)
            m_learners->check()->showWhere();
    });
    add(Qt::Key_P, [this] {
        if (m_location.page == Location::Page::Section)
            lessonPage()->goBack();
    });
}

/// Opens the passage that a question of the check rests on: its section, at the first of the claims that it asks about.
void Window::showWhere(qsizetype at)
{
    const items::Item item = m_check->item(at);
    if (course::findSection(m_study->course(), sectionOf(item)).section == nullptr)
        return;
    if (course::findSection(m_study->course(), sectionOf(item)).section == nullptr)
        return;
    if (m_check->view().isAtEnd())
        showPassage(sectionOf(item), tr("You came from the summary of the check."), tr("Back to the summary"));
    else
        showPassage(sectionOf(item), tr("You came from question %1. Its answer rests on this section.").arg(at + 1),
                    tr("Back to the question"));
    lessonPage()->view()->showClaims(item.tags);
}

/// Opens a section for somebody who wants to know where something stands, with a way back.
void Window::showPassage(const QString &section, const QString &cameFrom, const QString &back)
{
    if (section.isEmpty())
        return;
    const Location before = m_location;
    go({Location::Page::Section, section});
    lessonPage()->view()->restore(0.0); // who asks where begins at the passage's head, not where reading once stopped
    lessonPage()->offerReturn({cameFrom, back, before});
}

QWidget *Window::currentPage() const
{
    return m_pages->currentWidget();
}

void Window::go(const Location &location)
{
    leaveVisit();
    m_history.add(location);
    showLocation(location);
}

void Window::leaveVisit()
{
    rememberPlace();
    if (m_location.page == Location::Page::Section)
        m_history.leave(lessonPage()->view()->scrolled());
}

void Window::step(int by)
{
    if (!m_history.canStep(by))
        return;
    leaveVisit();
    const History::Visit visit = m_history.step(by);
    showLocation(visit.location);
    if (m_location.page == Location::Page::Section)
        lessonPage()->view()->restore(visit.scrolled);
}

void Window::showLocation(const Location &location)
{
    display(m_parts.reading.isOpen() ? location : Location{Location::Page::Faults, {}});
    if (m_location.page == Location::Page::Section)
        m_study->openSection(m_location.id);
}

/// Puts a page on the screen. That the look has changed is no fact about the learner, so nothing is written here.
void Window::display(const Location &location)
{
    if (isForTrainers(m_location) && !isForTrainers(location))
        m_workshop->leave();
    m_location = location;
    if (location.page != Location::Page::Start)
        dressForReading();
    if (isForTrainers(location))
        showTrainers(location);
    else
        m_learners->show(location);
    foldContents();
    m_bar->setPlace(barPlaceOf(location, m_study->practice().id));
    m_contents->setLocation(location);
}

/// A go that nobody has begun to answer begins anew in the way that is wanted; another keeps its own to its end.
void Window::changeConduct(const quiz::Conduct &conduct)
{
    setConduct(m_settings, conduct);
    keepSettings();
    m_check->setUsual(conduct);
    const course::Module *module = m_study->asked(m_location.id);
    if (module != nullptr && m_check->isFresh())
        m_check->openAgain(*module, m_check->conduct().only);
}

void Window::changeHideKey(const QString &key)
{
    m_settings.hideKey = key;
    keepSettings();
    m_hide->setKey(QKeySequence::fromString(key, QKeySequence::PortableText));
}

/// What cannot be kept holds until the window closes.
void Window::keepSettings()
{
    static_cast<void>(m_parts.store.setSettings(m_settings));
    m_noteFlow->setOn(m_settings.notes);
    m_bar->setSettings(m_settings);
}

void Window::keepProgress(keep::Progress progress)
{
    m_settings.progress = progress;
    if (const auto saved = m_parts.store.setSettings(m_settings); !saved)
        m_notice->tell(tr("Your choice could not be kept in %1, so you will be asked again. Nothing else is lost.")
                           .arg(saved.error().path));
}

void Window::switchNotes(bool on)
{
    m_settings.notes = on && m_noteFlow->switchOn();
    keepSettings();
}

void Window::readOn()
{
    if (const QString section = m_study->readingAt(); !section.isEmpty())
        go({Location::Page::Section, section});
}

void Window::changeSettings(const keep::Settings &settings)
{
    const bool resized = !qFuzzyCompare(settings.textScale, m_settings.textScale);
    const bool isReading = m_location.page == Location::Page::Section;
    const double scrolled = isReading ? lessonPage()->view()->scrolled() : 0.0;
    const LessonPage::Manner manner = isReading ? lessonPage()->manner() : LessonPage::Manner();
    m_settings = settings;
    keepSettings();
    applyLook();
    if (resized)
        build();
    display(m_location);
    if (isReading) {
        lessonPage()->setManner(manner);
        lessonPage()->view()->restore(scrolled);
    }
}

void Window::foldContents()
{
    const bool narrow = width() < type::sized(contentsFoldBelow);
    // In a session the whole window is the trainer's.
    const bool isConsole = m_location.page == Location::Page::Console;
    const bool isForLearners = !isForTrainers(m_location);
    m_bar->setVisible(!isConsole);
    m_bar->setCanFold(isForLearners);
    m_contents->setVisible(m_contentsWanted && !narrow && isForLearners);
}

void Window::rememberPlace()
{
    m_placeTimer->stop();
    if (m_location.page != Location::Page::Section || !m_study->isKept())
        return;
    // Losing where a page was scrolled to is no loss that anybody must be told of.
    static_cast<void>(
        m_parts.store.setPlace({m_location.id, lessonPage()->view()->scrolled(), m_study->ledger().person()}));
}

void Window::onFailure(const journal::Error &error)
{
    m_failure = problemText(error);
    m_notice->tell(m_failure);
}

/// The two keys at the side of many a mouse.
void Window::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::BackButton)
        step(-1);
    else if (event->button() == Qt::ForwardButton)
        step(1);
    else
        QWidget::mousePressEvent(event);
}

void Window::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    foldContents();
}

void Window::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !isActiveWindow())
        return;
    m_notebook->reload();
    m_keeper->lookElsewhere();
}

void Window::closeEvent(QCloseEvent *event)
{
    rememberPlace();
    tend();
    QWidget::closeEvent(event);
}

} // namespace desk

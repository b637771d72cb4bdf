// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/window.h"

#include "desk/application.h"
#include "desk/cardpage.h"
#include "desk/checkpage.h"
#include "desk/checkpresenter.h"
#include "desk/contents.h"
#include "desk/faultspage.h"
#include "desk/figurespage.h"
#include "desk/helpdialog.h"
#include "desk/hitplace.h"
#include "desk/keeper.h"
#include "desk/keptdialogs.h"
#include "desk/keptflow.h"
#include "desk/keptpage.h"
#include "desk/lessonpage.h"
#include "desk/lessonview.h"
#include "desk/notebook.h"
#include "desk/noteflow.h"
#include "desk/notice.h"
#include "desk/practicepage.h"
#include "desk/problemtext.h"
#include "desk/quickhide.h"
#include "desk/searchbox.h"
#include "desk/startpage.h"
#include "desk/storypage.h"
#include "desk/topbar.h"
#include "type/paperdocument.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMouseEvent>
#include <QPrintDialog>
#include <QPrinter>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTextDocument>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <utility>

namespace desk {

namespace {

constexpr double contentsFoldBelow = 900;
constexpr int tendDelayMs = 3000;  // the first page comes before any housework
constexpr int placeDelayMs = 1000; // a scrolled page settles before its place is written

type::Tone toneOf(const keep::Settings &settings, bool systemIsDark)
{
    switch (settings.theme) {
    case keep::Theme::System:
        return systemIsDark ? type::Tone::Dark : type::Tone::Light;
    case keep::Theme::Light:
        return type::Tone::Light;
    case keep::Theme::Dark:
        return type::Tone::Dark;
    case keep::Theme::Contrast:
        return type::Tone::Contrast;
    }
    return type::Tone::Light;
}

struct OpeningPair {
    keep::Opening opening;
    quiz::Conduct::Feedback feedback;
};

constexpr std::array openings{
    OpeningPair{keep::Opening::AtOnce, quiz::Conduct::Feedback::AtOnce},
    OpeningPair{keep::Opening::AfterTries, quiz::Conduct::Feedback::AfterTries},
    OpeningPair{keep::Opening::AtEnd, quiz::Conduct::Feedback::AtEnd},
};

keep::Opening openingOf(quiz::Conduct::Feedback feedback)
{
    return std::ranges::find(openings, feedback, &OpeningPair::feedback)->opening;
}

quiz::Conduct conductOf(const keep::Settings &settings)
{
    quiz::Conduct conduct;
    conduct.feedback = std::ranges::find(openings, settings.opening, &OpeningPair::opening)->feedback;
    conduct.asksCertainty = settings.asksCertainty;
    conduct.seed = settings.mixedOrder ? quiz::anySeed : 0;
    return conduct;
}

TopBar::Place barPlaceOf(const Location &location, const QString &practice)
{
    switch (location.page) {
    case Location::Page::Start:
    case Location::Page::Kept:
        return TopBar::Place::Start;
    case Location::Page::Figures:
        return TopBar::Place::Figures;
    case Location::Page::Practice:
        return TopBar::Place::Practice;
    case Location::Page::Check:
        return location.id == practice ? TopBar::Place::Practice : TopBar::Place::Course;
    default:
        return TopBar::Place::Course;
    }
}

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
    m_keeper =
        std::make_unique<Keeper>(*m_study, m_parts.store.folder(), m_parts.clock, m_parts.keptPath, m_parts.openKept);
    connect(m_keeper.get(), &Keeper::damaged, this, &Window::offerMending);
    connect(m_keeper.get(), &Keeper::told, this, [this](const QString &text) { m_notice->tell(text); });
    connect(m_keeper.get(), &Keeper::copyRemains, this, &Window::offerRemoving);
    // In a turn of its own: the page that asked for it is made anew.
    connect(m_keeper.get(), &Keeper::personChanged, this, &Window::onPersonChanged, Qt::QueuedConnection);
    m_keptFlow = std::make_unique<KeptFlow>(*m_study, *m_keeper, this);
    connect(m_keptFlow.get(), &KeptFlow::told, m_keeper.get(), &Keeper::told);
    m_notebook = std::make_unique<Notebook>();
    connect(m_notebook.get(), &Notebook::failed, this, [this](const QString &text) { m_notice->tell(text); });
    m_noteFlow = std::make_unique<NoteFlow>(*m_notebook, this);
    m_noteFlow->setOn(m_settings.notes);
    connect(m_noteFlow.get(), &NoteFlow::told, m_keeper.get(), &Keeper::told);
    connect(m_noteFlow.get(), &NoteFlow::switchedOn, this, [this] {
        m_settings.notes = true;
        keepSettings();
    });
    connect(m_notebook.get(), &Notebook::changed, this, [this] {
        if (m_search != nullptr)
            m_search->setNotes(m_notebook->entries(m_study->course()));
    });
    openNotebook();
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
            offerMending();
    }
    go(m_parts.reading.isOpen() ? Location{} : Location{Location::Page::Faults, {}});
    tendSoon();
    auto *hourly = new QTimer(this);
    hourly->start(std::chrono::hours(1));
    connect(hourly, &QTimer::timeout, this, [this] { m_keeper->tend(m_settings.keptDays); });
}

Window::~Window() = default;

void Window::tendSoon()
{
    QTimer::singleShot(tendDelayMs, this, [this] { m_keeper->tend(m_settings.keptDays); });
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
    buildStartPage();
    foldContents();
}

void Window::buildStartPage()
{
    m_lesson = nullptr;
    m_checkPage = nullptr;
    m_storyPage = nullptr;
    m_card = nullptr;
    m_figures = nullptr;
    m_practice = nullptr;
    m_kept = nullptr;
    m_faults = nullptr;
    m_start = new StartPage(*m_study, static_cast<int>(m_parts.reading.faults.size()), m_pages);
    m_pages->addWidget(m_start);
    connect(m_start, &StartPage::wanted, this, &Window::go);
    connect(m_start, &StartPage::keepChosen, this, &Window::keepOrGuest);
    connect(m_start, &StartPage::tenMinutesWanted, this, &Window::haveTenMinutes);
    connect(m_start, &StartPage::personChosen, this, &Window::beSomebody);
    if (m_parts.asksWho)
        offerFaces();
}

// The other pages are made when somebody first goes there: the first window opens the sooner.

LessonPage *Window::lessonPage()
{
    if (m_lesson != nullptr)
        return m_lesson;
    m_lesson = new LessonPage(*m_study, *m_notebook, m_pages);
    m_pages->addWidget(m_lesson);
    connect(m_lesson, &LessonPage::wanted, this, &Window::go);
    connect(m_lesson, &LessonPage::noteWanted, m_noteFlow.get(), &NoteFlow::write, Qt::QueuedConnection);
    connect(m_lesson, &LessonPage::highlightWanted, m_noteFlow.get(), &NoteFlow::mark, Qt::QueuedConnection);
    connect(m_lesson->view()->verticalScrollBar(), &QScrollBar::valueChanged, m_placeTimer,
            qOverload<>(&QTimer::start));
    return m_lesson;
}

CheckPage *Window::checkPage()
{
    if (m_checkPage != nullptr)
        return m_checkPage;
    m_checkPage = new CheckPage(*m_study, *m_check, m_pages);
    m_pages->addWidget(m_checkPage);
    connect(m_checkPage, &CheckPage::sectionWanted, this, &Window::showWhere);
    connect(m_checkPage, &CheckPage::overviewWanted, this, [this] { go({}); });
    connect(m_checkPage, &CheckPage::againWanted, this, [this](const QStringList &only) {
        if (const course::Module *module = m_study->asked(m_location.id))
            m_check->openAgain(*module, only);
    });
    connect(m_checkPage, &CheckPage::conductWanted, this, &Window::changeConduct);
    connect(m_checkPage, &CheckPage::readOnWanted, this, [this](const QString &section) {
        go({Location::Page::Section, section});
    });
    return m_checkPage;
}

StoryPage *Window::storyPage()
{
    if (m_storyPage != nullptr)
        return m_storyPage;
    m_storyPage = new StoryPage(*m_study, *m_walk, m_pages);
    m_pages->addWidget(m_storyPage);
    connect(m_storyPage, &StoryPage::overviewWanted, this, [this] { go({}); });
    connect(m_storyPage, &StoryPage::sectionWanted, this, [this](const QString &section) {
        showPassage(section, tr("You came from the story “%1”.").arg(m_walk->story()->title));
    });
    return m_storyPage;
}

CardPage *Window::cardPage()
{
    if (m_card != nullptr)
        return m_card;
    m_card = new CardPage(m_study->course(), m_pages);
    m_pages->addWidget(m_card);
    connect(m_card, &CardPage::backWanted, this, [this] { step(-1); });
    connect(m_card, &CardPage::printWanted, this, &Window::printPage);
    connect(m_card, &CardPage::sectionWanted, this, [this](const QString &section) {
        go({Location::Page::Section, section});
    });
    connect(m_card, &CardPage::cardWanted, this, [this](const QString &card) { go({Location::Page::Card, card}); });
    return m_card;
}

FiguresPage *Window::figuresPage()
{
    if (m_figures != nullptr)
        return m_figures;
    // A guest leaves nothing behind, not even a copy of a table.
    m_figures = new FiguresPage(*m_study, m_study->isKept() ? m_parts.store.folder() : QString(), m_pages);
    m_pages->addWidget(m_figures);
    connect(m_figures, &FiguresPage::wanted, this, &Window::go);
    connect(m_figures, &FiguresPage::addWanted, this, &Window::addOwnNumbers);
    return m_figures;
}

PracticePage *Window::practicePage()
{
    if (m_practice != nullptr)
        return m_practice;
    m_practice = new PracticePage(*m_study, m_pages);
    m_pages->addWidget(m_practice);
    connect(m_practice, &PracticePage::practiceWanted, this, &Window::practise);
    connect(m_practice, &PracticePage::tenMinutesWanted, this, &Window::haveTenMinutes);
    connect(m_practice, &PracticePage::moduleWanted, this, [this](const QString &id) {
        if (const course::Module *module = course::findModule(m_study->course(), id))
            go({Location::Page::Section, module->sections.front().id});
    });
    return m_practice;
}

KeptPage *Window::keptPage()
{
    if (m_kept != nullptr)
        return m_kept;
    m_kept = new KeptPage(*m_study, *m_keeper, m_pages);
    m_pages->addWidget(m_kept);
    m_keptFlow->serve(*m_kept);
    connect(m_kept, &KeptPage::personWanted, this, &Window::beSomebody);
    connect(m_kept, &KeptPage::guestWanted, this, &Window::becomeGuest);
    connect(m_kept, &KeptPage::keepWanted, this, &Window::stopBeingGuest);
    connect(m_kept, &KeptPage::forgetWanted, this, &Window::forgetMe);
    connect(m_kept, &KeptPage::hideKeyChosen, this, [this](const QString &key) {
        m_settings.hideKey = key;
        keepSettings();
        m_hide->setKey(QKeySequence::fromString(key, QKeySequence::PortableText));
    });
    connect(m_kept, &KeptPage::keptDaysChosen, this, &Window::keepFor);
    return m_kept;
}

/// The newest backup that is sound; without one, a file that begins with what can still be read.
void Window::offerMending()
{
    const std::vector<journal::Backup> backups = m_keeper->backups();
    const auto sound = std::ranges::find_if(
        backups, [](const journal::Backup &backup) { return journal::lookInto(backup.path).has_value(); });
    if (sound == backups.end()) {
        // A file of another name may be somebody's own, and is not moved.
        if (QFileInfo(m_parts.keptPath).fileName() != QFileInfo(journal::defaultPath()).fileName())
            return;
        m_notice->tell({m_notice->text(), tr("Put it aside and begin anew"), [this] { m_keeper->restore(QString()); }});
        return;
    }
    m_notice->tell({m_notice->text(), tr("Put back the newest backup…"), [this, backup = *sound] {
                        if (askRestoring(this, backup))
                            m_keeper->restore(backup.path);
                    }});
}

/// A copy that nothing can read any more, as after a repair, keeps a purge from its end.
void Window::offerRemoving(const QString &path, const QString &text)
{
    m_notice->tell({text, tr("Delete that file"), [this, path] {
                        if (QFile::remove(path))
                            m_notice->clear();
                        m_keeper->tend(m_settings.keptDays);
                    }});
}

/// What is older than that goes at once, so whoever has chosen by mistake is asked first.
void Window::keepFor(int days)
{
    const qint64 going = days > 0 ? m_keeper->countBefore(days) : 0;
    if (going == 0 || askPurging(this, going)) {
        m_settings.keptDays = days;
        keepSettings();
        m_keeper->purgeAfter(days);
    }
    m_kept->setKeptDays(m_settings.keptDays);
    m_kept->rebuild();
}

void Window::offerFaces()
{
    auto kept = m_parts.openKept();
    if (!kept) {
        m_notice->tell(problemText(kept.error()));
        return;
    }
    std::vector<keep::Face> faces;
    for (const journal::Person &person : (*kept)->persons().value_or(std::vector<journal::Person>()))
        faces.push_back(knownAs(m_keeper->faceOf(person.id), person));
    m_start->setFaces(faces);
}

/// Goes on as one of those who learn here, or as a guest; what a guest has done so far comes along.
void Window::beSomebody(const QUuid &person)
{
    if (!person.isNull() && !askPin(this, m_keeper->faceOf(person)))
        return;
    m_parts.asksWho = false;
    m_start->setFaces({});
    if (person.isNull()) {
        go({});
        return;
    }
    if (m_study->isKept()) {
        m_keeper->choose(person);
        return;
    }
    auto kept = m_parts.openKept();
    if (kept) {
        if (const auto chosen = (*kept)->choosePerson(person); !chosen)
            kept = tl::make_unexpected(chosen.error());
    }
    const auto moved = kept ? m_study->moveTo(std::move(*kept)) : tl::make_unexpected(kept.error());
    if (!moved) {
        m_notice->tell(problemText(moved.error()));
        return;
    }
    openNotebook();
    tendSoon();
    Q_EMIT m_keeper->personChanged();
}

/// Where others learn here too, a guest says first who they are.
void Window::stopBeingGuest()
{
    if (!m_keeper->hasFaces()) {
        keepOrGuest(true);
        return;
    }
    offerFaces();
    go({});
}

void Window::becomeGuest()
{
    m_study->resume([this] { return std::move(*journal::Journal::inMemory(m_parts.clock)); });
    Q_EMIT m_keeper->personChanged();
    m_notice->tell(tr("You are a guest now. What was kept is still there for whoever it belongs to."));
}

/// Everybody has a notebook of their own; a guest's is gone with the window, unless they stay.
void Window::openNotebook()
{
    const QString folder = m_parts.store.folder();
    const bool isInMemory = folder.isEmpty() || !m_study->isKept();
    m_notebook->open(isInMemory ? QString() : keep::notesFolder(folder, m_study->ledger().person()));
}

void Window::forgetMe()
{
    const Forgetting chosen = askForgetting(this);
    if (chosen == Forgetting::Not)
        return;
    static_cast<void>(m_parts.store.setPlace({})); // nothing reads it for anybody else
    m_keeper->forgetMe(chosen == Forgetting::Purge);
}

/// Another person's pages: nothing of the one before may be left on them, nor behind the way back.
void Window::onPersonChanged()
{
    const Location location = m_location.page == Location::Page::Kept ? m_location : Location{};
    m_check = std::make_unique<CheckPresenter>(*m_study);
    m_check->setUsual(conductOf(m_settings));
    m_walk = std::make_unique<StoryPresenter>(*m_study);
    m_history.clear();
    m_historyAt = -1;
    openNotebook();
    build();
    m_location = {};
    go(location);
}

void Window::practise(const QStringList &items)
{
    m_check->openAgain(m_study->practice(), items);
    checkPage()->setSitting(std::nullopt);
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
        m_checkPage->setSitting(sitting);
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

void Window::search()
{
    m_search->show(); // where a narrow bar had put it away
    m_search->setFocus();
    m_search->selectAll();
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
        m_lesson->view()->showNote(m_notebook->note(QUuid::fromString(hit.part)));
    else if (location.page == Location::Page::Section)
        m_lesson->view()->showWords(wordsIn(hit));
    else if (location.page == Location::Page::Check)
        m_check->showItem(hit.id);
}

/// The section or the card on the page, its figures as their words, with the help card at its end.
void Window::printPage()
{
    const bool isCard = m_location.page == Location::Page::Card;
    if (!isCard && m_location.page != Location::Page::Section) {
        m_notice->tell(tr("What is printed from here are sections and cards: open one, and print it there."));
        return;
    }
    QPrinter printer;
    QPrintDialog dialog(&printer, this);
    dialog.setWindowTitle(tr("Print this page"));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const course::Section &shown = isCard ? m_card->shown() : m_lesson->shown();
    const course::Module *module = course::findSection(m_study->course(), m_location.id).module;
    const QString head = module == nullptr ? m_study->course().title : module->title;
    type::paperOf(m_study->course(), shown, head, m_helpCard.text())->print(&printer);
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

void Window::addOwnNumbers()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Your own numbers"), folder, tr("Tables (*.csv);;All files (*)"));
    if (!path.isEmpty())
        m_figures->addOwn(path);
}

QWidget *Window::faultsPage()
{
    if (m_faults == nullptr) {
        m_faults = new FaultsPage(m_parts.reading.faults, m_parts.courseFolder, m_parts.reading.isOpen(), m_pages);
        m_pages->addWidget(m_faults);
    }
    return m_faults;
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
    add(Qt::CTRL | Qt::Key_B, [this] { Q_EMIT m_bar->contentsToggled(); });
    const auto onPassage = [this](void (LessonView::*wanted)()) {
        if (m_location.page == Location::Page::Section)
            Q_EMIT(m_lesson->view()->*wanted)();
    };
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_N, [onPassage] { onPassage(&LessonView::noteWanted); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_H, [onPassage] { onPassage(&LessonView::highlightWanted); });
    add(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete, [this] { m_noteFlow->wipe(); });
    add(QKeySequence::Undo, [this] { m_notebook->undo(); });
    add(QKeySequence::Redo, [this] { m_notebook->redo(); });
    add(QKeySequence::Print, [this] { printPage(); });
    add(Qt::CTRL | Qt::Key_K, [this] { search(); });
    add(Qt::Key_F1, [this] { showHelp(); });
    add(Qt::Key_F11, [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    add(QKeySequence::Quit, [this] { close(); });
    add(Qt::Key_N, [this] {
        if (m_location.page == Location::Page::Section)
            m_lesson->goOn();
    });
    add(Qt::Key_W, [this] {
        if (m_location.page == Location::Page::Section)
            m_lesson->goReturn();
        else if (m_location.page == Location::Page::Check)
            m_checkPage->showWhere();
    });
    add(Qt::Key_P, [this] {
        if (m_location.page == Location::Page::Section)
            m_lesson->goBack();
    });
}

void Window::showWhere(const QString &section)
{
    const CheckView &view = m_check->view();
    showPassage(section, view.isAtEnd()
                             ? tr("You came from the summary of the check.")
                             : tr("You came from question %1. Its answer rests on this section.").arg(view.at + 1));
}

/// Opens a section for somebody who wants to know where something stands, with a way back.
void Window::showPassage(const QString &section, const QString &cameFrom)
{
    if (section.isEmpty())
        return;
    const Location before = m_location;
    go({Location::Page::Section, section});
    m_lesson->view()->restore(0.0); // who asks where begins at the passage's head, not where reading once stopped
    m_lesson->offerReturn(cameFrom, before);
}

QWidget *Window::currentPage() const
{
    return m_pages->currentWidget();
}

void Window::go(const Location &location)
{
    leaveVisit();
    m_history.resize(static_cast<std::size_t>(m_historyAt + 1));
    if (m_history.empty() || m_history.back().location != location) {
        m_history.push_back({location, 0.0});
        ++m_historyAt;
    }
    showLocation(location);
}

/// Whoever comes back finds a section where they left it.
void Window::leaveVisit()
{
    rememberPlace();
    if (m_historyAt >= 0 && m_location.page == Location::Page::Section)
        m_history[static_cast<std::size_t>(m_historyAt)].scrolled = m_lesson->view()->scrolled();
}

void Window::step(int by)
{
    const qsizetype at = m_historyAt + by;
    if (at < 0 || at >= static_cast<qsizetype>(m_history.size()))
        return;
    leaveVisit();
    m_historyAt = at;
    const Visit visit = m_history[static_cast<std::size_t>(at)];
    showLocation(visit.location);
    if (m_location.page == Location::Page::Section)
        m_lesson->view()->restore(visit.scrolled);
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
    m_location = location;
    if (location.page != Location::Page::Start)
        dressForReading();
    switch (location.page) {
    case Location::Page::Start:
        m_pages->setCurrentWidget(m_start);
        m_start->setAsking(m_parts.asks);
        break;
    case Location::Page::Section: {
        m_pages->setCurrentWidget(lessonPage());
        m_lesson->view()->setLines(m_settings.lineSpacing, m_settings.lineLength);
        m_lesson->showSection(location.id, m_settings.trainerNotes);
        const keep::Place place = m_parts.store.place();
        if (place.section == location.id && place.person == m_study->ledger().person())
            m_lesson->view()->restore(place.scrolled);
        m_lesson->setFocus();
        break;
    }
    case Location::Page::Check:
        m_pages->setCurrentWidget(checkPage());
        showCheck(location.id);
        break;
    case Location::Page::Story:
        m_pages->setCurrentWidget(storyPage());
        showStory(location.id);
        break;
    case Location::Page::Card:
        m_pages->setCurrentWidget(cardPage());
        m_card->showCard(location.id);
        m_card->setFocus();
        break;
    case Location::Page::Figures:
        m_pages->setCurrentWidget(figuresPage());
        m_figures->showFigure(location.id);
        break;
    case Location::Page::Practice:
        m_pages->setCurrentWidget(practicePage());
        m_practice->rebuild();
        break;
    case Location::Page::Kept:
        m_pages->setCurrentWidget(keptPage());
        m_kept->setKeptDays(m_settings.keptDays);
        m_kept->setHideKey(m_settings.hideKey);
        m_kept->rebuild();
        break;
    case Location::Page::Faults:
        m_pages->setCurrentWidget(faultsPage());
        break;
    }
    m_bar->setPlace(barPlaceOf(location, m_study->practice().id));
    m_contents->setLocation(location);
}

void Window::showCheck(const QString &id)
{
    const course::Module *module = m_study->asked(id);
    if (module == nullptr)
        return;
    // Whoever comes back from a passage finds the question as they left it.
    if (m_check->isOpen() && m_check->view().moduleId == id) {
        m_checkPage->setFocus();
        return;
    }
    m_checkPage->setSitting(std::nullopt);
    m_check->open(*module);
}

void Window::showStory(const QString &id)
{
    const course::Story *story = course::findStory(m_study->course(), id).story;
    if (story == nullptr)
        return;
    // Whoever comes back from a passage finds the story at the step where they left it.
    if (m_walk->story() != story)
        m_walk->open(*story);
    m_storyPage->setFocus();
}

/// A go that nobody has begun to answer begins anew in the way that is wanted; another keeps its own to its end.
void Window::changeConduct(const quiz::Conduct &conduct)
{
    m_settings.opening = openingOf(conduct.feedback);
    m_settings.asksCertainty = conduct.asksCertainty;
    m_settings.mixedOrder = conduct.seed != 0;
    keepSettings();
    m_check->setUsual(conduct);
    const course::Module *module = m_study->asked(m_location.id);
    if (module != nullptr && m_check->isFresh())
        m_check->openAgain(*module, m_check->conduct().only);
}

/// What cannot be kept holds until the window closes.
void Window::keepSettings()
{
    static_cast<void>(m_parts.store.setSettings(m_settings));
    m_noteFlow->setOn(m_settings.notes);
    m_bar->setSettings(m_settings);
}

void Window::switchNotes(bool on)
{
    m_settings.notes = on && m_noteFlow->switchOn();
    keepSettings();
}

void Window::readOn()
{
    Location location{Location::Page::Section, m_study->lastSection()};
    if (course::findSection(m_study->course(), location.id).section == nullptr) {
        const auto open = std::ranges::find_if(m_study->course().modules, [](const course::Module &module) {
            return module.isOpen() && !module.roomOnly;
        });
        if (open == m_study->course().modules.end())
            return;
        location.id = open->sections.front().id;
    }
    go(location);
}

void Window::changeSettings(const keep::Settings &settings)
{
    const bool resized = !qFuzzyCompare(settings.textScale, m_settings.textScale);
    const bool isReading = m_location.page == Location::Page::Section;
    const double scrolled = isReading ? m_lesson->view()->scrolled() : 0.0;
    const LessonPage::Manner manner = isReading ? m_lesson->manner() : LessonPage::Manner();
    m_settings = settings;
    keepSettings();
    applyLook();
    if (resized)
        build();
    display(m_location);
    if (isReading) {
        m_lesson->setManner(manner);
        m_lesson->view()->restore(scrolled);
    }
}

void Window::keepOrGuest(bool keep)
{
    m_parts.asks = false;
    m_settings.progress = keep ? keep::Progress::Keep : keep::Progress::Guest;
    const auto saved = m_parts.store.setSettings(m_settings);
    if (!saved)
        m_notice->tell(tr("Your choice could not be kept in %1, so you will be asked again. Nothing else is lost.")
                           .arg(saved.error().path));
    if (keep)
        moveToKept();
    showLocation(m_location);
}

void Window::moveToKept()
{
    auto kept = m_parts.openKept();
    const auto moved = kept ? m_study->moveTo(std::move(*kept)) : tl::make_unexpected(kept.error());
    openNotebook();
    if (moved) {
        tendSoon();
        return;
    }
    m_notice->tell(problemText(moved.error()));
    if (moved.error().code == journal::ErrorCode::Damaged)
        offerMending();
}

void Window::foldContents()
{
    const bool narrow = width() < type::sized(contentsFoldBelow);
    m_bar->setCanFold(true);
    m_contents->setVisible(m_contentsWanted && !narrow);
}

void Window::rememberPlace()
{
    m_placeTimer->stop();
    if (m_location.page != Location::Page::Section || !m_study->isKept())
        return;
    // Losing where a page was scrolled to is no loss that anybody must be told of.
    static_cast<void>(
        m_parts.store.setPlace({m_location.id, m_lesson->view()->scrolled(), m_study->ledger().person()}));
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
    m_keeper->tend(m_settings.keptDays);
    QWidget::closeEvent(event);
}

} // namespace desk

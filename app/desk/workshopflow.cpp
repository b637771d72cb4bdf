// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/workshopflow.h"

#include "desk/helpdialog.h"
#include "desk/packdialog.h"
#include "desk/problemtext.h"
#include "desk/slidelist.h"
#include "workshop/simulation.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStandardPaths>

#include <algorithm>

namespace desk {

namespace {

constexpr int mostPeople = 500;
constexpr QLatin1String sessionSuffix(".session");

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QString sessionFilter()
{
    return WorkshopFlow::tr("Sessions (*%1);;All files (*)").arg(sessionSuffix);
}

} // namespace

WorkshopFlow::WorkshopFlow(WorkshopParts parts, Study &study, QWidget *window)
    : QObject(window), m_parts(std::move(parts)), m_study(study), m_window(window), m_plans(m_parts.course)
{
    m_plans.keepIn(m_parts.folder);
    connect(&m_plans, &PlanPresenter::failed, this, &WorkshopFlow::told);
    // A session stays as it is in the journal, and can be gone on with.
    connect(&m_study, &Study::closing, this, [this] {
        const bool wasRunning = isRunning();
        drop();
        if (wasRunning)
            goBack();
    });
}

/// The window outlives its flows: the pages go before what they show.
WorkshopFlow::~WorkshopFlow()
{
    drop();
    delete m_planPage;
    delete m_page;
}

/// A guest's learning is not kept, but what a room answered is.
void WorkshopFlow::makeRoom()
{
    if (m_room != nullptr)
        return;
    m_problem.reset();
    if (!m_study.isKept() && m_parts.openKept) {
        auto kept = m_parts.openKept();
        if (kept)
            m_kept = std::make_unique<Study>(m_parts.course, std::move(*kept), m_parts.clock);
        else
            m_problem = kept.error();
    }
    m_room = std::make_unique<Room>(m_parts.course, ledger().ledger(), m_parts.clock);
    m_console = std::make_unique<Console>(*m_room);
    m_console->setHelp(keep::HelpCard(m_parts.folder).text());
    if (m_projector == nullptr)
        m_projector = std::make_unique<Projector>(m_parts.course, m_window);
    m_review = std::make_unique<ReviewFlow>(*m_room, *m_projector, m_window);
    connect(m_review.get(), &ReviewFlow::told, this, &WorkshopFlow::told);
    connect(m_review.get(), &ReviewFlow::backWanted, this, &WorkshopFlow::goBack);
    connect(m_review.get(), &ReviewFlow::reportWanted, this,
            [this](const QUuid &session) { goTo(Location::Page::Report, session); });
    connect(m_review.get(), &ReviewFlow::reviewWanted, this,
            [this](const QUuid &session) { goTo(Location::Page::Review, session); });
    connect(m_review.get(), &ReviewFlow::passageWanted, this, [this](const QString &section) {
        Q_EMIT wanted({Location::Page::Section, section});
    });
    connect(m_room.get(), &Room::failed, this,
            [this](const journal::Error &error) { Q_EMIT told(problemText(error)); });
    connect(m_room.get(), &Room::changed, this, &WorkshopFlow::simulate);
}

Study &WorkshopFlow::ledger()
{
    return m_kept != nullptr ? *m_kept : m_study;
}

void WorkshopFlow::leave()
{
    if (!isRunning())
        drop();
}

void WorkshopFlow::drop()
{
    if (m_projector != nullptr)
        m_projector->close();
    delete m_consolePage;
    delete m_papersPage;
    m_review.reset();
    m_console.reset();
    m_room.reset();
    m_kept.reset();
}

/// Of a report no session means all of them.
void WorkshopFlow::goTo(Location::Page page, const QUuid &session)
{
    Q_EMIT wanted({page, session.isNull() ? QString() : session.toString(QUuid::WithoutBraces)});
}

/// In a turn of its own: the session may go because its journal does.
void WorkshopFlow::goBack()
{
    QMetaObject::invokeMethod(
        this, [this] { goTo(Location::Page::Workshop); }, Qt::QueuedConnection);
}

QWidget *WorkshopFlow::open(const Location &location, QWidget *parent)
{
    makeRoom();
    switch (location.page) {
    case Location::Page::Plans:
        return plans(parent);
    case Location::Page::Papers:
        return papers(parent);
    case Location::Page::Review:
        return m_review->review(parent, QUuid::fromString(location.id));
    case Location::Page::Report:
        return m_review->report(parent, QUuid::fromString(location.id));
    case Location::Page::Console:
        return console(parent);
    default:
        static_cast<void>(page(parent));
        enter();
        return m_page;
    }
}

WorkshopPage *WorkshopFlow::page(QWidget *parent)
{
    if (m_page != nullptr)
        return m_page;
    m_page = new WorkshopPage(parent);
    connect(m_page, &WorkshopPage::beginWanted, this, &WorkshopFlow::begin);
    connect(m_page, &WorkshopPage::goOnWanted, this, &WorkshopFlow::goOn);
    connect(m_page, &WorkshopPage::handOverWanted, this, &WorkshopFlow::chooseHandOver);
    connect(m_page, &WorkshopPage::takeOverWanted, this, &WorkshopFlow::chooseTakeOver);
    connect(m_page, &WorkshopPage::helpCardWanted, this, [this] { fillIn(keep::CardKind::Help); });
    connect(m_page, &WorkshopPage::disclosureCardWanted, this, [this] { fillIn(keep::CardKind::Disclosure); });
    connect(m_page, &WorkshopPage::planWanted, this, &WorkshopFlow::changePlan);
    connect(m_page, &WorkshopPage::papersWanted, this, [this] { goTo(Location::Page::Papers); });
    connect(m_page, &WorkshopPage::printWanted, this, &WorkshopFlow::printPack);
    connect(m_page, &WorkshopPage::reviewWanted, this,
            [this](const QUuid &session) { goTo(Location::Page::Review, session); });
    connect(m_page, &WorkshopPage::reportWanted, this, [this] { goTo(Location::Page::Report); });
    return m_page;
}

PlanPage *WorkshopFlow::plans(QWidget *parent)
{
    if (m_planPage != nullptr)
        return m_planPage;
    m_planPage = new PlanPage(m_plans, parent);
    connect(m_planPage, &PlanPage::backWanted, this, &WorkshopFlow::goBack);
    connect(m_planPage, &PlanPage::printWanted, this, [this](const course::Plan &plan) { printPack(plan.id); });
    return m_planPage;
}

PaperGridPage *WorkshopFlow::papers(QWidget *parent)
{
    if (m_papersPage != nullptr)
        return m_papersPage;
    m_papersPage = new PaperGridPage(ledger(), parent);
    connect(m_papersPage, &PaperGridPage::backWanted, this, &WorkshopFlow::goBack);
    return m_papersPage;
}

/// A plan of one's own is changed as it is; of the course's, a copy is.
void WorkshopFlow::changePlan(const QString &plan)
{
    const std::vector<OwnPlan> own = m_plans.own();
    const auto planId = [](const OwnPlan &one) { return one.plan.id; };
    if (std::ranges::find(own, plan, planId) != own.end()) {
        m_plans.open(plan);
    } else {
        const auto given = std::ranges::find(m_parts.course.plans, plan, &course::Plan::id);
        if (given != m_parts.course.plans.end())
            m_plans.beginFrom(*given);
    }
    goTo(Location::Page::Plans);
}

/// The guide's run sheet is that of the plan, also where it is a trainer's own.
void WorkshopFlow::printPack(const QString &plan)
{
    course::Course course = m_parts.course;
    course.plans = m_plans.all();
    paper::Order usual;
    usual.plan = plan;
    usual.help = keep::HelpCard(m_parts.folder).text();
    PackDialog dialog(course, usual, QDir(documents()).filePath(tr("Workshop")), m_window);
    if (dialog.exec() == QDialog::Accepted)
        Q_EMIT told(dialog.make());
}

ConsolePage *WorkshopFlow::console(QWidget *parent)
{
    if (m_consolePage != nullptr)
        return m_consolePage;
    m_consolePage = new ConsolePage(*m_console, *m_projector, parent);
    connect(m_consolePage, &ConsolePage::roomWanted, this, &WorkshopFlow::chooseRoom, Qt::QueuedConnection);
    connect(m_consolePage, &ConsolePage::slidesWanted, this, &WorkshopFlow::chooseSlide, Qt::QueuedConnection);
    connect(m_consolePage, &ConsolePage::endWanted, this, &WorkshopFlow::askEnd, Qt::QueuedConnection);
    return m_consolePage;
}

WorkshopView WorkshopFlow::view() const
{
    WorkshopView view;
    view.plans = m_plans.all();
    if (auto sessions = m_room->sessions())
        view.sessions = *std::move(sessions);
    else
        view.problem = problemText(sessions.error());
    if (m_problem)
        view.problem = problemText(*m_problem);
    view.now = m_room->now();
    view.isKept = m_room->isKept();
    view.screen = m_projector->screenText();
    view.hasHelpCard = !keep::HelpCard(m_parts.folder).text().isEmpty();
    view.hasDisclosureCard = !keep::HelpCard(m_parts.folder, keep::CardKind::Disclosure).text().isEmpty();
    return view;
}

/// Somebody comes to the page of workshops: it tells what there is by now.
void WorkshopFlow::enter()
{
    makeRoom();
    m_review->end();
    if (!isRunning())
        m_projector->close();
    m_plans.reload();
    if (m_page != nullptr)
        m_page->tell(view());
}

/// With either card blank it takes a plain yes: there would be no answer for somebody who needs one.
bool WorkshopFlow::mayBegin()
{
    const WorkshopView now = view();
    if (now.hasHelpCard && now.hasDisclosureCard)
        return true;
    QMessageBox box(m_window);
    box.setWindowTitle(tr("Before you begin"));
    box.setText(now.hasHelpCard ? tr("The card for when somebody discloses is still blank.")
                : now.hasDisclosureCard
                    ? tr("The help card is still blank.")
                    : tr("The help card and the card for when somebody discloses are still blank."));
    box.setInformativeText(
        tr("If somebody in the room needs help, or tells of a person at risk, there is nothing to turn "
           "to but what you know yourself. Fill the cards in first, or decide plainly to begin "
           "without them and tell the group so."));
    const QPushButton *go = box.addButton(tr("Begin without"), QMessageBox::AcceptRole);
    QPushButton *stay = box.addButton(tr("Not yet"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == go;
}

void WorkshopFlow::begin(const workshop::Setting &setting)
{
    makeRoom();
    // A rehearsal has nobody in the room.
    if (!setting.isRehearsal && !mayBegin())
        return;
    if (const auto error = m_room->begin(setting)) {
        Q_EMIT told(problemText(*error));
        return;
    }
    m_projector->open();
    goTo(Location::Page::Console);
}

void WorkshopFlow::goOn(const QUuid &session)
{
    makeRoom();
    if (const auto error = m_room->goOn(session)) {
        Q_EMIT told(problemText(*error));
        return;
    }
    m_projector->open();
    goTo(Location::Page::Console);
}

void WorkshopFlow::close()
{
    m_room->leave();
    m_projector->close();
    goBack();
}

void WorkshopFlow::askEnd()
{
    QMessageBox box(m_window);
    box.setWindowTitle(tr("Leave the session"));
    box.setText(tr("Is the session over?"));
    box.setInformativeText(
        tr("Either way everything that was counted is kept. A session that has not ended can be gone "
           "on with, here or on another computer."));
    QPushButton *over = box.addButton(tr("It is over"), QMessageBox::AcceptRole);
    const QPushButton *later = box.addButton(tr("Leave it for now"), QMessageBox::ActionRole);
    QPushButton *back = box.addButton(tr("Back to the room"), QMessageBox::RejectRole);
    box.setDefaultButton(back);
    box.setEscapeButton(back);
    box.exec();
    if (box.clickedButton() == over)
        m_console->end();
    if (box.clickedButton() == over || box.clickedButton() == later)
        close();
}

void WorkshopFlow::chooseRoom()
{
    bool isChosen = false;
    const int room = QInputDialog::getInt(m_window, tr("How many take part"),
                                          tr("People in the room now, without you (0: not counted)"),
                                          m_room->session().setting().room, 0, mostPeople, 1, &isChosen);
    if (isChosen)
        m_console->countRoom(room);
}

void WorkshopFlow::chooseSlide(bool onlyQuestions)
{
    SlideList list(*m_room, onlyQuestions, m_window);
    if (list.exec() == QDialog::Accepted && list.chosen())
        m_console->goTo(*list.chosen());
}

void WorkshopFlow::fillIn(keep::CardKind kind)
{
    auto *dialog = new HelpDialog(keep::HelpCard(m_parts.folder, kind).text(), m_window, kind);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HelpDialog::textChanged, this, [this, kind](const QString &text) {
        keep::HelpCard card(m_parts.folder, kind);
        if (const auto kept = card.setText(text); !kept)
            Q_EMIT told(tr("The card could not be kept in %1.").arg(kept.error().path));
        if (kind == keep::CardKind::Help) {
            m_console->setHelp(text);
            Q_EMIT helpCardChanged();
        }
    });
    connect(dialog, &QDialog::finished, this, &WorkshopFlow::enter, Qt::QueuedConnection);
    dialog->open();
}

void WorkshopFlow::chooseHandOver(const QUuid &session)
{
    const QString name =
        tr("session %1").arg(QDateTime::fromMSecsSinceEpoch(m_parts.clock()).date().toString(Qt::ISODate));
    const QString path = QFileDialog::getSaveFileName(
        m_window, tr("Hand the session over"), QDir(documents()).filePath(name + sessionSuffix), sessionFilter());
    if (!path.isEmpty())
        handOver(session, path);
}

void WorkshopFlow::handOver(const QUuid &session, const QString &path)
{
    makeRoom();
    // Whoever chose a file that is there has said that it may go.
    if (QFileInfo::exists(path) && !QFile::remove(path)) {
        Q_EMIT told(tr("%1 is there already and cannot be replaced. Choose another name.").arg(path));
        return;
    }
    const auto written = m_room->ledger().exportSession(session, path);
    Q_EMIT told(written ? tr("The session is in %1: the plan, the place and the counts, and nothing else. On the other "
                             "computer: Workshop, Take over a session.")
                              .arg(QDir::toNativeSeparators(path))
                        : problemText(written.error(), Occasion::CopyingOut, path));
}

void WorkshopFlow::chooseTakeOver()
{
    const QString path =
        QFileDialog::getOpenFileName(m_window, tr("Take over a session"), documents(), sessionFilter());
    if (!path.isEmpty())
        takeOver(path);
}

void WorkshopFlow::takeOver(const QString &path)
{
    makeRoom();
    const auto merged = m_room->ledger().merge(path);
    enter();
    if (!merged)
        Q_EMIT told(problemText(merged.error(), Occasion::TakingIn, path));
    else if (merged->added == 0)
        Q_EMIT told(tr("All of that file was here already."));
    else
        Q_EMIT told(tr("The session is here. Go on where it stopped."));
}

/// In a rehearsal the made-up people answer as soon as the question is on the screen.
void WorkshopFlow::simulate()
{
    const bool isOn = m_room->isOpen() && m_room->session().phase() == workshop::Session::Phase::Running;
    if (!isOn || !m_room->session().setting().isRehearsal || m_isSimulating)
        return;
    const QScopedValueRollback guard(m_isSimulating, true);
    const items::Item *item = m_console->item();
    if (item == nullptr || !items::isChosenFrom(*item) || m_console->projection().kind != Projection::Kind::Question)
        return;
    if (m_room->session().asking(item->id).rounds.empty())
        m_room->record(m_room->session().ask(*item, m_console->counting().way()));
    const workshop::Asking asked = m_room->session().asking(item->id);
    if (asked.rounds.empty() || asked.rounds.back().isClosed || asked.rounds.back().answers() > 0)
        return;
    const auto round = static_cast<int>(asked.rounds.size());
    m_room->record(m_room->session().tally(
        item->id, workshop::simulatedAnswers(*item, m_room->session().setting().room, round), false));
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/consolepage.h"
#include "desk/keeper.h"
#include "desk/location.h"
#include "desk/papergridpage.h"
#include "desk/planpage.h"
#include "desk/reportpage.h"
#include "desk/reviewflow.h"
#include "desk/reviewpage.h"
#include "desk/workshoppage.h"
#include "keep/helpcard.h"

#include <QObject>
#include <QPointer>

namespace desk {

/// What a workshop needs of the house.
struct WorkshopParts {
    course::Course course; ///< with its plans
    base::Clock clock;
    Keeper::Opener openKept; ///< the journal that is kept: a session goes there also where a guest learns
    QString folder;          ///< of settings; empty: nothing of them is kept
};

/// Everything of workshops: the page where they begin, the console, the projector, the session and its journal. The
/// window only shows its pages.
class WorkshopFlow final : public QObject
{
    Q_OBJECT

public:
    /// `window` is the trainer's.
    WorkshopFlow(WorkshopParts parts, Study &study, QWidget *window);
    ~WorkshopFlow() override;

    /// A page for trainers as somebody comes to it, each made on the first call; `parent` takes them.
    [[nodiscard]] QWidget *open(const Location &location, QWidget *parent);
    /// Once it was open.
    [[nodiscard]] ConsolePage *console() const { return m_consolePage; }
    /// They went elsewhere. A session that is on stays on.
    void leave();

    [[nodiscard]] bool isRunning() const { return m_room != nullptr && m_room->isOpen(); }
    [[nodiscard]] Room *room() { return m_room.get(); }
    [[nodiscard]] Console *presenter() { return m_console.get(); }
    [[nodiscard]] Projector *projector() { return m_projector.get(); }
    /// Once a page of a review, or of a report, was shown.
    [[nodiscard]] ReviewFlow &reviewing() { return *m_review; }

    // What the page's signals ask for; each asks first where something is to be asked.
    void begin(const workshop::Setting &setting);
    void goOn(const QUuid &session);
    void handOver(const QUuid &session, const QString &path);
    void takeOver(const QString &path);

Q_SIGNALS:
    void told(const QString &text);
    /// Another page: one of those here, or the section that a question rests on.
    void wanted(const desk::Location &location);
    void helpCardChanged();

private:
    void makeRoom();
    void enter();
    void goTo(Location::Page page, const QUuid &session = {});
    void goBack();
    [[nodiscard]] WorkshopPage *page(QWidget *parent);
    [[nodiscard]] ConsolePage *console(QWidget *parent);
    [[nodiscard]] PlanPage *plans(QWidget *parent);
    [[nodiscard]] PaperGridPage *papers(QWidget *parent);
    [[nodiscard]] WorkshopView view() const;
    [[nodiscard]] Study &ledger();
    [[nodiscard]] bool mayBegin();
    void changePlan(const QString &plan);
    void printPack(const QString &plan);
    void fillIn(keep::CardKind kind);
    void chooseHandOver(const QUuid &session);
    void chooseTakeOver();
    void chooseRoom();
    void chooseSlide(bool onlyQuestions);
    void askEnd();
    void simulate();
    void close();
    void drop();

    WorkshopParts m_parts;
    Study &m_study;
    QWidget *m_window;
    std::unique_ptr<Study> m_kept; ///< where the study's is a guest's: what a room answered is kept all the same
    std::optional<journal::Error> m_problem; ///< why nothing can be kept
    PlanPresenter m_plans;
    std::unique_ptr<Room> m_room;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<Projector> m_projector;
    QPointer<WorkshopPage> m_page;
    QPointer<ConsolePage> m_consolePage;
    QPointer<PlanPage> m_planPage;
    QPointer<PaperGridPage> m_papersPage;
    std::unique_ptr<ReviewFlow> m_review;
    bool m_isSimulating = false;
};

} // namespace desk

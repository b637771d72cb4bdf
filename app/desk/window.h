// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/reading.h"
#include "desk/history.h"
#include "desk/location.h"
#include "desk/study.h"
#include "find/index.h"
#include "keep/helpcard.h"
#include "keep/settings.h"
#include "type/tokens.h"

#include <QWidget>

#include <functional>

class QStackedWidget;
class QTimer;

namespace desk {

class CheckPresenter;
class Contents;
class Keeper;
class KeptFlow;
class LearnerFlow;
class LearnerPages;
class LessonPage;
class Notebook;
class NoteFlow;
class Notice;
class QuickHide;
class SearchBox;
class StoryPresenter;
class TopBar;
class WorkshopFlow;

/// What a window is made of: everything that it needs from outside, so that a test or the tour can hand in its own.
struct WindowParts {
    course::Reading reading;
    QString courseFolder;
    std::unique_ptr<journal::Journal> journal; ///< in memory for a guest
    std::optional<journal::Error> problem;     ///< why it is in memory although it should be kept
    keep::Store store;
    base::Clock clock;
    bool asks = false;    ///< ask whether to keep progress
    bool asksWho = false; ///< the journal is in memory until somebody has said who they are of those who learn here
    QString keptPath;     ///< the file that `openKept` opens; empty where it is none
    std::function<journal::Result<std::unique_ptr<journal::Journal>>()> openKept;
    std::optional<type::Tone> tone; ///< instead of what the settings and the system say
    QFont systemFont;
    bool systemIsDark = false;
};

/// The one window: bar, contents and a page. It knows where one is and how to get elsewhere; what the pages show is
/// theirs.
class Window final : public QWidget
{
    Q_OBJECT

public:
    explicit Window(WindowParts parts);
    ~Window() override;

    void go(const Location &location);
    [[nodiscard]] const Location &location() const { return m_location; }

    [[nodiscard]] Study &study() { return *m_study; }
    [[nodiscard]] CheckPresenter &check() { return *m_check; }
    [[nodiscard]] StoryPresenter &walk() { return *m_walk; }
    [[nodiscard]] LearnerPages &learners() { return *m_learners; }
    [[nodiscard]] LessonPage *lessonPage();
    /// Made, and with it the whole course read, when somebody first asks for it.
    [[nodiscard]] WorkshopFlow &workshop();
    [[nodiscard]] Keeper &keeper() { return *m_keeper; }
    [[nodiscard]] Notebook &notebook() { return *m_notebook; }
    [[nodiscard]] QWidget *currentPage() const;
    [[nodiscard]] QuickHide &quickHide() { return *m_hide; }
    [[nodiscard]] SearchBox *searchBox() { return m_search; }
    [[nodiscard]] bool hasFaults() const { return !m_parts.reading.faults.empty(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void makeFlows();
    void makeKeptFlow();
    void makeLearnerFlow();
    void applyLook();
    void build();
    void makePages();
    void addShortcuts();
    void showLocation(const Location &location);
    void display(const Location &location);
    void step(int by);
    void leaveVisit();
    void tend();
    void tendSoon();
    void showWhere(qsizetype at);
    void showPassage(const QString &section, const QString &cameFrom, const QString &back);
    void practise(const QStringList &items);
    void haveTenMinutes();
    void openHit(const find::Hit &hit);
    void printPage();
    void switchNotes(bool on);
    void showHelp();
    void changeConduct(const quiz::Conduct &conduct);
    void changeHideKey(const QString &key);
    void changeSettings(const keep::Settings &settings);
    void keepSettings();
    void keepProgress(keep::Progress progress);
    void onPersonChanged();
    void foldContents();
    void rememberPlace();
    void readOn();
    void goToWorkshop();
    void showTrainers(const Location &location);
    void onFailure(const journal::Error &error);

    WindowParts m_parts;
    keep::Settings m_settings;
    keep::HelpCard m_helpCard;
    std::unique_ptr<Study> m_study;
    std::unique_ptr<CheckPresenter> m_check;
    std::unique_ptr<StoryPresenter> m_walk;
    std::unique_ptr<Keeper> m_keeper;
    std::unique_ptr<KeptFlow> m_keptFlow;
    std::unique_ptr<Notebook> m_notebook;
    std::unique_ptr<LearnerFlow> m_learnerFlow;
    std::unique_ptr<NoteFlow> m_noteFlow;
    std::unique_ptr<WorkshopFlow> m_workshop;
    Location m_location;
    History m_history;
    bool m_contentsWanted = true;
    QString m_failure; ///< of a write, as it was told: the next one that works puts it away

    QTimer *m_placeTimer = nullptr;
    QWidget *m_frame = nullptr; ///< everything visible; made anew when the size of the text changes
    QuickHide *m_hide = nullptr;
    TopBar *m_bar = nullptr;
    SearchBox *m_search = nullptr;
    Notice *m_notice = nullptr;
    Contents *m_contents = nullptr;
    QStackedWidget *m_pages = nullptr;
    LearnerPages *m_learners = nullptr; ///< gone with the frame
};

} // namespace desk

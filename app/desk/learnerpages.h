// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/reading.h"
#include "desk/location.h"
#include "keep/settings.h"
#include "quiz/conduct.h"

#include <QObject>

class QStackedWidget;
class QWidget;

namespace desk {

class CardPage;
class CheckPage;
class CheckPresenter;
class FiguresPage;
class Keeper;
class KeptFlow;
class KeptPage;
class LearnerFlow;
class LessonPage;
class Notebook;
class NoteFlow;
class PracticePage;
class StartPage;
class StoryPage;
class StoryPresenter;
class Study;

/// What the pages show, and who does what they ask for. All of it outlives them.
struct LearnerParts {
    const course::Reading &reading;
    const QString &courseFolder;
    const keep::Store &store;
    const keep::Settings &settings;
    Study &study;
    CheckPresenter &check;
    StoryPresenter &walk;
    Keeper &keeper;
    Notebook &notebook;
    KeptFlow &keptFlow;
    LearnerFlow &learnerFlow;
    NoteFlow &noteFlow;
};

/// The pages for whoever learns. But for the first, each is made when somebody goes there: the window opens the sooner.
class LearnerPages final : public QObject
{
    Q_OBJECT

public:
    /// `stack` takes the pages, and this.
    LearnerPages(const LearnerParts &parts, QStackedWidget *stack);

    /// Puts a page on the screen; none of those for trainers.
    void show(const Location &location);

    [[nodiscard]] LessonPage *lesson();
    [[nodiscard]] CheckPage *check();
    [[nodiscard]] StoryPage *story();
    [[nodiscard]] CardPage *card();
    [[nodiscard]] FiguresPage *figures();
    [[nodiscard]] PracticePage *practice();
    [[nodiscard]] KeptPage *kept();

Q_SIGNALS:
    void wanted(const desk::Location &location);
    void backWanted();
    void printWanted();
    /// The passage that a question of the check rests on.
    void whereWanted(qsizetype at);
    /// The section that a story rests on.
    void passageWanted(const QString &section);
    void practiceWanted(const QStringList &items);
    void tenMinutesWanted();
    void conductWanted(const quiz::Conduct &conduct);
    void hideKeyChosen(const QString &key);
    /// A section is read further down or up.
    void scrolled();

private:
    void makeStart();
    [[nodiscard]] QWidget *faults();
    void showSection(const QString &section);
    void showKept();

    LearnerParts m_parts;
    QStackedWidget *m_stack;
    StartPage *m_start = nullptr;
    LessonPage *m_lesson = nullptr;
    CheckPage *m_check = nullptr;
    StoryPage *m_story = nullptr;
    CardPage *m_card = nullptr;
    FiguresPage *m_figures = nullptr;
    PracticePage *m_practice = nullptr;
    KeptPage *m_kept = nullptr;
    QWidget *m_faults = nullptr;
};

} // namespace desk

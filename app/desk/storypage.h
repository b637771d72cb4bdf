// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/storypresenter.h"

#include <QWidget>

class QVBoxLayout;

namespace desk {

class LessonView;

/// A branching story: one passage to read, its choices below, and at an end the path with the other branches.
class StoryPage final : public QWidget
{
    Q_OBJECT

public:
    StoryPage(Study &study, StoryPresenter &presenter, QWidget *parent = nullptr);

    /// Opens the story of that id. Whoever comes back from a passage finds it at the step where they left it.
    void showStory(const QString &id);

    [[nodiscard]] LessonView *view() const { return m_view; }

Q_SIGNALS:
    void sectionWanted(const QString &section);
    void overviewWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void addChoices(QVBoxLayout *column);
    void addPath(QVBoxLayout *column);
    void addEndButtons(QVBoxLayout *column);
    void addPassagesBehind(QVBoxLayout *column);
    [[nodiscard]] QString metaText() const;
    void fitFoot();

    Study &m_study;
    StoryPresenter &m_presenter;
    course::Section m_shown; ///< the passage as a section: it is set like one
    QWidget *m_foot = nullptr;
    LessonView *m_view = nullptr;
};

} // namespace desk

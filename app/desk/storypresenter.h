// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/study.h"

#include <QObject>

namespace desk {

/// One passage that was walked through, and where the walk went on from it.
struct StoryStep {
    QString passage;
    int chosen = -1; ///< position of the choice; -1 where none has been made

    bool operator==(const StoryStep &) const = default;
};

/// Runs one branching story: turns a choice into a statement, has it written, and only then shows where it leads. Holds
/// no widget.
class StoryPresenter final : public QObject
{
    Q_OBJECT

public:
    explicit StoryPresenter(Study &study, QObject *parent = nullptr);

    /// Continues the latest walk through the story, or begins the first one.
    void open(const course::Story &story);
    /// Begins another walk.
    void openAgain();

    [[nodiscard]] const course::Story *story() const { return m_story; }
    [[nodiscard]] const std::vector<StoryStep> &path() const { return m_path; }
    /// The passage that is read now; null where no story is open.
    [[nodiscard]] const course::Story::Passage *passage() const;
    /// The choices that were followed from this passage in this walk, to tell them from those that were not.
    [[nodiscard]] bool hasFollowed(const QString &passage, int choice) const;

    // What a person does.
    void choose(int choice);
    /// Back to a passage on the path, to look at another branch; nothing that was walked is forgotten.
    void returnTo(std::size_t step);

Q_SIGNALS:
    void changed();

private:
    void begin(const QUuid &attempt);
    void follow(const QString &from, int choice);
    void replay(const std::vector<base::Statement> &statements);
    [[nodiscard]] const course::Story::Passage *passageNamed(const QString &name) const;

    Study &m_study;
    const course::Story *m_story = nullptr;
    QUuid m_attempt;
    std::vector<StoryStep> m_path;
    std::vector<StoryStep> m_followed;
    bool m_isWriting = false;
};

} // namespace desk

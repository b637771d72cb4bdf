// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/projection.h"
#include "desk/roomcount.h"

namespace desk {

/// Runs a session from the trainer's keys: every one of them becomes a statement, and what follows is shown once that
/// is on disk. Holds no widget. What only lasts for a moment (a blank screen, a frozen one, a figure enlarged) is state
/// of its own, and gone after a power cut; where the room is, what it answered and the clock are not.
class Console final : public QObject
{
    Q_OBJECT

public:
    explicit Console(Room &room, QObject *parent = nullptr);

    [[nodiscard]] Room &room() { return m_room; }
    [[nodiscard]] const Room &room() const { return m_room; }
    [[nodiscard]] const workshop::Session &session() const { return m_room.session(); }
    [[nodiscard]] const workshop::Stage &stage() const;
    [[nodiscard]] const workshop::Slide &slide() const;
    [[nodiscard]] const course::PlanStep &step() const;
    /// The question on this slide; null where it has none.
    [[nodiscard]] const items::Item *item() const;

    /// What the projector shows, and what it shows when the trainer goes on.
    [[nodiscard]] Projection projection() const;
    [[nodiscard]] Projection upcoming() const;
    /// The slide where the session is, also while the projector shows another, or none.
    [[nodiscard]] Projection here() const;
    [[nodiscard]] bool isBlank() const { return m_isBlank; }
    [[nodiscard]] bool isFrozen() const { return m_frozen.has_value(); }
    [[nodiscard]] bool isAtEnd() const { return !spotAfter(session().spot()).has_value(); }

    /// What the help card says, shown while the session rests.
    void setHelp(const QString &help) { m_help = help; }

    /// Counts the question on this slide.
    [[nodiscard]] RoomCount &counting() { return m_counting; }
    [[nodiscard]] const RoomCount &counting() const { return m_counting; }

    // What the trainer does.
    void goOn();
    void goBack();
    void goTo(const workshop::Spot &spot);
    void blank();
    void freeze();
    void zoom();
    void showWhere(); ///< its next screen; after the last the slide again
    void reveal();
    void pause(); ///< and resume
    void acceptCuts();
    void putBack(); ///< all that was left out
    void countRoom(int room);
    void end();
    [[nodiscard]] workshop::Cuts proposal() const;
    [[nodiscard]] workshop::Pace pace() const;
    /// Leaves a question, an enlarged figure, a passage, a blank screen: whatever lies over the slide.
    void escape();

    /// The spot of the slide before or after one, leaving out what is cut; nothing at either end.
    [[nodiscard]] std::optional<workshop::Spot> spotAfter(const workshop::Spot &spot) const;
    [[nodiscard]] std::optional<workshop::Spot> spotBefore(const workshop::Spot &spot) const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] const workshop::Slide &slideAt(const workshop::Spot &spot) const;
    [[nodiscard]] const items::Item *itemAt(const workshop::Spot &spot) const;
    [[nodiscard]] int lastBuild(const workshop::Spot &spot) const;
    [[nodiscard]] Projection projectionAt(const workshop::Spot &spot) const;
    [[nodiscard]] Projection where() const;
    bool uncover();
    void refresh();

    Room &m_room;
    RoomCount m_counting;
    QString m_help;
    bool m_isBlank = false;
    bool m_isZoomed = false;
    std::optional<int> m_where; ///< which screen of the passage lies over the slide
    std::optional<Projection> m_frozen;
    std::optional<workshop::Spot> m_left; ///< where the room was before a question that is not in the plan
};

} // namespace desk

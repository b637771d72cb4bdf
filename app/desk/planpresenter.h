// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/ownplan.h"

#include <QObject>
#include <QUndoStack>

#include <functional>

namespace desk {

/// What the page of plans shows.
struct PlanView {
    std::optional<OwnPlan> own; ///< the plan that is open; without one, all of them are listed
    int at = -1;                ///< the step that keys are about; -1 where there is none
    QString undo;               ///< what would be undone, and done again; empty where there is nothing
    QString redo;

    bool operator==(const PlanView &) const = default;
};

/// Makes plans of one's own. Whatever is changed is on disk before it is shown, and can be undone. Holds no widget.
class PlanPresenter final : public QObject
{
    Q_OBJECT

public:
    /// In memory until `keepIn`.
    explicit PlanPresenter(const course::Course &course, QObject *parent = nullptr);

    /// The plans in a folder, or in memory where it is empty. A guest's, which are in memory, come along. What was done
    /// before cannot be undone any more.
    void keepIn(const QString &folder);
    /// Shows what another window wrote. Where that changed the open plan, what was done before cannot be undone any
    /// more.
    void reload();

    [[nodiscard]] const PlanView &view() const { return m_view; }
    [[nodiscard]] const course::Course &course() const { return m_course; }
    [[nodiscard]] std::vector<OwnPlan> own() const { return ownPlans(m_course, m_plans); }
    /// What a workshop can be held by: the course's plans, then one's own.
    [[nodiscard]] std::vector<course::Plan> all() const { return allPlans(m_course, m_plans); }

    // Which plan is open. A new one is kept at once.
    void begin();
    void beginFrom(const course::Plan &plan);
    void open(const QString &id);
    void close();
    void remove(const QString &id);

    // What a person does to the open one. Steps are counted from 0; where there is no such step, nothing happens.
    void setTitle(const QString &title);
    void setStart(QTime start);
    void setWished(int minutes); ///< 0: they have not said
    void choose(int at);
    void add(const std::vector<course::PlanStep> &steps); ///< behind the chosen step
    void insert(int before, const std::vector<course::PlanStep> &steps);
    void takeOut(int at);
    void move(int from, int to);          ///< `to`: where it stands afterwards
    void setMinutes(int at, int minutes); ///< 1 to `mostStepMinutes`; another number goes to the nearest
    void setMustKeep(int at, bool mustKeep);
    void rename(int at, const QString &title); ///< a break or a discussion
    void setItems(int at, const QStringList &items);
    void putNoteBefore(int at); ///< the section with the content note that is missing before it
    void undo();
    void redo();

    /// A step for a section with its facilitated minutes; what only prepares for others must be kept.
    [[nodiscard]] course::PlanStep stepFor(course::PlanStep::Kind kind, const QString &target) const;

Q_SIGNALS:
    void changed();
    /// What could not be kept, or was not done, in one sentence.
    void failed(const QString &text);

private:
    using Own = std::optional<OwnPlan>;
    enum class Merge { No = -1, Title, Start, Wished };

    [[nodiscard]] Own kept(const QString &id) const;
    [[nodiscard]] bool isStep(int at) const;
    [[nodiscard]] bool isStill();
    void push(const QString &name, const QString &id, const Own &before, const Own &after, int at,
              Merge merge = Merge::No);
    void change(const QString &name, const std::function<void(OwnPlan &)> &how, int at, Merge merge = Merge::No);
    void begin(const QString &name, const course::Plan &plan);
    void put(const QString &id, const Own &own, int at);
    void show(const Own &own, int at);
    void tell(const tl::expected<void, keep::Error> &written);
    void refresh();

    const course::Course &m_course;
    keep::Plans m_plans;
    QUndoStack m_undo;
    PlanView m_view;
};

} // namespace desk

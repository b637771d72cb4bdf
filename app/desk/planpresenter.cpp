// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/planpresenter.h"

#include "desk/planwords.h"

#include <QUndoCommand>
#include <QUuid>

#include <algorithm>
#include <numeric>

namespace desk {

namespace {

using course::PlanStep;

constexpr int breakMinutes = 15;
constexpr int talkMinutes = 10;
constexpr int cardMinutes = 10;

/// One plan from what it was to what it becomes, and back; nothing stands for none.
class PlanChange final : public QUndoCommand
{
public:
    using Own = std::optional<OwnPlan>;
    using Put = std::function<void(const Own &, int)>;

    struct State {
        Own own;
        int at = -1;
    };

    PlanChange(const QString &name, State before, State after, int merge, Put put)
        : QUndoCommand(name), m_before(std::move(before)), m_after(std::move(after)), m_merge(merge),
          m_put(std::move(put))
    {
    }

    void undo() override { m_put(m_before.own, m_before.at); }
    void redo() override { m_put(m_after.own, m_after.at); }

    /// Letters that are typed one after another are taken back together.
    [[nodiscard]] int id() const override { return m_merge; }
    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = dynamic_cast<const PlanChange *>(other);
        if (next == nullptr || !next->m_after.own || !m_after.own || next->m_after.own->plan.id != m_after.own->plan.id)
            return false;
        m_after = next->m_after;
        return true;
    }

private:
    State m_before;
    State m_after;
    int m_merge;
    Put m_put;
};

int sumOf(const std::vector<PlanStep> &steps)
{
    return std::accumulate(steps.begin(), steps.end(), 0,
                           [](int sum, const PlanStep &step) { return sum + step.minutes; });
}

PlanStep &stepIn(OwnPlan &own, int at)
{
    return own.plan.steps[static_cast<std::size_t>(at)];
}

} // namespace

PlanPresenter::PlanPresenter(const course::Course &course, QObject *parent)
    : QObject(parent), m_course(course), m_plans(QString())
{
}

void PlanPresenter::keepIn(const QString &folder)
{
    if (folder == m_plans.folder())
        return; // and what could not be written yet still holds
    const std::vector<QJsonObject> along = m_plans.folder().isEmpty() ? m_plans.all() : std::vector<QJsonObject>();
    m_undo.clear();
    m_plans = keep::Plans(folder);
    if (!along.empty())
        tell(m_plans.add(along));
    show(m_view.own ? kept(m_view.own->plan.id) : std::nullopt, m_view.at);
    refresh();
}

void PlanPresenter::reload()
{
    const std::vector<QJsonObject> before = m_plans.all();
    static_cast<void>(isStill());
    if (m_plans.all() != before)
        refresh();
}

PlanPresenter::Own PlanPresenter::kept(const QString &id) const
{
    return ownPlanFrom(m_plans.plan(id));
}

/// Whether the open plan still is what it is shown as, and not what another window made of it.
bool PlanPresenter::isStill()
{
    m_plans.reload();
    if (!m_view.own)
        return true;
    const Own now = kept(m_view.own->plan.id);
    if (now == m_view.own)
        return true;
    m_undo.clear();
    show(now, m_view.at);
    return false;
}

bool PlanPresenter::isStep(int at) const
{
    return m_view.own && at >= 0 && at < static_cast<int>(m_view.own->plan.steps.size());
}

void PlanPresenter::begin()
{
    course::Plan plan;
    plan.title = tr("A plan of my own");
    begin(tr("Begin a plan"), plan);
}

void PlanPresenter::beginFrom(const course::Plan &plan)
{
    course::Plan copy = plan;
    copy.title = tr("%1, my own").arg(plan.title).left(longestPlanTitle);
    copy.place = {};
    for (PlanStep &step : copy.steps)
        step.place = {};
    begin(tr("Begin a plan"), copy);
}

void PlanPresenter::begin(const QString &name, const course::Plan &plan)
{
    OwnPlan own;
    own.plan = plan;
    own.plan.id = QLatin1String("own-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    own.plan.minutes = sumOf(own.plan.steps);
    push(name, own.plan.id, std::nullopt, own, own.plan.steps.empty() ? -1 : 0);
}

void PlanPresenter::open(const QString &id)
{
    m_plans.reload();
    show(kept(id), 0);
    refresh();
}

void PlanPresenter::close()
{
    show(std::nullopt, -1);
    refresh();
}

void PlanPresenter::remove(const QString &id)
{
    m_plans.reload();
    if (const Own own = kept(id))
        push(tr("Take a plan away"), id, own, std::nullopt, -1);
    else
        refresh();
}

void PlanPresenter::setTitle(const QString &title)
{
    const QString whole = title.left(longestPlanTitle);
    change(
        tr("The title"), [&](OwnPlan &own) { own.plan.title = whole; }, m_view.at, Merge::Title);
}

void PlanPresenter::setStart(QTime start)
{
    if (!start.isValid())
        return;
    const QTime minute(start.hour(), start.minute());
    change(
        tr("When it begins"), [&](OwnPlan &own) { own.start = minute; }, m_view.at, Merge::Start);
}

void PlanPresenter::setWished(int minutes)
{
    change(
        tr("How long you have"), [&](OwnPlan &own) { own.wished = std::max(0, minutes); }, m_view.at, Merge::Wished);
}

void PlanPresenter::choose(int at)
{
    if (!isStep(at) || at == m_view.at)
        return;
    m_view.at = at;
    refresh();
}

void PlanPresenter::add(const std::vector<PlanStep> &steps)
{
    insert(m_view.at + 1, steps);
}

void PlanPresenter::insert(int before, const std::vector<PlanStep> &steps)
{
    if (!m_view.own || steps.empty())
        return;
    const int count = static_cast<int>(m_view.own->plan.steps.size());
    const int at = std::clamp(before, 0, count);
    change(
        tr("Add to the plan"),
        [&](OwnPlan &own) { own.plan.steps.insert(own.plan.steps.begin() + at, steps.begin(), steps.end()); },
        at + static_cast<int>(steps.size()) - 1);
}

void PlanPresenter::takeOut(int at)
{
    if (!isStep(at))
        return;
    const int left = static_cast<int>(m_view.own->plan.steps.size()) - 1;
    change(
        tr("Take out a step"), [&](OwnPlan &own) { own.plan.steps.erase(own.plan.steps.begin() + at); },
        std::min(at, left - 1));
}

void PlanPresenter::move(int from, int to)
{
    if (!isStep(from) || !isStep(to) || from == to)
        return;
    change(
        tr("Move a step"),
        [&](OwnPlan &own) {
            const auto first = own.plan.steps.begin();
            if (from < to)
                std::rotate(first + from, first + from + 1, first + to + 1);
            else
                std::rotate(first + to, first + from, first + from + 1);
        },
        to);
}

void PlanPresenter::setMinutes(int at, int minutes)
{
    if (!isStep(at))
        return;
    change(
        tr("The minutes of a step"),
        [&](OwnPlan &own) { stepIn(own, at).minutes = std::clamp(minutes, 1, mostStepMinutes); }, at);
}

void PlanPresenter::setMustKeep(int at, bool mustKeep)
{
    if (!isStep(at))
        return;
    change(
        mustKeep ? tr("Must be kept") : tr("May be cut"), [&](OwnPlan &own) { stepIn(own, at).mustKeep = mustKeep; },
        at);
}

void PlanPresenter::rename(int at, const QString &title)
{
    const QString words = title.simplified().left(longestPlanTitle);
    if (!isStep(at) || words.isEmpty() || !hasOwnTitle(stepIn(*m_view.own, at).kind))
        return;
    change(
        tr("Another name"), [&](OwnPlan &own) { stepIn(own, at).target = words; }, at);
}

void PlanPresenter::setItems(int at, const QStringList &items)
{
    if (!isStep(at))
        return;
    change(
        tr("What is asked"), [&](OwnPlan &own) { stepIn(own, at).items = items; }, at);
}

void PlanPresenter::putNoteBefore(int at)
{
    if (!isStep(at))
        return;
    if (const course::Section *note = noteMissing(m_course, m_view.own->plan, static_cast<std::size_t>(at)))
        insert(at, {stepFor(PlanStep::Kind::Section, note->id)});
}

void PlanPresenter::undo()
{
    if (isStill())
        m_undo.undo();
    refresh();
}

void PlanPresenter::redo()
{
    if (isStill())
        m_undo.redo();
    refresh();
}

PlanStep PlanPresenter::stepFor(PlanStep::Kind kind, const QString &target) const
{
    PlanStep step;
    step.kind = kind;
    step.target = target;
    switch (kind) {
    case PlanStep::Kind::Section:
        if (const course::Section *section = course::findSection(m_course, target).section) {
            step.minutes = section->roomMinutes > 0 ? section->roomMinutes : course::selfMinutes(*section);
            step.mustKeep = hasCare(*section);
        }
        break;
    case PlanStep::Kind::Check:
        if (const course::Module *module = course::findModule(m_course, target))
            step.minutes = static_cast<int>(module->items.size());
        break;
    case PlanStep::Kind::Form: {
        const auto form = std::ranges::find(m_course.forms, target, &course::Form::id);
        step.minutes = form == m_course.forms.end() ? 0 : static_cast<int>(form->items.size());
        break;
    }
    case PlanStep::Kind::Card:
        step.minutes = cardMinutes;
        break;
    case PlanStep::Kind::Break:
        step.minutes = breakMinutes;
        break;
    case PlanStep::Kind::Discuss:
        step.minutes = talkMinutes;
        break;
    }
    step.minutes = std::clamp(step.minutes, 1, mostStepMinutes);
    return step;
}

/// A change is made to what another window left. Where that is another plan than the one on the page, it is shown
/// instead: a step that was meant may be another now.
void PlanPresenter::change(const QString &name, const std::function<void(OwnPlan &)> &how, int at, Merge merge)
{
    if (!m_view.own)
        return;
    if (!isStill()) {
        Q_EMIT failed(m_view.own ? tr("This plan was changed in another window. Here it is as it stands there.")
                                 : tr("This plan was taken away in another window."));
        refresh();
        return;
    }
    OwnPlan after = *m_view.own;
    how(after);
    after.plan.minutes = sumOf(after.plan.steps);
    if (after != *m_view.own)
        push(name, after.plan.id, m_view.own, after, at, merge);
    else
        refresh();
}

void PlanPresenter::push(const QString &name, const QString &id, const Own &before, const Own &after, int at,
                         Merge merge)
{
    m_undo.push(new PlanChange(name, {before, m_view.at}, {after, at}, static_cast<int>(merge),
                               [this, id](const Own &own, int step) { put(id, own, step); }));
    refresh();
}

void PlanPresenter::put(const QString &id, const Own &own, int at)
{
    tell(own ? m_plans.set(toJson(*own, m_course.id)) : m_plans.remove(id));
    if (own || (m_view.own && m_view.own->plan.id == id))
        show(own, at);
}

void PlanPresenter::show(const Own &own, int at)
{
    m_view.own = own;
    const int count = own ? static_cast<int>(own->plan.steps.size()) : 0;
    m_view.at = std::clamp(at, count > 0 ? 0 : -1, count - 1);
}

void PlanPresenter::tell(const tl::expected<void, keep::Error> &written)
{
    if (!written)
        Q_EMIT failed(
            tr("Your plans could not be written to %1. They hold until the window closes.").arg(written.error().path));
}

void PlanPresenter::refresh()
{
    m_view.undo = m_undo.undoText();
    m_view.redo = m_undo.redoText();
    Q_EMIT changed();
}

} // namespace desk

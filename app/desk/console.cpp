// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/console.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace desk {

using workshop::Session;
using workshop::Slide;
using workshop::Spot;
using Kind = Projection::Kind;

Console::Console(Room &room, QObject *parent) : QObject(parent), m_room(room), m_counting(room)
{
    connect(&m_room, &Room::changed, this, &Console::refresh);
    connect(&m_counting, &RoomCount::changed, this, &Console::changed);
}

const workshop::Stage &Console::stage() const
{
    return m_room.stages()[static_cast<std::size_t>(session().spot().step)];
}

/// What was shown where the plan had more slides is shown by the last that it has now.
const Slide &Console::slideAt(const Spot &spot) const
{
    const auto &slides = m_room.stages()[static_cast<std::size_t>(spot.step)].slides;
    return slides[std::min(static_cast<std::size_t>(spot.slide), slides.size() - 1)];
}

const Slide &Console::slide() const
{
    return slideAt(session().spot());
}

const course::PlanStep &Console::step() const
{
    return session().setting().plan.steps[static_cast<std::size_t>(session().spot().step)];
}

const items::Item *Console::itemAt(const Spot &spot) const
{
    const Slide &slide = slideAt(spot);
    return slide.kind == Slide::Kind::Question ? course::findItem(m_room.course(), slide.id) : nullptr;
}

const items::Item *Console::item() const
{
    return itemAt(session().spot());
}

/// How far a slide can be built up: row by row, from the case to what is asked, and to why.
int Console::lastBuild(const Spot &spot) const
{
    const items::Item *asked = itemAt(spot);
    if (asked == nullptr)
        return rowsToOpen(m_room.course(), slideAt(spot));
    return askingParts(*asked) - 1 + (session().asking(asked->id).isRevealed ? explanationParts(*asked) : 0);
}

std::optional<Spot> Console::spotAfter(const Spot &spot) const
{
    if (m_left && slideAt(spot).isAside)
        return m_left;
    const auto &stages = m_room.stages();
    const auto step = static_cast<std::size_t>(spot.step);
    const auto &slides = stages[step].slides;
    const auto next = static_cast<std::size_t>(spot.slide) + 1;
    if (next < slides.size() && !slides[next].isAside)
        return Spot{spot.step, spot.slide + 1, 0};
    for (int later = spot.step + 1; later < static_cast<int>(stages.size()); ++later) {
        if (!session().cut().contains(later))
            return Spot{later, 0, 0};
    }
    return std::nullopt;
}

std::optional<Spot> Console::spotBefore(const Spot &spot) const
{
    if (m_left && slideAt(spot).isAside)
        return m_left;
    const auto lastBefore = [this](int step, int slide) -> std::optional<Spot> {
        const auto &slides = m_room.stages()[static_cast<std::size_t>(step)].slides;
        for (int at = std::min(slide, static_cast<int>(slides.size())) - 1; at >= 0; --at) {
            if (!slides[static_cast<std::size_t>(at)].isAside)
                return Spot{step, at, lastBuild({step, at, 0})};
        }
        return std::nullopt;
    };
    if (const auto found = lastBefore(spot.step, spot.slide))
        return found;
    for (int before = spot.step - 1; before >= 0; --before) {
        if (!session().cut().contains(before))
            return lastBefore(before, std::numeric_limits<int>::max());
    }
    return std::nullopt;
}

Projection Console::projectionAt(const Spot &spot) const
{
    Projection shown;
    shown.slide = slideAt(spot);
    shown.title = stepTitle(session().setting().plan.steps[static_cast<std::size_t>(spot.step)],
                            m_room.stages()[static_cast<std::size_t>(spot.step)]);
    const items::Item *asked = itemAt(spot);
    if (asked == nullptr) {
        const int rows = rowsToOpen(m_room.course(), shown.slide);
        shown.kind = Kind::Slide;
        shown.rows = spot.build < rows ? spot.build : -1;
        return shown;
    }
    shown.title = asked->title;
    shown.asked = askedItem(*asked, session().asking(asked->id));
    const int asking = askingParts(*asked);
    if (shown.asked.isSplit && spot.build == 0) {
        shown.kind = Kind::Case;
    } else if (spot.build < asking || !shown.asked.isRevealed) {
        shown.kind = Kind::Question;
        shown.asked = askingPart(std::move(shown.asked), spot.build);
    } else {
        shown.kind = Kind::Explanation;
        if (explanationParts(*asked) > 1)
            shown.asked = explanationPart(std::move(shown.asked), spot.build - asking);
    }
    return shown;
}

Projection Console::where() const
{
    const items::Item *asked = item();
    if (asked == nullptr)
        return whereTold(m_room.course(), step().target, {});
    return whereTold(m_room.course(), items::tagValues(*asked, QStringLiteral("section")).value(0), asked->tags);
}

Projection Console::projection() const
{
    Projection shown;
    if (!m_room.isOpen())
        return shown;
    if (m_isBlank) {
        shown.kind = Kind::Blank;
        return shown;
    }
    if (session().phase() == Session::Phase::Paused) {
        shown.kind = Kind::Pause;
        shown.lines = m_help.split(u'\n', Qt::SkipEmptyParts);
        return shown;
    }
    if (m_frozen)
        return *m_frozen;
    return here();
}

Projection Console::here() const
{
    if (m_where)
        return wherePart(where(), *m_where);
    Projection shown = projectionAt(session().spot());
    if (m_isZoomed && shown.kind == Kind::Slide)
        shown.kind = Kind::Figure;
    return shown;
}

Projection Console::upcoming() const
{
    const Spot spot = session().spot();
    if (spot.build < lastBuild(spot))
        return projectionAt({spot.step, spot.slide, spot.build + 1});
    const auto next = spotAfter(spot);
    return next ? projectionAt(*next) : Projection();
}

workshop::Pace Console::pace() const
{
    return workshop::paceOf(session().setting().plan, session().standing(m_room.now()));
}

workshop::Cuts Console::proposal() const
{
    return workshop::proposeCuts(session().setting().plan, session().standing(m_room.now()));
}

/// Whoever turns the page of a covered slide wants to see it first.
bool Console::uncover()
{
    const bool isCovered = m_isBlank || m_where.has_value();
    if (isCovered)
        escape();
    return isCovered;
}

void Console::goOn()
{
    if (!m_room.isOpen())
        return;
    if (m_where && !m_isBlank) {
        showWhere();
        return;
    }
    if (uncover())
        return;
    const Spot spot = session().spot();
    if (spot.build < lastBuild(spot))
        goTo({spot.step, spot.slide, spot.build + 1});
    else if (const auto next = spotAfter(spot))
        goTo(*next);
}

void Console::goBack()
{
    if (!m_room.isOpen() || uncover())
        return;
    const Spot spot = session().spot();
    if (spot.build > 0)
        goTo({spot.step, spot.slide, std::min(spot.build, lastBuild(spot)) - 1});
    else if (const auto before = spotBefore(spot))
        goTo(*before);
}

void Console::goTo(const Spot &spot)
{
    const Spot before = session().spot();
    m_isBlank = false;
    m_where.reset();
    // After a question that came up in between, the room goes on where it was.
    if (!slideAt(spot).isAside)
        m_left.reset();
    else if (!slideAt(before).isAside)
        m_left = before;
    if (spot.step != before.step || spot.slide != before.slide) {
        m_isZoomed = false;
    }
    m_room.record(session().show(spot));
}

void Console::blank()
{
    m_isBlank = !m_isBlank;
    Q_EMIT changed();
}

void Console::freeze()
{
    if (m_frozen)
        m_frozen.reset();
    else
        m_frozen = projection();
    Q_EMIT changed();
}

void Console::zoom()
{
    m_isZoomed = !m_isZoomed && !figureOn(slide()).isEmpty();
    Q_EMIT changed();
}

void Console::showWhere()
{
    // Where a question's answer stands would give the answer away.
    m_where = item() != nullptr && m_counting.asking().isRevealed ? whereAfter(m_where, where()) : std::nullopt;
    Q_EMIT changed();
}

void Console::escape()
{
    m_isBlank = false;
    m_where.reset();
    m_isZoomed = false;
    Q_EMIT changed();
}

void Console::reveal()
{
    if (!m_counting.reveal())
        return;
    // The answers are shown on the screen that has the options.
    const Spot spot = session().spot();
    if (const int last = askingParts(*item()) - 1; spot.build < last)
        goTo({spot.step, spot.slide, last});
}

void Console::pause()
{
    m_room.record(session().phase() == Session::Phase::Paused ? session().resume() : session().pause());
}

void Console::acceptCuts()
{
    m_room.record(session().leaveOut(proposal().steps));
}

void Console::putBack()
{
    const std::set<int> &cut = session().cut();
    m_room.record(session().putBack({cut.begin(), cut.end()}));
}

void Console::countRoom(int room)
{
    m_room.record(session().countRoom(room));
}

void Console::end()
{
    m_room.record(session().end());
}

void Console::refresh()
{
    m_counting.setItem(m_room.isOpen() ? item() : nullptr);
    Q_EMIT changed();
}

} // namespace desk

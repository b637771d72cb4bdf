// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/console.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace desk {

using workshop::Session;
using workshop::Slide;
using workshop::Spot;
using workshop::Way;
using Kind = Projection::Kind;

namespace {

constexpr int mostDigits = 4;

} // namespace

Console::Console(Room &room, QObject *parent) : QObject(parent), m_room(room)
{
    connect(&m_room, &Room::changed, this, &Console::refresh);
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

workshop::Asking Console::asking() const
{
    return item() == nullptr ? workshop::Asking() : session().asking(item()->id);
}

/// How far a slide can be built up: row by row, from the case to what is asked, and to why.
int Console::lastBuild(const Spot &spot) const
{
    const items::Item *asked = itemAt(spot);
    if (asked == nullptr)
        return rowsToOpen(m_room.course(), slideAt(spot));
    const int screens = needsTwoScreens(*asked) ? 2 : 1;
    return screens - 1 + (session().asking(asked->id).isRevealed ? explanationParts(*asked) : 0);
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
    shown.asked = askedItem(*asked, session().asking(asked->id), session().setting().room);
    const int asking = shown.asked.isSplit ? 1 : 0;
    if (spot.build < asking) {
        shown.kind = Kind::Case;
    } else if (spot.build == asking || !shown.asked.isRevealed) {
        shown.kind = Kind::Question;
    } else {
        shown.kind = Kind::Explanation;
        if (explanationParts(*asked) > 1)
            shown.asked = explanationPart(std::move(shown.asked), spot.build - asking - 1);
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
    if (m_isWhere)
        return where();
    shown = projectionAt(session().spot());
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

Way Console::way() const
{
    const workshop::Asking asked = asking();
    if (!asked.rounds.empty() && !asked.rounds.back().isClosed)
        return asked.rounds.back().way;
    if (m_way)
        return *m_way;
    if (!asked.rounds.empty())
        return asked.rounds.back().way;
    return item() == nullptr ? Way::Hands : workshop::usualWay(*item());
}

int Console::round() const
{
    return std::max(1, static_cast<int>(asking().rounds.size()));
}

int Console::counted() const
{
    int sum = 0;
    for (const CountField &field : m_fields)
        sum += field.typed.toInt();
    return sum;
}

/// Whoever turns the page of a covered slide wants to see it first.
bool Console::uncover()
{
    const bool isCovered = m_isBlank || m_isWhere;
    if (isCovered)
        escape();
    return isCovered;
}

void Console::goOn()
{
    if (!m_room.isOpen() || uncover())
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
    m_isWhere = false;
    // After a question that came up in between, the room goes on where it was.
    if (!slideAt(spot).isAside)
        m_left.reset();
    else if (!slideAt(before).isAside)
        m_left = before;
    if (spot.step != before.step || spot.slide != before.slide) {
        m_isZoomed = false;
        m_way.reset();
        m_field = 0;
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
    m_isWhere = !m_isWhere && item() != nullptr && asking().isRevealed;
    Q_EMIT changed();
}

void Console::escape()
{
    m_isBlank = false;
    m_isWhere = false;
    m_isZoomed = false;
    Q_EMIT changed();
}

bool Console::canCount() const
{
    return session().phase() == Session::Phase::Running && !m_fields.empty() && !asking().isRevealed;
}

bool Console::ask()
{
    return item() != nullptr && m_room.record(session().ask(*item(), way()));
}

bool Console::tally(bool isLast)
{
    QMap<QString, int> counts;
    for (const CountField &field : m_fields) {
        if (!field.typed.isEmpty())
            counts.insert(field.key, field.typed.toInt());
    }
    return m_room.record(session().tally(item()->id, counts, isLast));
}

void Console::type(int digit)
{
    if (!canCount() || (asking().rounds.empty() && !ask()))
        return;
    CountField &field = m_fields[static_cast<std::size_t>(m_field)];
    const QString before = field.typed;
    if (m_isFresh)
        field.typed.clear();
    if (field.typed.size() >= mostDigits)
        return;
    field.typed.append(QString::number(digit));
    m_isFresh = false;
    if (!tally(false)) {
        readFields(); // the number on the screen is the one on the disk
        Q_EMIT changed();
    }
}

void Console::eraseDigit()
{
    if (!canCount() || asking().rounds.empty())
        return;
    m_fields[static_cast<std::size_t>(m_field)].typed.chop(1);
    m_isFresh = false;
    if (!tally(false)) {
        readFields();
        Q_EMIT changed();
    }
}

void Console::moveField(int by)
{
    if (m_fields.empty())
        return;
    const int last = static_cast<int>(m_fields.size()) - 1;
    m_field = std::clamp(m_field + by, 0, last);
    m_isFresh = true;
    Q_EMIT changed();
}

void Console::enter()
{
    if (!canCount())
        return;
    if (m_field + 1 < static_cast<int>(m_fields.size())) {
        moveField(1);
        return;
    }
    if (asking().rounds.empty() && !ask())
        return;
    tally(true);
}

void Console::chooseWay(Way way)
{
    m_way = way;
    Q_EMIT changed();
}

void Console::voteAgain()
{
    if (!canCount())
        return;
    const workshop::Asking before = asking();
    if (before.rounds.empty() || (!before.rounds.back().isClosed && !tally(true)))
        return;
    if (ask()) {
        m_field = 0;
        m_isFresh = true;
        Q_EMIT changed();
    }
}

/// A question may be revealed uncounted: it was asked all the same.
void Console::reveal()
{
    if (item() == nullptr || session().phase() != Session::Phase::Running || asking().isRevealed)
        return;
    if (asking().rounds.empty() && !ask())
        return;
    if (!asking().rounds.back().isClosed && !tally(true))
        return;
    if (!m_room.record(session().reveal(item()->id)))
        return;
    // The answers are shown on the screen that has the options.
    const Spot spot = session().spot();
    if (needsTwoScreens(*item()) && spot.build == 0)
        goTo({spot.step, spot.slide, 1});
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

/// What is on the disk of the round that is open, or was closed last.
void Console::readFields()
{
    m_fields.clear();
    const items::Item *asked = item();
    if (asked == nullptr || !isCounted(*asked))
        return;
    const workshop::Asking on = asking();
    const QMap<QString, int> counts = on.rounds.empty() ? QMap<QString, int>() : on.rounds.back().counts;
    const auto add = [&](const QString &key) {
        m_fields.push_back({key, counts.contains(key) ? QString::number(counts.value(key)) : QString()});
    };
    for (qsizetype at = 0; at < std::ssize(asked->options); ++at)
        add(items::optionKey(at));
    add(QStringLiteral("?"));
}

void Console::refresh()
{
    if (m_room.isOpen())
        readFields();
    else
        m_fields.clear();
    m_field = std::clamp(m_field, 0, std::max(0, static_cast<int>(m_fields.size()) - 1));
    Q_EMIT changed();
}

} // namespace desk

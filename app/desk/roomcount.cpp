// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/roomcount.h"

#include "desk/projection.h"

#include <algorithm>

namespace desk {

using workshop::Way;

namespace {

constexpr int mostDigits = 4;

} // namespace

RoomCount::RoomCount(Room &room, QObject *parent) : QObject(parent), m_room(room) {}

void RoomCount::setItem(const items::Item *item)
{
    if (m_item != item) {
        m_way.reset();
        m_field = 0;
        m_isFresh = true;
    }
    m_item = item;
    refresh();
}

workshop::Asking RoomCount::asking() const
{
    return m_item == nullptr || !m_room.isOpen() ? workshop::Asking() : m_room.session().asking(m_item->id);
}

void RoomCount::refresh()
{
    readFields();
    m_field = std::clamp(m_field, 0, std::max(0, static_cast<int>(m_fields.size()) - 1));
}

Way RoomCount::way() const
{
    const workshop::Asking asked = asking();
    if (!asked.rounds.empty() && !asked.rounds.back().isClosed)
        return asked.rounds.back().way;
    if (m_way)
        return *m_way;
    if (!asked.rounds.empty())
        return asked.rounds.back().way;
    return m_item == nullptr ? Way::Hands : workshop::usualWay(*m_item);
}

int RoomCount::round() const
{
    return std::max(1, static_cast<int>(asking().rounds.size()));
}

int RoomCount::counted() const
{
    int sum = 0;
    for (const CountField &field : m_fields)
        sum += field.typed.toInt();
    return sum;
}

bool RoomCount::canCount() const
{
    return m_room.isOpen() && m_room.session().canAsk() && !m_fields.empty() && !asking().isRevealed;
}

bool RoomCount::ask()
{
    return m_item != nullptr && m_room.record(m_room.session().ask(*m_item, way()));
}

bool RoomCount::tally(bool isLast)
{
    QMap<QString, int> counts;
    for (const CountField &field : m_fields) {
        if (!field.typed.isEmpty())
            counts.insert(field.key, field.typed.toInt());
    }
    return m_room.record(m_room.session().tally(m_item->id, counts, isLast));
}

void RoomCount::type(int digit)
{
    if (!canCount() || (asking().rounds.empty() && !ask()))
        return;
    CountField &field = m_fields[static_cast<std::size_t>(m_field)];
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

void RoomCount::eraseDigit()
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

void RoomCount::moveField(int by)
{
    if (m_fields.empty())
        return;
    const int last = static_cast<int>(m_fields.size()) - 1;
    m_field = std::clamp(m_field + by, 0, last);
    m_isFresh = true;
    Q_EMIT changed();
}

void RoomCount::enter()
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

void RoomCount::chooseWay(Way way)
{
    m_way = way;
    Q_EMIT changed();
}

void RoomCount::voteAgain()
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

bool RoomCount::reveal()
{
    if (m_item == nullptr || !m_room.isOpen() || !m_room.session().canAsk() || asking().isRevealed)
        return false;
    if (asking().rounds.empty() && !ask())
        return false;
    if (!asking().rounds.back().isClosed && !tally(true))
        return false;
    return m_room.record(m_room.session().reveal(m_item->id));
}

/// What is on the disk of the round that is open, or was closed last.
void RoomCount::readFields()
{
    m_fields.clear();
    if (m_item == nullptr || !m_room.isOpen() || !items::isChosenFrom(*m_item))
        return;
    const workshop::Asking on = asking();
    const QMap<QString, int> counts = on.rounds.empty() ? QMap<QString, int>() : on.rounds.back().counts;
    const auto add = [&](const QString &key) {
        m_fields.push_back({key, counts.contains(key) ? QString::number(counts.value(key)) : QString()});
    };
    for (qsizetype at = 0; at < std::ssize(m_item->options); ++at)
        add(items::optionKey(at));
    add(QStringLiteral("?"));
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/history.h"

namespace desk {

void History::add(const Location &location)
{
    m_visits.resize(static_cast<std::size_t>(m_at + 1));
    if (!m_visits.empty() && m_visits.back().location == location)
        return;
    m_visits.push_back({location, 0.0});
    ++m_at;
}

void History::leave(double scrolled)
{
    if (m_at >= 0)
        m_visits[static_cast<std::size_t>(m_at)].scrolled = scrolled;
}

bool History::canStep(int by) const
{
    return m_at + by >= 0 && m_at + by < std::ssize(m_visits);
}

const History::Visit &History::step(int by)
{
    Q_ASSERT_X(canStep(by), "History::step", "no page is there");
    m_at += by;
    return m_visits[static_cast<std::size_t>(m_at)];
}

void History::clear()
{
    m_visits.clear();
    m_at = -1;
}

} // namespace desk

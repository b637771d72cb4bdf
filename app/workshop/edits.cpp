// SPDX-License-Identifier: GPL-3.0-or-later
#include "workshop/edits.h"

namespace workshop {

void Edits::note(const Edit &edit)
{
    m_edits.resize(m_done);
    m_edits.push_back(edit);
    m_done = m_edits.size();
}

void Edits::clear()
{
    m_edits.clear();
    m_done = 0;
}

std::optional<Edit> Edits::undoing() const
{
    if (m_done == 0)
        return std::nullopt;
    const Edit &last = m_edits[m_done - 1];
    return Edit{last.at, last.after, last.before};
}

std::optional<Edit> Edits::redoing() const
{
    return m_done == m_edits.size() ? std::nullopt : std::optional(m_edits[m_done]);
}

void Edits::stepBack()
{
    if (m_done > 0)
        --m_done;
}

void Edits::stepOn()
{
    if (m_done < m_edits.size())
        ++m_done;
}

} // namespace workshop

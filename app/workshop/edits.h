// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workshop/pile.h"

namespace workshop {

/// One thing that was typed.
struct Edit {
    Address at;
    Entry before;
    Entry after;

    bool operator==(const Edit &) const = default;
};

/// What was typed here and can be undone, the latest first, and what was undone and can be done again. It moves only
/// once the disk has what undoing writes.
class Edits
{
public:
    /// Something was typed: what had been undone cannot be done again any more.
    void note(const Edit &edit);
    void clear();

    /// What to put where, and what stands there until then.
    [[nodiscard]] std::optional<Edit> undoing() const;
    [[nodiscard]] std::optional<Edit> redoing() const;
    // That was done.
    void stepBack();
    void stepOn();

private:
    std::vector<Edit> m_edits;
    std::size_t m_done = 0; ///< how many of them hold
};

} // namespace workshop

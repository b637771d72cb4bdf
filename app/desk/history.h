// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/location.h"

#include <vector>

namespace desk {

/// The pages that somebody was on, one after the other, and where among them they are.
class History
{
public:
    /// A page, and how far it was scrolled when it was left.
    struct Visit {
        Location location;
        double scrolled = 0.0; ///< share of the page above the top of the window, 0 to 1
    };

    /// Goes on to another page. What had been gone back from is dropped.
    void add(const Location &location);
    /// Whoever comes back to the page that is open finds it where they left it.
    void leave(double scrolled);
    [[nodiscard]] bool canStep(int by) const;
    /// Goes so many pages forward, or back where it is negative; only where `canStep`.
    const Visit &step(int by);
    void clear();

private:
    std::vector<Visit> m_visits;
    qsizetype m_at = -1; ///< before the first page
};

} // namespace desk

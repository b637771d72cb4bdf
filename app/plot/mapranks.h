// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <vector>

namespace plot {

/// The nodes of a map in ranks from top to bottom, each rank in the order in which it is drawn.
struct MapRanks {
    std::vector<std::vector<int>> ranks; ///< indexes into Map::nodes
    std::vector<int> rankOf;             ///< by node
};

/// Ranks the nodes so that every arrow leads downwards as far as that goes: a node stands below all that lead to it,
/// and as close above what it leads to as it can; an arrow that closes a circle may lead upwards. Nodes without an
/// arrow stand in a rank of their own at the end. Within a rank each stands below what leads to it, as far as that
/// goes.
[[nodiscard]] MapRanks ranksOf(const figures::Map &map);

} // namespace plot

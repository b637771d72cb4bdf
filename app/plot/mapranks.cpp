// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/mapranks.h"

#include <algorithm>
#include <numeric>

using figures::Map;

namespace plot {

namespace {

/// The map as indexes, without the arrows that close a circle.
class Graph
{
public:
    explicit Graph(const Map &map) : m_next(map.nodes.size()), m_state(map.nodes.size(), State::New)
    {
        for (const Map::Arrow &arrow : map.arrows)
            m_next[at(arrow.from)].push_back(arrow.to);
        for (std::size_t node = 0; node < m_next.size(); ++node)
            visit(static_cast<int>(node));
    }

    [[nodiscard]] const std::vector<int> &next(int node) const { return m_next[at(node)]; }
    /// Every node before those that it leads to.
    [[nodiscard]] std::vector<int> sorted() const { return {m_done.rbegin(), m_done.rend()}; }
    /// Every node after those that it leads to.
    [[nodiscard]] const std::vector<int> &fromLast() const { return m_done; }

private:
    enum class State { New, Open, Done };

    static std::size_t at(int node) { return static_cast<std::size_t>(node); }

    // NOLINTNEXTLINE(misc-no-recursion): as deep as the longest chain of arrows that an author draws
    void visit(int node)
    {
        if (m_state[at(node)] != State::New)
            return;
        m_state[at(node)] = State::Open;
        std::erase_if(m_next[at(node)], [this](int other) { return m_state[at(other)] == State::Open; });
        for (const int other : m_next[at(node)])
            visit(other);
        m_state[at(node)] = State::Done;
        m_done.push_back(node);
    }

    std::vector<std::vector<int>> m_next;
    std::vector<State> m_state;
    std::vector<int> m_done;
};

bool isAlone(const Map &map, int node)
{
    return std::ranges::none_of(map.arrows,
                                [node](const Map::Arrow &arrow) { return arrow.from == node || arrow.to == node; });
}

std::vector<int> rankNumbers(const Map &map, const Graph &graph)
{
    std::vector<int> ranks(map.nodes.size(), 0);
    const auto rank = [&ranks](int node) -> int & { return ranks[static_cast<std::size_t>(node)]; };
    for (const int node : graph.sorted()) {
        for (const int other : graph.next(node))
            rank(other) = std::max(rank(other), rank(node) + 1);
    }
    // What nothing leads to moves down to just above what it leads to.
    for (const int node : graph.fromLast()) {
        const bool isFirst =
            std::ranges::none_of(map.arrows, [node](const Map::Arrow &arrow) { return arrow.to == node; });
        if (!isFirst || graph.next(node).empty())
            continue;
        int lowest = std::numeric_limits<int>::max();
        for (const int other : graph.next(node))
            lowest = std::min(lowest, rank(other) - 1);
        rank(node) = lowest;
    }
    const int last = ranks.empty() ? 0 : *std::ranges::max_element(ranks);
    for (std::size_t node = 0; node < ranks.size(); ++node) {
        if (isAlone(map, static_cast<int>(node)))
            ranks[node] = map.arrows.empty() ? 0 : last + 1;
    }
    return ranks;
}

// The mean place, in the rank above, of what leads to the node; its own where nothing does.
double wantedPlace(const Map &map, const std::vector<int> &above, int node, double own)
{
    double sum = 0;
    int count = 0;
    for (const Map::Arrow &arrow : map.arrows) {
        const auto found = std::ranges::find(above, arrow.from);
        if (arrow.to != node || found == above.end())
            continue;
        sum += (static_cast<double>(found - above.begin()) + 0.5) / static_cast<double>(above.size());
        ++count;
    }
    return count == 0 ? own : sum / count;
}

void order(const Map &map, const std::vector<int> &above, std::vector<int> &rank)
{
    std::vector<std::pair<double, int>> wanted;
    for (std::size_t index = 0; index < rank.size(); ++index) {
        const double own = (static_cast<double>(index) + 0.5) / static_cast<double>(rank.size());
        wanted.emplace_back(wantedPlace(map, above, rank[index], own), rank[index]);
    }
    std::ranges::stable_sort(wanted, {}, &std::pair<double, int>::first);
    std::ranges::transform(wanted, rank.begin(), &std::pair<double, int>::second);
}

} // namespace

MapRanks ranksOf(const Map &map)
{
    MapRanks result;
    result.rankOf = rankNumbers(map, Graph(map));
    for (std::size_t node = 0; node < map.nodes.size(); ++node) {
        const auto rank = static_cast<std::size_t>(result.rankOf[node]);
        if (result.ranks.size() <= rank)
            result.ranks.resize(rank + 1);
        result.ranks[rank].push_back(static_cast<int>(node));
    }
    for (std::size_t rank = 1; rank < result.ranks.size(); ++rank)
        order(map, result.ranks[rank - 1], result.ranks[rank]);
    return result;
}

} // namespace plot

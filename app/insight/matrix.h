// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>
#include <vector>

namespace insight {

/// Stands in a cell that nobody answered.
inline constexpr double unanswered = std::numeric_limits<double>::quiet_NaN();

/// What an item is called, and the most that it can earn.
struct Column {
    QString name;
    double most = 1.0; ///< above 0

    bool operator==(const Column &) const = default;
};

/// Marks of people at items. Nobody has a name in it.
class Matrix
{
public:
    explicit Matrix(std::vector<Column> items) : m_items(std::move(items)), m_marks(m_items.size()) {}

    /// A person: one mark for each item, from minus to plus the most it can earn, or `unanswered`.
    void add(const std::vector<double> &marks)
    {
        for (std::size_t item = 0; item < m_items.size(); ++item)
            m_marks[item].push_back(marks[item]);
        ++m_people;
    }

    [[nodiscard]] const std::vector<Column> &items() const { return m_items; }
    [[nodiscard]] std::size_t people() const { return m_people; }
    /// The marks of all people at an item, in their order.
    [[nodiscard]] const std::vector<double> &marks(std::size_t item) const { return m_marks[item]; }
    [[nodiscard]] double mark(std::size_t person, std::size_t item) const { return m_marks[item][person]; }

private:
    std::vector<Column> m_items;
    std::vector<std::vector<double>> m_marks; ///< by item, since items are what is looked at
    std::size_t m_people = 0;
};

} // namespace insight

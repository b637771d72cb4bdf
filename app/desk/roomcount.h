// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/room.h"

namespace desk {

/// One number that the trainer types: how many chose an option.
struct CountField {
    QString key;   ///< of the option; "?" for "I don't know"
    QString typed; ///< its digits; empty: not counted yet

    bool operator==(const CountField &) const = default;
};

/// Counts what the room answers to one question: digits into fields, one for each option, each kept as it is typed;
/// then a second round, and what holds. Holds no widget.
class RoomCount final : public QObject
{
    Q_OBJECT

public:
    explicit RoomCount(Room &room, QObject *parent = nullptr);

    /// Another question, or none where it is null. It must outlive the counting.
    void setItem(const items::Item *item);
    [[nodiscard]] const items::Item *item() const { return m_item; }
    /// What was asked of it so far.
    [[nodiscard]] workshop::Asking asking() const;
    /// Reads anew what is on the disk.
    void refresh();

    /// No fields where there is nothing to count.
    [[nodiscard]] const std::vector<CountField> &fields() const { return m_fields; }
    [[nodiscard]] int field() const { return m_field; } ///< the one that takes the digits
    [[nodiscard]] workshop::Way way() const;
    [[nodiscard]] int counted() const; ///< in the round that is typed
    [[nodiscard]] int round() const;   ///< 1 or 2
    /// How many take part; 0 where nobody counted.
    [[nodiscard]] int room() const { return m_room.isOpen() ? m_room.session().setting().room : 0; }
    [[nodiscard]] bool isOpen() const { return !asking().isRevealed; }

    // What the trainer does.
    void type(int digit); ///< 0 to 9, into the field
    void eraseDigit();
    void moveField(int by);
    void enter(); ///< the next field; at the last one the round is closed
    void chooseWay(workshop::Way way);
    void voteAgain();
    /// A question may be revealed uncounted: it was asked all the same. Whether it is now.
    bool reveal();

Q_SIGNALS:
    /// The field that takes the digits, or the way. What is written down the room tells.
    void changed();

private:
    [[nodiscard]] bool canCount() const;
    bool ask();
    bool tally(bool isLast);
    void readFields();

    Room &m_room;
    const items::Item *m_item = nullptr;
    std::vector<CountField> m_fields;
    int m_field = 0;
    bool m_isFresh = true; ///< the next digit begins the field anew
    std::optional<workshop::Way> m_way;
};

} // namespace desk

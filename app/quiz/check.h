// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/statement.h"
#include "items/item.h"
#include "quiz/conduct.h"
#include "quiz/marking.h"

#include <optional>
#include <vector>

namespace quiz {

/// What stands in place of a module's id where practice asks items of all modules again.
inline const QString practiceId = QStringLiteral("practice");

/// How one item of a check stands.
struct ItemState {
    enum class Phase { Open, Answered, Skipped };

    Phase phase = Phase::Open;
    Response response;     ///< as committed last
    double fraction = 0.0; ///< of the mark, 0 to 1; 0 before the first answer
    int tries = 0;         ///< answers given so far
    int sure = 0;          ///< 1 a guess, 2 fairly sure, 3 sure; 0 where nobody asked

    bool operator==(const ItemState &) const = default;
};

/// How sure somebody may be of an answer, from a guess to certain.
inline constexpr int leastSure = 1;
inline constexpr int mostSure = 3;

/// One go at the items of a module: a pure state machine. It answers an intent with the statement that must be on disk
/// before the new state may be shown; `accept` then takes that same statement in. Replaying the statements of an
/// attempt through `accept` gives the same state, which is how a check that was cut off continues.
class Check
{
public:
    /// `objectPrefix` is the course's id with a slash; `moduleId` the module that is checked, `items` what it asks, in
    /// the file's order.
    Check(QString objectPrefix, QString moduleId, std::vector<items::Item> items, QUuid attempt, Conduct conduct = {});

    [[nodiscard]] const Conduct &conduct() const { return m_conduct; }

    [[nodiscard]] const std::vector<items::Item> &items() const { return m_items; }
    [[nodiscard]] const std::vector<ItemState> &states() const { return m_states; }
    [[nodiscard]] QUuid attempt() const { return m_attempt; }

    /// The item on the table; equals size() when all have been looked at.
    [[nodiscard]] qsizetype current() const { return m_current; }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_items.size()); }
    [[nodiscard]] const items::Item &item(qsizetype at) const { return m_items[static_cast<std::size_t>(at)]; }
    [[nodiscard]] const ItemState &state(qsizetype at) const { return m_states[static_cast<std::size_t>(at)]; }

    /// No item is open any more (skipped ones count as looked at).
    [[nodiscard]] bool isComplete() const;

    /// Whether the explanation of an item may be seen.
    [[nodiscard]] bool isRevealed(qsizetype at) const;

    /// Whether an answer to it may be given: it is open or was skipped, or nothing opens before the end.
    [[nodiscard]] bool canAnswer(qsizetype at) const;

    /// Whether an answer goes along with how sure somebody is.
    [[nodiscard]] bool asksCertainty(qsizetype at) const;

    /// The options of an item in the order in which they are shown, by their positions in the file.
    [[nodiscard]] std::vector<qsizetype> optionOrder(qsizetype at) const;

    // Intents. Each gives the statement to write, or nothing where the intent has no sense now.
    [[nodiscard]] base::Statement start() const;
    [[nodiscard]] std::optional<base::Statement> open(qsizetype at) const; ///< so that it continues at this very item
    /// `sure` is 1 to 3 where certainty is asked, else 0. "I don't know" needs none.
    [[nodiscard]] std::optional<base::Statement> answer(qsizetype at, const Response &response, int sure = 0) const;
    [[nodiscard]] std::optional<base::Statement> skip(qsizetype at) const;
    [[nodiscard]] std::optional<base::Statement> complete() const;

    /// Takes a statement of this attempt in; others, and items that are gone from the course, are passed over. An
    /// answer to another version of an item is passed over too: the item is asked again.
    void accept(const base::Statement &statement);

    /// Puts the item at `at` on the table; size() is the end of the check, behind the last one.
    void show(qsizetype at);

    /// The first item from `from` on, around the end, that is still open; size() where none is.
    [[nodiscard]] qsizetype nextOpen(qsizetype from) const;

private:
    [[nodiscard]] base::Statement about(base::Verb verb, qsizetype at) const;
    [[nodiscard]] qsizetype positionOf(const QString &object) const;
    void acceptAnswer(qsizetype at, const QJsonObject &result);

    QString m_objectPrefix;
    QString m_moduleId;
    Conduct m_conduct;
    std::vector<items::Item> m_items;
    std::vector<ItemState> m_states;
    std::vector<QString> m_versions;
    QUuid m_attempt;
    qsizetype m_current = 0;
};

} // namespace quiz

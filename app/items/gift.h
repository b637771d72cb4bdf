// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <QByteArray>

namespace items {

/// What a GIFT text holds: the items that are sound, in their order, and every fault of the others. A question with an
/// error is left out; the next one begins after the next blank line.
struct GiftReading {
    std::vector<Item> items;
    base::Faults faults; ///< scope Item; `scopeId` is the item's id where it has one

    bool operator==(const GiftReading &) const = default;
};

/// Reads GIFT as Moodle does (`question/format/gift/format.php`), and refuses what Moodle would take in silence and
/// mark wrongly: a malformed number, a decimal comma, an unknown weight, an empty answer. `file` names the text in
/// places. Bytes that are not UTF-8 are read as Windows-1252, with a warning; more than 64 MiB is refused.
[[nodiscard]] GiftReading readGift(const QByteArray &bytes, const QString &file);

/// What `writeGift` puts in beside the question itself.
enum class GiftParts { Everything, QuestionOnly };

/// The canonical form: escapes everywhere, one answer a line, weights with five decimals, numerical answers as
/// `=%w%n:tolerance`. `QuestionOnly` leaves out comments (id, tags), title and all feedback.
/// The category is not part of it.
/// A short answer that contains `->` cannot be written in GIFT; it is written as it is, and `canWriteGift` is false. So
/// it is for whatever else does not come back from `readGift` as it went, or would not from Moodle.
[[nodiscard]] QString writeGift(const Item &item, GiftParts parts = GiftParts::Everything);
[[nodiscard]] bool canWriteGift(const Item &item);

/// A file: every item, with a category switch wherever the category changes.
[[nodiscard]] QString writeGift(const std::vector<Item> &items);

/// The first 16 hex digits of SHA-256 over the canonical question without comments and feedback. Changes when an answer
/// given before could mean something else now.
[[nodiscard]] QString itemVersion(const Item &item);

/// What `readGift` names an item that has no `[id:...]`: `q-` and the first 12 digits of the same hash.
[[nodiscard]] QString contentId(const Item &item);

} // namespace items

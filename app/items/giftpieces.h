// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>
#include <vector>

namespace items {

/// One answer of a block, from its `=` or `~` to the next one.
struct GiftPiece {
    QStringView whole; ///< from the marker on
    QChar marker;      ///< null where the block begins without one
    QStringView text;  ///< trimmed, without the marker
};

/// Cuts a block at every unescaped one of `markers`, those within feedback too, as Moodle does. What stands before the
/// first is a piece of its own unless it is empty.
[[nodiscard]] std::vector<GiftPiece> giftPieces(QStringView answers, QStringView markers);

/// An answer and its feedback, both trimmed: cut at the first unescaped `#`.
struct GiftAnswer {
    QStringView text;
    QStringView feedback;
};
[[nodiscard]] GiftAnswer giftAnswer(QStringView text);

/// What stands between the per cent signs that `answer` begins with. One that holds white space in the middle of it is
/// text ("% of men and 50% of women"): `%` has no escape.
[[nodiscard]] std::optional<QStringView> writtenWeight(QStringView answer);

/// A block without its general feedback, and that feedback: cut at the last unescaped `####`, both trimmed.
struct GiftGeneral {
    QStringView answers;
    QStringView feedback;
};
[[nodiscard]] GiftGeneral giftGeneral(QStringView answers);

} // namespace items

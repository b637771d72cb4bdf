// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace figures {

// The one table of small numbers: what may be shown of how many people, in the course's figures, of a room's answers
// and in whatever leaves the program. Below its line a number says more than is known, or could be known for
// somebody's. `analyse` on the command line does not keep to it: it is for people who ask for numbers.

/// Answers to an item, before they are shown by option, as counts.
inline constexpr int leastAnswers = 5;

/// Answers to an item, before it is said how well it tells people apart, or anything else of its making.
inline constexpr int leastForDiscrimination = 15;

/// The whole below which a share says more than is known, so that numbers stay counts.
inline constexpr int leastForShare = 20;

/// People who answered every item, before it is said how well these hold together (alpha).
inline constexpr int leastForAlpha = 30;

/// People with a form before and one after, before it is said how much was gained.
inline constexpr int leastMatched = 10;

/// Up to so many answers to an item tagged `sensitive` read "a few".
inline constexpr int few = 2;

} // namespace figures

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/giftfindings.h"
#include "items/item.h"

namespace items {

/// Reads an answer block, braces included, into `item`, whose stem is there already. `isGap`: text follows the block.
/// Decides the type in Moodle's order; every answer that is at fault is found, not the first alone.
void readGiftAnswers(QStringView braces, bool isGap, Item &item, GiftFindings &findings);

} // namespace items

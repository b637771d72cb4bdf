// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

#include <QString>

#include <vector>

namespace course {

/// A run of text in one style.
struct Span {
    QString text; ///< "\n" is a line break that the author asked for
    bool strong = false;
    bool emphasis = false;
    bool code = false;
    QString link;      ///< "claim:P6.4"; empty where it is none
    base::Place place; ///< of the link's address; nowhere where it is none

    bool operator==(const Span &) const = default;
};

/// What stands apart from the body text: `> [!SLIDE]` and its like.
enum class CalloutKind { Slide, Facilitator, Discuss, Care, Limits };

enum class BlockKind { Paragraph, Heading, List, ListItem, Quote, Callout, Figure, Rule };

/// A piece of a lesson. Paragraphs and headings hold spans; lists, quotes and callouts hold blocks.
struct Block {
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;        ///< Heading: 1 to 6
    bool ordered = false; ///< List
    int start = 1;        ///< List: the first number
    CalloutKind callout = CalloutKind::Discuss;
    QString figure;          ///< Figure: its id; empty where the figure is closed by a fault
    bool asksFirst = false;  ///< Figure: a reader sets a guess before it opens
    std::vector<Span> spans; ///< Figure: the text alternative
    std::vector<Block> children;
    base::Place place;

    bool operator==(const Block &) const = default;
};

/// The text of the spans, without style.
[[nodiscard]] QString plainText(const std::vector<Span> &spans);

} // namespace course

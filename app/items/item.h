// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace items {

/// The kinds of question that GIFT can write. A gap with choices is a missing word; any other gap keeps its own kind.
enum class ItemType { Choice, TrueFalse, Matching, ShortAnswer, Numerical, MissingWord, Essay, Description };

/// How a text is marked up; `Moodle` is GIFT's word for its automatic format, and the default.
enum class TextFormat { Moodle, Html, Plain, Markdown };

struct Text {
    QString content;
    TextFormat format = TextFormat::Moodle;

    [[nodiscard]] bool isEmpty() const { return content.isEmpty(); }
    bool operator==(const Text &) const = default;
};

/// One option of a choice, one accepted answer, or one pair of a matching item. Its key is its position in the file,
/// `a` for the first.
struct Option {
    Text text; ///< what is shown or accepted; the left side of a pair (empty: only a distractor on the right)
    double fraction = 0.0; ///< share of the mark, -1 to 1
    Text feedback;
    QString match;             ///< matching: the right side
    double value = 0.0;        ///< numerical: the centre
    double tolerance = 0.0;    ///< numerical: the half-width, 0 or more
    bool anythingElse = false; ///< numerical and short answer: catches whatever no other option does (`*`)

    bool operator==(const Option &) const = default;
};

/// A question, as its author wrote it.
struct Item {
    QString id;
    QString title;
    QString category;
    QStringList tags;
    ItemType type = ItemType::Description;
    bool single = true; ///< Choice and MissingWord: one option may be chosen; else several
    Text stem;          ///< a gap stands in it as `_____`
    std::vector<Option> options;
    Text generalFeedback;
    base::Place place; ///< where the question begins

    bool operator==(const Item &) const = default;
};

/// The key of an option by its position in the file: 0 is "a", 25 "z", 26 "aa".
[[nodiscard]] QString optionKey(qsizetype position);

/// The position of a key, or -1 where it is none.
[[nodiscard]] qsizetype optionPosition(const QString &key);

/// The values behind `prefix:` among the tags, in their order: `section:what-is-known` -> "what-is-known".
[[nodiscard]] QStringList tagValues(const Item &item, const QString &prefix);

/// Answers to it are options that are chosen: what a room can be counted by.
[[nodiscard]] bool isChosenFrom(const Item &item);

/// Answers to it could expose somebody: it is tagged `sensitive`.
[[nodiscard]] bool isSensitive(const Item &item);

} // namespace items

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <QByteArray>

namespace exchange {

/// An image that a question shows. A text names it as `@@PLUGINFILE@@/NAME`, as Moodle does.
struct Image {
    QString name; ///< a plain file name, without a folder
    QByteArray bytes;

    bool operator==(const Image &) const = default;
};

struct Questions {
    std::vector<items::Item> items;
    std::vector<Image> images;

    bool operator==(const Questions &) const = default;
};

/// What a file holds: the questions that are sound, in their order, and every fault of the others.
struct Reading {
    Questions questions;
    base::Faults faults; ///< scope Item; `scopeId` is the item's id where it has one
};

/// What goes into a file, and what the format cannot carry: warnings, scope Item, each with the place that the question
/// came from.
struct Writing {
    QByteArray bytes;
    base::Faults losses;
};

/// No file of questions is read that is larger, in bytes.
inline constexpr qsizetype largestFile = 64LL * 1024 * 1024;

/// How many bytes one image may have.
inline constexpr qsizetype largestImage = 8LL * 1024 * 1024;

} // namespace exchange

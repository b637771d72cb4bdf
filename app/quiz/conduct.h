// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

#include <QJsonObject>

namespace quiz {

/// How one go at a check runs. It is fixed when the go begins, and kept with its `started` statement, so that the go
/// can be shown again as it was.
struct Conduct {
    /// When an answer opens: as soon as it is given; after a second try, with a hint between; or once all are given.
    enum class Feedback { AtOnce, AfterTries, AtEnd };

    Feedback feedback = Feedback::AtOnce;
    bool asksCertainty = false; ///< how sure somebody is, before an answer opens; it changes no mark
    quint32 seed = 0;           ///< of the order of questions and options; 0 keeps the file's. A group can share one
    QStringList only = {};      ///< ids of the items that are asked, in the order in which they are; empty: all of them
    QString form = {};          ///< `a` or `b` where they are those of a form; empty for a module's

    bool operator==(const Conduct &) const = default;
};

/// Stands for a seed of the go's own, until it begins.
inline constexpr quint32 anySeed = 1;

/// How often an item is answered where there are tries.
inline constexpr int mostTries = 2;

/// What the `started` statement keeps of it; what is usual is left out.
[[nodiscard]] QJsonObject resultOf(const Conduct &conduct);

/// The reverse. What is not understood is as usual.
[[nodiscard]] Conduct conductFrom(const QJsonObject &result);

/// The positions from 0 up to `count` in the order that `seed` gives them for the thing called `id`; in their own order
/// where it is 0. The same on every machine and for ever (SplitMix64 by Steele, Lea and Flood, 2014, and the shuffle by
/// Fisher and Yates), since goes of long ago are shown by it.
[[nodiscard]] std::vector<qsizetype> shuffled(qsizetype count, quint32 seed, const QString &id);

/// The items that are asked, in the order in which they are.
[[nodiscard]] std::vector<items::Item> arranged(std::vector<items::Item> items, const Conduct &conduct,
                                                const QString &moduleId);

} // namespace quiz

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

namespace figures {

/// The parts of one kind, in the file's order.
[[nodiscard]] std::vector<const course::FigurePart *> partsOfKind(const course::FigureData &data,
                                                                  std::initializer_list<course::PartKind> kinds);

/// Where the part of that id stands among `parts`; nothing where it is not there.
[[nodiscard]] std::optional<int> indexOf(const std::vector<const course::FigurePart *> &parts, const QString &id);

/// A spot for a part: its sentence, and with what has been verified of it where that is said.
[[nodiscard]] Spot spotFor(const course::FigurePart &part, const base::Phrase &sentence);

} // namespace figures

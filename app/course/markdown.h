// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/document.h"
#include "course/textfile.h"

namespace course {

/// Reads CommonMark from byte `begin` of `file` up to `end`, as md4c does, into blocks with places. GitHub-style alerts
/// become callouts; an image becomes a figure whose `figure` holds the image's whole address, as written. Lists and
/// quotes nested deeper than anyone reads are taken out of each other; their text stays.
/// Told, of `scope`: raw HTML (a warning; it is left out, comments in silence unless they are never closed) and an
/// alert of an unknown word.
[[nodiscard]] std::vector<Block> readMarkdown(const TextFile &file, qsizetype begin, qsizetype end,
                                              const base::Fault &scope, base::Faults &faults);

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/document.h"
#include "course/textfile.h"

namespace course {

/// Reads CommonMark from byte `begin` of `file` to its end, as md4c does, into blocks with places. GitHub-style alerts
/// become callouts; an image on its own becomes a figure whose `figure` holds the image's whole address, as written.
/// Told, of `scope`: raw HTML (a warning; it is left out, comments in silence) and an alert of an unknown word.
[[nodiscard]] std::vector<Block> readMarkdown(const TextFile &file, qsizetype begin, const base::Fault &scope,
                                              base::Faults &faults);

} // namespace course

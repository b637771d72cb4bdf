// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/questions.h"

#include <QStringList>

namespace exchange {

/// The names behind `@@PLUGINFILE@@/` in a text, each once, in their order, with percent signs decoded.
[[nodiscard]] QStringList imagesNamedIn(const QString &text);

/// Whether `name` may be a file's name: no folder, no drive, no control character, not `.` or `..`, at most 200
/// characters.
[[nodiscard]] bool isPlainName(const QString &name);

/// Takes the images in that texts show from files beside them: an address without a scheme, in an HTML `src` or in
/// Markdown's brackets, that ends in png, jpg, jpeg, gif, svg or webp and lies under `folder`. The address becomes
/// `@@PLUGINFILE@@/NAME`. One that is not there, lies outside, or is over 8 MiB is told (a warning) and stays as it is.
void gatherImages(Questions &questions, const QString &folder, base::Faults &faults);

/// The reverse, for formats without images: addresses become `folder/NAME`, for whoever writes the images there.
void pointToImages(Questions &questions, const QString &folder);

} // namespace exchange

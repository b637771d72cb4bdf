// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

#include <QByteArray>
#include <QString>

namespace items {

/// A file's text with line feeds for line ends and without a byte order mark. Bytes that are not UTF-8 are read as
/// Windows-1252, all of them, with a warning where the first stands; more than 64 MiB are refused, and the text is
/// empty.
[[nodiscard]] QString decodeGift(const QByteArray &bytes, const QString &file, base::Faults &faults);

} // namespace items

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QSaveFile>
#include <QString>

namespace base {

/// Puts the file in the place of what was there, once all of it is on disk; else that stays. QSaveFile::commit alone
/// does not notice (Qt 6.4) that what was still in its buffer found no room.
[[nodiscard]] bool commitWhole(QSaveFile &file);

/// Writes a file whole, or leaves what was there as it was and gives the system's own words for why. What is no plain
/// file (a device, a pipe) is not written to: a file that takes its name would put it out of the way.
[[nodiscard]] tl::expected<void, QString> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace base

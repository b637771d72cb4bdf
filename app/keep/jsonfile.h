// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keep/settings.h"

#include <QJsonObject>

namespace keep {

/// As much as a file of settings may hold.
inline constexpr qint64 mostSettingsBytes = 65536;

/// The object in the file; an empty one where there is no file. A file of anything but one JSON object, or of more than
/// `mostBytes`, reads as an empty object too, and is renamed to the first free of "NAME.damaged", "NAME.damaged-2", …
[[nodiscard]] QJsonObject readJson(const QString &path, qint64 mostBytes = mostSettingsBytes);

/// Replaces the file in one step, for the owner alone (0600), and makes its folder (0700) where it is missing. After an
/// error the file is as it was.
[[nodiscard]] tl::expected<void, Error> writeJson(const QString &path, const QJsonObject &object);

} // namespace keep

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/window.h"

#include <QString>

namespace desk {

/// What the command line asks of the window.
struct StartOptions {
    QString course;  ///< folder; empty: the one that the program ships with
    QString journal; ///< file; empty: the user's own, once they have agreed
};

/// Reads the course, opens the journal that the settings (or `options`) name, and puts the window together. What cannot
/// be opened is told in the window; this never fails.
[[nodiscard]] WindowParts makeParts(const StartOptions &options, const QString &settingsFolder);

/// Sets style, fonts and what else holds for the whole application. Once, before the first widget.
void dress();

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/window.h"

#include <QString>

#include <future>

namespace desk {

/// What the command line asks of the window.
struct StartOptions {
    QString course;  ///< folder; empty: the one that the program ships with
    QString journal; ///< file; empty: the user's own, once they have agreed
};

/// Begins to read the course beside whatever comes next. It takes about as long as Qt takes to greet the screen, so
/// both are done at once, the reading before there is an application.
[[nodiscard]] std::future<course::Reading> beginReading(const StartOptions &options);

/// Opens the journal that the settings (or `options`) name, waits for the course, and puts the window together. What
/// cannot be opened is told in the window; this never fails.
[[nodiscard]] WindowParts makeParts(const StartOptions &options, const QString &settingsFolder,
                                    std::future<course::Reading> reading);

/// Sets style, fonts and what else holds for the whole application. Once, before the first widget.
void dress();

/// The faces of running text, before the first page that has any.
void dressForReading();

} // namespace desk

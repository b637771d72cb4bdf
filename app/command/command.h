// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTextStream>

namespace command {

/// What a process says at its end.
enum ExitStatus : int {
    Done = 0, ///< warnings too
    InputHasErrors = 1,
    WrongUsage = 2,
    MachineFailed = 3, ///< disk, display
};

/// Whether `verb` is one that needs no window. Of these `print` needs a QApplication, with the program's faces.
[[nodiscard]] bool isVerb(const QString &verb);

/// Runs a verb with its arguments (the verb first). What was asked for goes to `out`, faults and usage to `err`.
[[nodiscard]] int run(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// How the whole program is called.
[[nodiscard]] QString usage();

} // namespace command

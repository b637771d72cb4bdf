// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace desk {

/// Asks where to save something, and before it would replace a file, whether it may. The name ends in `suffix`, which
/// begins with its dot, also where nobody wrote that. Empty where nobody wants to.
[[nodiscard]] QString askWhereToSave(QWidget *parent, const QString &title, const QString &proposed,
                                     const QString &suffix);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSaveFile>

namespace base {

/// Puts the file in the place of what was there, once all of it is on disk; else that stays. QSaveFile::commit alone
/// does not notice (Qt 6.4) that what was still in its buffer found no room.
[[nodiscard]] inline bool commitWhole(QSaveFile &file)
{
    return file.flush() && file.commit();
}

} // namespace base

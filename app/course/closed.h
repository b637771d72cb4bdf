// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

namespace course {

/// Whether one of the faults closes the module, figure, item or entry of this id.
[[nodiscard]] bool isClosed(const base::Faults &faults, base::Scope scope, const QString &id);

} // namespace course

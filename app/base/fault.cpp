// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/fault.h"

#include <algorithm>

namespace base {

bool hasError(const Faults &faults)
{
    return std::ranges::any_of(faults, [](const Fault &fault) { return fault.severity == Severity::Error; });
}

} // namespace base

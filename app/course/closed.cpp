// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/closed.h"

#include <algorithm>

namespace course {

bool isClosed(const base::Faults &faults, base::Scope scope, const QString &id)
{
    return std::ranges::any_of(faults, [&](const base::Fault &fault) {
        return fault.severity == base::Severity::Error && fault.scope == scope && fault.scopeId == id;
    });
}

} // namespace course

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/item.h"

namespace exchange {

/// What every reader and writer says in the same way.
[[nodiscard]] base::Fault faultOf(const items::Item &item, base::Severity severity, base::FaultCode code,
                                  const QStringList &details = {});

/// A part of a question (named as in JSON: "tags", "generalFeedback") that is not carried over.
[[nodiscard]] base::Fault notCarried(const items::Item &item, const QString &part);

/// A question that the format cannot hold at all.
[[nodiscard]] base::Fault leftOut(const items::Item &item);

/// A fault of the file as a whole, or of one place in it.
[[nodiscard]] base::Fault fileFault(const base::Place &place, base::FaultCode code, const QStringList &details = {});

} // namespace exchange

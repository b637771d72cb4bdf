// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

namespace base {

/// The code as other programs read it: "unknown-figure".
[[nodiscard]] QString faultId(FaultCode code);

/// The scope's word, as `check --json` writes it: "figure".
[[nodiscard]] QString scopeName(Scope scope);

/// What is the matter, in one plain sentence without a place.
[[nodiscard]] QString faultText(const Fault &fault);

/// What its author can do about it, in one plain sentence.
[[nodiscard]] QString mendText(const Fault &fault);

/// `FILE:LINE:COLUMN`, as far as they are known.
[[nodiscard]] QString placeText(const Place &place);

/// `FILE:LINE:COLUMN: error: message [code]`, the line that a compiler would print.
[[nodiscard]] QString faultLine(const Fault &fault);

/// Every code there is, for the test that holds each to a sentence.
[[nodiscard]] std::vector<FaultCode> allFaultCodes();

} // namespace base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/answers.h"

#include <QByteArrayView>

namespace insight {

/// What the result of an answer says, of what statistics need.
struct Outcome {
    Chosen chosen = 0;
    float fraction = 0;
    qint8 sure = 0;

    bool operator==(const Outcome &) const = default;
};

/// Reads the result of an `answered` statement. As the program writes it, it is looked through for its three keys, in a
/// tenth of the time that it takes to read it as JSON; whatever is not written so is read as JSON.
[[nodiscard]] Outcome outcomeFrom(QByteArrayView json);

} // namespace insight

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

#include <QScrollArea>

namespace desk {

class Card;

/// One fault: where, what, how to mend it, and what it closes.
[[nodiscard]] Card *makeFaultCard(const base::Fault &fault);

/// What needs mending in the course: each fault with its file and line, what it closes, and what to do.
class FaultsPage final : public QScrollArea
{
    Q_OBJECT

public:
    /// `courseIsOpen`: some of the course can be read in spite of the faults.
    FaultsPage(const base::Faults &faults, const QString &folder, bool courseIsOpen, QWidget *parent = nullptr);
};

} // namespace desk

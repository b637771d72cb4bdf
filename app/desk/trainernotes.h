// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workshop/session.h"

#include <QScrollArea>

namespace desk {

class Console;

/// The notes of a step and, beside a question, what is said about each option and which of them holds: for the trainer
/// alone, in type that can be read while standing.
class TrainerNotes final : public QScrollArea
{
    Q_OBJECT

public:
    explicit TrainerNotes(QWidget *parent = nullptr);

    /// Type of `size`, before it is scaled as all type is. Where they are of the same step they stay where they were
    /// scrolled to.
    void tell(const Console &console, double size);
    /// The next are set anew, also where they are the same.
    void forget() { m_of = {-1, 0, 0}; }

private:
    workshop::Spot m_of{-1, 0, 0};
    double m_size = 0;
};

} // namespace desk

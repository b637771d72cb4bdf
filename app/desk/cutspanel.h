// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/card.h"

class QLabel;
class QPushButton;

namespace desk {

class Console;

/// What could be left out where a session is late, and what must be kept.
class CutsPanel final : public Card
{
    Q_OBJECT

public:
    explicit CutsPanel(QWidget *parent = nullptr);

    void offer(const Console &console);

Q_SIGNALS:
    void accepted();
    void dismissed();

private:
    QLabel *m_text;
    QPushButton *m_accept;
    QPushButton *m_dismiss;
};

} // namespace desk

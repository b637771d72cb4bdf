// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quiz/conduct.h"

#include <QMenu>

namespace desk {

/// How a check runs, to choose from: when answers open, whether certainty is asked, and the order of questions.
class ConductMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `isUnderWay`: the go on the page has answers already, so that a change holds from the next one on.
    ConductMenu(quiz::Conduct conduct, bool isUnderWay, QWidget *parent = nullptr);

Q_SIGNALS:
    void wanted(const quiz::Conduct &conduct);

private:
    void addFeedback();
    void addOrder();
    void askForSeed();

    quiz::Conduct m_conduct;
};

/// The greatest number that a group can share.
inline constexpr int greatestGroup = 9999;

} // namespace desk

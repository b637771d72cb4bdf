// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/conductmenu.h"

#include <QActionGroup>
#include <QInputDialog>

#include <array>
#include <utility>

namespace desk {

namespace {

using quiz::Conduct;

struct FeedbackText {
    Conduct::Feedback feedback;
    const char *text;
};

constexpr std::array feedbackTexts{
    FeedbackText{Conduct::Feedback::AtOnce, QT_TRANSLATE_NOOP("desk::ConductMenu", "Each answer opens at once")},
    FeedbackText{Conduct::Feedback::AfterTries,
                 QT_TRANSLATE_NOOP("desk::ConductMenu", "Two tries, with a hint between")},
    FeedbackText{Conduct::Feedback::AtEnd, QT_TRANSLATE_NOOP("desk::ConductMenu", "All answers open at the end")},
};

} // namespace

ConductMenu::ConductMenu(Conduct conduct, bool isUnderWay, QWidget *parent)
    : QMenu(parent), m_conduct(std::move(conduct))
{
    if (isUnderWay)
        addSection(tr("From the next go on"));
    addFeedback();
    addSeparator();
    QAction *certainty = addAction(tr("Ask how sure I am"));
    certainty->setCheckable(true);
    certainty->setChecked(m_conduct.asksCertainty);
    connect(certainty, &QAction::toggled, this, [this](bool on) {
        m_conduct.asksCertainty = on;
        Q_EMIT wanted(m_conduct);
    });
    addSeparator();
    addOrder();
}

void ConductMenu::addFeedback()
{
    auto *group = new QActionGroup(this);
    for (const FeedbackText &entry : feedbackTexts) {
        QAction *action = addAction(tr(entry.text));
        action->setCheckable(true);
        action->setChecked(entry.feedback == m_conduct.feedback);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, feedback = entry.feedback] {
            m_conduct.feedback = feedback;
            Q_EMIT wanted(m_conduct);
        });
    }
}

void ConductMenu::addOrder()
{
    QAction *mixed = addAction(tr("Questions and options in a mixed order"));
    mixed->setCheckable(true);
    mixed->setChecked(m_conduct.seed != 0);
    connect(mixed, &QAction::toggled, this, [this](bool on) {
        m_conduct.seed = on ? quiz::anySeed : 0;
        Q_EMIT wanted(m_conduct);
    });
    connect(addAction(tr("The same mixed order for a group…")), &QAction::triggered, this, &ConductMenu::askForSeed);
}

void ConductMenu::askForSeed()
{
    bool isGiven = false;
    constexpr int first = quiz::anySeed + 1;
    const int number = QInputDialog::getInt(parentWidget(), tr("The same order for a group"),
                                            tr("Whoever types the same number gets the questions in the same order:"),
                                            first, first, greatestGroup, 1, &isGiven);
    if (!isGiven)
        return;
    m_conduct.seed = static_cast<quint32>(number);
    Q_EMIT wanted(m_conduct);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/room.h"

#include <QScrollArea>

class QComboBox;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace desk {

/// What the page of workshops tells and offers.
struct WorkshopView {
    std::vector<course::Plan> plans;             ///< the course's, then a trainer's own
    qsizetype ownPlans = 0;                      ///< how many of these, at the end, are a trainer's own
    std::vector<workshop::PastSession> sessions; ///< the latest first
    QString problem;                             ///< why these could not be read, or why nothing can be kept
    QString screen;                              ///< the room's: "HDMI-1, 1024 × 768"; empty: there is only one
    qint64 now = 0;                              ///< UTC, milliseconds since 1970
    bool isKept = true;
    bool hasHelpCard = false;
    bool hasDisclosureCard = false;

    bool operator==(const WorkshopView &) const = default;
};

/// Where a workshop begins: which plan, for how many, and what is to be ready before; sessions to go on with, and to
/// hand over.
class WorkshopPage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit WorkshopPage(QWidget *parent = nullptr);

    void tell(const WorkshopView &view);

Q_SIGNALS:
    void beginWanted(const workshop::Setting &setting);
    void goOnWanted(const QUuid &session);
    void handOverWanted(const QUuid &session);
    void reviewWanted(const QUuid &session);
    void reportWanted(); ///< of all that was answered
    void takeOverWanted();
    void planWanted(const QString &plan); ///< to make one's own, beginning with this one
    void helpCardWanted();
    void disclosureCardWanted();
    void papersWanted();                   ///< to type in what was answered on paper
    void printWanted(const QString &plan); ///< the pack, with the run sheet of this plan

private:
    void addUnfinished(QVBoxLayout *column);
    void addNew(QVBoxLayout *column);
    void addReady(QVBoxLayout *column);
    void addPaper(QVBoxLayout *column);
    void addSessions(QVBoxLayout *column);
    void tellPlan();
    void begin(bool isRehearsal);

    WorkshopView m_view;
    QString m_plan; ///< id of the one that is chosen
    int m_people = 0;
    QComboBox *m_plans = nullptr;
    QSpinBox *m_room = nullptr;
    QLabel *m_told = nullptr;
};

} // namespace desk

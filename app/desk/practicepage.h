// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/study.h"

#include <QScrollArea>

class QVBoxLayout;

namespace desk {

/// What is due again, what comes on the days after, and how far one has come in each module.
class PracticePage final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PracticePage(Study &study, QWidget *parent = nullptr);

    void rebuild();

Q_SIGNALS:
    /// To be asked these items, in this order.
    void practiceWanted(const QStringList &items);
    void tenMinutesWanted();
    void moduleWanted(const QString &id);

private:
    void addDue(QVBoxLayout *column, const std::vector<practice::Card> &cards);
    void addForecast(QVBoxLayout *column, const std::vector<practice::Card> &cards);
    void addProgress(QVBoxLayout *column, const std::vector<practice::Card> &cards);

    Study &m_study;
};

/// "6 questions are due today, two of which you were sure of. About 6 minutes." Whole sentences; for none due, when the
/// next ones come.
[[nodiscard]] QString dueText(const std::vector<practice::Card> &cards, const practice::Today &today);

/// How many of `cards` are due today.
[[nodiscard]] int dueCount(const std::vector<practice::Card> &cards, const practice::Today &today);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/contentsmodel.h"
#include "desk/study.h"

#include <QScrollArea>

class QVBoxLayout;

namespace desk {

/// Where was I, what is there: the first page. On the first start it asks once whether to keep progress.
class StartPage final : public QScrollArea
{
    Q_OBJECT

public:
    StartPage(Study &study, int faultCount, QWidget *parent = nullptr);

    /// Whether the page asks "keep my progress?".
    void setAsking(bool asking);
    void rebuild();

Q_SIGNALS:
    void wanted(const desk::Location &location);
    void keepChosen(bool keep);

private:
    void addQuestion(QVBoxLayout *column);
    void addWhereYouWere(QVBoxLayout *column);
    void addPicture(QVBoxLayout *column);
    void addFaults(QVBoxLayout *column);
    void addCredits(QVBoxLayout *column);
    [[nodiscard]] Location continueAt() const;

    Study &m_study;
    int m_faultCount;
    bool m_asking = false;
    QWidget *m_focus = nullptr;
};

} // namespace desk

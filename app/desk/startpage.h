// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/contentsmodel.h"
#include "desk/study.h"
#include "keep/people.h"

#include <QScrollArea>

class QHBoxLayout;
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
    /// Whom the page offers to go on as, where several learn here, or one with a PIN; none where it need not ask.
    void setFaces(const std::vector<keep::Face> &faces);
    void rebuild();

Q_SIGNALS:
    void wanted(const desk::Location &location);
    void keepChosen(bool keep);
    /// One of those who were offered; null for a guest.
    void personChosen(const QUuid &person);
    /// To be given what fits ten minutes.
    void tenMinutesWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addPractice();
    void addQuestion(QVBoxLayout *column);
    void addFaces(QVBoxLayout *column);
    void addWhereYouWere(QVBoxLayout *column);
    void addPicture(QVBoxLayout *column);
    void addFaults(QVBoxLayout *column);
    void addCredits(QVBoxLayout *column);
    [[nodiscard]] Location continueAt() const;
    [[nodiscard]] QString kindOf(const course::Module &module) const;
    [[nodiscard]] QString standingText(const course::Module &module, bool isCheck,
                                       const course::SectionPlace &place) const;
    [[nodiscard]] QString stopText(const course::Module &module, const course::SectionPlace &place) const;

    Study &m_study;
    int m_faultCount;
    std::vector<keep::Face> m_faces;
    bool m_asking = false;
    bool m_isShown = false;
    bool m_knowsPractice = false;    ///< what is due is read once the first window stands, which does not wait for it
    QHBoxLayout *m_across = nullptr; ///< where one was, and what is due beside it
    QWidget *m_focus = nullptr;
};

} // namespace desk

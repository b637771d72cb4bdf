// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/checkpresenter.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace desk {

class AnswerInput;
class ProgressDots;

/// The end-of-module check: one item at a time, and at its end what was understood and what to look at again.
class CheckPage final : public QScrollArea
{
    Q_OBJECT

public:
    CheckPage(Study &study, CheckPresenter &presenter, QWidget *parent = nullptr);

    /// Opens the check of that module. Whoever comes back from a passage finds the question as they left it.
    void showCheck(const QString &module);

    /// What the go that is open was meant to fill, if it was meant to fill some minutes: at its end it is enough.
    void setSitting(const std::optional<practice::Sitting> &sitting) { m_sitting = sitting; }

    /// Opens the passage that the answer on the table rests on, once it is open.
    void showWhere();

Q_SIGNALS:
    /// The passage that a question of this check rests on.
    void whereWanted(qsizetype at);
    /// Another go: at all items, or at those with these ids alone.
    void againWanted(const QStringList &only);
    void overviewWanted();
    void readOnWanted(const QString &section);
    /// Another way for a check to run.
    void conductWanted(const quiz::Conduct &conduct);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void bringOnInSight();
    void buildQuestion(const items::Item &item);
    void addTop();
    void addStem(const items::Item &item);
    void showGap();
    void buildHint(const items::Item &item);
    void buildCertainty();
    void buildExplanation(const items::Item &item);
    void addWhere(const items::Item &item);
    void buildActions();
    void addLeavingButtons(QLayout *row);
    void addMainButton(QLayout *row);
    void buildSummary();
    void takeCertainty(QKeyEvent *event);
    void showSaving();
    void advance();
    void setColumn();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] QString savingText() const;
    [[nodiscard]] bool isAnswered() const;
    [[nodiscard]] const quiz::ItemState &state() const;
    [[nodiscard]] QPushButton *addButton(QLayout *row, const QString &text, const QString &tip);

    Study &m_study;
    CheckPresenter &m_presenter;
    QWidget *m_sheet = nullptr;
    QVBoxLayout *m_column = nullptr;
    AnswerInput *m_input = nullptr;
    QPushButton *m_main = nullptr;
    QPushButton *m_conduct = nullptr;
    QLabel *m_saving = nullptr;
    QLabel *m_stem = nullptr;
    QString m_item; ///< id of the one on the page
    std::optional<practice::Sitting> m_sitting;
    QString m_ownWords; ///< what was written about it for oneself, until another comes to the table
};

} // namespace desk

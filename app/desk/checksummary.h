// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/checkpresenter.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace desk {

/// The end of a check: what was understood, and what to look at again.
class CheckSummary final : public QWidget
{
    Q_OBJECT

public:
    /// `presenter` must be at the end of its check. After a sitting of some minutes nothing more is offered but what
    /// still fits them.
    CheckSummary(const Study &study, const CheckPresenter &presenter, const QString &title,
                 std::optional<practice::Sitting> sitting, QWidget *parent = nullptr);

    /// The one main action of the page.
    [[nodiscard]] QPushButton *mainButton() const { return m_main; }

Q_SIGNALS:
    void questionWanted(qsizetype at);
    /// The passage that a question rests on.
    void whereWanted(qsizetype at);
    void againWanted(const QStringList &only);
    void overviewWanted();
    void readOnWanted(const QString &section);

private:
    /// Indexes of the items, by what became of them.
    struct Outcome {
        std::vector<qsizetype> held;
        std::vector<qsizetype> surprising; ///< not held, and somebody had been sure
        std::vector<qsizetype> again;
        std::vector<qsizetype> open;

        [[nodiscard]] std::vector<qsizetype> missed() const;
    };

    [[nodiscard]] Outcome outcome() const;
    void addGroup(QVBoxLayout *column, const QString &title, const QString &lead, const std::vector<qsizetype> &which);
    void addButtons(QVBoxLayout *column, const std::vector<qsizetype> &missed);
    void addAgainButtons(QHBoxLayout *row, const std::vector<qsizetype> &missed);
    void addReadOn(QHBoxLayout *row);
    void addNextModule(QHBoxLayout *row);
    [[nodiscard]] QPushButton *addButton(QHBoxLayout *row, const QString &text, const QString &tip);

    const Study &m_study;
    const CheckPresenter &m_presenter;
    std::optional<practice::Sitting> m_sitting;
    QPushButton *m_main = nullptr;
};

/// The section that an item's answer rests on; empty where none is named.
[[nodiscard]] QString sectionOf(const items::Item &item);

} // namespace desk

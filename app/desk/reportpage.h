// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reportpresenter.h"
#include "desk/sidepage.h"

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace desk {

/// What the answers say: whom it is for and which workshops on the left, the report itself beside it. What is saved is
/// what stands here.
class ReportPage final : public SidePage
{
    Q_OBJECT

public:
    explicit ReportPage(ReportPresenter &presenter, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void backWanted();
    void saveWanted();
    /// What another computer collected is to be taken in.
    void takeInWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillSide();
    void addReaders(QVBoxLayout *column);
    [[nodiscard]] QWidget *makeDays();
    [[nodiscard]] QComboBox *makeGoes();
    void showDays();
    void rebuildChoices();
    void rebuildReport();
    void addChapter(QVBoxLayout *column, const insight::ReportChapter &chapter);
    void addBlock(QVBoxLayout *column, const insight::ReportBlock &block);

    ReportPresenter &m_presenter;
    QWidget *m_days = nullptr;
    QComboBox *m_from = nullptr;
    QComboBox *m_until = nullptr;
    QScrollArea *m_choices = nullptr;
    QComboBox *m_goes = nullptr;
    QPushButton *m_save = nullptr;
    QLabel *m_told = nullptr;
    ReportView m_shown; ///< what the page was made for
};

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/reportpresenter.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace desk {

/// What the answers say: whom it is for and which workshops on the left, the report itself beside it. What is saved is
/// what stands here.
class ReportPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPage(ReportPresenter &presenter, QWidget *parent = nullptr);

    [[nodiscard]] QScrollArea *area() const { return m_area; }
    void refresh();

Q_SIGNALS:
    void backWanted();
    void saveWanted();
    /// What another computer collected is to be taken in.
    void takeInWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSide();
    void addReaders(QVBoxLayout *column);
    void rebuildChoices();
    void rebuildReport();
    void addChapter(QVBoxLayout *column, const insight::ReportChapter &chapter);
    void addBlock(QVBoxLayout *column, const insight::ReportBlock &block);

    ReportPresenter &m_presenter;
    QWidget *m_side = nullptr;
    QScrollArea *m_choices = nullptr;
    QLabel *m_told = nullptr;
    QScrollArea *m_area = nullptr;
    ReportView m_shown; ///< what the page was made for
};

} // namespace desk

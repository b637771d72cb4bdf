// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/papergridpresenter.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace desk {

class PaperGridTable;
class PileChooser;

/// Typing in answers that were given on paper: which pile, then the grid, and beside it the question that is being
/// typed.
class PaperGridPage final : public QWidget
{
    Q_OBJECT

public:
    explicit PaperGridPage(Study &study, QWidget *parent = nullptr);
    ~PaperGridPage() override;

    /// Takes in answers that were collected elsewhere, after showing which rows of the file are left out and why.
    void takeIn(const QString &path);
    /// Opens a pile without asking: one of a workshop that is going on.
    void open(const workshop::PileSetting &pile) { m_presenter.open(pile); }
    [[nodiscard]] PaperGridPresenter &presenter() { return m_presenter; }
    [[nodiscard]] PaperGridTable *table() const { return m_table; }

Q_SIGNALS:
    void backWanted();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSheet();
    [[nodiscard]] QLayout *makeHead(QWidget *sheet);
    [[nodiscard]] QWidget *makeQuestion(QWidget *sheet);
    [[nodiscard]] QLayout *makeFoot(QWidget *sheet);
    void showPile();
    void showState();
    void showQuestion();
    void arrange();
    void askForPaper();
    void goToPaper();
    void chooseFile();
    void saveEmptyTable(const QString &path);
    [[nodiscard]] bool confirm(const workshop::Collected &collected);
    [[nodiscard]] QString questionHtml() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString toldText() const;
    [[nodiscard]] QString savingText() const;

    Study &m_study;
    PaperGridPresenter m_presenter;
    QStackedWidget *m_stack = nullptr;
    PileChooser *m_chooser = nullptr;
    PaperGridTable *m_table = nullptr;
    QWidget *m_tableCard = nullptr;
    QWidget *m_questionCard = nullptr;
    QBoxLayout *m_across = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_counts = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_question = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_told = nullptr;
    QLabel *m_saving = nullptr;
    QLabel *m_paperLabel = nullptr;
    QLineEdit *m_paper = nullptr;
};

} // namespace desk

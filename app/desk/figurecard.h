// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "figures/figure.h"
#include "plot/figurechart.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace desk {

class BadgeKey;
class DrawingChoice;
class FigurePicture;
class PredictPanel;

/// A figure in the text: its title, the picture, its table or a guess before it opens, the source line, and what it
/// cannot tell. To a screen reader it says the figure in sentences.
class FigureCard final : public QWidget
{
    Q_OBJECT

public:
    /// Marks and Shares are both pictures.
    enum class Mode { Marks, Shares, Table, Predict };

    FigureCard(const course::Course &course, const course::FigureData &numbers, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] Mode mode() const { return m_mode; }
    void setMode(Mode mode);

    /// Nothing where the numbers may not be drawn.
    [[nodiscard]] const figures::PreparedFigure &figure() const { return m_figure; }
    [[nodiscard]] const std::vector<plot::Guess> &guesses() const { return m_guesses; }
    [[nodiscard]] FigurePicture *picture() const { return m_picture; }
    [[nodiscard]] PredictPanel *predictPanel() const { return m_predict; }

    /// The figure alone, as large as the window.
    void zoom();

    /// What the Tab key visits in it, in this order.
    [[nodiscard]] std::vector<QWidget *> focusChain() const;

Q_SIGNALS:
    /// The card needs another height than before.
    void heightChanged();
    void claimWanted(const QString &claim);
    /// Somebody has set numbers and opened the figure.
    void predicted();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildTools();
    void addShares();
    void buildBody();
    void buildFoot();
    [[nodiscard]] QPushButton *addTool(const QString &text, const QString &tip);
    void addMode(Mode mode, const QString &text, const QString &tip);
    [[nodiscard]] bool isPicture() const { return m_mode == Mode::Marks || m_mode == Mode::Shares; }
    [[nodiscard]] plot::Layout layoutFor(int width) const;
    [[nodiscard]] QWidget *body() const;
    [[nodiscard]] int bodyHeight(int width) const;
    [[nodiscard]] int innerWidth(int width) const;
    [[nodiscard]] int toolsWidth() const;
    [[nodiscard]] bool toolsBeside(int inner) const;
    [[nodiscard]] int headerHeight(int inner) const;
    [[nodiscard]] std::vector<QWidget *> foot() const;
    [[nodiscard]] int footHeight(const QWidget *widget, int inner) const;
    void openPrediction();
    void choose();
    void resettle();
    void layOut();
    void pourChart();

    const course::Course &m_course;
    figures::PreparedFigure m_figure;
    figures::PreparedFigure m_shares; ///< without spots where shares may not be drawn
    base::Phrase m_whyNoShares;
    Mode m_mode = Mode::Marks;
    std::vector<plot::Guess> m_guesses;
    QLabel *m_title = nullptr;
    std::vector<QPushButton *> m_tools;
    std::vector<std::pair<Mode, QPushButton *>> m_modes;
    FigurePicture *m_picture = nullptr;
    QLabel *m_table = nullptr;
    PredictPanel *m_predict = nullptr;
    DrawingChoice *m_choice = nullptr;
    BadgeKey *m_key = nullptr;
    QLabel *m_source = nullptr;
    QPushButton *m_limitsButton = nullptr;
    QLabel *m_limits = nullptr;
    int m_pouredWidth = 0;
};

/// The colours of figures in this palette.
[[nodiscard]] plot::Palette plotPalette(const QPalette &palette);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"
#include "figures/figure.h"

#include <QWidget>

class QChartView;
class QLabel;
class QPushButton;

namespace plot {
struct Palette;
}

namespace desk {

/// A figure in the text: its title, the picture or its table, the source line, and what it cannot tell. To a screen
/// reader it says the figure in sentences.
class FigureCard final : public QWidget
{
    Q_OBJECT

public:
    FigureCard(const course::Course &course, const course::FigureData &numbers, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

    /// Picture or table.
    void showTable(bool table);
    [[nodiscard]] bool showsTable() const;

    /// What the Tab key visits in it, in this order.
    [[nodiscard]] std::vector<QWidget *> focusChain() const;

Q_SIGNALS:
    /// The card needs another height than before.
    void heightChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader();
    void buildBody();
    void buildFoot(const course::Course &course);
    void setTexts();
    void pourChart();
    [[nodiscard]] int bodyHeight(int width) const;
    [[nodiscard]] int innerWidth(int width) const;
    [[nodiscard]] int titleWidth(int inner) const;
    void layOut();
    [[nodiscard]] QString sourceText(const course::Course &course) const;
    [[nodiscard]] QString caveatText() const;

    figures::PreparedFigure m_figure;
    QString m_refusal;
    QLabel *m_title = nullptr;
    QPushButton *m_pictureButton = nullptr;
    QPushButton *m_tableButton = nullptr;
    QChartView *m_chart = nullptr;
    QLabel *m_table = nullptr;
    QLabel *m_source = nullptr;
    QPushButton *m_limitsButton = nullptr;
    QLabel *m_limits = nullptr;
    int m_pouredWidth = 0;
};

/// The colours of figures in this palette.
[[nodiscard]] plot::Palette plotPalette(const QPalette &palette);

} // namespace desk

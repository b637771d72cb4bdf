// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QWidget>

namespace desk {

/// One option on the projector: its letter, its words, and once they may be seen what the room answered, a bar for each
/// round, side by side. Where room is scarce its words are then one line, for they have been read. That it holds is
/// said in words and by a broken frame, never by a colour.
class AnswerRow final : public QWidget
{
    Q_OBJECT

public:
    /// Bars stand below all of the words, or below one line of them; where there are too many options for that, two
    /// lines of the words stand beside the bars, and in a tight row one.
    enum class Form { Words, BarsBelowAllWords, BarsBelow, BarsBeside };

    /// `cells`: the option's number in each round, as figures decided what may be shown of it.
    AnswerRow(QString key, QString html, std::vector<figures::Cell> cells, QWidget *parent = nullptr);

    void setHolds(bool holds);
    void setForm(Form form) { m_form = form; }
    /// With as little air as can be.
    void setTight(bool isTight) { m_isTight = isTight; }
    /// How many pixels the widest number of all rows takes, so that their bars end in one line.
    void setNumberWidth(int width) { m_numberWidth = width; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int air() const;
    [[nodiscard]] int line() const;
    [[nodiscard]] int cellsHeight() const;
    [[nodiscard]] QString allWords() const;
    [[nodiscard]] int letterWidth() const;
    [[nodiscard]] int wordsHeight(int width) const;
    [[nodiscard]] QRect placed(int left, int top, int wide, int tall) const;
    void describe();
    void paintWords(QPainter &painter, const QRect &area) const;
    void paintTwoLines(QPainter &painter, const QRect &area) const;
    void paintCells(QPainter &painter, const QRect &area) const;
    void paintCell(QPainter &painter, const figures::Cell &cell, const QRectF &area) const;

    QString m_key;
    QString m_html;
    std::vector<figures::Cell> m_cells;
    Form m_form = Form::Words;
    int m_numberWidth = 0;
    bool m_holds = false;
    bool m_isTight = false;
};

} // namespace desk

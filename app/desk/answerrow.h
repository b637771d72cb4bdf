// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"

#include <QWidget>

namespace desk {

/// One option on the projector: its letter, its words, and once they may be seen what the room answered, a bar for each
/// round, side by side. Where room is scarce its words are then smaller, or cut short, for they have been read. That it
/// holds is said in words and by a broken frame, never by a colour.
class AnswerRow final : public QWidget
{
    Q_OBJECT

public:
    /// Bars stand below all of the words; where there are too many options for that, three lines of the words stand
    /// beside the bars, and in a tight row one.
    enum class Form { Words, BarsBelow, BarsBeside };

    /// `cells`: the option's number in each round, as figures decided what may be shown of it.
    AnswerRow(QString key, QString html, std::vector<figures::Cell> cells, QWidget *parent = nullptr);

    void setHolds(bool holds);
    void setForm(Form form) { m_form = form; }
    [[nodiscard]] Form form() const { return m_form; }
    /// Smaller type for words with bars, in pixels: rather than cutting short what has been read.
    void setWordsSize(int pixels) { m_wordsSize = pixels; }
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
    [[nodiscard]] QFont wordsFont() const;
    [[nodiscard]] int letterWidth() const;
    [[nodiscard]] bool isNumberBesideWords() const;
    [[nodiscard]] int drop() const;
    [[nodiscard]] int wordsWidth(int width) const;
    [[nodiscard]] int wordsHeight(int width) const;
    [[nodiscard]] QRect placed(int left, int top, int wide, int tall) const;
    void describe();
    void paintWords(QPainter &painter, const QRect &area) const;
    void paintLines(QPainter &painter, const QRect &area) const;
    void paintCells(QPainter &painter, const QRect &area) const;
    void paintCell(QPainter &painter, const figures::Cell &cell, const QRectF &area) const;
    void paintNumber(QPainter &painter, const figures::Cell &cell, const QRectF &area) const;
    void paintBar(QPainter &painter, const figures::Cell &cell, const QRectF &area, qreal y) const;

    QString m_key;
    QString m_html;
    std::vector<figures::Cell> m_cells;
    Form m_form = Form::Words;
    int m_numberWidth = 0;
    int m_wordsSize = 0; // 0: as the numbers
    bool m_holds = false;
    bool m_isTight = false;
};

} // namespace desk

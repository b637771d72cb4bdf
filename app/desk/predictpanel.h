// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "plot/figurechart.h"

#include <QWidget>

class QPushButton;

namespace desk {

class MarksStrip;

/// Asks for a number of each answer of a figure that is drawn in marks, before the figure opens. Nothing is right or
/// not right here: the guess stays beside what is known.
class PredictPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit PredictPanel(const figures::PreparedFigure &figure, QWidget *parent = nullptr);

    [[nodiscard]] std::vector<plot::Guess> guesses() const;
    [[nodiscard]] const std::vector<MarksStrip *> &strips() const { return m_strips; }
    [[nodiscard]] QPushButton *openButton() const { return m_open; }

Q_SIGNALS:
    /// The figure may open now.
    void opened();

private:
    void addQuestion(const figures::Row &row, const figures::Cell &cell, int spot);

    std::vector<MarksStrip *> m_strips;
    std::vector<int> m_spots; ///< of each strip
    QPushButton *m_open = nullptr;
};

/// Whether there is anything in the figure that could be guessed: an answer in marks, of more than one person.
[[nodiscard]] bool canPredict(const figures::PreparedFigure &figure);

} // namespace desk

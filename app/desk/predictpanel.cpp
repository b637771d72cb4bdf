// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/predictpanel.h"

#include "desk/marksstrip.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

namespace {

bool canGuess(const figures::Cell &cell)
{
    return cell.form == figures::CellForm::Marks && cell.marks() > 1;
}

} // namespace

bool canPredict(const figures::PreparedFigure &figure)
{
    return std::ranges::any_of(figure.rows,
                               [](const figures::Row &row) { return std::ranges::any_of(row.cells, canGuess); });
}

PredictPanel::PredictPanel(const figures::PreparedFigure &figure, QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(type::sized(6));
    auto *intro = new QLabel(
        tr("Before it opens: how many do you think? Set a number on the marks of any of these, with a click or "
           "the arrow keys. It stays beside what is known, and nobody marks it."));
    intro->setWordWrap(true);
    intro->setFont(type::sans(13));
    column->addWidget(intro);
    for (std::size_t row = 0; row < figure.rows.size(); ++row) {
        for (std::size_t panel = 0; panel < figure.rows[row].cells.size(); ++panel) {
            const figures::Cell &cell = figure.rows[row].cells[panel];
            if (canGuess(cell))
                addQuestion(figure.rows[row], cell, static_cast<int>(row * figure.panels.size() + panel));
        }
    }
    m_open = new QPushButton(tr("Show the figure"));
    setPart(m_open, ButtonPart::Primary);
    connect(m_open, &QPushButton::clicked, this, &PredictPanel::opened);
    column->addSpacing(type::sized(6));
    column->addWidget(m_open, 0, Qt::AlignLeading);
}

void PredictPanel::addQuestion(const figures::Row &row, const figures::Cell &cell, int spot)
{
    const base::Phrase question{QStringLiteral("predict"),
                                {{QStringLiteral("case"), row.caseName},
                                 {QStringLiteral("people"), QVariant::fromValue(row.people)},
                                 {QStringLiteral("question"), QVariant::fromValue(figures::titleOf(cell.question))}}};
    auto *label = new QLabel(base::render(question));
    label->setWordWrap(true);
    label->setFont(type::sans(13, QFont::Bold));
    auto *strip = new MarksStrip(cell.marks());
    label->setBuddy(strip);
    layout()->addWidget(label);
    layout()->addWidget(strip);
    m_strips.push_back(strip);
    m_spots.push_back(spot);
}

std::vector<plot::Guess> PredictPanel::guesses() const
{
    std::vector<plot::Guess> guesses;
    for (std::size_t index = 0; index < m_strips.size(); ++index) {
        if (const auto value = m_strips[index]->value())
            guesses.push_back({m_spots[index], *value});
    }
    return guesses;
}

} // namespace desk

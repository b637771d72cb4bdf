// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/matchinginput.h"

#include "type/tokens.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace desk {

namespace {

using items::Item;
using quiz::Response;

/// Pairs: for each left side, one of the right sides.
class MatchingInput final : public AnswerInput
{
public:
    MatchingInput(Item item, QWidget *parent) : AnswerInput(parent), m_item(std::move(item))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        auto *grid = new QGridLayout;
        grid->setColumnStretch(0, 3);
        grid->setColumnStretch(1, 2);
        grid->setHorizontalSpacing(type::sized(16));
        grid->setVerticalSpacing(type::sized(6));
        column->addLayout(grid);
        for (const items::Option &pair : m_item.options)
            addRow(grid, pair);
    }

    [[nodiscard]] Response response() const override
    {
        Response chosen;
        for (const QComboBox *box : m_boxes)
            chosen.append(box == nullptr || box->currentIndex() <= 0 ? QString() : box->currentText());
        return chosen;
    }

    void setResponse(const Response &response) override
    {
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i] != nullptr)
                m_boxes[i]->setCurrentIndex(
                    std::max(0, m_boxes[i]->findText(response.value(static_cast<qsizetype>(i)))));
        }
    }

    void open(const Response &committed) override
    {
        setResponse(quiz::isDontKnow(committed) ? Response() : committed);
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            if (m_boxes[i] == nullptr)
                continue;
            m_boxes[i]->setEnabled(false);
            const bool holds = committed.value(static_cast<qsizetype>(i)) == m_item.options[i].match;
            m_verdicts[i]->setText(holds ? tr("This one holds.")
                                         : tr("It goes with “%1”.").arg(m_item.options[i].match));
            m_verdicts[i]->show();
        }
    }

private:
    void addRow(QGridLayout *grid, const items::Option &pair)
    {
        if (pair.text.isEmpty()) {
            m_boxes.push_back(nullptr);
            m_verdicts.push_back(nullptr);
            return;
        }
        const int row = grid->rowCount();
        auto *left = new QLabel(pair.text.content, this);
        left->setFont(type::serif(16));
        left->setWordWrap(true);
        auto *box = new QComboBox(this);
        box->addItem(tr("Choose…"));
        box->addItems(quiz::matchChoices(m_item));
        box->setAccessibleName(tr("Goes with: %1").arg(pair.text.content));
        left->setBuddy(box);
        // Long words to choose from must not press the words on the left into a corner.
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        auto *told = new QLabel(this);
        told->setFont(type::sans(13));
        told->setWordWrap(true);
        told->hide();
        grid->addWidget(left, row, 0);
        grid->addWidget(box, row, 1);
        grid->addWidget(told, row + 1, 0, 1, 2);
        connect(box, &QComboBox::activated, this, [this] { Q_EMIT responseChanged(response()); });
        m_boxes.push_back(box);
        m_verdicts.push_back(told);
    }

    const Item m_item;
    std::vector<QComboBox *> m_boxes;
    std::vector<QLabel *> m_verdicts;
};

} // namespace

AnswerInput *makeMatchingInput(const Item &item, QWidget *parent)
{
    return new MatchingInput(item, parent);
}

} // namespace desk

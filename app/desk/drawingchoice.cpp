// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/drawingchoice.h"

#include "desk/style.h"
#include "type/tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace desk {

namespace {

QString letterOf(std::size_t drawing)
{
    return QChar(static_cast<char16_t>(u'A' + drawing));
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p style=\"margin:0 0 6px 0\">%1</p>").arg(text);
}

} // namespace

DrawingChoice::DrawingChoice(const figures::Drawings &drawings, QWidget *parent) : QWidget(parent), m_drawings(drawings)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, type::sized(6));
    column->setSpacing(type::sized(6));
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(8));
    auto *question = new QLabel(tr("Which one shows what nobody knows?"));
    question->setFont(type::sans(13, QFont::Bold));
    row->addWidget(question);
    for (std::size_t index = 0; index < drawings.drawings.size(); ++index) {
        auto *button = new QPushButton(letterOf(index));
        setPart(button, ButtonPart::Secondary);
        button->setCheckable(true);
        button->setToolTip(drawings.drawings[index].title);
        button->setAccessibleName(tr("%1: %2").arg(letterOf(index), drawings.drawings[index].title));
        connect(button, &QPushButton::clicked, this, [this, index] { choose(static_cast<int>(index)); });
        row->addWidget(button);
        m_buttons.push_back(button);
    }
    row->addStretch(1);
    column->addLayout(row);
    m_answer = new QLabel;
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::RichText);
    m_answer->setFont(type::sans(13));
    m_answer->hide();
    column->addWidget(m_answer);
}

int DrawingChoice::heightForWidth(int width) const
{
    // A layout of one line has no height of its own at a width.
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
}

void DrawingChoice::choose(int drawing)
{
    m_chosen = drawing;
    for (std::size_t index = 0; index < m_buttons.size(); ++index)
        m_buttons[index]->setChecked(static_cast<int>(index) == drawing);
    const bool holds = !m_drawings.drawings[static_cast<std::size_t>(drawing)].isMisleading();
    QString answer = paragraph(holds ? tr("This one holds.") : tr("Not from what is known."));
    for (std::size_t index = 0; index < m_drawings.drawings.size(); ++index) {
        const auto &one = m_drawings.drawings[index];
        answer += paragraph(tr("<b>%1</b> %2").arg(letterOf(index), one.explanation.toHtmlEscaped()));
    }
    m_answer->setText(answer);
    m_answer->show();
    Q_EMIT chosen(drawing);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notice.h"

#include "desk/card.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QPainter>
#include <QPushButton>

namespace desk {

Notice::Notice(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(type::sized(20), type::sized(8), type::sized(16), type::sized(9));
    row->setSpacing(type::sized(12));
    m_text = makeCopyableText(this, QString(), type::sans(14));
    row->addWidget(m_text, 1);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("mend"));
    row->addWidget(m_action);
    m_action->hide();
    connect(
        m_action, &QPushButton::clicked, this,
        [this] {
            // What is told meanwhile takes the message's place.
            if (const auto mend = m_message.mend)
                mend();
        },
        Qt::QueuedConnection);
    auto *hideButton = new QPushButton(tr("Put away"), this);
    setPart(hideButton, ButtonPart::Quiet);
    row->addWidget(hideButton);
    connect(hideButton, &QPushButton::clicked, this, &Notice::clear);
    hide();
}

void Notice::tell(const Message &message)
{
    m_message = message;
    m_text->setText(message.text);
    m_action->setText(message.action);
    m_action->setVisible(message.mend != nullptr);
    setAccessibleName(message.text);
    show();
}

void Notice::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.accentSoft);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace desk

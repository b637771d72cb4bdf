// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notice.h"

#include "desk/card.h"
#include "desk/style.h"
#include "desk/tokens.h"

#include <QPainter>
#include <QPushButton>

namespace desk {

Notice::Notice(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(sized(20), sized(8), sized(16), sized(9));
    row->setSpacing(sized(12));
    m_text = makeCopyableText(this, QString(), sans(14));
    row->addWidget(m_text, 1);
    m_action = new QPushButton(this);
    m_action->setObjectName(QStringLiteral("mend"));
    row->addWidget(m_action);
    m_action->hide();
    connect(
        m_action, &QPushButton::clicked, this,
        [this] {
            if (m_mend)
                m_mend();
        },
        Qt::QueuedConnection);
    auto *hideButton = new QPushButton(tr("Put away"), this);
    setPart(hideButton, ButtonPart::Quiet);
    row->addWidget(hideButton);
    connect(hideButton, &QPushButton::clicked, this, &Notice::clear);
    hide();
}

void Notice::offer(const QString &text, const QString &action, const std::function<void()> &mend)
{
    tell(text);
    m_mend = mend;
    m_action->setText(action);
    m_action->show();
}

void Notice::tell(const QString &text)
{
    m_action->hide();
    m_text->setText(text);
    setAccessibleName(text);
    show();
}

QString Notice::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Notice::clear()
{
    hide();
}

void Notice::paintEvent(QPaintEvent * /*event*/)
{
    const Colours colours = coloursIn(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.accentSoft);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/card.h"

#include "desk/paint.h"
#include "desk/tokens.h"

namespace desk {

Card::Card(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(sized(20), sized(18), sized(20), sized(20));
    m_column->setSpacing(sized(6));
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintCard(painter, QRectF(rect()), palette());
}

QLabel *makeText(QWidget *parent, const QString &text, const QFont &font, QPalette::ColorRole role)
{
    auto *label = new QLabel(text, parent);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    return label;
}

QLabel *makeCopyableText(QWidget *parent, const QString &text, const QFont &font, QPalette::ColorRole role)
{
    QLabel *label = makeText(parent, text, font, role);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sidepage.h"

#include "type/tokens.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace desk {

QScrollArea *makePlainArea(QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setBackgroundRole(QPalette::Window);
    return area;
}

SidePage::SidePage(double sideWidth, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_side = new QWidget(this);
    m_side->setFixedWidth(type::sized(sideWidth));
    m_area = makePlainArea(this);
    row->addWidget(m_side);
    row->addWidget(m_area, 1);
}

void SidePage::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.paper);
    painter.setPen(colours.line);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int edge = isMirrored ? m_side->geometry().left() : m_side->geometry().right();
    painter.drawLine(edge, 0, edge, height());
}

} // namespace desk

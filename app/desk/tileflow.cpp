// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/tileflow.h"

#include "type/tokens.h"

#include <QStyle>

#include <algorithm>

namespace desk {

namespace {

constexpr double gap = 16;

} // namespace

TileFlow::TileFlow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TileFlow::add(QWidget *tile)
{
    tile->setParent(this);
    m_tiles.push_back(tile);
}

int TileFlow::columnsIn(int width) const
{
    const int tile = m_tiles.empty() ? 1 : m_tiles.front()->sizeHint().width();
    return std::max(1, (width + type::sized(gap)) / (tile + type::sized(gap)));
}

int TileFlow::heightForWidth(int width) const
{
    if (m_tiles.empty())
        return 0;
    const int columns = columnsIn(width);
    const int rows = (static_cast<int>(m_tiles.size()) + columns - 1) / columns;
    return rows * (m_tiles.front()->sizeHint().height() + type::sized(gap)) - type::sized(gap);
}

QSize TileFlow::sizeHint() const
{
    const QSize tile = m_tiles.empty() ? QSize() : m_tiles.front()->sizeHint();
    return {tile.width(), heightForWidth(std::max(width(), tile.width()))};
}

void TileFlow::resizeEvent(QResizeEvent * /*event*/)
{
    const int columns = columnsIn(width());
    for (std::size_t index = 0; index < m_tiles.size(); ++index) {
        const QSize size = m_tiles[index]->sizeHint();
        const int column = static_cast<int>(index) % columns;
        const int row = static_cast<int>(index) / columns;
        const QRect place(QPoint(column * (size.width() + type::sized(gap)), row * (size.height() + type::sized(gap))),
                          size);
        m_tiles[index]->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    }
}

} // namespace desk

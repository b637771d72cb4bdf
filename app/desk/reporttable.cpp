// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reporttable.h"

#include "type/tokens.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace desk {

namespace {

constexpr double leastHead = 0.42;  // of the width, for what the rows are
constexpr double narrowHead = 0.25; // where there are many numbers
constexpr double widestNumbers = 150;
constexpr int manyColumns = 4;
constexpr double air = 7;
constexpr double gutter = 16;
constexpr double barHeight = 7;
constexpr double longestBar = 150;

double px(double length)
{
    return type::sized(length);
}

QFont headFont()
{
    return type::sans(12, QFont::Bold);
}

QFont rowFont(bool isBold = false)
{
    return type::sans(14, isBold ? QFont::Bold : QFont::Normal);
}

constexpr int wrapped = Qt::TextWordWrap | Qt::AlignTop | Qt::AlignLeading;

double heightOf(const QString &text, const QFont &font, double width)
{
    if (text.isEmpty())
        return 0;
    const QRect room(0, 0, std::max(1, static_cast<int>(width)), QWIDGETSIZE_MAX);
    return QFontMetrics(font).boundingRect(room, wrapped, text).height();
}

} // namespace

ReportTable::ReportTable(insight::ReportBlock block, QWidget *parent) : QWidget(parent), m_block(std::move(block))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    measureColumns();
    QStringList spoken;
    for (const insight::ReportRow &row : m_block.rows) {
        QStringList cells{insight::headText(row)};
        for (std::size_t at = 0; at < row.cells.size(); ++at)
            cells.append(tr("%1: %2").arg(m_block.columns.value(static_cast<qsizetype>(at) + 1), row.cells[at].text));
        spoken.append(cells.join(QStringLiteral(", ")));
    }
    setAccessibleName(spoken.join(QStringLiteral(". ")));
}

QSize ReportTable::sizeHint() const
{
    const int wide = type::sized(640);
    return {wide, heightForWidth(wide)};
}

/// Where there are many columns of numbers, each has its width by what stands in it; else all are alike.
double ReportTable::numbersWidth(int column, double room) const
{
    const auto count = static_cast<int>(m_block.columns.size()) - 1;
    if (m_needs.empty())
        return room / count;
    const double sum = std::accumulate(m_needs.begin(), m_needs.end(), 0.0);
    const double spare = (room - sum) / count;
    const double need = m_needs[static_cast<std::size_t>(column - 1)];
    return spare >= 0 ? need + spare : need * room / sum;
}

/// No word of a column is broken, and most of its cells stand on one line.
void ReportTable::measureColumns()
{
    m_needs.clear();
    if (std::ssize(m_block.columns) <= manyColumns)
        return;
    const auto widthOf = [](const QString &text, const QFont &font) {
        double longest = 0;
        for (const QString &word : text.split(u' '))
            longest = std::max(longest, QFontMetricsF(font).horizontalAdvance(word));
        return longest;
    };
    for (qsizetype column = 1; column < m_block.columns.size(); ++column) {
        double need = widthOf(m_block.columns.at(column), headFont());
        for (const insight::ReportRow &row : m_block.rows) {
            const auto at = static_cast<std::size_t>(column - 1);
            if (at >= row.cells.size())
                continue;
            const double whole = QFontMetricsF(rowFont()).horizontalAdvance(row.cells[at].text);
            need = std::max({need, widthOf(row.cells[at].text, rowFont()), std::min(whole, px(widestNumbers))});
        }
        m_needs.push_back(need + px(gutter) + 1);
    }
}

/// What the rows are has the room that a few numbers leave.
double ReportTable::headWidth(int width) const
{
    const auto numbers = static_cast<int>(m_block.columns.size()) - 1;
    if (numbers < 1)
        return width;
    return m_needs.empty() ? std::max(width * leastHead, width - numbers * px(widestNumbers + gutter))
                           : width * narrowHead;
}

/// In a mirrored window the columns run the other way.
QRectF ReportTable::columnIn(int column, int width) const
{
    const double head = headWidth(width);
    double left = column == 0 ? 0 : head;
    for (int before = 1; before < column; ++before)
        left += numbersWidth(before, width - head);
    const double wide = (column == 0 ? head : numbersWidth(column, width - head)) - px(gutter);
    return {layoutDirection() == Qt::RightToLeft ? width - left - wide : left, 0, wide, 0};
}

double ReportTable::headHeight(int width) const
{
    double tallest = 0;
    for (int column = 0; column < static_cast<int>(m_block.columns.size()); ++column)
        tallest = std::max(tallest, heightOf(m_block.columns.at(column), headFont(), columnIn(column, width).width()));
    return tallest == 0 ? 0 : tallest + 2 * px(air);
}

double ReportTable::rowHeight(const insight::ReportRow &row, int width) const
{
    double tallest = heightOf(insight::headText(row), rowFont(row.holds), columnIn(0, width).width());
    for (std::size_t at = 0; at < row.cells.size(); ++at) {
        const insight::ReportCell &cell = row.cells[at];
        const double words = heightOf(cell.text, rowFont(), columnIn(static_cast<int>(at) + 1, width).width());
        tallest = std::max(tallest, words + (cell.share ? px(barHeight + 4) : 0));
    }
    return tallest + 2 * px(air);
}

int ReportTable::heightForWidth(int width) const
{
    double height = headHeight(width);
    for (const insight::ReportRow &row : m_block.rows)
        height += rowHeight(row, width);
    return static_cast<int>(std::ceil(height)) + 1;
}

void ReportTable::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double y = headHeight(width());
    painter.setFont(headFont());
    painter.setPen(colours.muted);
    for (int column = 0; column < static_cast<int>(m_block.columns.size()); ++column) {
        const QRectF area = columnIn(column, width());
        painter.drawText(QRectF(area.left(), px(air), area.width(), y), wrapped, m_block.columns.at(column));
    }
    for (const insight::ReportRow &row : m_block.rows) {
        painter.setPen(QPen(colours.line, 1));
        painter.drawLine(QPointF(0, std::floor(y) + 0.5), QPointF(width(), std::floor(y) + 0.5));
        const double tall = rowHeight(row, width());
        const QRectF head = columnIn(0, width());
        painter.setFont(rowFont(row.holds));
        painter.setPen(colours.ink);
        painter.drawText(QRectF(head.left(), y + px(air), head.width(), tall), wrapped, insight::headText(row));
        for (std::size_t at = 0; at < row.cells.size(); ++at) {
            const QRectF area = columnIn(static_cast<int>(at) + 1, width());
            paintCell(painter, row.cells[at], QRectF(area.left(), y + px(air), area.width(), tall - 2 * px(air)));
        }
        y += tall;
    }
}

void ReportTable::paintCell(QPainter &painter, const insight::ReportCell &cell, const QRectF &area) const
{
    painter.setFont(rowFont());
    painter.setPen(type::coloursIn(palette()).ink);
    painter.drawText(area, wrapped, cell.text);
    if (!cell.share)
        return;
    const double top = area.top() + heightOf(cell.text, rowFont(), area.width()) + px(4);
    const double wide = std::min(area.width(), px(longestBar));
    const double left = layoutDirection() == Qt::RightToLeft ? area.right() - wide : area.left();
    paintBar(painter, cell, {left, top, wide, px(barHeight)});
}

/// Its whole length is all who answered; the line across is the range that so few leave open.
void ReportTable::paintBar(QPainter &painter, const insight::ReportCell &cell, const QRectF &area) const
{
    const type::Colours colours = type::coloursIn(palette());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const auto x = [&](double share) {
        return isMirrored ? area.right() - area.width() * share : area.left() + area.width() * share;
    };
    painter.fillRect(area, colours.line);
    painter.fillRect(
        QRectF(QPointF(std::min(x(0), x(*cell.share)), area.top()), QSizeF(area.width() * *cell.share, area.height())),
        colours.muted);
    if (!cell.range)
        return;
    painter.setPen(QPen(colours.ink, 1.5));
    painter.drawLine(QPointF(x(cell.range->low), area.center().y()), QPointF(x(cell.range->high), area.center().y()));
}

} // namespace desk

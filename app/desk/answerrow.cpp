// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answerrow.h"

#include "base/phrase.h"
#include "type/tokens.h"

#include <QPainter>
#include <QTextDocument>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr double barsShare = 0.34;   // of the width, where there are bars
constexpr double letterEms = 1.6;    // the letter's column
constexpr double barThickness = 0.5; // of the line's height

/// The words of an option, set at a width. A document and not a label: dozens are measured while a sheet is fitted.
std::unique_ptr<QTextDocument> wordsOf(const QString &html, const QFont &font, int width)
{
    auto document = std::make_unique<QTextDocument>();
    document->setDocumentMargin(0);
    document->setDefaultFont(font);
    document->setHtml(html);
    document->setTextWidth(width);
    return document;
}

} // namespace

AnswerRow::AnswerRow(QString key, const QString &html, std::vector<figures::Cell> cells, bool holds, QWidget *parent)
    : QWidget(parent), m_key(std::move(key)), m_html(html), m_cells(std::move(cells)), m_holds(holds)
{
    if (m_holds)
        m_html += QStringLiteral(" <b>") + tr("This one holds.").toHtmlEscaped() + QStringLiteral("</b>");
    QStringList spoken{tr("Option %1").arg(m_key), wordsOf(m_html, font(), 1)->toPlainText()};
    for (const figures::Cell &cell : m_cells)
        spoken.append(base::render(cell.label));
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

int AnswerRow::air() const
{
    return fontMetrics().height() / 4;
}

int AnswerRow::wordsWidth(int width) const
{
    const auto letter = static_cast<int>(letterEms * fontMetrics().height());
    const auto bars = m_cells.empty() ? 0 : static_cast<int>(width * barsShare);
    return width - letter - bars - 2 * air();
}

int AnswerRow::wordsHeight(int width) const
{
    return static_cast<int>(std::ceil(wordsOf(m_html, font(), wordsWidth(width))->size().height()));
}

int AnswerRow::heightForWidth(int width) const
{
    const int bars = static_cast<int>(m_cells.size()) * fontMetrics().height();
    return std::max(wordsHeight(width), bars) + 2 * air();
}

void AnswerRow::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_holds) {
        painter.setPen(QPen(colours.accent, std::max(2, fontMetrics().height() / 16), Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), air(), air());
    }
    const auto letter = static_cast<int>(letterEms * fontMetrics().height());
    const int words = wordsWidth(width());
    const auto placed = [&](int left, int wide) {
        return QRect(isMirrored ? width() - left - wide : left, air(), wide, height() - 2 * air());
    };
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.muted);
    painter.drawText(placed(air(), letter - air()), Qt::AlignTop | Qt::AlignHCenter, m_key);
    painter.save();
    const QRect at = placed(letter + air(), words);
    painter.translate(at.topLeft());
    const auto document = wordsOf(m_html, font(), words);
    painter.setPen(colours.ink);
    document->drawContents(&painter);
    painter.restore();
    const QRectF bars = placed(letter + words + 2 * air(), width() - letter - words - 3 * air());
    const qreal tall = fontMetrics().height();
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell) {
        const QRectF line(bars.left(), bars.top() + tall * static_cast<qreal>(cell), bars.width(), tall);
        paintCell(painter, m_cells[cell], line, m_cells.size() > 1 && cell == 0);
    }
}

/// The bar of one round: its whole length is all who answered. The first of two is an outline, as it is past; the line
/// across is the range that so few answers leave open.
void AnswerRow::paintCell(QPainter &painter, const figures::Cell &cell, const QRectF &area, bool isFirst) const
{
    const type::Colours colours = type::coloursIn(palette());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    QFont small = font();
    small.setPixelSize(std::max(8, font().pixelSize() * 3 / 4));
    const QString label = base::render(cell.label);
    const auto labelWidth = area.width() * 0.42;
    const QRectF words(isMirrored ? area.left() : area.right() - labelWidth, area.top(), labelWidth, area.height());
    painter.setFont(small);
    painter.setPen(colours.ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, label);
    if (cell.form != figures::CellForm::Share || cell.marks() == 0)
        return;
    const qreal length = area.width() - labelWidth - air();
    const auto part = [&](double share, qreal thick) {
        const qreal wide = length * share;
        const qreal left = isMirrored ? area.right() - wide : area.left();
        return QRectF(left, area.center().y() - thick / 2, wide, thick);
    };
    const qreal thick = area.height() * barThickness;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRect(part(1.0, thick));
    painter.setPen(isFirst ? QPen(colours.ink, 1.5) : QPen(Qt::NoPen));
    painter.setBrush(isFirst ? QBrush(Qt::NoBrush) : QBrush(colours.ink));
    painter.drawRect(part(static_cast<double>(cell.solid) / cell.marks(), thick));
    if (!cell.range)
        return;
    const auto x = [&](double share) {
        return isMirrored ? area.right() - length * share : area.left() + length * share;
    };
    painter.setPen(QPen(colours.grey, std::max(1.5, area.height() / 18)));
    painter.drawLine(QPointF(x(cell.range->low), area.center().y()), QPointF(x(cell.range->high), area.center().y()));
}

} // namespace desk

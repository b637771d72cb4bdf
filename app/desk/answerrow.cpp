// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/answerrow.h"

#include "base/phrase.h"
#include "type/tokens.h"

#include <QPainter>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <memory>

namespace desk {

namespace {

constexpr double letterEms = 1.6;      // the letter's column, in lines
constexpr double besideShare = 0.44;   // of the width, for words beside bars
constexpr double besideTwo = 0.3;      // where the numbers of two rounds stand there
constexpr double barThickness = 0.45;  // of a line
constexpr double underThickness = 0.3; // of a line, where bars stand under their numbers

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

/// The words in two lines, the second cut short where there are more.
QStringList twoLines(const QString &words, const QFont &font, int width)
{
    QTextLayout layout(words, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    const QString rest = words.mid(line.textLength()).trimmed();
    return {words.left(line.textLength()).trimmed(), QFontMetrics(font).elidedText(rest, Qt::ElideRight, width)};
}

QString plain(const QString &html)
{
    return wordsOf(html, {}, -1)->toPlainText().simplified();
}

} // namespace

AnswerRow::AnswerRow(QString key, QString html, std::vector<figures::Cell> cells, QWidget *parent)
    : QWidget(parent), m_key(std::move(key)), m_html(std::move(html)), m_cells(std::move(cells))
{
    describe();
}

void AnswerRow::setHolds(bool holds)
{
    m_holds = holds;
    describe();
}

void AnswerRow::describe()
{
    QStringList spoken{tr("Option %1").arg(m_key), plain(m_html)};
    if (m_holds)
        spoken.append(tr("This one holds."));
    for (const figures::Cell &cell : m_cells)
        spoken.append(base::render(cell.label));
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

int AnswerRow::air() const
{
    return fontMetrics().height() / (m_form == Form::Words && !m_isTight ? 4 : 9);
}

int AnswerRow::line() const
{
    return fontMetrics().height();
}

int AnswerRow::letterWidth() const
{
    return static_cast<int>(letterEms * line());
}

/// Beside each other, two rounds leave no room for a number at the end of each bar: it stands above.
int AnswerRow::cellsHeight() const
{
    return m_cells.size() > 1 ? line() + static_cast<int>(line() * underThickness) : line();
}

/// The words, and that this one holds where it does.
QString AnswerRow::allWords() const
{
    return m_holds ? QStringLiteral("%1 <b>%2</b>").arg(m_html, tr("This one holds.")) : m_html;
}

/// Of all the words, in a row that is so wide.
int AnswerRow::wordsHeight(int width) const
{
    const int words = width - letterWidth() - line() / 4;
    return static_cast<int>(std::ceil(wordsOf(allWords(), font(), words)->size().height()));
}

int AnswerRow::heightForWidth(int width) const
{
    switch (m_form) {
    case Form::BarsBelowAllWords:
        return wordsHeight(width) + cellsHeight() + 2 * air();
    case Form::BarsBelow:
        return line() + cellsHeight() + 2 * air();
    case Form::BarsBeside:
        return std::max(cellsHeight(), m_isTight ? 0 : 2 * line()) + 2 * air();
    case Form::Words:
        break;
    }
    return wordsHeight(width) + 2 * air();
}

QRect AnswerRow::placed(int left, int top, int wide, int tall) const
{
    return {layoutDirection() == Qt::RightToLeft ? width() - left - wide : left, top, wide, tall};
}

void AnswerRow::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_holds) {
        painter.setPen(QPen(colours.accent, std::max(2, line() / 16), Qt::DashLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), line() / 4.0, line() / 4.0);
    }
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.muted);
    const bool isMiddle = m_form == Form::BarsBeside && !m_isTight;
    painter.drawText(placed(0, isMiddle ? (height() - line()) / 2 : air(), letterWidth(), line()), Qt::AlignCenter,
                     m_key);
    const int left = letterWidth();
    const int wide = width() - left - line() / 4;
    switch (m_form) {
    case Form::Words:
        paintWords(painter, placed(left, air(), wide, height() - 2 * air()));
        break;
    case Form::BarsBelow:
        paintWords(painter, placed(left, air(), wide, line()));
        paintCells(painter, placed(left, air() + line(), wide, cellsHeight()));
        break;
    case Form::BarsBelowAllWords: {
        const int words = wordsHeight(width());
        paintWords(painter, placed(left, air(), wide, words));
        paintCells(painter, placed(left, air() + words, wide, cellsHeight()));
        break;
    }
    case Form::BarsBeside: {
        const auto words = static_cast<int>(wide * (m_cells.size() > 1 ? besideTwo : besideShare));
        const QRect beside = placed(left, air(), words, height() - 2 * air());
        if (m_isTight)
            paintWords(painter, QRect(beside.topLeft(), QSize(words, line())));
        else
            paintTwoLines(painter, beside);
        const int top = (height() - cellsHeight()) / 2;
        paintCells(painter, placed(left + words + line() / 2, top, wide - words - line() / 2, cellsHeight()));
        break;
    }
    }
}

/// All of them, or one line of them; that this one holds at their end.
void AnswerRow::paintWords(QPainter &painter, const QRect &area) const
{
    const type::Colours colours = type::coloursIn(palette());
    painter.setPen(colours.ink);
    if (m_form == Form::Words || m_form == Form::BarsBelowAllWords) {
        painter.save();
        painter.translate(area.topLeft());
        wordsOf(allWords(), font(), area.width())->drawContents(&painter);
        painter.restore();
        return;
    }
    const QString holds = m_holds ? tr("This one holds.") : QString();
    QFont bold = font();
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    const int holdsWidth = holds.isEmpty() ? 0 : boldMetrics.horizontalAdvance(holds) + line() / 2;
    const QString words =
        fontMetrics().elidedText(plain(m_html), Qt::ElideRight, std::max(0, area.width() - holdsWidth));
    // The course's language decides, not the interface's.
    painter.setFont(font());
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, words);
    painter.setFont(bold);
    painter.drawText(area.adjusted(fontMetrics().horizontalAdvance(words) + line() / 2, 0, line(), 0),
                     Qt::AlignVCenter | Qt::AlignLeft, holds);
}

/// Of what holds, that comes before its words.
void AnswerRow::paintTwoLines(QPainter &painter, const QRect &area) const
{
    QStringList lines = twoLines(plain(m_html), font(), area.width());
    if (m_holds)
        lines = {tr("This one holds."), fontMetrics().elidedText(plain(m_html), Qt::ElideRight, area.width())};
    painter.setPen(type::coloursIn(palette()).ink);
    QFont bold = font();
    bold.setBold(true);
    const bool isOne = lines.back().isEmpty();
    const int top = area.top() + (isOne ? line() / 2 : 0);
    for (int at = 0; at < 2; ++at) {
        painter.setFont(m_holds && at == 0 ? bold : font());
        painter.drawText(QRect(area.left(), top + at * line(), area.width(), line()), Qt::AlignVCenter | Qt::AlignLeft,
                         lines.at(at));
    }
}

void AnswerRow::paintCells(QPainter &painter, const QRect &area) const
{
    const auto count = static_cast<int>(m_cells.size());
    const int wide = count == 0 ? 0 : area.width() / count;
    for (int at = 0; at < count; ++at) {
        const int place = layoutDirection() == Qt::RightToLeft ? count - 1 - at : at;
        paintCell(painter, m_cells[static_cast<std::size_t>(at)],
                  QRectF(area.left() + place * wide, area.top(), wide - line() / 2.0, area.height()));
    }
}

/// Its whole length is all who answered; the line across is the range that so few answers leave open.
void AnswerRow::paintCell(QPainter &painter, const figures::Cell &cell, const QRectF &area) const
{
    const type::Colours colours = type::coloursIn(palette());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const bool isUnder = m_cells.size() > 1; // the bar, under its number
    const qreal number = m_numberWidth + line() / 2.0;
    const qreal length = isUnder ? area.width() : area.width() - number;
    painter.setFont(font());
    painter.setPen(colours.ink);
    const QRectF words =
        isUnder ? QRectF(area.left(), area.top(), area.width(), line())
                : QRectF(isMirrored ? area.left() : area.left() + length, area.top(), number, area.height())
                      .adjusted(line() / 4.0, 0, -line() / 4.0, 0);
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft)),
                     base::render(cell.label));
    if (cell.form != figures::CellForm::Share || cell.marks() == 0)
        return;
    const qreal thick = line() * (isUnder ? underThickness : barThickness);
    const qreal y = isUnder ? area.bottom() - thick / 2 : area.center().y();
    const auto x = [&](double share) {
        return isMirrored ? area.right() - length * share : area.left() + length * share;
    };
    const auto part = [&](double share) {
        return QRectF(std::min(x(0), x(share)), y - thick / 2, length * share, thick);
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.line);
    painter.drawRect(part(1.0));
    painter.setBrush(colours.muted);
    painter.drawRect(part(static_cast<double>(cell.solid) / cell.marks()));
    if (!cell.range)
        return;
    painter.setPen(QPen(colours.ink, std::max(1.5, line() / 14.0)));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(x(cell.range->low), y), QPointF(x(cell.range->high), y));
}

} // namespace desk

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
constexpr int linesBeside = 3;         // of words beside bars
constexpr double barThickness = 0.45;  // of a line
constexpr double underThickness = 0.3; // of a line, where bars stand under their numbers
constexpr double barShare = 0.42;      // of a line, for a bar that stands under words alone

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

/// The words in a few lines, the last cut short where there are more.
QStringList linesOf(const QString &words, const QFont &font, int width, int most)
{
    QStringList lines;
    QTextLayout layout(words, font);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == most) {
            lines.append(QFontMetrics(font).elidedText(words.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(words.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
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

/// Of one round, below all of the words: the number stands at their end.
bool AnswerRow::isNumberBesideWords() const
{
    return m_form == Form::BarsBelow && m_cells.size() == 1;
}

/// Beside each other, two rounds leave no room for a number at the end of each bar: it stands above.
int AnswerRow::cellsHeight() const
{
    if (isNumberBesideWords())
        return m_cells.front().form == figures::CellForm::Share ? static_cast<int>(line() * barShare) : 0;
    return m_cells.size() > 1 ? line() + static_cast<int>(line() * underThickness) : line();
}

/// The words, and that this one holds where it does.
QString AnswerRow::allWords() const
{
    if (!m_holds)
        return m_html;
    // Words that end in no full stop would run into it.
    const QString words = plain(m_html);
    const bool isEnded = !words.isEmpty() && QStringLiteral(".!?”").contains(words.back());
    return QStringLiteral("%1%2 <b>%3</b>")
        .arg(m_html, isEnded ? QString() : QStringLiteral(" ·"), tr("This one holds."));
}

QFont AnswerRow::wordsFont() const
{
    QFont smaller = font();
    if (m_form != Form::Words && m_wordsSize > 0)
        smaller.setPixelSize(m_wordsSize);
    return smaller;
}

/// How far smaller words come down, so that they stand on one line with their number.
int AnswerRow::drop() const
{
    return isNumberBesideWords() ? std::max(0, fontMetrics().ascent() - QFontMetrics(wordsFont()).ascent()) : 0;
}

/// Of the words, in a row that is so wide.
int AnswerRow::wordsWidth(int width) const
{
    const int number = isNumberBesideWords() ? m_numberWidth + line() / 2 : 0;
    return width - letterWidth() - number - line() / 4;
}

/// Of all the words, in a row that is so wide.
int AnswerRow::wordsHeight(int width) const
{
    const int tall = static_cast<int>(std::ceil(wordsOf(allWords(), wordsFont(), wordsWidth(width))->size().height()));
    return isNumberBesideWords() ? std::max(tall + drop(), line()) : tall;
}

int AnswerRow::heightForWidth(int width) const
{
    switch (m_form) {
    case Form::BarsBelow:
        return wordsHeight(width) + cellsHeight() + 2 * air();
    case Form::BarsBeside:
        return std::max(cellsHeight(), m_isTight ? 0 : linesBeside * QFontMetrics(wordsFont()).height()) + 2 * air();
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
    QFont bold = wordsFont();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(colours.muted);
    const bool isMiddle = m_form == Form::BarsBeside && !m_isTight;
    const int tall = QFontMetrics(bold).height();
    painter.drawText(placed(0, isMiddle ? (height() - tall) / 2 : air() + drop(), letterWidth(), tall), Qt::AlignCenter,
                     m_key);
    const int left = letterWidth();
    const int wide = width() - left - line() / 4;
    switch (m_form) {
    case Form::Words:
        paintWords(painter, placed(left, air(), wide, height() - 2 * air()));
        break;
    case Form::BarsBelow: {
        const int words = wordsHeight(width());
        paintWords(painter, placed(left, air() + drop(), wordsWidth(width()), words));
        if (isNumberBesideWords()) {
            const int number = m_numberWidth + line() / 4;
            paintNumber(painter, m_cells.front(), placed(left + wide - number, air(), number, line()));
            paintBar(painter, m_cells.front(), placed(left, air() + words, wide, cellsHeight()),
                     air() + words + cellsHeight() / 2.0);
            break;
        }
        paintCells(painter, placed(left, air() + words, wide, cellsHeight()));
        break;
    }
    case Form::BarsBeside: {
        const auto words = static_cast<int>(wide * (m_cells.size() > 1 ? besideTwo : besideShare));
        const QRect beside = placed(left, air(), words, height() - 2 * air());
        if (m_isTight)
            paintWords(painter, QRect(beside.topLeft(), QSize(words, line())));
        else
            paintLines(painter, beside);
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
    if (m_form == Form::Words || m_form == Form::BarsBelow) {
        painter.save();
        painter.translate(area.topLeft());
        wordsOf(allWords(), wordsFont(), area.width())->drawContents(&painter);
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
void AnswerRow::paintLines(QPainter &painter, const QRect &area) const
{
    const QFont small = wordsFont();
    QFont bold = small;
    bold.setBold(true);
    QStringList lines = linesOf(plain(m_html), small, area.width(), m_holds ? linesBeside - 1 : linesBeside);
    if (m_holds)
        lines.prepend(tr("This one holds."));
    const int tall = QFontMetrics(small).height();
    int top = area.top() + (area.height() - tall * static_cast<int>(lines.size())) / 2;
    painter.setPen(type::coloursIn(palette()).ink);
    for (qsizetype at = 0; at < lines.size(); ++at, top += tall) {
        painter.setFont(m_holds && at == 0 ? bold : small);
        painter.drawText(QRect(area.left(), top, area.width(), tall), Qt::AlignVCenter | Qt::AlignLeft, lines.at(at));
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

void AnswerRow::paintCell(QPainter &painter, const figures::Cell &cell, const QRectF &area) const
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    if (m_cells.size() > 1) { // the bar, under its number
        paintNumber(painter, cell, {area.left(), area.top(), area.width(), static_cast<qreal>(line())});
        paintBar(painter, cell, area, area.bottom() - line() * underThickness / 2);
        return;
    }
    const qreal number = m_numberWidth + line() / 2.0;
    const qreal length = area.width() - number;
    const QRectF words(isMirrored ? area.left() : area.left() + length, area.top(), number, area.height());
    paintNumber(painter, cell, words.adjusted(line() / 4.0, 0, -line() / 4.0, 0));
    paintBar(painter, cell, isMirrored ? area.adjusted(number, 0, 0, 0) : area.adjusted(0, 0, -number, 0),
             area.center().y());
}

void AnswerRow::paintNumber(QPainter &painter, const figures::Cell &cell, const QRectF &area) const
{
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    painter.setFont(font());
    painter.setPen(type::coloursIn(palette()).ink);
    painter.drawText(area, static_cast<int>(Qt::AlignVCenter | (isMirrored ? Qt::AlignRight : Qt::AlignLeft)),
                     base::render(cell.label));
}

/// Its whole length is all who answered; the line across is the range that so few answers leave open.
void AnswerRow::paintBar(QPainter &painter, const figures::Cell &cell, const QRectF &area, qreal y) const
{
    if (cell.form != figures::CellForm::Share || cell.marks() == 0)
        return;
    const type::Colours colours = type::coloursIn(palette());
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const bool isThin = m_cells.size() > 1 || isNumberBesideWords();
    const qreal thick = line() * (isThin ? underThickness : barThickness);
    const auto x = [&](double share) {
        return isMirrored ? area.right() - area.width() * share : area.left() + area.width() * share;
    };
    const auto part = [&](double share) {
        return QRectF(std::min(x(0), x(share)), y - thick / 2, area.width() * share, thick);
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

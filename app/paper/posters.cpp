// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/inlay.h"
#include "paper/parts.h"
#include "plot/figurewords.h"

#include <QFontMetricsF>
#include <QPainter>

namespace paper {

namespace {

constexpr double edge = 15;               // millimetres
constexpr double footRoom = 14;           // millimetres
constexpr int setAt = 56;                 // pixels of the interface font: whole numbers of them are then fine enough
constexpr double narrowest = 46;          // of such letters, the width at which no word is cut
constexpr double sheetMargin = 24.0 / 14; // of such letters
constexpr double smallestWords = 13;      // points, of what stands under the figure
constexpr double largestWords = 20;

/// How a figure stands on a sheet: set at one size of letters and `scale` times as large, its words under it.
struct Placing {
    QPageLayout::Orientation orientation = QPageLayout::Portrait;
    QRectF area;
    plot::Layout layout;
    QStringList words;
    double wordsPoints = smallestWords;

    [[nodiscard]] double scale() const { return area.width() / layout.width; }
    [[nodiscard]] double margin() const { return scale() * setAt * sheetMargin; }
};

QRectF areaOf(const QPageLayout &layout)
{
    const QSizeF sheet = layout.fullRectPoints().size() * unitsPerPoint;
    return QRectF(QPointF(), sheet)
        .adjusted(millimetres(edge), millimetres(edge), -millimetres(edge), -millimetres(edge + footRoom));
}

QFont wordsFont(const Placing &placing)
{
    QFont font = Stock().measure().sans(14);
    font.setPixelSize(static_cast<int>(placing.wordsPoints * unitsPerPoint));
    return font;
}

/// Writes the words from `top` on, or only measures them; gives where they end.
double setWords(const Placing &placing, double left, double top, QPainter *painter)
{
    const QFontMetricsF metrics(wordsFont(placing));
    const double width = placing.area.right() - placing.margin() - left;
    for (const QString &line : placing.words) {
        const QRectF room(left, top, width, placing.area.height());
        const double height = metrics.boundingRect(room, Qt::TextWordWrap, line).height();
        if (painter != nullptr)
            painter->drawText(room, Qt::TextWordWrap, line);
        top += height + metrics.height() / 2;
    }
    return top;
}

/// Whether figure and words fit the sheet.
bool fits(const plot::Sheet &sheet, const Placing &placing)
{
    const double picture = plot::sheetSize(sheet, placing.layout).height() * placing.scale();
    return setWords(placing, placing.area.left() + placing.margin(), picture, nullptr) <= placing.area.height();
}

/// The largest scale at which the figure still fits, and then the largest words.
Placing placingIn(const plot::Sheet &sheet, const QStringList &words, QPageLayout::Orientation orientation,
                  const Stock &stock)
{
    Placing placing;
    placing.orientation = orientation;
    placing.area = areaOf(QPageLayout(stock.posterSize(), orientation, QMarginsF()));
    placing.layout.font = stock.measure().sans(14);
    placing.layout.font.setPixelSize(setAt);
    placing.words = words;
    double largest = placing.area.width() / (narrowest * setAt);
    double smallest = largest / 8;
    for (int step = 0; step < 8; ++step) {
        const double tried = step == 0 ? largest : (largest + smallest) / 2;
        placing.layout.width = placing.area.width() / tried;
        (fits(sheet, placing) ? smallest : largest) = tried;
    }
    placing.layout.width = placing.area.width() / smallest;
    placing.wordsPoints = largestWords;
    while (placing.wordsPoints > smallestWords && !fits(sheet, placing))
        placing.wordsPoints -= 1;
    return placing;
}

} // namespace

Part posterOf(const course::Course &course, const QString &figure, const Stock &stock)
{
    plot::Sheet sheet = printedSheet(course, figure);
    const QStringList words = QStringList{plot::plainText(sheet.figure)} + sheet.lines;
    sheet.lines.clear();
    const Placing upright = placingIn(sheet, words, QPageLayout::Portrait, stock);
    const Placing across = placingIn(sheet, words, QPageLayout::Landscape, stock);
    const Placing placing = across.scale() > upright.scale() ? across : upright;
    Part part;
    part.layout = QPageLayout(stock.posterSize(), placing.orientation, QMarginsF());
    part.pages = 1;
    part.paint = [sheet, placing, stock, left = QStringList{course.title, sourceLine(course)}](QPainter &painter, int) {
        painter.save();
        painter.translate(placing.area.topLeft());
        painter.scale(placing.scale(), placing.scale());
        plot::paintSheet(painter, sheet, placing.layout, printedPalette());
        painter.restore();
        const double picture = plot::sheetSize(sheet, placing.layout).height() * placing.scale();
        painter.setFont(wordsFont(placing));
        painter.setPen(printedColours().muted);
        setWords(placing, placing.area.left() + placing.margin(), placing.area.top() + picture, &painter);
        paintFoot(painter, placing.area, stock, left, {});
    };
    return part;
}

} // namespace paper

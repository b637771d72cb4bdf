// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/finishing.h"

#include "paper/inlay.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>

#include <algorithm>
#include <utility>
#include <vector>

namespace paper {

namespace {

constexpr QChar box(0x2610);
constexpr QChar bullet(0x2022);
constexpr int leastBlank = 18; // signs: about 35 mm

const QRegularExpression &blanks()
{
    static const QRegularExpression pattern(QStringLiteral("_{6,}"));
    return pattern;
}

bool endsInBlank(const QTextBlock &block)
{
    return block.text().trimmed().endsWith(u'_');
}

/// Lines to write on need more room than lines to read.
void openLines(const QTextBlock &block, double height)
{
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(height, QTextBlockFormat::MinimumHeight);
    QTextCursor(block).setBlockFormat(format);
}

void lengthen(QTextDocument &document, const QTextBlock &block)
{
    std::vector<int> ends;
    for (auto match = blanks().globalMatch(block.text()); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        ends.push_back(static_cast<int>(found.capturedEnd() - found.capturedLength()));
    }
    QTextCursor cursor(&document);
    for (auto at = ends.rbegin(); at != ends.rend(); ++at) {
        cursor.setPosition(block.position() + *at + 1);
        const auto length = blanks().match(block.text(), *at).capturedLength();
        cursor.insertText(QString(std::max<qsizetype>(0, leastBlank - length), u'_'));
    }
}

/// Draws the blank at the end of a block out to the end of its line.
void fillLine(QTextDocument &document, const QTextBlock &block, double right)
{
    static_cast<void>(document.documentLayout()->blockBoundingRect(block)); // lays it out
    const QTextLine line = block.layout()->lineAt(block.layout()->lineCount() - 1);
    const qsizetype last = block.text().lastIndexOf(u'_');
    const int shown = static_cast<int>(last);
    const QTextCharFormat letters = [&block, shown] {
        QTextCursor cursor(block);
        cursor.setPosition(block.position() + shown + 1);
        return cursor.charFormat();
    }();
    const double sign = QFontMetricsF(letters.font()).horizontalAdvance(QString(100, u'_')) / 100;
    const double room = right - line.x() - block.layout()->position().x() - line.naturalTextWidth();
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + shown + 1);
    cursor.insertText(QString(std::max(0, static_cast<int>(room / sign) - 1), u'_'), letters);
}

/// Puts a sign before a block, in the place of the one that its list or its author gave it.
void hang(const QTextBlock &block, bool isBox, const type::Measure &measure)
{
    double left = block.blockFormat().leftMargin() + block.blockFormat().indent() * measure.of(28);
    if (QTextList *list = block.textList()) {
        left += (list->format().indent() - (isBox ? 1 : 0)) * measure.of(28);
        list->remove(block);
    }
    const double width = measure.of(isBox ? 26 : 16);
    QTextCursor cursor(block);
    QTextBlockFormat format = block.blockFormat();
    format.setIndent(0);
    format.setLeftMargin(isBox ? left + width : left);
    format.setTextIndent(-width);
    cursor.setBlockFormat(format);
    if (isBox)
        cursor.setPosition(block.position() + 2, QTextCursor::KeepAnchor); // the sign and the space after it
    QTextCharFormat inlaid = block.charFormat();
    inlaid.setFont(measure.serif(16));
    inlaid.setObjectType(isBox ? int(BoxObject) : int(LabelObject));
    inlaid.setProperty(InlaidWidth, width);
    inlaid.setProperty(InlaidHeight, double(measure.of(isBox ? 16 : 12)));
    inlaid.setProperty(InlaidText, isBox ? QString() : QString(bullet));
    inlaid.setProperty(type::PlainText, QString(isBox ? box : bullet));
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), inlaid);
}

/// The height of the headings that must stand on the page of a block, above it.
double headRoom(const QTextDocument &document, const QTextBlock &block)
{
    QTextBlock first = block;
    while (first.previous().isValid() && first.previous().blockFormat().boolProperty(type::KeepsNext))
        first = first.previous();
    const auto topOf = [&document](const QTextBlock &one) {
        return document.documentLayout()->blockBoundingRect(one).top();
    };
    return topOf(block) - topOf(first) + unitsPerPoint;
}

} // namespace

void fitFigures(QTextDocument &document, const Inlay &inlay, const Stock &stock)
{
    const QRectF area = stock.area();
    std::vector<std::pair<int, QTextCharFormat>> fitted;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCharFormat format = part.fragment().charFormat();
            if (format.objectType() != type::FigureObject)
                continue;
            const double most = area.height() - headRoom(document, block);
            const double height = inlay.figureHeight(format.stringProperty(type::FigureId), area.width());
            format.setProperty(InlaidWidth, area.width());
            format.setProperty(InlaidHeight, stock.isLarge ? most : std::min(height, most));
            format.setProperty(InlaidTurned, stock.isLarge);
            fitted.emplace_back(part.fragment().position(), format);
        }
    }
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (const auto &[position, format] : fitted) {
        cursor.setPosition(position);
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
    cursor.endEditBlock();
}

void hangSigns(QTextDocument &document, const type::Measure &measure)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextList *list = block.textList();
        const bool isBox = block.text().startsWith(box);
        if (isBox || (list != nullptr && list->format().style() == QTextListFormat::ListDisc))
            hang(block, isBox, measure);
    }
}

void spreadBlanks(QTextDocument &document, const Stock &stock, double height)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!blanks().match(block.text()).hasMatch())
            continue;
        openLines(block, height);
        lengthen(document, block);
    }
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (blanks().match(block.text()).hasMatch() && endsInBlank(block))
            fillLine(document, block, stock.area().right());
    }
}

} // namespace paper

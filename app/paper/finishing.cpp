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

namespace paper {

namespace {

constexpr double captionRoom = 60 * unitsPerPoint; // what is kept for a heading above a figure that fills the page
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

} // namespace

void fitFigures(QTextDocument &document, const Inlay &inlay, const Stock &stock)
{
    const QRectF area = stock.area();
    const double most = area.height() - captionRoom;
    QTextCursor cursor(&document);
    for (int at = 0; at < document.characterCount(); ++at) {
        if (document.characterAt(at) != QChar::ObjectReplacementCharacter)
            continue;
        cursor.setPosition(at);
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        QTextCharFormat format = cursor.charFormat();
        if (format.objectType() != type::FigureObject)
            continue;
        format.setProperty(InlaidWidth, area.width());
        const double height = inlay.figureHeight(format.stringProperty(type::FigureId), area.width());
        format.setProperty(InlaidHeight, stock.isLarge ? most : std::min(height, most));
        format.setProperty(InlaidTurned, stock.isLarge);
        cursor.setCharFormat(format);
    }
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

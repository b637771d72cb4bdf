// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/lessonpaint.h"

#include "course/course.h"
#include "type/lessondocument.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextList>

namespace desk {

namespace {

using course::CalloutKind;

QPen edgeOf(CalloutKind kind, const type::Colours &colours)
{
    switch (kind) {
    case CalloutKind::Limits:
        return {colours.outline, 1, Qt::DashLine};
    case CalloutKind::Discuss:
        return Qt::NoPen;
    default:
        return {colours.line, 1};
    }
}

QColor groundOf(CalloutKind kind, const type::Colours &colours)
{
    switch (kind) {
    case CalloutKind::Discuss:
        return colours.accentSoft;
    case CalloutKind::Slide:
        return colours.surface;
    default:
        return Qt::transparent;
    }
}

void paintCallouts(QPainter &painter, const QTextDocument &document, const type::Colours &colours)
{
    for (QTextFrame *frame : document.rootFrame()->childFrames()) {
        const QTextFrameFormat format = frame->frameFormat();
        const QVariant kind = format.property(type::CalloutName);
        if (!kind.isValid())
            continue;
        QRectF rect = document.documentLayout()->frameBoundingRect(frame);
        rect.adjust(0, format.topMargin(), 0, -format.bottomMargin());
        const auto callout = static_cast<CalloutKind>(kind.toInt());
        painter.setPen(edgeOf(callout, colours));
        painter.setBrush(groundOf(callout, colours));
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), type::sized(10), type::sized(10));
    }
}

/// A box to tick is mark enough.
bool hasBullet(const QTextBlock &block)
{
    const QTextList *list = block.textList();
    return list != nullptr && list->format().style() == QTextListFormat::ListStyleUndefined &&
           !block.text().startsWith(u'☐') && block.layout()->lineCount() > 0;
}

void paintBullet(QPainter &painter, const QTextBlock &block, const QRectF &rect)
{
    const QTextLine line = block.layout()->lineAt(0);
    const double away = type::sized(14);
    const bool isMirrored = block.textDirection() == Qt::RightToLeft;
    const double x = isMirrored ? rect.left() + line.naturalTextRect().right() + away : rect.left() + line.x() - away;
    // Half the height of a small letter above the line that the letters stand on.
    const double half = QFontMetricsF(block.charFormat().font()).xHeight() / 2;
    const double y = block.layout()->position().y() + line.y() + line.ascent() - half;
    painter.drawEllipse(QPointF(x, y), type::sized(5) / 2.0, type::sized(5) / 2.0);
}

} // namespace

void paintBehind(QPainter &painter, const QTextDocument &document, const QRectF &shown, const type::Colours &colours)
{
    paintCallouts(painter, document, colours);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.muted);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!hasBullet(block))
            continue;
        const QRectF rect = document.documentLayout()->blockBoundingRect(block);
        if (rect.bottom() >= shown.top() && rect.top() <= shown.bottom())
            paintBullet(painter, block, rect);
    }
}

void paintChip(QPainter &painter, const QRectF &rect, const QTextCharFormat &format, const type::Colours &colours)
{
    const QRectF chip = rect.adjusted(type::sized(2), type::sized(4), -type::sized(2), type::sized(4));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accentSoft);
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2);
    painter.setPen(colours.accent);
    painter.setFont(format.font());
    painter.drawText(chip, Qt::AlignCenter, format.stringProperty(type::ChipText));
    painter.restore();
}

} // namespace desk

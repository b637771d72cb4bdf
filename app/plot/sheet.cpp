// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/sheet.h"

#include "plot/badge.h"
#include "plot/measures.h"
#include "plot/textblock.h"

#include <QBuffer>
#include <QChart>
#include <QGraphicsScene>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace plot {

namespace {

/// Sets the sheet from top to bottom; without a painter it only measures.
class SheetSetter
{
public:
    SheetSetter(const Sheet &sheet, const Layout &layout, const Palette &palette, QPainter *painter)
        : m_sheet(sheet), m_layout(layout), m_palette(palette), m_measures(layout.font), m_painter(painter),
          m_margin(m_measures.of(24)), m_inner(layout.width - 2 * m_margin)
    {
    }

    qreal set()
    {
        QFont title = m_measures.title;
        title.setPixelSize(qRound(m_measures.of(17)));
        qreal y = paragraph(m_sheet.figure.title, title, m_palette.ink, m_margin) + m_measures.of(12);
        y = picture(y) + m_measures.of(14);
        y = key(y);
        for (const QString &line : m_sheet.lines)
            y = paragraph(line, m_measures.small, m_palette.muted, y) + m_measures.of(3);
        return std::ceil(y + m_margin);
    }

private:
    qreal paragraph(const QString &text, const QFont &font, const QColor &colour, qreal top)
    {
        const TextBlock block = broken(text, font, m_inner);
        qreal baseline = top + block.ascent;
        for (qsizetype line = 0; line < block.lines.size(); ++line) {
            const qreal width = block.widths[static_cast<std::size_t>(line)];
            const qreal left = m_layout.mirrored ? m_layout.width - m_margin - width : m_margin;
            if (m_painter != nullptr)
                write(block.lines[line], font, colour, QPointF(left, baseline - block.ascent));
            baseline += block.lineHeight;
        }
        return top + block.height();
    }

    void write(const QString &words, const QFont &font, const QColor &colour, const QPointF &corner)
    {
        if (m_layout.outlinedText) {
            m_painter->fillPath(outlineOf(words, font, corner), colour);
            return;
        }
        m_painter->setFont(font);
        m_painter->setPen(colour);
        m_painter->drawText(corner + QPointF(0, QFontMetricsF(font).ascent()), words);
    }

    qreal picture(qreal top)
    {
        Layout layout = m_layout;
        layout.width = m_inner;
        layout.stamped = true;
        const QSizeF size(m_inner, heightFor(m_sheet.figure, layout));
        if (m_painter != nullptr) {
            QGraphicsScene scene;
            scene.addItem(makeChart(m_sheet.figure, layout, m_palette).release());
            scene.render(m_painter, QRectF(QPointF(m_margin, top), size), QRectF(QPointF(), size));
        }
        return top + size.height();
    }

    qreal key(qreal top)
    {
        const qreal height =
            setBadgeKey(m_painter, figures::statusesOf(m_sheet.figure), QRectF(m_margin, top, m_inner, 0),
                        m_measures.small, m_palette.muted, m_layout.mirrored, m_layout.outlinedText);
        return height == 0 ? top : top + height + m_measures.of(4);
    }

    const Sheet &m_sheet;
    const Layout &m_layout;
    const Palette &m_palette;
    const Measures m_measures;
    QPainter *m_painter;
    qreal m_margin;
    qreal m_inner;
};

/// All that the sheet says, for who reads the file and does not see it.
QString wordsOf(const Sheet &sheet)
{
    QStringList words;
    for (const base::Phrase &sentence : sheet.figure.plain)
        words.append(base::render(sentence));
    return (words + sheet.lines).join(u'\n');
}

} // namespace

QSizeF sheetSize(const Sheet &sheet, const Layout &layout)
{
    return {layout.width, SheetSetter(sheet, layout, {}, nullptr).set()};
}

void paintSheet(QPainter &painter, const Sheet &sheet, const Layout &layout, const Palette &palette)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(QPointF(), sheetSize(sheet, layout)), palette.surface);
    SheetSetter(sheet, layout, palette, &painter).set();
}

QImage sheetImage(const Sheet &sheet, const Layout &layout, const Palette &palette, qreal scale)
{
    QImage image((sheetSize(sheet, layout) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(palette.surface);
    QPainter painter(&image);
    paintSheet(painter, sheet, layout, palette);
    return image;
}

QByteArray sheetSvg(const Sheet &sheet, const Layout &asked, const Palette &palette)
{
    // A drawing is opened where the faces are missing: other letters would run over the badges beside them.
    Layout layout = asked;
    layout.outlinedText = true;
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    const QSizeF size = sheetSize(sheet, layout);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    generator.setTitle(sheet.figure.title);
    generator.setDescription(wordsOf(sheet));
    generator.setResolution(96);
    QPainter painter(&generator);
    paintSheet(painter, sheet, layout, palette);
    painter.end();
    return buffer.data();
}

QByteArray sheetPdf(const Sheet &sheet, const Layout &layout, const Palette &palette)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        constexpr qreal pointsPerPixel = 72.0 / 96.0;
        writer.setTitle(sheet.figure.title);
        writer.setCreator(QStringLiteral("After the Raid"));
        writer.setPageSize(
            QPageSize(sheetSize(sheet, layout) * pointsPerPixel, QPageSize::Point, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        QPainter painter(&writer);
        const qreal scale = writer.resolution() / 96.0;
        painter.scale(scale, scale);
        paintSheet(painter, sheet, layout, palette);
    }
    return buffer.data();
}

} // namespace plot

// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/part.h"

#include "paper/paging.h"
#include "type/lessondocument.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>

#include <map>

namespace paper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

constexpr double barWidth = 2.5 * unitsPerPoint;
constexpr double footGap = 14 * unitsPerPoint;

QFont footFont(const Stock &stock)
{
    QFont font = stock.measure().sans(12);
    font.setPixelSize(static_cast<int>((stock.isLarge ? 10 : 7.5) * unitsPerPoint));
    return font;
}

/// Where bars stand beside the callouts of a document.
std::vector<QRectF> barsOf(const QTextDocument &document)
{
    std::map<int, QRectF> runs;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        if (!format.hasProperty(type::CalloutRun))
            continue;
        const QRectF rect = document.documentLayout()->blockBoundingRect(block);
        const double left = document.rootFrame()->frameFormat().leftMargin();
        const QRectF bar(left, rect.top(), barWidth, rect.height());
        QRectF &run = runs[format.intProperty(type::CalloutRun)];
        run = run.isNull() ? bar : run.united(bar);
    }
    std::vector<QRectF> bars;
    for (const auto &[run, bar] : runs)
        bars.push_back(bar);
    return bars;
}

/// Paints what stands between two heights of the document, so that `top` of the page is where it begins.
void paintStretch(QPainter &painter, const QTextDocument &document, const std::vector<QRectF> &bars,
                  const QRectF &stretch, double top)
{
    painter.save();
    painter.translate(0, top - stretch.top());
    painter.setClipRect(stretch);
    for (const QRectF &bar : bars)
        painter.fillRect(bar.intersected(stretch), printedColours().line);
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = stretch;
    context.palette.setColor(QPalette::Text, printedColours().ink);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void paintPage(QPainter &painter, const QTextDocument &document, const std::vector<QRectF> &bars, const QRectF &area,
               const Page &page)
{
    double top = area.top();
    if (page.header) {
        paintStretch(painter, document, bars, *page.header, top);
        top += page.header->height();
    }
    paintStretch(painter, document, bars, {0, page.top, document.size().width(), page.bottom - page.top}, top);
}

} // namespace

QString sourceLine(const course::Course &course)
{
    const QString licence = tr("Text: %1, %2.").arg(course.authors.join(QStringLiteral(", ")), course.licence);
    if (course.sources.empty())
        return licence;
    const course::Source &essay = course.sources.front();
    return tr("Follows %1, “%2”, %3, %4.").arg(essay.author, essay.title, essay.publisher, essay.date) + u' ' + licence;
}

void paintFoot(QPainter &painter, const QRectF &area, const Stock &stock, const QStringList &left, const QString &right)
{
    const QFont font = footFont(stock);
    const QFontMetricsF metrics(font);
    painter.save();
    painter.setFont(font);
    const double rule = area.bottom() + footGap;
    painter.setPen(QPen(printedColours().line, unitsPerPoint / 2));
    painter.drawLine(QPointF(area.left(), rule), QPointF(area.right(), rule));
    painter.setPen(printedColours().muted);
    double top = rule + metrics.height() / 3;
    const double number = metrics.horizontalAdvance(right);
    painter.drawText(QPointF(area.right() - number, top + metrics.ascent()), right);
    for (const QString &line : left) {
        const bool isFirst = &line == &left.first();
        const QRectF room(area.left(), top, area.width() - (isFirst ? number + 2 * metrics.height() : 0),
                          4 * metrics.height());
        painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, line);
        top += painter.boundingRect(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, line).height();
    }
    painter.restore();
}

Part partOf(std::shared_ptr<QTextDocument> document, const course::Course &course, const Stock &stock,
            const QString &name)
{
    Part part;
    part.layout = QPageLayout(stock.pageSize(), QPageLayout::Portrait, QMarginsF());
    const std::vector<Page> pages = pagesOf(*document, stock.area().height());
    part.pages = static_cast<int>(pages.size());
    part.document = document;
    const QStringList left{course.title + QStringLiteral(" · ") + name, sourceLine(course)};
    part.paint = [document, stock, left, pages, bars = barsOf(*document)](QPainter &painter, int page) {
        QRectF foot = stock.area();
        foot.setRight(stock.page().width() - foot.left()); // the foot runs on under the margin
        paintPage(painter, *document, bars, stock.area(), pages[static_cast<std::size_t>(page)]);
        paintFoot(painter, foot, stock, left, tr("%1 of %2").arg(page + 1).arg(pages.size()));
    };
    return part;
}

QByteArray pdfOf(const std::vector<Part> &parts, const QString &title)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("After the Raid"));
    writer.setResolution(unitsPerInch);
    QPainter painter;
    for (const Part &part : parts) {
        for (int page = 0; page < part.pages; ++page) {
            writer.setPageLayout(part.layout);
            if (painter.isActive())
                writer.newPage();
            else
                painter.begin(&writer);
            painter.setRenderHint(QPainter::Antialiasing);
            part.paint(painter, page);
        }
    }
    painter.end();
    return buffer.data();
}

} // namespace paper

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figuremenu.h"

#include "base/wholefile.h"
#include "desk/figurecard.h"
#include "desk/figuretable.h"
#include "figures/csv.h"
#include "type/tokens.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

#include <array>

namespace desk {

namespace {

constexpr std::array suffixes{"png", "svg", "pdf", "csv"};
constexpr qreal sheetWidth = 900;
constexpr qreal pictureScale = 2; // enough for a page of A4

QString suffixOf(FigureMenu::Format format)
{
    return QLatin1String(suffixes.at(static_cast<std::size_t>(format)));
}

// On paper and in other programs a figure has light colours and its own size, whatever the window's are.
plot::Layout sheetLayout()
{
    plot::Layout layout;
    layout.width = sheetWidth;
    layout.font = type::sans(14);
    layout.font.setPixelSize(14);
    layout.mirrored = QApplication::layoutDirection() == Qt::RightToLeft;
    return layout;
}

plot::Palette sheetPalette()
{
    return plotPalette(type::paletteOf(type::coloursOf(type::Tone::Light)));
}

QByteArray pngOf(const plot::Sheet &sheet)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    plot::sheetImage(sheet, sheetLayout(), sheetPalette(), pictureScale).save(&buffer, "PNG");
    return buffer.data();
}

QByteArray bytesOf(FigureMenu::Format format, const plot::Sheet &sheet)
{
    switch (format) {
    case FigureMenu::Format::Png:
        return pngOf(sheet);
    case FigureMenu::Format::Svg:
        return plot::sheetSvg(sheet, sheetLayout(), sheetPalette());
    case FigureMenu::Format::Pdf:
        return plot::sheetPdf(sheet, sheetLayout(), sheetPalette());
    case FigureMenu::Format::Csv:
        break;
    }
    return figures::csvOf(sheet.figure, sheet.lines);
}

QString withSuffix(const QString &path, const QString &suffix)
{
    return path.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive) ? path : path + QLatin1Char('.') + suffix;
}

} // namespace

FigureMenu::FigureMenu(std::function<plot::Sheet()> sheet, QWidget *parent) : QMenu(parent), m_sheet(std::move(sheet))
{
    addSave(tr("Save as a picture (PNG)…"), tr("Pictures (*.png)"), Format::Png);
    addSave(tr("Save as a drawing (SVG)…"), tr("Drawings (*.svg)"), Format::Svg);
    addSave(tr("Save as a page (PDF)…"), tr("Pages (*.pdf)"), Format::Pdf);
    addSave(tr("Save the numbers (CSV)…"), tr("Tables (*.csv)"), Format::Csv);
    addSeparator();
    addAction(tr("Copy the picture"), this, &FigureMenu::copyPicture);
    addAction(tr("Copy the table"), this, &FigureMenu::copyTable);
    addSeparator();
    addAction(tr("Print…"), this, &FigureMenu::print);
}

void FigureMenu::addSave(const QString &text, const QString &filter, Format format)
{
    addAction(text, this, [this, format, filter] { askAndSave(format, filter); });
}

void FigureMenu::askAndSave(Format format, const QString &filter)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString proposed = folder + QLatin1Char('/') + m_sheet().figure.id + QLatin1Char('.') + suffixOf(format);
    const QString chosen = QFileDialog::getSaveFileName(parentWidget(), tr("Save the figure"), proposed, filter);
    if (chosen.isEmpty())
        return;
    const QString path = withSuffix(chosen, suffixOf(format));
    const QString why = save(format, path);
    if (!why.isEmpty())
        QMessageBox::warning(parentWidget(), tr("Save the figure"),
                             tr("The figure could not be saved as %1 (%2). Nothing was changed there. Choose another "
                                "place, or make room and try again.")
                                 .arg(path, why));
}

QString FigureMenu::save(Format format, const QString &path) const
{
    const auto written = base::writeWhole(path, bytesOf(format, m_sheet()));
    return written ? QString() : written.error();
}

void FigureMenu::copyPicture() const
{
    QApplication::clipboard()->setImage(plot::sheetImage(m_sheet(), sheetLayout(), sheetPalette(), pictureScale));
}

void FigureMenu::copyTable() const
{
    const plot::Sheet sheet = m_sheet();
    auto *copied = new QMimeData;
    QString lines;
    for (const QString &line : sheet.lines)
        lines += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
    copied->setHtml(QStringLiteral("<p><b>%1</b></p>").arg(sheet.figure.title.toHtmlEscaped()) +
                    tableHtml(sheet.figure.table, type::coloursOf(type::Tone::Light)) + lines);
    copied->setText(tableText(sheet.figure.table) + sheet.lines.join(QLatin1Char('\n')));
    QApplication::clipboard()->setMimeData(copied);
}

void FigureMenu::print()
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, parentWidget());
    if (dialog.exec() != QDialog::Accepted)
        return;
    const plot::Sheet sheet = m_sheet();
    QPainter painter(&printer);
    const QSizeF size = plot::sheetSize(sheet, sheetLayout());
    const QSizeF page = printer.pageLayout().paintRectPixels(printer.resolution()).size();
    const qreal scale = std::min(page.width() / size.width(), page.height() / size.height());
    painter.scale(scale, scale);
    plot::paintSheet(painter, sheet, sheetLayout(), sheetPalette());
}

} // namespace desk

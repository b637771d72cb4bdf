// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sheetcolumn.h"

#include "desk/badgekey.h"
#include "desk/figurecard.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QChart>
#include <QChartView>
#include <QCoreApplication>
#include <QLabel>

#include <algorithm>
#include <cmath>

namespace desk {

namespace {

constexpr double headingShare = 15; // of the height
constexpr int largestFigure = 22;   // nor larger than this
constexpr double smallestText = 36; // the source line
constexpr int smallestFigure = 48;  // a figure's type goes no smaller than this share
constexpr double airBelow = 30;
constexpr double footShare = 8; // kept free for the source line

QFont pixelFont(QFont font, int pixels)
{
    font.setPixelSize(std::max(8, pixels));
    return font;
}

} // namespace

SheetColumn::SheetColumn(const course::Course &course, QWidget *sheet, double textShare)
    : m_course(course), m_sheet(sheet), m_textShare(textShare)
{
    m_y = share(11);
    m_end = m_sheet->height() - share(airBelow);
}

int SheetColumn::share(double part) const
{
    return static_cast<int>(std::lround(m_sheet->height() / part));
}

int SheetColumn::width() const
{
    return m_sheet->width();
}

int SheetColumn::room() const
{
    return m_sheet->height() - m_y - share(footShare);
}

QFont SheetColumn::headingFont() const
{
    return pixelFont(type::serif(28, QFont::Bold), share(headingShare));
}

QFont SheetColumn::textFont() const
{
    return pixelFont(type::sans(14), share(m_textShare));
}

QFont SheetColumn::smallFont() const
{
    return pixelFont(type::sans(12), share(smallestText));
}

QWidget *SheetColumn::makeText(const QString &html, const QFont &font, QPalette::ColorRole role)
{
    auto *label = new QLabel(m_sheet);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setText(html);
    label->setLayoutDirection(Qt::LeftToRight);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft | Qt::AlignAbsolute);
    return label;
}

void SheetColumn::add(QWidget *widget, double below)
{
    const int tall = widget->heightForWidth(width());
    widget->setGeometry(0, m_y, width(), tall);
    m_bottom = m_y + tall;
    m_y = m_bottom + share(below);
}

void SheetColumn::addHeading(const QString &html)
{
    add(makeText(html, headingFont(), QPalette::WindowText), 22);
}

void SheetColumn::addText(const QString &html, QPalette::ColorRole role)
{
    add(makeText(html, textFont(), role), 45);
}

void SheetColumn::addBlock(const course::Block &block, const QString &bullet)
{
    using course::BlockKind;
    switch (block.kind) {
    case BlockKind::Heading:
        addHeading(type::htmlOf(block.spans));
        break;
    case BlockKind::Paragraph:
        addText(bullet + type::htmlOf(block.spans));
        break;
    case BlockKind::Figure:
        if (const auto figure = preparedFigure(m_course, block.figure))
            addFigure(*figure);
        break;
    case BlockKind::List:
    case BlockKind::ListItem:
    case BlockKind::Quote:
    case BlockKind::Callout:
        for (const course::Block &child : block.children)
            addBlock(child, block.kind == BlockKind::ListItem ? QStringLiteral("• ") : bullet);
        break;
    case BlockKind::Rule:
        break;
    }
}

void SheetColumn::noteSources(const figures::PreparedFigure &figure)
{
    m_sources.append(figure.sources);
    m_sources.removeDuplicates();
    for (const course::Status status : figures::statusesOf(figure)) {
        if (std::ranges::find(m_statuses, status) == m_statuses.end())
            m_statuses.push_back(status);
    }
}

void SheetColumn::addFigure(const figures::PreparedFigure &figure)
{
    noteSources(figure);
    const bool isMirrored = m_sheet->layoutDirection() == Qt::RightToLeft;
    plot::Layout layout{static_cast<qreal>(width()), type::sans(14), isMirrored};
    layout.stamped = false; // the room is asked which of the drawings misleads
    layout.rowsShown = m_rows;
    // As large as fits, found by halves: a figure with several cases needs smaller type than a sentence.
    const auto heightOf = [&](int part) {
        layout.font.setPixelSize(std::max(6, share(part)));
        return plot::heightFor(figure, layout);
    };
    int fits = smallestFigure;
    for (int tooLarge = largestFigure - 1; tooLarge + 1 < fits;) {
        const int middle = (tooLarge + fits) / 2;
        (heightOf(middle) <= room() ? fits : tooLarge) = middle;
    }
    const double height = heightOf(fits);
    auto *view = new QChartView(plot::makeChart(figure, layout, plotPalette(m_sheet->palette())).release(), m_sheet);
    view->setFrameShape(QFrame::NoFrame);
    view->setRenderHint(QPainter::Antialiasing);
    view->setBackgroundBrush(Qt::NoBrush);
    view->viewport()->setAutoFillBackground(false);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->setFixedSize(width(), static_cast<int>(std::ceil(height)));
    view->move(0, m_y);
    m_bottom = m_y + view->height();
    m_y = m_bottom + share(30);
}

/// A source line stands at the foot, whatever the height of what stands above it.
void SheetColumn::addFoot(const QString &line)
{
    QStringList names;
    if (!line.isEmpty())
        names.append(line);
    for (const QString &id : m_sources) {
        if (const course::Source *source = course::findSource(m_course, id))
            names.append(QCoreApplication::translate("desk::SlideSheet", "%1, %2").arg(source->author, source->date));
    }
    names.removeDuplicates(); // two papers of one author and day
    if (names.isEmpty())
        return;
    QWidget *label = makeText(names.join(QStringLiteral("; ")).toHtmlEscaped(), smallFont(), QPalette::PlaceholderText);
    const int tall = label->heightForWidth(width());
    const int top = m_sheet->height() - tall - share(40);
    label->setGeometry(0, top, width(), tall);
    m_end = top;
    if (m_statuses.empty())
        return;
    auto *key = new BadgeKey(m_statuses, m_sheet);
    key->setFont(smallFont());
    const int keyHeight = key->heightForWidth(width());
    key->setGeometry(0, top - keyHeight, width(), keyHeight);
    m_end = top - keyHeight;
}

std::optional<figures::PreparedFigure> preparedFigure(const course::Course &course, const QString &id)
{
    const course::FigureData *numbers = course::findFigure(course, id);
    if (numbers == nullptr)
        return std::nullopt;
    auto prepared = figures::prepare(*numbers);
    return prepared ? std::optional(*std::move(prepared)) : std::nullopt;
}

} // namespace desk

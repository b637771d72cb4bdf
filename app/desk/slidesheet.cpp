// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/slidesheet.h"

#include "desk/badgekey.h"
#include "desk/figurecard.h"
#include "figures/figure.h"
#include "plot/figurechart.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QChart>
#include <QChartView>
#include <QLabel>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace desk {

namespace {

constexpr double edge = 0.07;       // of the width
constexpr double headingShare = 15; // of the height
constexpr int textShare = 22;
constexpr double smallestText = 36; // the source line
constexpr int smallestFigure = 44;  // a figure's type goes no smaller than this share

QFont pixelFont(QFont font, int pixels)
{
    font.setPixelSize(std::max(8, pixels));
    return font;
}

} // namespace

SlideSheet::SlideSheet(const course::Course &course, course::Block slide, QWidget *parent)
    : QWidget(parent), m_course(course), m_slide(std::move(slide))
{
    setAccessibleName(tr("Slide"));
}

int SlideSheet::share(double part) const
{
    return static_cast<int>(std::lround(height() / part));
}

void SlideSheet::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void SlideSheet::layOut()
{
    delete m_sheet;
    m_sheet = new QWidget(this);
    const auto left = static_cast<int>(std::lround(width() * edge));
    m_sheet->setGeometry(left, 0, width() - 2 * left, height());
    m_y = share(11);
    m_sources.clear();
    m_statuses.clear();
    for (const course::Block &block : m_slide.children)
        add(block, {});
    addSources();
    m_sheet->show();
}

/// A figure's source line stands at the foot of the slide, whatever the figure's height.
void SlideSheet::addSources()
{
    QStringList names;
    for (const QString &id : m_sources) {
        if (const course::Source *source = course::findSource(m_course, id))
            names.append(tr("%1, %2").arg(source->author, source->date));
    }
    if (names.isEmpty())
        return;
    auto *label = new QLabel(names.join(QStringLiteral("; ")), m_sheet);
    label->setFont(pixelFont(type::sans(12), share(smallestText)));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setWordWrap(true);
    const int tall = label->heightForWidth(m_sheet->width());
    const int top = height() - tall - share(40);
    label->setGeometry(0, top, m_sheet->width(), tall);
    if (m_statuses.empty())
        return;
    auto *key = new BadgeKey(m_statuses, m_sheet);
    key->setFont(label->font());
    const int keyHeight = key->heightForWidth(m_sheet->width());
    key->setGeometry(0, top - keyHeight, m_sheet->width(), keyHeight);
}

void SlideSheet::add(const course::Block &block, const QString &bullet)
{
    using course::BlockKind;
    switch (block.kind) {
    case BlockKind::Heading:
    case BlockKind::Paragraph: {
        QWidget *text = makeText(block, bullet);
        const int tall = text->heightForWidth(m_sheet->width());
        text->setGeometry(0, m_y, m_sheet->width(), tall);
        m_y += tall + share(block.kind == BlockKind::Heading ? 22 : 45);
        break;
    }
    case BlockKind::Figure:
        if (QWidget *figure = makeFigure(block.figure, height() - m_y - share(12))) {
            figure->move(0, m_y);
            m_y += figure->height() + share(30);
        }
        break;
    case BlockKind::List:
    case BlockKind::ListItem:
    case BlockKind::Quote:
    case BlockKind::Callout:
        for (const course::Block &child : block.children)
            add(child, block.kind == BlockKind::ListItem ? QStringLiteral("• ") : bullet);
        break;
    case BlockKind::Rule:
        break;
    }
}

QWidget *SlideSheet::makeText(const course::Block &block, const QString &bullet)
{
    const bool isHeading = block.kind == course::BlockKind::Heading;
    auto *label = new QLabel(m_sheet);
    label->setFont(isHeading ? pixelFont(type::serif(28, QFont::Bold), share(headingShare))
                             : pixelFont(type::sans(14), share(textShare)));
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setText(bullet + type::htmlOf(block.spans));
    label->setLayoutDirection(Qt::LeftToRight);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft | Qt::AlignAbsolute);
    return label;
}

QWidget *SlideSheet::makeFigure(const QString &id, int room)
{
    const course::FigureData *numbers = course::findFigure(m_course, id);
    if (numbers == nullptr)
        return nullptr;
    const auto prepared = figures::prepare(*numbers);
    if (!prepared)
        return nullptr;
    m_sources.append(prepared->sources);
    m_sources.removeDuplicates();
    for (const course::Status status : figures::statusesOf(*prepared)) {
        if (std::ranges::find(m_statuses, status) == m_statuses.end())
            m_statuses.push_back(status);
    }
    return makeChart(*prepared, room);
}

QWidget *SlideSheet::makeChart(const figures::PreparedFigure &figure, int room)
{
    plot::Layout layout{static_cast<qreal>(m_sheet->width()), type::sans(14), layoutDirection() == Qt::RightToLeft};
    layout.stamped = false; // the room is asked which of the drawings misleads
    // As large as fits: a figure with several cases needs smaller type than a sentence.
    for (int part = textShare; part <= smallestFigure; ++part) {
        layout.font.setPixelSize(std::max(6, share(part)));
        if (plot::heightFor(figure, layout) <= room)
            break;
    }
    auto *view = new QChartView(plot::makeChart(figure, layout, plotPalette(palette())).release(), m_sheet);
    view->setFrameShape(QFrame::NoFrame);
    view->setRenderHint(QPainter::Antialiasing);
    view->setBackgroundBrush(Qt::NoBrush);
    view->viewport()->setAutoFillBackground(false);
    view->setAttribute(Qt::WA_TransparentForMouseEvents);
    view->setFixedSize(m_sheet->width(), static_cast<int>(std::ceil(plot::heightFor(figure, layout))));
    return view;
}

void SlideSheet::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), type::coloursIn(palette()).paper);
}

} // namespace desk

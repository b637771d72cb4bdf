// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figurepicture.h"

#include "desk/paint.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QAccessible>
#include <QChart>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <utility>

namespace desk {

namespace {

constexpr double noteWidth = 340;

/// A card that lies over the page beside its spot; the pointer goes through it.
class SpotNote final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        const type::Colours colours = type::coloursIn(palette());
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colours.outline, 1));
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), type::sized(8), type::sized(8));
    }
};

qreal distance(const QPointF &from, const QPointF &to, bool sideways)
{
    const QPointF way = to - from;
    const qreal along = std::abs(sideways ? way.x() : way.y());
    const qreal across = std::abs(sideways ? way.y() : way.x());
    return along + 3 * across;
}

} // namespace

FigurePicture::FigurePicture(Describe describe, QWidget *parent)
    : QGraphicsView(parent), m_describe(std::move(describe))
{
    setScene(new QGraphicsScene(this));
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

FigurePicture::~FigurePicture()
{
    delete m_note; // it lies on the window and not on this
}

void FigurePicture::setFigure(const figures::PreparedFigure &figure, const plot::Layout &layout,
                              const plot::Palette &palette)
{
    m_spots = figure.spots;
    m_areas = plot::spotAreas(figure, layout);
    m_current = std::min(m_current, static_cast<int>(m_areas.size()) - 1);
    // In a figure as large as a wall its notes are large, too.
    m_noteFont = layout.font;
    m_noteFont.setPixelSize(std::clamp(layout.font.pixelSize() * 6 / 7, type::sized(12), type::sized(20)));
    auto made = plot::makeChart(figure, layout, palette);
    const QRectF whole(QPointF(), made->size());
    delete m_chart;
    m_chart = made.release();
    scene()->addItem(m_chart);
    setSceneRect(whole.adjusted(-air(), -air(), air(), air()));
}

int FigurePicture::air()
{
    return type::sized(6);
}

void FigurePicture::setCurrent(int spot)
{
    if (spot < 0 || spot >= static_cast<int>(m_areas.size()))
        return;
    m_current = spot;
    viewport()->update();
    showNote();
    announce();
}

void FigurePicture::announce()
{
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(m_current);
    QAccessible::updateAccessibility(&event);
}

int FigurePicture::spotAt(const QPointF &point) const
{
    // Of areas that lie over one another the smallest is meant.
    int found = -1;
    qreal smallest = 0;
    for (std::size_t index = 0; index < m_areas.size(); ++index) {
        const QRectF &area = m_areas[index];
        const qreal size = area.width() * area.height();
        if (!area.contains(point) || (found >= 0 && size >= smallest))
            continue;
        found = static_cast<int>(index);
        smallest = size;
    }
    return found;
}

/// The nearest spot on that side; at the picture's edge the walk goes on in reading order, so that all are reached.
int FigurePicture::nextInDirection(int key) const
{
    if (m_current < 0)
        return 0;
    const int last = static_cast<int>(m_areas.size()) - 1;
    const int forwards = layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        return std::clamp(m_current + (key == forwards ? 1 : -1), 0, last);
    const QRectF &from = m_areas[static_cast<std::size_t>(m_current)];
    int best = m_current;
    qreal shortest = 0;
    for (std::size_t index = 0; index < m_areas.size(); ++index) {
        const QRectF &to = m_areas[index];
        const bool isThere = key == Qt::Key_Down ? to.top() >= from.bottom() - 1 : to.bottom() <= from.top() + 1;
        const qreal way = distance(from.center(), to.center(), false);
        if (!isThere || (best != m_current && way >= shortest))
            continue;
        best = static_cast<int>(index);
        shortest = way;
    }
    return best;
}

void FigurePicture::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: {
        if (event->modifiers() & ~Qt::KeypadModifier)
            break;
        const int next = nextInDirection(event->key());
        // At its upper or lower edge the keys scroll the page again.
        if (next == m_current && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
            break;
        setCurrent(next);
        return;
    }
    case Qt::Key_Home:
        setCurrent(0);
        return;
    case Qt::Key_End:
        setCurrent(static_cast<int>(m_areas.size()) - 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0)
            Q_EMIT spotOpened(m_current);
        return;
    case Qt::Key_Escape:
        if (hideNote())
            return;
        break;
    default:
        break;
    }
    event->ignore();
}

void FigurePicture::point(int spot)
{
    if (std::exchange(m_pointed, spot) == spot)
        return;
    viewport()->update();
    showNote();
}

void FigurePicture::mousePressEvent(QMouseEvent *event)
{
    const int spot = spotAt(mapToScene(event->pos()));
    if (event->button() != Qt::LeftButton || spot < 0) {
        event->ignore();
        return;
    }
    setCurrent(spot);
    Q_EMIT spotOpened(spot);
}

void FigurePicture::mouseMoveEvent(QMouseEvent *event)
{
    point(spotAt(mapToScene(event->pos())));
}

void FigurePicture::leaveEvent(QEvent *event)
{
    point(-1);
    QGraphicsView::leaveEvent(event);
}

void FigurePicture::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the wheel belongs to the page
    point(-1);       // what was pointed at goes from under the pointer
}

void FigurePicture::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    // Who comes back to the window, or closes a menu, has been here before.
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::OtherFocusReason)
        setCurrent(std::max(0, m_current));
}

void FigurePicture::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    viewport()->update();
    showNote();
}

void FigurePicture::hideEvent(QHideEvent *event)
{
    QGraphicsView::hideEvent(event);
    hideNote();
}

/// False where there was none to hide.
bool FigurePicture::hideNote()
{
    QWidget *note = m_note.data();
    if (note == nullptr || !note->isVisible())
        return false;
    note->hide();
    return true;
}

QWidget *FigurePicture::makeNote()
{
    auto *note = new SpotNote(window());
    note->setAttribute(Qt::WA_TransparentForMouseEvents);
    note->setObjectName(QStringLiteral("spotNote"));
    m_noteText = new QLabel(note);
    m_noteText->setWordWrap(true);
    m_noteText->setTextFormat(Qt::RichText);
    auto *layout = new QVBoxLayout(note);
    layout->setContentsMargins(type::sized(12), type::sized(8), type::sized(12), type::sized(8));
    layout->addWidget(m_noteText);
    m_note = note;
    return note;
}

void FigurePicture::drawForeground(QPainter *painter, const QRectF & /*rect*/)
{
    const auto around = [this](int spot) {
        const qreal out = air() - 2;
        return m_areas[static_cast<std::size_t>(spot)]
            .adjusted(-out, -1, out, 1)
            .intersected(sceneRect().adjusted(1, 1, -1, -1));
    };
    if (m_pointed >= 0 && m_pointed < static_cast<int>(m_areas.size())) {
        painter->setPen(QPen(type::coloursIn(palette()).outline, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(around(m_pointed), type::sized(6), type::sized(6));
    }
    if (hasFocus() && m_current >= 0)
        drawFocusRing(painter, around(m_current), palette(), type::sized(6));
}

/// The pointer has the word while it is over a spot, else the keys.
void FigurePicture::showNote()
{
    const int spot = m_pointed >= 0 ? m_pointed : hasFocus() ? m_current : -1;
    if (spot < 0 || spot >= static_cast<int>(m_spots.size())) {
        hideNote();
        return;
    }
    QWidget *note = m_note.data();
    if (note == nullptr)
        note = makeNote();
    m_noteText->setFont(m_noteFont);
    m_noteText->setText(m_describe(m_spots[static_cast<std::size_t>(spot)]));
    note->show();
    note->raise();
    placeNote();
}

void FigurePicture::placeNote()
{
    QWidget *note = m_note.data();
    if (note == nullptr || !note->isVisible())
        return;
    const int spot = m_pointed >= 0 ? m_pointed : m_current;
    const QRectF area = m_areas[static_cast<std::size_t>(std::max(0, spot))];
    const QWidget *const page = window();
    const QPoint corner = viewport()->mapTo(page, mapFromScene(area.bottomLeft()));
    const QPoint top = viewport()->mapTo(page, mapFromScene(area.topLeft()));
    const int wanted = type::sized(noteWidth) * m_noteFont.pixelSize() / type::sized(12);
    const int width = std::min(wanted, page->width() - 2 * type::sized(8));
    const int height = m_noteText->heightForWidth(width - 2 * type::sized(12)) + 2 * type::sized(8);
    const int gap = type::sized(4);
    const bool below = corner.y() + gap + height <= page->height() - type::sized(8);
    const int y = below ? corner.y() + gap : top.y() - gap - height;
    const int x =
        std::clamp(corner.x(), type::sized(8), std::max(type::sized(8), page->width() - width - type::sized(8)));
    note->setGeometry(x, std::max(type::sized(8), y), width, height);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/figurezoom.h"

#include "desk/figurecard.h"
#include "desk/figurepicture.h"
#include "desk/style.h"
#include "plot/figurewords.h"
#include "type/tokens.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace desk {

namespace {

constexpr double margin = 32;
constexpr int smallestType = 14;
constexpr int largestType = 40;

} // namespace

FigureZoom::FigureZoom(const course::Course &course, figures::PreparedFigure figure, std::vector<plot::Guess> guesses,
                       QWidget *window)
    : QWidget(window), m_figure(std::move(figure)), m_rowsShown(static_cast<int>(m_figure.rows.size()))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("figureZoom"));
    setAccessibleName(tr("Figure: %1").arg(m_figure.title));
    m_layout.guesses = std::move(guesses);
    buildHead();
    m_picture = new FigurePicture([&course](const figures::Spot &spot) { return plot::spotHtml(course, spot); }, this);
    m_picture->setAccessibleName(m_figure.title);
    m_source = new QLabel(plot::sourceText(course, m_figure), this);
    m_source->setFont(type::sans(13));
    m_source->setForegroundRole(QPalette::PlaceholderText);
    m_source->setWordWrap(true);
    window->installEventFilter(this);
}

void FigureZoom::buildHead()
{
    m_title = new QLabel(m_figure.title, this);
    m_title->setFont(type::serif(24, QFont::Bold));
    m_title->setWordWrap(true);
    const auto make = [this](const QString &text, const QString &tip, auto slot) {
        auto *button = new QPushButton(text, this);
        setPart(button, ButtonPart::Secondary);
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_hide =
        make(tr("Case by case"), tr("Hide the answers, to open them one after the other"), [this] { showRows(0); });
    m_next =
        make(tr("Next case"), tr("Open the next case (Space or Page Down; Page Up goes back)"), [this] { step(1); });
    m_close = make(tr("Close"), tr("Back to the page (Esc)"), [this] { leave(); });
    m_hide->setVisible(allRows() > 1);
}

void FigureZoom::setStamped(bool stamped)
{
    m_layout.stamped = stamped;
}

void FigureZoom::open()
{
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    layOut();
    m_picture->setFocus(Qt::ActiveWindowFocusReason); // the note waits until somebody walks
}

int FigureZoom::rowsShown() const
{
    return m_rowsShown;
}

void FigureZoom::showRows(int rows)
{
    m_rowsShown = std::clamp(rows, 0, allRows());
    layOut();
}

void FigureZoom::step(int by)
{
    showRows(m_rowsShown + by);
}

void FigureZoom::leave()
{
    parentWidget()->removeEventFilter(this);
    const QPointer<QWidget> before = m_before;
    close();
    if (before != nullptr)
        before->setFocus();
}

void FigureZoom::layOut()
{
    const int edge = type::sized(margin);
    const int inner = width() - 2 * edge;
    const auto place = [this](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
    };
    m_next->setVisible(m_rowsShown < allRows());
    m_hide->setVisible(allRows() > 1 && m_rowsShown == allRows());
    int right = edge + inner;
    for (QPushButton *button : {m_close, m_next, m_hide}) {
        if (button->isHidden())
            continue;
        const QSize size = button->sizeHint();
        right -= size.width();
        place(button, {right, edge, size.width(), size.height()});
        right -= type::sized(8);
    }
    const int title = m_title->heightForWidth(right - edge);
    place(m_title, {edge, edge, right - edge, title});
    const int source = m_source->heightForWidth(inner);
    place(m_source, {edge, height() - edge - source, inner, source});

    const int top = edge + std::max(title, m_close->sizeHint().height()) + type::sized(20);
    const int room = height() - edge - source - type::sized(16) - top;
    m_layout.width = inner;
    m_layout.mirrored = layoutDirection() == Qt::RightToLeft;
    m_layout.rowsShown = m_rowsShown < allRows() ? m_rowsShown : plot::Layout::allRows;
    m_layout.font = type::sans(14);
    // As large as fits.
    for (int pixels = type::sized(largestType); pixels >= type::sized(smallestType); --pixels) {
        m_layout.font.setPixelSize(pixels);
        if (plot::heightFor(m_figure, m_layout) <= room)
            break;
    }
    const int tall = static_cast<int>(std::ceil(plot::heightFor(m_figure, m_layout)));
    const int air = FigurePicture::air();
    place(m_picture, QRect(edge, top, inner, tall).adjusted(-air, -air, air, air));
    m_picture->setFigure(m_figure, m_layout, plotPalette(palette()));
}

bool FigureZoom::event(QEvent *event)
{
    // While it is open, the page below has no keys.
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void FigureZoom::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Z:
        leave();
        break;
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        if (m_rowsShown < allRows())
            step(1);
        else if (event->key() == Qt::Key_Space && allRows() > 1)
            showRows(0);
        break;
    case Qt::Key_PageUp:
        step(-1);
        break;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        QWidget::keyPressEvent(event);
        break;
    default:
        event->accept();
        break;
    }
}

bool FigureZoom::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void FigureZoom::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), type::coloursIn(palette()).surface);
}

void FigureZoom::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/papergridtable.h"

#include "desk/paint.h"
#include "type/tokens.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace desk {

namespace {

using Look = PaperGridModel::Look;

constexpr double papersHeight = 26;
constexpr double answerWidth = 38;
constexpr double severalWidth = 60;
constexpr double codeWidth = 116;

/// A cell in the palette's colours: what stands in it, hatched where nothing can, framed where the next key goes.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(PaperGridPresenter &presenter, QObject *parent) : QStyledItemDelegate(parent), m_presenter(presenter)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const type::Colours colours = type::coloursIn(option.palette);
        const auto look = static_cast<Look>(index.data(PaperGridModel::LookRole).toInt());
        const bool isCurrent = option.state.testFlag(QStyle::State_HasFocus) || isCursor(index);
        painter->save();
        if (look == Look::Closed)
            painter->fillRect(option.rect, QBrush(colours.line, Qt::BDiagPattern));
        else if (index.row() == m_presenter.view().cursor.row)
            painter->fillRect(option.rect, isCurrent ? colours.surface : colours.accentSoft);
        painter->setPen(colours.line);
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(look == Look::Blank ? colours.muted : look == Look::CodeTwice ? colours.amber : colours.ink);
        painter->setFont(type::sans(14, look == Look::CodeTwice ? QFont::Bold : QFont::Normal));
        const QString text = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                               option.rect.width() - type::sized(4));
        painter->drawText(option.rect, Qt::AlignCenter, text);
        if (isCurrent)
            drawCursor(painter, option.rect, colours, text);
        painter->restore();
    }

private:
    [[nodiscard]] bool isCursor(const QModelIndex &index) const
    {
        const auto *model = qobject_cast<const PaperGridModel *>(index.model());
        return model != nullptr && model->spotOf(index) == m_presenter.view().cursor;
    }

    /// While options or the signs of a code are being typed, a line behind them says that more may follow.
    void drawCursor(QPainter *painter, const QRect &cell, const type::Colours &colours, const QString &text) const
    {
        painter->setPen(QPen(colours.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(cell).adjusted(1, 1, -1, -1), type::sized(4), type::sized(4));
        if (!m_presenter.view().isPicking && !m_presenter.view().code)
            return;
        const int x = cell.center().x() + painter->fontMetrics().horizontalAdvance(text) / 2 + type::sized(3);
        painter->setPen(QPen(colours.accent, 1));
        painter->drawLine(x, cell.top() + type::sized(6), x, cell.bottom() - type::sized(6));
    }

    PaperGridPresenter &m_presenter;
};

/// The head of rows or columns: quiet words, and those of the cursor's row and column in the accent.
class GridHeader final : public QHeaderView
{
public:
    GridHeader(Qt::Orientation orientation, PaperGridPresenter &presenter, QWidget *parent)
        : QHeaderView(orientation, parent), m_presenter(presenter)
    {
        setSectionResizeMode(QHeaderView::Fixed);
        setSectionsClickable(false);
        setHighlightSections(false);
        viewport()->setAutoFillBackground(false);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const type::Colours colours = type::coloursIn(palette());
        const auto *grid = qobject_cast<const PaperGridModel *>(model());
        const QModelIndex cursor = grid->indexOf(m_presenter.view().cursor);
        const bool isColumn = orientation() == Qt::Horizontal;
        const bool isCurrent = section == (isColumn ? cursor.column() : cursor.row());
        const bool isNext = !isColumn && !m_presenter.pile().isMade(section);
        painter->save();
        painter->fillRect(rect, colours.surface);
        painter->setPen(isCurrent ? colours.accent : isColumn || isNext ? colours.muted : colours.ink);
        painter->setFont(type::sans(12, isCurrent ? QFont::Bold : QFont::Normal));
        const QString text = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        const int air = isColumn ? 0 : type::sized(10);
        paintWords(*painter, rect.adjusted(air, 0, -air, 0),
                   (isColumn ? Qt::AlignHCenter : Qt::AlignLeading) | Qt::AlignVCenter, layoutDirection(), text);
        painter->setPen(colours.line);
        if (isColumn)
            painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        else
            painter->drawLine(rect.topRight(), rect.bottomRight());
        painter->restore();
    }

    /// As wide as the highest number, so that nothing moves while a pile grows.
    [[nodiscard]] QSize sectionSizeFromContents(int /*section*/) const override
    {
        const QFontMetrics metrics(type::sans(12, QFont::Bold));
        const QString widest = PaperGridModel::paperName(workshop::mostPapers - 1);
        return {metrics.horizontalAdvance(widest) + type::sized(20), type::sized(papersHeight)};
    }

    /// What is left beside the sections is surface too.
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        QRect rest = viewport()->rect();
        if (orientation() == Qt::Horizontal)
            rest.setLeft(length() - offset());
        else
            rest.setTop(length() - offset());
        QPainter(viewport())
            .fillRect(QStyle::visualRect(layoutDirection(), viewport()->rect(), rest),
                      type::coloursIn(palette()).surface);
    }

private:
    PaperGridPresenter &m_presenter;
};

bool isUndo(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Undo);
}

bool isRedo(const QKeyEvent &event)
{
    return event.matches(QKeySequence::Redo) || event.keyCombination() == (Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
}

/// A sign, from whatever layout of keys it comes.
bool isSign(const QKeyEvent &event)
{
    const bool isPlain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return isPlain && event.text().size() == 1 && event.text().front().isPrint();
}

bool isOwn(const QKeyEvent &event)
{
    constexpr std::array keys{Qt::Key_Left, Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,      Qt::Key_Home,
                              Qt::Key_End,  Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Backspace, Qt::Key_Delete};
    const bool isPlain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return isUndo(event) || isRedo(event) || isSign(event) ||
           (isPlain && std::ranges::find(keys, event.key()) != keys.end());
}

} // namespace

PaperGridTable::PaperGridTable(PaperGridPresenter &presenter, QWidget *parent)
    : QTableView(parent), m_presenter(presenter), m_model(new PaperGridModel(presenter, this))
{
    setHorizontalHeader(new GridHeader(Qt::Horizontal, presenter, this));
    setVerticalHeader(new GridHeader(Qt::Vertical, presenter, this));
    verticalHeader()->setDefaultSectionSize(type::sized(papersHeight));
    setModel(m_model);
    setItemDelegate(new CellDelegate(presenter, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    if (auto *corner = findChild<QAbstractButton *>())
        corner->installEventFilter(this);
    setTabKeyNavigation(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("Answers, a paper a row"));
    connect(m_model, &QAbstractItemModel::modelReset, this, &PaperGridTable::setColumns);
    connect(&m_presenter, &PaperGridPresenter::changed, this, &PaperGridTable::follow);
    setColumns();
}

void PaperGridTable::setColumns()
{
    for (int section = 0; section < m_model->columnCount(); ++section) {
        const int column = m_model->spotOf(m_model->index(0, section)).column;
        const bool isSeveral = m_presenter.pile().takesSeveral(column);
        setColumnWidth(section, type::sized(column == workshop::codeColumn ? codeWidth
                                            : isSeveral                    ? severalWidth
                                                                           : answerWidth));
    }
    follow();
}

void PaperGridTable::follow()
{
    if (!m_presenter.isOpen())
        return;
    const QModelIndex index = m_model->indexOf(m_presenter.view().cursor);
    m_isFollowing = true;
    setCurrentIndex(index);
    m_isFollowing = false;
    scrollTo(index);
    horizontalHeader()->viewport()->update();
    verticalHeader()->viewport()->update();
    viewport()->update();
}

void PaperGridTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_isFollowing && current.isValid() && m_presenter.isOpen()) {
        m_presenter.moveTo(m_model->spotOf(current));
        follow();
    }
}

void PaperGridTable::focusOutEvent(QFocusEvent *event)
{
    m_presenter.settle();
    QTableView::focusOutEvent(event);
}

/// The corner between the headers is surface as they are.
bool PaperGridTable::eventFilter(QObject *watched, QEvent *event)
{
    auto *corner = qobject_cast<QAbstractButton *>(watched);
    if (corner == nullptr || event->type() != QEvent::Paint)
        return QTableView::eventFilter(watched, event);
    QPainter(corner).fillRect(corner->rect(), type::coloursIn(palette()).surface);
    return true;
}

/// What is typed here is no shortcut of the window's.
bool PaperGridTable::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwn(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

/// A finger that rests on a key walks on, but gives one answer: each more would shift all that follow.
void PaperGridTable::keyPressEvent(QKeyEvent *event)
{
    const bool isTaken =
        m_presenter.isOpen() && (takeMove(*event) || event->isAutoRepeat() || takeCommand(*event) || takeKey(*event));
    event->setAccepted(isTaken);
}

bool PaperGridTable::takeCommand(const QKeyEvent &event)
{
    if (isUndo(event))
        m_presenter.undo();
    else if (isRedo(event))
        m_presenter.redo();
    else if (event.keyCombination() == (Qt::CTRL | Qt::Key_G))
        Q_EMIT paperWanted();
    else if (event.keyCombination() == (Qt::CTRL | Qt::Key_Home))
        m_presenter.moveToPaper(1);
    else if (event.keyCombination() == (Qt::CTRL | Qt::Key_End))
        m_presenter.moveToPaper(m_presenter.rows());
    else
        return false;
    return true;
}

int PaperGridTable::pageRows() const
{
    return std::max(1, viewport()->height() / type::sized(papersHeight) - 1);
}

bool PaperGridTable::takeMove(const QKeyEvent &event)
{
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    const int onwards = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event.key()) {
    case Qt::Key_Left:
        m_presenter.move(0, -onwards);
        return true;
    case Qt::Key_Right:
        m_presenter.move(0, onwards);
        return true;
    case Qt::Key_Up:
        m_presenter.move(-1, 0);
        return true;
    case Qt::Key_Down:
        m_presenter.move(1, 0);
        return true;
    case Qt::Key_PageUp:
        m_presenter.move(-pageRows(), 0);
        return true;
    case Qt::Key_PageDown:
        m_presenter.move(pageRows(), 0);
        return true;
    case Qt::Key_Home:
        m_presenter.moveToFirst();
        return true;
    case Qt::Key_End:
        m_presenter.moveToLast();
        return true;
    default:
        return false;
    }
}

bool PaperGridTable::takeKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_presenter.enter();
        return true;
    case Qt::Key_Space:
        m_presenter.goOn();
        return true;
    case Qt::Key_Backspace:
        m_presenter.goBack();
        return true;
    case Qt::Key_Delete:
        m_presenter.emptyHere();
        return true;
    case Qt::Key_Escape:
        m_presenter.cancel();
        return true;
    default:
        break;
    }
    if (!isSign(event))
        return false;
    m_presenter.type(event.text().front());
    return true;
}

} // namespace desk

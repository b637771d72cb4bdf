// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/plantable.h"

#include "desk/paint.h"
#include "desk/planwords.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QStyledItemDelegate>

namespace desk {

namespace {

using Column = PlanModel::Column;

constexpr double stepHeight = 46;
constexpr double clockWidth = 62;
constexpr double laterWidth = 96; // with "(+1)" behind it
constexpr double minutesWidth = 68;
constexpr double keepWidth = 104;
constexpr double headHeight = 30;
constexpr double clockLeft = 14;
constexpr double stepLeft = 4;

/// A part of a cell, from its leading side.
QRect within(const QStyleOptionViewItem &option, double leading, double above, double trailing, double below)
{
    const QRect part =
        option.rect.adjusted(type::sized(leading), type::sized(above), -type::sized(trailing), -type::sized(below));
    return QStyle::visualRect(option.direction, option.rect, part);
}

/// The names of the columns, each above what stands in it.
class PlanHeader final : public QHeaderView
{
public:
    explicit PlanHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
    {
        setSectionsClickable(false);
        setMinimumSectionSize(type::sized(40));
        setFixedHeight(type::sized(headHeight));
        setFocusPolicy(Qt::NoFocus);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const type::Colours colours = type::coloursIn(palette());
        const auto column = static_cast<Column>(section);
        const int lead = type::sized(column == Column::Clock ? clockLeft : column == Column::Step ? stepLeft : 0);
        painter->fillRect(rect, colours.surface);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.line);
        painter->setFont(type::sans(12));
        painter->setPen(colours.muted);
        paintWords(*painter, QStyle::visualRect(layoutDirection(), rect, rect.adjusted(lead, 0, 0, 0)),
                   Qt::AlignLeading | Qt::AlignVCenter, layoutDirection(),
                   model()->headerData(section, Qt::Horizontal).toString());
    }
};

class PlanDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        return {type::sized(clockWidth), type::sized(stepHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const type::Colours colours = type::coloursIn(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, colours.accentSoft);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
        switch (static_cast<Column>(index.column())) {
        case Column::Clock:
            painter->setFont(type::sans(13));
            painter->setPen(colours.muted);
            paintWords(*painter, within(option, clockLeft, 0, 0, 0), Qt::AlignLeading | Qt::AlignVCenter,
                       option.direction, index.data().toString());
            break;
        case Column::Step:
            paintStep(*painter, option, index, colours);
            break;
        case Column::Minutes:
            paintMinutes(*painter, option, index, colours);
            break;
        case Column::Keep:
            paintKeep(*painter, option, index, colours);
            break;
        }
        painter->restore();
    }

    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                        const QModelIndex &index) const override
    {
        if (static_cast<Column>(index.column()) != Column::Minutes) {
            auto *line = new QLineEdit(parent);
            line->setMaxLength(longestPlanTitle);
            line->setAccessibleName(PlanTable::tr("The name of this step"));
            return line;
        }
        auto *spin = new QSpinBox(parent);
        spin->setRange(1, mostStepMinutes);
        spin->setButtonSymbols(QSpinBox::NoButtons);
        spin->setAlignment(Qt::AlignCenter);
        spin->setAccessibleName(PlanTable::tr("The minutes of this step"));
        return spin;
    }

    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override
    {
        const bool isMinutes = static_cast<Column>(index.column()) == Column::Minutes;
        editor->setGeometry(isMinutes ? within(option, 0, 6, 16, 7) : within(option, 0, 6, 8, 7));
    }

private:
    static void paintStep(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          const type::Colours &colours)
    {
        const QRect row = within(option, stepLeft, 5, 8, 5);
        const auto line = [&](const QRect &place, const QFont &font, const QColor &colour, const QString &words) {
            painter.setFont(font);
            painter.setPen(colour);
            paintWords(painter, place, Qt::AlignLeading | Qt::AlignVCenter, option.direction,
                       QFontMetrics(font).elidedText(words, Qt::ElideRight, place.width()));
        };
        const int half = row.height() * 11 / 20;
        line(QRect(row.left(), row.top(), row.width(), half), type::sans(14), colours.ink, index.data().toString());
        line(QRect(row.left(), row.top() + half, row.width(), row.height() - half), type::sans(12),
             index.data(PlanModel::IsThereRole).toBool() ? colours.muted : colours.amber,
             index.data(PlanModel::NoteRole).toString());
    }

    /// As a field, to be seen to take another number.
    static void paintMinutes(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                             const type::Colours &colours)
    {
        const QRectF field = QRectF(within(option, 0, 8, 16, 9)).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(colours.line, 1));
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(field, type::sized(5), type::sized(5));
        painter.setFont(type::sans(14));
        painter.setPen(colours.ink);
        painter.drawText(field, Qt::AlignCenter, index.data().toString());
    }

    /// A filled sign for what stays, an open one for what may go.
    static void paintKeep(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                          const type::Colours &colours)
    {
        const bool mustKeep = index.data(PlanModel::MustKeepRole).toBool();
        const QRectF sign = QRectF(within(option, 0, 10, 14, 11)).adjusted(0.5, 0.5, -0.5, -0.5);
        QPen edge(mustKeep ? colours.accent : colours.outline, 1);
        if (!mustKeep)
            edge.setStyle(Qt::DashLine);
        painter.setPen(edge);
        painter.setBrush(mustKeep ? colours.accent : QColor(Qt::transparent));
        painter.drawRoundedRect(sign, sign.height() / 2, sign.height() / 2);
        painter.setFont(type::sans(12, mustKeep ? QFont::Bold : QFont::Normal));
        painter.setPen(mustKeep ? colours.onAccent : colours.ink);
        painter.drawText(sign, Qt::AlignCenter, index.data().toString());
    }
};

} // namespace

PlanTable::PlanTable(PlanPresenter &presenter, QWidget *parent)
    : QTableView(parent), m_presenter(presenter), m_model(new PlanModel(presenter, this))
{
    setModel(m_model);
    setItemDelegate(new PlanDelegate(this));
    setAccessibleName(tr("The steps of the plan"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setEditTriggers(DoubleClicked);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setDragDropOverwriteMode(false);
    setColumns();
    connect(&m_presenter, &PlanPresenter::changed, this, &PlanTable::showChosen);
    showChosen();
}

void PlanTable::setColumns()
{
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(type::sized(stepHeight));
    verticalHeader()->setDefaultSectionSize(type::sized(stepHeight));
    auto *head = new PlanHeader(this);
    setHorizontalHeader(head);
    const auto set = [head](Column column, QHeaderView::ResizeMode mode, double width) {
        head->setSectionResizeMode(static_cast<int>(column), mode);
        if (mode == QHeaderView::Fixed)
            head->resizeSection(static_cast<int>(column), type::sized(width));
    };
    set(Column::Clock, QHeaderView::Fixed, clockWidth);
    set(Column::Step, QHeaderView::Stretch, 0);
    set(Column::Minutes, QHeaderView::Fixed, minutesWidth);
    set(Column::Keep, QHeaderView::Fixed, keepWidth);
}

void PlanTable::showChosen()
{
    const auto &own = m_presenter.view().own;
    const bool isLate = own && clockText(own->start, own->plan.minutes).size() > clockText(own->start, 0).size();
    horizontalHeader()->resizeSection(static_cast<int>(Column::Clock), type::sized(isLate ? laterWidth : clockWidth));
    const int at = m_presenter.view().at;
    if (at < 0 || at == currentIndex().row())
        return;
    const QModelIndex index = m_model->index(at, static_cast<int>(Column::Step));
    setCurrentIndex(index);
    scrollTo(index);
}

void PlanTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    // While rows come or go the view looks for a current one of its own; the presenter knows better.
    const auto &own = m_presenter.view().own;
    if (current.isValid() && own && m_model->rowCount() == static_cast<int>(own->plan.steps.size()))
        m_presenter.choose(current.row());
}

/// A row is one thing: Left and Right do not walk through its parts, Home and End go to the first and the last.
QModelIndex PlanTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    constexpr int column = static_cast<int>(Column::Step);
    if (action == MoveLeft || action == MoveRight)
        return currentIndex();
    if (action == MoveHome)
        return m_model->index(0, column);
    if (action == MoveEnd)
        return m_model->index(m_model->rowCount() - 1, column);
    return QTableView::moveCursor(action, modifiers).siblingAtColumn(column);
}

void PlanTable::keyPressEvent(QKeyEvent *event)
{
    // What is written in a cell comes by here too, once the cell has had it.
    if (!currentIndex().isValid() || state() == EditingState) {
        QTableView::keyPressEvent(event);
        return;
    }
    const bool isPlain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9) {
        editMinutes(event);
        return;
    }
    if (!takeKey(*event))
        QTableView::keyPressEvent(event);
}

bool PlanTable::takeKey(const QKeyEvent &event)
{
    const int at = currentIndex().row();
    const bool isMoved = event.modifiers() == Qt::AltModifier;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isMoved)
            m_presenter.move(at, event.key() == Qt::Key_Up ? at - 1 : at + 1);
        return isMoved;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_presenter.takeOut(at);
        return true;
    case Qt::Key_M:
    case Qt::Key_Space:
        m_presenter.setMustKeep(at, !m_model->index(at, 0).data(PlanModel::MustKeepRole).toBool());
        return true;
    case Qt::Key_Q:
        Q_EMIT itemsWanted();
        return true;
    case Qt::Key_F2:
        rename();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        edit(currentIndex().siblingAtColumn(static_cast<int>(Column::Minutes)));
        return true;
    default:
        return false;
    }
}

/// The first digit stands in the field already.
void PlanTable::editMinutes(QKeyEvent *event)
{
    edit(currentIndex().siblingAtColumn(static_cast<int>(Column::Minutes)));
    if (auto *spin = viewport()->findChild<QSpinBox *>())
        QApplication::sendEvent(spin, event);
}

void PlanTable::rename()
{
    const QModelIndex index = currentIndex().siblingAtColumn(static_cast<int>(Column::Step));
    if (index.isValid() && index.flags().testFlag(Qt::ItemIsEditable))
        edit(index);
}

void PlanTable::mouseReleaseEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isClick = state() == NoState && event->button() == Qt::LeftButton && index == currentIndex();
    QTableView::mouseReleaseEvent(event);
    if (isClick && static_cast<Column>(index.column()) == Column::Keep)
        m_presenter.setMustKeep(index.row(), !index.data(PlanModel::MustKeepRole).toBool());
}

void PlanTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (!hasFocus() || !currentIndex().isValid())
        return;
    const QRect row = visualRect(currentIndex());
    QPainter painter(viewport());
    drawFocusRing(&painter, QRectF(1, row.top(), viewport()->width() - 2, row.height()), palette(), type::sized(4));
}

} // namespace desk

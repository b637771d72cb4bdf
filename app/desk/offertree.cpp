// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/offertree.h"

#include "desk/paint.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyleOption>
#include <QStyledItemDelegate>

namespace desk {

namespace {

constexpr double rowHeight = 32;
constexpr double minutesWidth = 44;

/// A title, its minutes at the trailing side, and a tick where it stands in the plan.
class OfferDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const override
    {
        return {type::sized(minutesWidth) * 2, type::sized(rowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const type::Colours colours =
            type::coloursIn(option.widget->palette()); // the row's own has none for what is chosen
        const bool isHeading = !index.parent().isValid();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(type::sized(2), 1, -type::sized(2), -1);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(isSelected ? colours.accentSoft : colours.surface);
            painter->drawRoundedRect(row, type::sized(6), type::sized(6));
        }
        const auto mirrored = [&](const QRect &rect) { return QStyle::visualRect(option.direction, row, rect); };
        const QRect minutes(row.right() - type::sized(minutesWidth) - type::sized(6), row.top(),
                            type::sized(minutesWidth), row.height());
        const QRect tick(minutes.left() - type::sized(12), row.center().y() - type::sized(4), type::sized(10),
                         type::sized(9));
        const QRect words(row.left() + type::sized(6), row.top(), tick.left() - row.left() - type::sized(10),
                          row.height());
        const QFont font = type::sans(13, isHeading ? QFont::Bold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(colours.ink);
        paintWords(*painter, mirrored(words), Qt::AlignLeading | Qt::AlignVCenter, option.direction,
                   QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->setPen(colours.accent);
        if (index.data(OfferModel::UsedRole).toBool())
            paintTick(*painter, mirrored(tick));
        painter->setFont(type::sans(12));
        painter->setPen(colours.muted);
        if (const QVariant time = index.data(OfferModel::MinutesRole); time.isValid())
            paintWords(*painter, mirrored(minutes), Qt::AlignTrailing | Qt::AlignVCenter, option.direction,
                       OfferTree::tr("%1 min").arg(time.toInt()));
        if (option.state.testFlag(QStyle::State_HasFocus))
            drawFocusRing(painter, QRectF(row), option.widget->palette(), type::sized(6));
        painter->restore();
    }
};

} // namespace

OfferTree::OfferTree(PlanPresenter &presenter, QWidget *parent)
    : QTreeView(parent), m_model(new OfferModel(presenter, this)), m_shown(new QSortFilterProxyModel(this))
{
    m_shown->setRecursiveFilteringEnabled(true);
    m_shown->setAutoAcceptChildRows(true);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setSourceModel(m_model);
    setModel(m_shown);
    setItemDelegate(new OfferDelegate(this));
    setAccessibleName(tr("What the course has"));
    header()->hide();
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setIndentation(type::sized(16));
    setExpandsOnDoubleClick(false);
    setUniformRowHeights(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setDragDropMode(DragOnly);
    setDefaultDropAction(Qt::CopyAction);
    setCurrentIndex(m_shown->index(0, 0));
    connect(this, &QTreeView::doubleClicked, this, &OfferTree::activate);
}

void OfferTree::narrow(const QString &words)
{
    m_shown->setFilterFixedString(words.trimmed());
    if (words.trimmed().isEmpty()) {
        collapseAll();
        scrollTo(currentIndex());
        return;
    }
    expandAll();
    QModelIndex first = m_shown->index(0, 0);
    if (m_shown->hasChildren(first))
        first = m_shown->index(0, 0, first);
    setCurrentIndex(first);
}

std::vector<course::PlanStep> OfferTree::chosen() const
{
    return m_model->stepsAt(m_shown->mapToSource(currentIndex()));
}

void OfferTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT currentMoved();
}

/// What is chosen is painted around the words alone, and not over the sign that opens a module.
void OfferTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain(option);
    plain.palette.setColor(QPalette::Highlight, Qt::transparent);
    QTreeView::drawRow(painter, plain, index);
}

void OfferTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!m_shown->hasChildren(index))
        return;
    QStyleOption sign;
    sign.initFrom(this);
    sign.state = QStyle::State_Enabled;
    sign.rect = rect.adjusted(type::sized(2), 0, -type::sized(2), 0);
    const auto closed =
        layoutDirection() == Qt::RightToLeft ? QStyle::PE_IndicatorArrowLeft : QStyle::PE_IndicatorArrowRight;
    style()->drawPrimitive(isExpanded(index) ? QStyle::PE_IndicatorArrowDown : closed, &sign, painter, this);
}

void OfferTree::activate(const QModelIndex &index)
{
    if (m_shown->hasChildren(index))
        setExpanded(index, !isExpanded(index));
    else
        Q_EMIT wanted(chosen());
}

void OfferTree::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || !currentIndex().isValid()) {
        QTreeView::keyPressEvent(event);
        return;
    }
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        Q_EMIT wanted(chosen());
    else
        activate(currentIndex());
}

} // namespace desk

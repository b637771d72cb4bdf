// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/reviewlist.h"

#include "desk/paint.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace desk {

namespace {

constexpr double numberWidth = 40;
constexpr double edge = 12;

/// A number, the item's title, and under it how many had it.
class ReviewDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int bar = option.widget->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, option.widget);
        const int width = option.widget->width() - bar;
        const QRect area(0, 0, width - type::sized(numberWidth + 3 * edge), 1000);
        const QRect title = QFontMetrics(titleFont()).boundingRect(area, Qt::TextWordWrap, index.data().toString());
        return {width, title.height() + QFontMetrics(resultFont()).height() + type::sized(22)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const type::Colours colours = type::coloursIn(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect card = option.rect.adjusted(type::sized(4), 1, -type::sized(4), -1);
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        if (isCurrent)
            paintCard(*painter, card, option.palette);
        if (isCurrent && option.state.testFlag(QStyle::State_HasFocus))
            drawFocusRing(painter, card, option.palette, type::sized(8));
        const int left = type::sized(edge);
        const int wide = type::sized(numberWidth);
        const auto placed = [&](int from, int width) {
            const int start =
                option.direction == Qt::RightToLeft ? card.right() - from - width + 1 : card.left() + from;
            return QRect(start, card.top() + type::sized(9), width, card.height() - type::sized(18));
        };
        const QRect words = placed(left + wide, card.width() - wide - 2 * left);
        painter->setFont(type::sans(14, QFont::Bold));
        painter->setPen(colours.muted);
        paintWords(*painter, placed(left, wide), Qt::AlignTop, option.direction, QString::number(index.row() + 1));
        painter->setFont(titleFont());
        painter->setPen(colours.ink);
        paintWords(*painter, words, Qt::AlignTop, option.direction, index.data().toString());
        painter->setFont(resultFont());
        painter->setPen(colours.muted);
        paintWords(*painter, words, Qt::AlignBottom, option.direction, index.data(ReviewModel::ResultRole).toString());
        painter->restore();
    }

private:
    static QFont titleFont() { return type::sans(14); }
    static QFont resultFont() { return type::sans(12); }
};

} // namespace

ReviewModel::ReviewModel(ReviewPresenter &presenter, QObject *parent)
    : QAbstractListModel(parent), m_presenter(presenter), m_items(presenter.view().items)
{
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const insight::Reviewed &reviewed = m_items[static_cast<std::size_t>(index.row())];
    const items::Item *item = course::findItem(m_presenter.course(), reviewed.item);
    const QString title = item == nullptr ? reviewed.item : item->title;
    const QString result = m_presenter.resultText(reviewed);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case ResultRole:
        return result;
    case Qt::AccessibleTextRole:
        return QString(title + QStringLiteral(", ") + result);
    default:
        return {};
    }
}

void ReviewModel::refresh()
{
    if (m_items == m_presenter.view().items)
        return;
    beginResetModel();
    m_items = m_presenter.view().items;
    endResetModel();
}

ReviewList::ReviewList(ReviewPresenter &presenter, QWidget *parent)
    : QListView(parent), m_presenter(presenter), m_model(new ReviewModel(presenter, this))
{
    setModel(m_model);
    setItemDelegate(new ReviewDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setAccessibleName(tr("Questions"));
    viewport()->setBackgroundRole(QPalette::Window);
}

void ReviewList::refresh()
{
    m_model->refresh();
    const auto row = static_cast<int>(m_presenter.view().at);
    if (row != currentIndex().row())
        setCurrentIndex(m_model->index(row, 0));
}

void ReviewList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && current.row() != m_presenter.view().at)
        m_presenter.choose(current.row());
}

} // namespace desk

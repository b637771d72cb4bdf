// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/contents.h"

#include "desk/paint.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace desk {

namespace {

using Kind = ContentsModel::Kind;

constexpr double columnWidth = 264;
constexpr double textLeft = 56;
constexpr double sectionLeft = 56;
constexpr double minutesWidth = 60;

struct RowLook {
    QFont font;
    QRect text;
};

/// Paints a module as ring, title and minutes, and a section as its title with a tick.
class ContentsDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = type::sized(columnWidth) - 2;
        // The words keep clear of a scroll bar that may come: with one they would break into more lines.
        const int bar = option.widget->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, option.widget);
        const RowLook look = lookOf(index, QRect(0, 0, width - bar, 1000));
        const QRect text = QFontMetrics(look.font).boundingRect(look.text, Qt::TextWordWrap, index.data().toString());
        const int air = isPart(index) ? type::sized(8) : type::sized(18);
        return {width, text.height() + air};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const type::Colours colours = type::coloursIn(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect card = option.rect.adjusted(type::sized(7), 1, -type::sized(7), -1);
        const bool current = index.data(ContentsModel::CurrentRole).toBool();
        if (!isPart(index) && current) {
            painter->setPen(QPen(colours.line, 1));
            painter->setBrush(colours.surface);
            painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), type::sized(8), type::sized(8));
        } else if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.accentSoft);
            painter->drawRoundedRect(card, type::sized(8), type::sized(8));
        }
        if (!isPart(index))
            paintModule(painter, option, index);
        paintTitle(painter, option, index);
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
            drawFocusRing(painter, QRectF(card), option.palette, type::sized(8));
        painter->restore();
    }

private:
    static bool isPart(const QModelIndex &index)
    {
        const auto kind = static_cast<Kind>(index.data(ContentsModel::KindRole).toInt());
        return kind == Kind::Section || kind == Kind::Check || kind == Kind::Story;
    }

    static RowLook lookOf(const QModelIndex &index, const QRect &row)
    {
        const bool part = isPart(index);
        const bool current = index.data(ContentsModel::CurrentRole).toBool();
        const int left = type::sized(part ? sectionLeft : textLeft);
        const int right = part ? type::sized(16) : type::sized(minutesWidth) + type::sized(20);
        return {type::sans(part ? 13 : 14, part && current ? QFont::Bold : QFont::Normal),
                row.adjusted(left, 0, -right, 0)};
    }

    /// Below the rings, and level with the title's middle.
    static QRect tickRect(const QRect &row)
    {
        return {row.left() + type::sized(26), row.center().y() - type::sized(4), type::sized(10), type::sized(9)};
    }

    static void paintModule(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const type::Colours colours = type::coloursIn(option.palette);
        const QRect ring(option.rect.left() + type::sized(20), option.rect.center().y() - type::sized(10),
                         type::sized(21), type::sized(21));
        const QRect minutes(option.rect.right() - type::sized(minutesWidth) - type::sized(20), option.rect.top(),
                            type::sized(minutesWidth), option.rect.height());
        const auto kind = static_cast<Kind>(index.data(ContentsModel::KindRole).toInt());
        const auto mirrored = [&](const QRect &rect) {
            return QStyle::visualRect(option.direction, option.rect, rect);
        };
        paintRing(*painter, mirrored(ring), index.data(ContentsModel::ShareRole).toDouble(), option.palette);
        painter->setPen(colours.muted);
        painter->setFont(type::sans(12));
        const QString text = kind == Kind::ClosedModule
                                 ? ContentsModel::tr("closed")
                                 : ContentsModel::tr("%1 min").arg(index.data(ContentsModel::MinutesRole).toInt());
        paintWords(*painter, mirrored(minutes), Qt::AlignTrailing | Qt::AlignVCenter, option.direction, text);
    }

    static void paintTitle(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        const type::Colours colours = type::coloursIn(option.palette);
        const RowLook look = lookOf(index, option.rect);
        const bool part = isPart(index);
        const bool current = index.data(ContentsModel::CurrentRole).toBool();
        painter->setFont(look.font);
        painter->setPen(part && current ? colours.accent : part ? colours.muted : colours.ink);
        paintWords(*painter, QStyle::visualRect(option.direction, option.rect, look.text),
                   Qt::AlignLeading | Qt::AlignVCenter, option.direction, index.data().toString());
        if (part && index.data(ContentsModel::DoneRole).toBool())
            paintTick(*painter, QStyle::visualRect(option.direction, option.rect, tickRect(option.rect)));
    }
};

} // namespace

Contents::Contents(Study &study, QWidget *parent)
    : QWidget(parent), m_model(new ContentsModel(study, this)), m_list(new QListView(this))
{
    setFixedWidth(type::sized(columnWidth));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, type::sized(20), 1, 0);
    column->setSpacing(type::sized(8));
    auto *head = new QLabel(this);
    head->setFont(type::sans(12, QFont::Bold));
    head->setForegroundRole(QPalette::PlaceholderText);
    const auto count = static_cast<int>(std::ranges::count(study.course().modules, false, &course::Module::roomOnly));
    head->setText(QString(study.course().title.toUpper() + QStringLiteral(" · ") + tr("%n module(s)", nullptr, count)));
    head->setContentsMargins(type::sized(20), 0, type::sized(20), type::sized(4));
    column->addWidget(head);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ContentsDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setUniformItemSizes(false);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Contents"));
    column->addWidget(m_list, 1);
    const auto want = [this](const QModelIndex &index) { Q_EMIT wanted(m_model->locationOf(index)); };
    connect(m_list, &QListView::clicked, this, want);
    connect(m_list, &QListView::activated, this, want);
}

void Contents::setLocation(const Location &location)
{
    m_model->setLocation(location);
    const QModelIndex index = m_model->currentIndex();
    if (index.isValid()) {
        m_list->setCurrentIndex(index);
        m_list->scrollTo(index);
    }
}

void Contents::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(x, 0, 1, height(), type::coloursIn(palette()).line);
}

} // namespace desk

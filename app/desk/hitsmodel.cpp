// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/hitsmodel.h"

#include "type/tokens.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

#include <utility>

namespace desk {

namespace {

/// Sets `text` in one line, with what was found in bold.
QTextLine setLine(QTextLayout &layout, const QString &text, const std::vector<find::Excerpt::Mark> &marks)
{
    QList<QTextLayout::FormatRange> formats;
    for (const find::Excerpt::Mark &mark : marks) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        const int length = std::min(mark.length, static_cast<int>(text.size()) - mark.start);
        if (length > 0)
            formats.append({mark.start, length, bold});
    }
    layout.setText(text);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setNumColumns(static_cast<int>(text.size()));
    layout.endLayout();
    return line;
}

/// What does not fit ends in an ellipsis.
void paintExcerpt(QPainter *painter, const QRect &place, const find::Excerpt &excerpt, const QFont &font,
                  const QColor &colour)
{
    QTextLayout layout(QString(), font);
    const QTextLine line = setLine(layout, excerpt.text, excerpt.marks);
    if (line.isValid() && line.naturalTextWidth() > place.width()) {
        const QString more = QStringLiteral("…");
        const int fits = line.xToCursor(place.width() - 1 - QFontMetricsF(font).horizontalAdvance(more));
        setLine(layout, excerpt.text.left(fits).trimmed() + more, excerpt.marks);
    }
    painter->save();
    painter->setClipRect(place);
    painter->setPen(colour);
    layout.draw(painter, QPointF(place.topLeft()));
    painter->restore();
}

} // namespace

QString kindName(find::Kind kind)
{
    switch (kind) {
    case find::Kind::Section:
        return HitsModel::tr("Section");
    case find::Kind::Term:
        return HitsModel::tr("Word");
    case find::Kind::Claim:
        return HitsModel::tr("Claim");
    case find::Kind::Figure:
        return HitsModel::tr("Figure");
    case find::Kind::Item:
        return HitsModel::tr("Question");
    case find::Kind::Story:
        return HitsModel::tr("Story");
    case find::Kind::Card:
        return HitsModel::tr("Card");
    case find::Kind::Note:
        return HitsModel::tr("Your note");
    }
    return {};
}

void HitsModel::setHits(std::vector<find::Hit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

const find::Hit &HitsModel::hit(const QModelIndex &index) const
{
    return m_hits[static_cast<std::size_t>(index.row())];
}

int HitsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant HitsModel::data(const QModelIndex &index, int role) const
{
    const find::Hit &found = hit(index);
    switch (role) {
    case Qt::DisplayRole:
        return found.title.text;
    case Qt::AccessibleTextRole:
        return tr("%1: %2. %3").arg(kindName(found.kind), found.title.text, found.text.text);
    case HitRole:
        return QVariant::fromValue(found);
    default:
        return {};
    }
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // By its role, since the list that shows it may stand on another model that keeps this one.
    const auto hit = index.data(HitsModel::HitRole).value<find::Hit>();
    const type::Colours colours = type::coloursIn(option.palette);
    if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver))
        painter->fillRect(option.rect, colours.accentSoft);
    const QRect inside = option.rect.adjusted(type::sized(12), type::sized(6), -type::sized(12), -type::sized(6));
    const QString kind =
        hit.under.isEmpty()
            ? kindName(hit.kind)
            : QCoreApplication::translate("desk::HitsModel", "%1 · %2").arg(kindName(hit.kind), hit.under);
    const QFont small = type::sans(12);
    const double wanted = std::ceil(QFontMetricsF(small).horizontalAdvance(kind)) + 1;
    const int kindWidth = std::min(static_cast<int>(wanted), inside.width() / 2);
    const QRect kindPlace(inside.right() - kindWidth, inside.top(), kindWidth + 1, type::sized(20));
    painter->setFont(small);
    painter->setPen(colours.muted);
    painter->drawText(kindPlace, Qt::AlignVCenter | Qt::AlignRight,
                      QFontMetrics(small).elidedText(kind, Qt::ElideRight, kindWidth));
    paintExcerpt(painter,
                 QRect(inside.left(), inside.top(), inside.width() - kindWidth - type::sized(16), type::sized(20)),
                 hit.title, type::sans(14), colours.ink);
    paintExcerpt(painter, QRect(inside.left(), inside.top() + type::sized(22), inside.width(), type::sized(18)),
                 hit.text, small, colours.muted);
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return {type::sized(320), type::sized(54)};
}

} // namespace desk

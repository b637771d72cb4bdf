// SPDX-License-Identifier: GPL-3.0-or-later
#include "plot/layouts.h"
#include "plot/mapranks.h"
#include "plot/typesetter.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using course::PartKind;
using figures::Map;

namespace plot {

namespace {

/// Nodes in ranks from top to bottom, with their arrows between; an arrow that does not lead to the next rank goes
/// round at the side.
class MapComposer
{
public:
    MapComposer(const Map &map, const Layout &layout)
        : m_map(map), m_setter(layout), m_measures(m_setter.measures()), m_ranks(ranksOf(map)),
          m_side(std::ranges::any_of(map.arrows, [this](const Map::Arrow &arrow) { return goesRound(arrow); })
                     ? m_measures.of(96)
                     : 0),
          m_width(layout.width - m_side), m_nodes(map.nodes.size()), m_labels(map.arrows.size())
    {
    }

    FigureLayout compose()
    {
        for (const std::vector<int> &rank : m_ranks.ranks)
            measure(rank);
        qreal y = 0;
        for (std::size_t rank = 0; rank < m_ranks.ranks.size(); ++rank) {
            y = placeRank(m_ranks.ranks[rank], y);
            y += gapBelow(static_cast<int>(rank));
        }
        y -= gapBelow(static_cast<int>(m_ranks.ranks.size()) - 1);
        for (std::size_t arrow = 0; arrow < m_map.arrows.size(); ++arrow)
            drawArrow(arrow);
        for (std::size_t node = 0; node < m_map.nodes.size(); ++node)
            drawNode(node);
        for (const QRectF &area : m_nodes)
            m_setter.markSpot(area);
        for (const QRectF &area : m_labels)
            m_setter.markSpot(area);
        return m_setter.finished(y);
    }

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    [[nodiscard]] bool goesRound(const Map::Arrow &arrow) const
    {
        return m_ranks.rankOf[at(arrow.to)] != m_ranks.rankOf[at(arrow.from)] + 1;
    }

    [[nodiscard]] TextBlock textOf(int node, qreal width) const
    {
        const Map::Node &one = m_map.nodes[at(node)];
        return broken(one.text, one.kind == PartKind::People ? m_measures.body : m_measures.label,
                      width - 2 * inside());
    }

    [[nodiscard]] qreal inside() const { return m_measures.of(9); }
    [[nodiscard]] qreal personRoom() const { return m_measures.markSize() + m_measures.of(6); }

    // Nodes of a rank are of one width and one height, as wide as they need and no wider than their share.
    void measure(const std::vector<int> &rank)
    {
        const qreal share = m_width / static_cast<qreal>(rank.size());
        const qreal most = std::min(m_measures.of(210), share - m_measures.of(12));
        qreal height = 0;
        for (const int node : rank) {
            const TextBlock text = textOf(node, most);
            const bool isPerson = m_map.nodes[at(node)].kind == PartKind::Person;
            height = std::max(height, text.height() + 2 * m_measures.of(6) + (isPerson ? personRoom() : 0));
        }
        for (std::size_t index = 0; index < rank.size(); ++index) {
            const qreal centre = share * (static_cast<qreal>(index) + 0.5);
            m_nodes[at(rank[index])] = QRectF(std::round(centre - most / 2), 0, std::round(most), std::ceil(height));
        }
    }

    qreal placeRank(const std::vector<int> &rank, qreal top)
    {
        for (const int node : rank)
            m_nodes[at(node)].moveTop(top);
        return rank.empty() ? top : m_nodes[at(rank.front())].bottom();
    }

    // Room for the words on the arrows to the next rank, and for the heads below them.
    [[nodiscard]] qreal gapBelow(int rank) const
    {
        qreal words = 0;
        for (const Map::Arrow &arrow : m_map.arrows) {
            if (m_ranks.rankOf[at(arrow.from)] == rank && !goesRound(arrow))
                words = std::max(words, broken(arrow.text, m_measures.small, labelWidth(arrow)).height());
        }
        return words == 0 ? m_measures.of(14) : words + m_measures.of(28);
    }

    // Where several arrows leave a node, their words stand at the other end.
    [[nodiscard]] bool labelAtEnd(const Map::Arrow &arrow) const
    {
        return std::ranges::count_if(m_map.arrows, [&](const Map::Arrow &other) {
                   return other.from == arrow.from && !goesRound(other);
               }) > 1;
    }

    [[nodiscard]] const QRectF &labelled(const Map::Arrow &arrow) const
    {
        return m_nodes[at(labelAtEnd(arrow) ? arrow.to : arrow.from)];
    }

    [[nodiscard]] qreal labelWidth(const Map::Arrow &arrow) const { return labelled(arrow).width(); }

    void drawNode(std::size_t node)
    {
        const QRectF &area = m_nodes[node];
        const PartKind kind = m_map.nodes[node].kind;
        const bool isAlone = std::ranges::none_of(
            m_map.arrows, [node](const Map::Arrow &arrow) { return at(arrow.from) == node || at(arrow.to) == node; });
        if (kind != PartKind::People)
            m_setter.result().boxes.push_back({area, isAlone ? BoxKind::Blank : BoxKind::Filled});
        const TextBlock text = textOf(static_cast<int>(node), area.width());
        const qreal mark = kind == PartKind::Person ? personRoom() : 0;
        const qreal top = area.top() + (area.height() - text.height() - mark) / 2;
        if (kind == PartKind::Person) {
            QPainterPath person;
            person.addEllipse(QPointF(area.center().x(), top + m_measures.markSize() / 2), m_measures.markSize() / 2,
                              m_measures.markSize() / 2);
            m_setter.result().ink.push_back(person);
        }
        m_setter.centred(text,
                         {kind == PartKind::People ? m_measures.body : m_measures.label,
                          isAlone || kind == PartKind::People ? Tone::Muted : Tone::Ink,
                          {}},
                         {area.left() + inside(), area.width() - 2 * inside()}, std::round(top + mark + text.ascent));
    }

    void drawArrow(std::size_t index)
    {
        const Map::Arrow &arrow = m_map.arrows[index];
        if (goesRound(arrow))
            drawRound(index);
        else
            drawDown(index);
    }

    void head(const QPointF &tip, const QPointF &along)
    {
        const qreal size = m_measures.of(5);
        const QPointF across(-along.y(), along.x());
        m_setter.result().heads.push_back(QPolygonF(
            {tip, tip - along * size * 1.6 + across * size * 0.75, tip - along * size * 1.6 - across * size * 0.75}));
    }

    // From the bottom of one node to the top of the other, with the words on the straight part.
    void drawDown(std::size_t index)
    {
        const Map::Arrow &arrow = m_map.arrows[index];
        const QRectF &source = m_nodes[at(arrow.from)];
        const QRectF &target = m_nodes[at(arrow.to)];
        const QPointF from(source.center().x(), source.bottom());
        const QPointF to(target.center().x(), target.top());
        const TextBlock words = broken(arrow.text, m_measures.small, labelWidth(arrow));
        const bool atEnd = labelAtEnd(arrow);
        const qreal top = atEnd ? to.y() - m_measures.of(12) - words.height() : from.y() + m_measures.of(6);
        QPainterPath path(from);
        if (atEnd) {
            const QPointF knee(to.x(), top - m_measures.of(1));
            path.cubicTo({from.x(), (from.y() + knee.y()) / 2}, {knee.x(), (from.y() + knee.y()) / 2}, knee);
            path.moveTo(to.x(), top + words.height());
            path.lineTo(to);
        } else {
            path.lineTo(from.x(), top);
            const QPointF knee(from.x(), top + words.height());
            path.moveTo(knee);
            path.cubicTo({knee.x(), (knee.y() + to.y()) / 2}, {to.x(), (knee.y() + to.y()) / 2}, to);
        }
        m_setter.result().strokes.push_back({path, StrokeKind::Line});
        head(to, {0, 1});
        const qreal middle = atEnd ? to.x() : from.x();
        label(index, words, middle, top);
    }

    // Out at the side, along it, and in again.
    void drawRound(std::size_t index)
    {
        const Map::Arrow &arrow = m_map.arrows[index];
        const QRectF &source = m_nodes[at(arrow.from)];
        const QRectF &target = m_nodes[at(arrow.to)];
        const qreal lane = m_width + m_side / 2;
        const QPointF from(source.right(), source.center().y());
        const QPointF to(target.right(), target.center().y());
        QPainterPath path(from);
        path.lineTo(lane, from.y());
        path.lineTo(lane, to.y());
        path.lineTo(to);
        m_setter.result().strokes.push_back({path, StrokeKind::Line});
        head(to, {-1, 0});
        const TextBlock words = broken(arrow.text, m_measures.small, m_side - m_measures.of(8));
        label(index, words, lane, (from.y() + to.y() - words.height()) / 2);
    }

    void label(std::size_t index, const TextBlock &words, qreal middle, qreal top)
    {
        qreal width = 0;
        for (const qreal one : words.widths)
            width = std::max(width, one);
        const QRectF area(middle - width / 2 - m_measures.of(3), top, width + m_measures.of(6), words.height());
        m_setter.result().boxes.push_back({area, BoxKind::Plain});
        m_setter.centred(words, {m_measures.small, Tone::Muted, {}}, {middle - width / 2, width}, top + words.ascent);
        m_labels[index] = area;
    }

    const Map &m_map;
    Typesetter m_setter;
    const Measures &m_measures;
    const MapRanks m_ranks;
    qreal m_side;
    qreal m_width;
    std::vector<QRectF> m_nodes;
    std::vector<QRectF> m_labels;
};

} // namespace

FigureLayout layOutMap(const Map &map, const Layout &layout)
{
    return MapComposer(map, layout).compose();
}

} // namespace plot

// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/parts.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <array>

namespace paper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

constexpr double inset = 11;    // millimetres, from the edge of a slip
constexpr double ruleEvery = 9; // millimetres

QStringList questions()
{
    return {tr("What will you do differently after this session?"), tr("What was unclear, or what did you miss?"),
            tr("Was anything too much, or said in a way that hurt?")};
}

/// One slip, set from top to bottom.
class SlipPainter
{
public:
    SlipPainter(QPainter &painter, const Stock &stock, const QRectF &slip)
        : m_painter(painter), m_measure(stock.measure()),
          m_every(millimetres(stock.isLarge ? ruleEvery + 2 : ruleEvery)),
          m_area(slip.adjusted(millimetres(inset), millimetres(inset), -millimetres(inset), -millimetres(inset))),
          m_y(m_area.top())
    {
    }

    void paint(const QString &title)
    {
        write(title, m_measure.serif(17, QFont::Bold));
        write(tr("No name, please, and no cases. Leave empty what you like."), m_measure.sans(12));
        const QStringList asked = questions();
        // What the questions leave is shared among the answers.
        double words = 0;
        for (const QString &question : asked)
            words += height(question, m_measure.sans(14, QFont::Bold)) + gap();
        const double left = m_area.bottom() - m_y - words;
        const double each = left / static_cast<double>(asked.size());
        const int rules = static_cast<int>(each / m_every);
        m_every = each / rules;
        for (const QString &question : asked) {
            m_y += gap();
            write(question, m_measure.sans(14, QFont::Bold));
            rule(rules);
        }
    }

private:
    [[nodiscard]] double gap() const { return m_measure.of(8); }

    [[nodiscard]] double height(const QString &text, const QFont &font) const
    {
        return QFontMetricsF(font).boundingRect(m_area, Qt::TextWordWrap, text).height();
    }

    void write(const QString &text, const QFont &font)
    {
        m_painter.setFont(font);
        m_painter.setPen(printedColours().ink);
        m_painter.drawText(QRectF(m_area.left(), m_y, m_area.width(), m_area.height()), Qt::TextWordWrap, text);
        m_y += height(text, font);
    }

    void rule(int count)
    {
        m_painter.setPen(QPen(printedColours().line, unitsPerPoint / 2));
        for (int i = 0; i < count; ++i) {
            m_y += m_every;
            m_painter.drawLine(QPointF(m_area.left(), m_y), QPointF(m_area.right(), m_y));
        }
    }

    QPainter &m_painter;
    type::Measure m_measure;
    double m_every;
    QRectF m_area;
    double m_y;
};

void paintCuts(QPainter &painter, const QSizeF &page, int columns, int rows)
{
    QPen dashes(printedColours().muted, unitsPerPoint / 2);
    dashes.setDashPattern({8, 6});
    painter.setPen(dashes);
    for (int column = 1; column < columns; ++column)
        painter.drawLine(QPointF(page.width() * column / columns, 0),
                         QPointF(page.width() * column / columns, page.height()));
    for (int row = 1; row < rows; ++row)
        painter.drawLine(QPointF(0, page.height() * row / rows), QPointF(page.width(), page.height() * row / rows));
}

} // namespace

Part slipsOf(const course::Course &course, const Stock &stock)
{
    Part part;
    part.layout = QPageLayout(stock.pageSize(), QPageLayout::Portrait, QMarginsF());
    part.pages = 1;
    part.paint = [stock, title = course.title](QPainter &painter, int) {
        const int columns = stock.isLarge ? 1 : 2;
        const int rows = 2;
        const QSizeF page = stock.page();
        const QSizeF slip(page.width() / columns, page.height() / rows);
        paintCuts(painter, page, columns, rows);
        for (int at = 0; at < columns * rows; ++at) {
            const QPointF corner(slip.width() * (at % columns), slip.height() * (at / columns));
            SlipPainter(painter, stock, QRectF(corner, slip)).paint(title);
        }
    };
    return part;
}

} // namespace paper

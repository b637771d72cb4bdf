// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/paging.h"

#include "type/lessondocument.h"

#include <QAbstractTextDocumentLayout>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>

namespace paper {

namespace {

// What stays together.
constexpr int shortParagraph = 4; // lines
constexpr int shortTable = 9;     // rows, with the header

/// What is never cut: a line of text, or a row of a table.
struct Unit {
    double top = 0;
    double bottom = 0;
    bool keepsNext = false;
    bool startsPage = false;
    std::optional<QRectF> header = std::nullopt;
};

class Cutter
{
public:
    explicit Cutter(const QTextDocument &document) : m_document(document)
    {
        for (QTextBlock block = document.begin(); block.isValid();) {
            if (const QTextTable *table = QTextCursor(block).currentTable()) {
                addTable(*table);
                block = document.findBlock(table->lastPosition() + 1);
                // Qt ends a table with an empty block, which lies over its last row.
                if (block.isValid() && block.length() == 1 && QTextCursor(block).currentTable() == nullptr)
                    block = block.next();
            } else {
                addLines(block);
                block = block.next();
            }
        }
    }

    [[nodiscard]] std::vector<Page> pages(double height) const
    {
        std::vector<Page> pages;
        for (std::size_t first = 0; first < m_units.size();) {
            const std::optional<QRectF> header = m_units[first].header;
            const double room = height - (header ? header->height() : 0);
            const std::size_t end = endOfPage(first, room);
            pages.push_back({m_units[first].top, m_units[end - 1].bottom, header});
            first = end;
        }
        return pages;
    }

private:
    [[nodiscard]] QRectF rectOf(const QTextBlock &block) const
    {
        return m_document.documentLayout()->blockBoundingRect(block);
    }

    void addLines(const QTextBlock &block)
    {
        static_cast<void>(rectOf(block)); // lays it out
        const QTextLayout &set = *block.layout();
        const QTextBlockFormat format = block.blockFormat();
        const bool keepsNext = format.boolProperty(type::KeepsNext);
        const int lines = set.lineCount();
        for (int i = 0; i < lines; ++i) {
            const QTextLine line = set.lineAt(i);
            Unit unit;
            unit.top = set.position().y() + line.y();
            unit.bottom = unit.top + line.height();
            const bool isLast = i + 1 == lines;
            unit.keepsNext = keepsNext || (!isLast && (lines <= shortParagraph || i == 0 || i == lines - 2));
            unit.startsPage = i == 0 && (format.pageBreakPolicy() & QTextFormat::PageBreak_AlwaysBefore) != 0;
            m_units.push_back(unit);
        }
    }

    void addTable(const QTextTable &table)
    {
        std::optional<QRectF> header;
        for (int row = 0; row < table.rows(); ++row) {
            const QRectF area = rowRect(table, row);
            Unit unit{.top = area.top(), .bottom = area.bottom()};
            const bool isHeader = row < table.format().headerRowCount();
            const bool isShort = table.rows() <= shortTable && row + 1 < table.rows();
            unit.keepsNext = isHeader || isShort || row + 2 == table.rows(); // no row is alone on a page
            if (isHeader)
                header = header ? header->united(area) : area;
            else
                unit.header = header;
            m_units.push_back(unit);
        }
    }

    [[nodiscard]] QRectF rowRect(const QTextTable &table, int row) const
    {
        QRectF area;
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            for (auto part = cell.begin(); !part.atEnd(); ++part)
                area = area.united(rectOf(part.currentBlock()));
        }
        const double pad = table.format().cellPadding();
        return {0, area.top() - pad, m_document.size().width(), area.height() + 2 * pad + 1};
    }

    /// One behind the last unit of the page that begins with `first`.
    [[nodiscard]] std::size_t endOfPage(std::size_t first, double room) const
    {
        std::size_t end = first + 1;
        while (end < m_units.size() && !m_units[end].startsPage && m_units[end].bottom - m_units[first].top <= room)
            ++end;
        if (end == m_units.size() || m_units[end].startsPage)
            return end;
        std::size_t kept = end;
        while (kept > first && m_units[kept - 1].keepsNext)
            --kept;
        return kept > first ? kept : end;
    }

    const QTextDocument &m_document;
    std::vector<Unit> m_units;
};

} // namespace

std::vector<Page> pagesOf(const QTextDocument &document, double height)
{
    return Cutter(document).pages(height);
}

} // namespace paper

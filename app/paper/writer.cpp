// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/writer.h"

#include "paper/finishing.h"
#include "paper/inlay.h"
#include "type/spantext.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextFrame>
#include <QTextTable>

namespace paper {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Paper", text);
}

constexpr double boxSide = 20;   // of a box with a letter in it
constexpr double hangingBy = 30; // what a text stands to the right of its box
constexpr double longestBar = 130;
constexpr double barHeight = 6;
constexpr double ruleHeight = 9; // millimetres: handwriting
constexpr double spacing = 0.85; // of lines: paper needs less than a screen
constexpr int helpRules = 7;
constexpr QChar object = QChar::ObjectReplacementCharacter;

/// A run of letters in one style.
struct Run {
    QString text;
    bool isBold = false;
    bool isItalic = false;
};

/// The text in runs; a line break stands for a paragraph of its own.
std::vector<Run> runsOf(const items::Text &text)
{
    if (text.format == items::TextFormat::Plain || text.format == items::TextFormat::Moodle)
        return {{text.content.trimmed()}};
    QTextDocument marked;
    marked.setHtml(type::richText(text));
    std::vector<Run> runs;
    for (QTextBlock block = marked.begin(); block.isValid(); block = block.next()) {
        if (!runs.empty())
            runs.push_back({QString(QChar::LineSeparator)});
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            runs.push_back({part.fragment().text(), format.fontWeight() >= QFont::Bold, format.fontItalic()});
        }
    }
    return runs;
}

QTextCharFormat charFormat(const QFont &font, const QColor &colour)
{
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(colour);
    return format;
}

} // namespace

Writer::Writer(const course::Course &course, const Stock &stock)
    : m_course(course), m_stock(stock), m_measure(stock.measure()), m_document(std::make_shared<QTextDocument>()),
      m_inlay(new Inlay(course, m_measure.sans(14), *m_document)), m_blankLines(stock.isLarge ? 11 : 8.5),
      m_cursor(m_document.get())
{
    m_document->setUndoRedoEnabled(false);
    m_document->setUseDesignMetrics(true);
    m_document->setDocumentMargin(0);
    m_document->setDefaultFont(m_measure.serif(17));
    m_document->setIndentWidth(m_measure.of(28));
    m_document->setTextWidth(stock.page().width()); // one endless page: pagesOf cuts it
    const QRectF area = stock.area();
    QTextFrameFormat frame = m_document->rootFrame()->frameFormat();
    frame.setLeftMargin(area.left());
    frame.setRightMargin(stock.page().width() - area.right());
    m_document->rootFrame()->setFrameFormat(frame);
    m_cursor.beginEditBlock(); // set once, when all of it is there
}

Manner Writer::title() const
{
    return {.font = m_measure.serif(28, QFont::Bold), .below = 8, .keepsNext = true};
}

Manner Writer::heading() const
{
    return {.font = m_measure.serif(21, QFont::Bold), .above = 16, .below = 6, .keepsNext = true};
}

Manner Writer::subheading() const
{
    return {.font = m_measure.sans(14, QFont::Bold), .above = 10, .below = 3, .keepsNext = true};
}

Manner Writer::body() const
{
    return {.font = m_measure.serif(17), .below = 8};
}

Manner Writer::small() const
{
    return {.font = m_measure.sans(14), .below = 4};
}

void Writer::begin(const Manner &manner)
{
    QTextBlockFormat format;
    format.setTopMargin(m_measure.of(manner.above));
    format.setBottomMargin(m_measure.of(manner.below));
    format.setLeftMargin(m_measure.of(manner.left));
    format.setLayoutDirection(Qt::LeftToRight); // the course's language decides, not the interface's
    if (manner.keepsNext)
        format.setProperty(type::KeepsNext, true);
    if (manner.startsPage)
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    m_cursor.movePosition(QTextCursor::End);
    const QTextCharFormat letters = charFormat(manner.font, printedColours().ink);
    if (m_document->isEmpty()) {
        m_cursor.setBlockFormat(format);
        m_cursor.setBlockCharFormat(letters);
    } else {
        m_cursor.insertBlock(format, letters);
    }
}

void Writer::more(const QString &text, const QFont &font)
{
    m_cursor.insertText(text, charFormat(font, printedColours().ink));
}

void Writer::more(const items::Text &text, const QFont &font)
{
    for (const Run &run : runsOf(text)) {
        QFont face = font;
        if (run.isBold)
            face.setWeight(QFont::Bold);
        face.setItalic(run.isItalic);
        QString words = run.text;
        more(words.replace(u'\n', QChar(QChar::LineSeparator)), face);
    }
}

void Writer::add(const QString &text, const Manner &manner)
{
    begin(manner);
    m_cursor.insertText(text, charFormat(manner.font, manner.isMuted ? printedColours().muted : printedColours().ink));
}

void Writer::add(const items::Text &text, const Manner &manner)
{
    begin(manner);
    more(text, manner.font);
}

void Writer::hang(int inlaid, const QString &text, const QFont &font, bool isFilled)
{
    const double width = m_measure.of(hangingBy);
    QTextBlockFormat format = m_cursor.blockFormat();
    format.setLeftMargin(format.leftMargin() + width);
    format.setTextIndent(-width);
    m_cursor.setBlockFormat(format);
    QTextCharFormat letters = charFormat(font, printedColours().ink);
    letters.setObjectType(inlaid);
    letters.setProperty(InlaidWidth, width);
    letters.setProperty(InlaidHeight, inlaid == BoxObject ? m_measure.of(boxSide) : QFontMetricsF(font).ascent());
    letters.setProperty(InlaidText, text);
    letters.setProperty(InlaidFilled, isFilled);
    letters.setProperty(type::PlainText, text);
    m_cursor.insertText(QString(object), letters);
}

void Writer::addBoxed(const QString &letter, const items::Text &text, const Manner &manner, bool isFilled)
{
    begin(manner);
    hang(BoxObject, letter, m_measure.sans(13), isFilled);
    more(text, manner.font);
}

void Writer::addNumbered(const QString &number, const items::Text &text, const Manner &manner)
{
    begin(manner);
    hang(LabelObject, number, m_measure.sans(16, QFont::Bold), false);
    more(text, manner.font);
}

void Writer::addBoxes(int count)
{
    begin({.font = m_measure.sans(14), .above = 4, .below = 10});
    const double side = millimetres(m_stock.isLarge ? 11 : 9);
    QTextCharFormat letters = charFormat(m_measure.sans(14), printedColours().ink);
    letters.setObjectType(BoxObject);
    letters.setProperty(InlaidWidth, side);
    letters.setProperty(InlaidHeight, side);
    for (int i = 0; i < count; ++i)
        m_cursor.insertText(QString(object), letters);
}

void Writer::addRules(int count)
{
    for (int i = 0; i < count; ++i) {
        begin({.font = m_measure.sans(12), .below = i + 1 == count ? 8.0 : 0.0, .keepsNext = i + 1 < count});
        QTextCharFormat line;
        line.setObjectType(RuleObject);
        line.setProperty(InlaidWidth, m_stock.area().width());
        line.setProperty(InlaidHeight, millimetres(m_stock.isLarge ? ruleHeight + 3 : ruleHeight));
        m_cursor.insertText(QString(object), line);
    }
}

void Writer::addHelp(const QString &words)
{
    add(tr("If you need somebody now"), heading());
    if (!words.trimmed().isEmpty()) {
        items::Text text{words, items::TextFormat::Plain};
        add(text, body());
        return;
    }
    Manner lead = small();
    lead.keepsNext = true;
    add(tr("Nobody has filled in the help card yet. Write here who can be spoken to today, and who answers a telephone "
           "near here; call each number before you write it down."),
        lead);
    addRules(helpRules);
}

type::LessonSetting Writer::setting(const QString &meta, bool trainerNotes) const
{
    type::LessonSetting setting;
    setting.colours = printedColours();
    setting.trainerNotes = trainerNotes;
    setting.spacing = spacing;
    setting.meta = meta;
    setting.onPaper = true;
    setting.measure = m_measure;
    return setting;
}

std::vector<type::MarginNote> Writer::addSection(const course::Section &section, const QString &meta, bool trainerNotes)
{
    return type::addLesson(*m_document, m_course, section, setting(meta, trainerNotes));
}

void Writer::addBlocks(const std::vector<course::Block> &blocks)
{
    type::addBlocks(*m_document, m_course, blocks, setting({}, true));
}

/// Below the words of a cell, as long as its column at the most.
void Writer::insertBar(QTextCursor &cursor, const TableCell &cell, double width)
{
    cursor.insertBlock();
    QTextCharFormat bar = charFormat(m_measure.sans(4), printedColours().ink);
    bar.setObjectType(BarObject);
    bar.setProperty(InlaidWidth, std::min(width, static_cast<double>(m_measure.of(longestBar))));
    bar.setProperty(InlaidHeight, static_cast<double>(m_measure.of(barHeight)));
    bar.setProperty(InlaidShare, *cell.share);
    if (cell.range) {
        bar.setProperty(InlaidLow, cell.range->low);
        bar.setProperty(InlaidHigh, cell.range->high);
    }
    bar.setProperty(type::PlainText, QString());
    cursor.insertText(QString(object), bar);
}

void Writer::addTable(const QStringList &header, const std::vector<std::vector<TableCell>> &rows,
                      const std::vector<int> &shares)
{
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setBorder(0);
    format.setBorderCollapse(true);
    format.setCellPadding(m_measure.of(5));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setTopMargin(m_measure.of(6));
    format.setBottomMargin(m_measure.of(12));
    QList<QTextLength> widths;
    for (const int share : shares)
        widths.append(QTextLength(QTextLength::PercentageLength, share));
    format.setColumnWidthConstraints(widths);
    m_cursor.movePosition(QTextCursor::End);
    QTextTable *table =
        m_cursor.insertTable(static_cast<int>(rows.size()) + 1, static_cast<int>(header.size()), format);
    const auto fill = [&](int row, const std::vector<TableCell> &cells) {
        for (int column = 0; column < static_cast<int>(cells.size()); ++column) {
            const TableCell &told = cells[static_cast<std::size_t>(column)];
            QTextTableCell cell = table->cellAt(row, column);
            QTextTableCellFormat line = cell.format().toTableCellFormat();
            line.setBottomBorder(row == 0 ? unitsPerPoint : unitsPerPoint / 2);
            line.setBottomBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            line.setBottomBorderBrush(row == 0 ? printedColours().ink : printedColours().line);
            cell.setFormat(line);
            QTextCursor inside = cell.firstCursorPosition();
            inside.insertText(told.text, charFormat(m_measure.sans(14, row == 0 ? QFont::Bold : QFont::Normal),
                                                    printedColours().ink));
            if (told.share)
                insertBar(inside, told,
                          m_stock.area().width() * shares[static_cast<std::size_t>(column)] / 100.0 - m_measure.of(10));
        }
    };
    std::vector<TableCell> heads;
    for (const QString &one : header)
        heads.push_back({one});
    fill(0, heads);
    for (int row = 0; row < static_cast<int>(rows.size()); ++row)
        fill(row + 1, rows[static_cast<std::size_t>(row)]);
    m_cursor.movePosition(QTextCursor::End);
}

std::shared_ptr<QTextDocument> Writer::finished()
{
    hangSigns(*m_document, m_measure);
    m_cursor.endEditBlock();
    fitFigures(*m_document, *m_inlay, m_stock);
    spreadBlanks(*m_document, m_stock, millimetres(m_blankLines));
    return m_document;
}

} // namespace paper

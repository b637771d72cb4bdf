// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/paging.h"
#include "paper/paperhelpers.h"
#include "paper/parts.h"

#include <QAbstractTextDocumentLayout>
#include <QTextCursor>
#include <QTextTable>

using paper::Page;
using paper::pagesOf;

namespace {

/// A document of lines of one height each, so that what fits on a page can be counted.
class Lines
{
public:
    Lines() : m_cursor(&m_document)
    {
        m_document.setDocumentMargin(0);
        m_document.setTextWidth(100'000);
    }

    /// A paragraph of `count` lines.
    Lines &add(int count, bool keepsNext = false)
    {
        QTextBlockFormat format;
        if (keepsNext)
            format.setProperty(type::KeepsNext, true);
        m_lines += count;
        if (m_document.isEmpty())
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format);
        m_cursor.insertText(QStringLiteral("line"));
        for (int i = 1; i < count; ++i)
            m_cursor.insertText(QString(QChar::LineSeparator) + QStringLiteral("line"));
        return *this;
    }

    /// How many lines stand on each page that has room for `room` of them.
    [[nodiscard]] QList<int> pages(int room) const
    {
        QList<int> counts;
        const double lineHeight = m_document.size().height() / m_lines;
        for (const Page &page : pagesOf(m_document, room * lineHeight + 1))
            counts.append(qRound((page.bottom - page.top) / lineHeight));
        return counts;
    }

private:
    QTextDocument m_document;
    QTextCursor m_cursor;
    int m_lines = 0;
};

} // namespace

class TestPaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { testing::failOnWarnings(); }

    void fillsPages();
    void aHeadingStaysWithItsText();
    void headingsInARowStayTogether();
    void noLineIsAlone();
    void aShortParagraphIsNotCut();
    void whatIsTooHighIsCut();
    void aTableShowsItsHeaderAgain();
    void aShortTableIsNotCut();
    void noShippedPageEndsInAHeading_data();
    void noShippedPageEndsInAHeading();
};

void TestPaging::fillsPages()
{
    QCOMPARE(Lines().add(1).pages(10), QList<int>{1});
    QCOMPARE(Lines().add(10).pages(10), QList<int>{10});
    QCOMPARE(Lines().add(4).add(4).add(2).add(1).pages(10), (QList<int>{10, 1}));
    QCOMPARE(Lines().add(26).pages(10), (QList<int>{10, 10, 6}));
}

void TestPaging::aHeadingStaysWithItsText()
{
    QCOMPARE(Lines().add(9).add(1, true).add(8).pages(10), (QList<int>{9, 9}));
    QCOMPARE(Lines().add(8).add(1, true).add(8).pages(10), (QList<int>{8, 9}));
    QCOMPARE(Lines().add(7).add(1, true).add(8).pages(10), (QList<int>{10, 6})); // two lines of it are there
}

void TestPaging::headingsInARowStayTogether()
{
    QCOMPARE(Lines().add(7).add(1, true).add(1, true).add(8).pages(10), (QList<int>{7, 10}));
    QCOMPARE(Lines().add(4).add(5, true).add(1, true).add(1, true).add(1).pages(10), (QList<int>{4, 8}));
}

void TestPaging::noLineIsAlone()
{
    QCOMPARE(Lines().add(9).add(6).pages(10), (QList<int>{9, 6}));
    QCOMPARE(Lines().add(5).add(6).pages(10), (QList<int>{9, 2}));
}

void TestPaging::aShortParagraphIsNotCut()
{
    QCOMPARE(Lines().add(7).add(4).pages(10), (QList<int>{7, 4}));
    QCOMPARE(Lines().add(7).add(5).pages(10), (QList<int>{10, 2}));
}

void TestPaging::whatIsTooHighIsCut()
{
    QCOMPARE(Lines().add(12, true).add(3).pages(10), (QList<int>{10, 5}));
    QCOMPARE(Lines().add(1).add(12, true).add(3).pages(10), (QList<int>{1, 10, 5}));
}

void TestPaging::aTableShowsItsHeaderAgain()
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setTextWidth(10'000);
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    QTextTable *table = QTextCursor(&document).insertTable(40, 1, format);
    for (int row = 0; row < 40; ++row)
        table->cellAt(row, 0).firstCursorPosition().insertText(QString::number(row));
    const double all = document.size().height();
    const std::vector<Page> pages = pagesOf(document, all / 3);
    QVERIFY(pages.size() >= 4U); // a header takes room
    QVERIFY(!pages.front().header);
    for (std::size_t i = 1; i + 1 < pages.size(); ++i) {
        QVERIFY(pages[i].header.has_value());
        QVERIFY(pages[i].header->top() < pages.front().bottom);
        QVERIFY(pages[i].bottom - pages[i].top + pages[i].header->height() <= all / 3);
    }
}

void TestPaging::aShortTableIsNotCut()
{
    QTextDocument document;
    document.setDocumentMargin(0);
    document.setTextWidth(10'000);
    QTextCursor cursor(&document);
    cursor.insertText(testing::text("Before it\nstand four\nshort\nlines"));
    QTextTable *table = cursor.insertTable(6, 1, {});
    for (int row = 0; row < 6; ++row)
        table->cellAt(row, 0).firstCursorPosition().insertText(QString::number(row));
    const double all = document.size().height();
    const std::vector<Page> pages = pagesOf(document, all * 0.8);
    QCOMPARE(pages.size(), 2U);
    QVERIFY(pages[0].bottom < all * 0.6);
    QVERIFY(pages[1].bottom > all * 0.8);
}

void TestPaging::noShippedPageEndsInAHeading_data()
{
    QTest::addColumn<bool>("isLarge");
    QTest::addColumn<int>("size");
    QTest::newRow("A4") << false << int(paper::PaperSize::A4);
    QTest::newRow("Letter") << false << int(paper::PaperSize::Letter);
    QTest::newRow("A4, large") << true << int(paper::PaperSize::A4);
    QTest::newRow("Letter, large") << true << int(paper::PaperSize::Letter);
}

void TestPaging::noShippedPageEndsInAHeading()
{
    QFETCH(bool, isLarge);
    QFETCH(int, size);
    const course::Course &course = testing::wholeCourse();
    const paper::Stock stock{.size = static_cast<paper::PaperSize>(size), .isLarge = isLarge};
    std::vector<paper::Part> parts{paper::wholeGuideOf(course, stock)};
    for (const course::Module &module : course.modules)
        parts.push_back(paper::handoutOf(course, module, stock, {}));
    for (const course::Card &card : course.cards)
        parts.push_back(paper::cardOf(course, card, stock));
    for (const paper::Part &part : parts) {
        const std::vector<Page> pages = pagesOf(*part.document, stock.area().height());
        QCOMPARE(int(pages.size()), part.pages);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            QVERIFY(pages[i].bottom > pages[i].top);
            QVERIFY(pages[i].bottom - pages[i].top <= stock.area().height());
            if (i + 1 == pages.size())
                continue;
            QVERIFY(pages[i].bottom <= pages[i + 1].top + 1);
            const int last =
                part.document->documentLayout()->hitTest({stock.area().left() + 10, pages[i].bottom - 5}, Qt::FuzzyHit);
            const QTextBlock block = part.document->findBlock(last);
            QVERIFY2(!block.blockFormat().boolProperty(type::KeepsNext), qPrintable(block.text()));
        }
    }
}

PAPER_TEST_MAIN(TestPaging)

#include "tst_paging.moc"

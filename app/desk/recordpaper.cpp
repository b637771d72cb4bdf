// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/recordpaper.h"

#include "base/wholefile.h"
#include "desk/contentsmodel.h"
#include "desk/progresswords.h"
#include "type/tokens.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace desk {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Record", text);
}

QString dateText(qint64 at)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at).date(), QLocale::LongFormat);
}

class RecordWriter
{
public:
    RecordWriter(const Study &study, QTextDocument &document) : m_study(study), m_cursor(&document) {}

    void write()
    {
        add(translated(QT_TRANSLATE_NOOP("Record", "A record of study")), type::serif(20, QFont::Bold), 6);
        add(m_study.course().title, type::serif(14), 4);
        add(translated(QT_TRANSLATE_NOOP("Record", "As of %1.")).arg(dateText(m_study.today().now)), type::sans(10),
            20);
        add(translated(QT_TRANSLATE_NOOP("Record", "Name, written by hand: ______________________________")),
            type::sans(11), 20);
        addModules();
        add(translated(QT_TRANSLATE_NOOP("Record", "What this proves")), type::sans(11, QFont::Bold), 2);
        add(translated(QT_TRANSLATE_NOOP(
                "Record", "That on one computer these parts were opened to their end, or passed over on purpose, and "
                          "that as many of their questions were answered, or skipped, as stands beside them, by "
                          "whoever used it. “I don't know” counts as an answer.")),
            type::sans(10), 10);
        add(translated(QT_TRANSLATE_NOOP("Record", "What it does not prove")), type::sans(11, QFont::Bold), 2);
        add(translated(QT_TRANSLATE_NOOP(
                "Record",
                "Who that was: the program asks for no name. What they know or can do: the questions are there "
                "to learn from, and have not been calibrated. It is no certificate.")),
            type::sans(10), 0);
    }

private:
    void add(const QString &text, const QFont &font, double below)
    {
        QTextBlockFormat block;
        block.setBottomMargin(type::sized(below));
        QTextCharFormat format;
        format.setFont(font);
        m_cursor.insertBlock(block);
        m_cursor.insertText(text, format);
    }

    void addModules()
    {
        std::vector<const course::Module *> modules;
        for (const course::Module &module : m_study.course().modules) {
            if (module.isOpen() && !module.roomOnly)
                modules.push_back(&module);
        }
        QTextTableFormat format;
        format.setBorder(0);
        format.setCellPadding(type::sized(4));
        format.setBottomMargin(type::sized(16));
        QTextTable *table = m_cursor.insertTable(static_cast<int>(modules.size()), 3, format);
        for (int row = 0; row < static_cast<int>(modules.size()); ++row) {
            const course::Module &module = *modules[static_cast<std::size_t>(row)];
            const ModuleProgress progress = m_study.progressOf(module);
            fill(*table, row, 0,
                 QStringLiteral("%1. %2").arg(moduleNumber(m_study.course(), module)).arg(module.title));
            fill(*table, row, 1, readingWords(progress));
            fill(*table, row, 2, checkWords(module, progress));
        }
        m_cursor.movePosition(QTextCursor::End);
    }

    /// What was answered and what was skipped, apart: whoever goes through a check may skip all of it.
    [[nodiscard]] QString checkWords(const course::Module &module, const ModuleProgress &progress) const
    {
        if (progress.itemsSeen == 0)
            return {};
        QString words = translated(QT_TRANSLATE_NOOP("Record", "%1 of %2 questions answered"))
                            .arg(progress.itemsAnswered)
                            .arg(progress.items);
        if (const int skipped = progress.itemsSeen - progress.itemsAnswered; skipped > 0)
            words += translated(QT_TRANSLATE_NOOP("Record", ", %1 skipped")).arg(skipped);
        if (const qint64 at = m_study.completedAt(module.id); at != 0)
            words += translated(QT_TRANSLATE_NOOP("Record", "; gone through to the end on %1")).arg(dateText(at));
        return words;
    }

    static void fill(QTextTable &table, int row, int column, const QString &text)
    {
        QTextCharFormat format;
        format.setFont(type::sans(10));
        table.cellAt(row, column).firstCursorPosition().insertText(text, format);
    }

    const Study &m_study;
    QTextCursor m_cursor;
};

} // namespace

std::unique_ptr<QTextDocument> recordOf(const Study &study)
{
    auto document = std::make_unique<QTextDocument>();
    RecordWriter(study, *document).write();
    return document;
}

bool writePdf(QTextDocument &document, const QString &title, const QString &path)
{
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("After the Raid"));
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
        document.print(&writer);
    }
    return base::writeWhole(path, bytes.data()).has_value();
}

} // namespace desk

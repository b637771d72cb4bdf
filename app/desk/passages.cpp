// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/passages.h"

#include "type/lessondocument.h"

#include <QCoreApplication>
#include <QTextBlock>

#include <algorithm>

namespace desk {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("desk::Passages", text);
}

/// The next place of some words in what the course says.
QTextCursor nextPlace(const QTextDocument &document, const QString &words, QTextCursor from)
{
    do {
        from = document.find(words, from, QTextDocument::FindCaseSensitively);
    } while (!from.isNull() && from.block().blockFormat().hasProperty(type::OwnNote));
    return from;
}

QTextCharFormat small(QFont::Weight weight, const QColor &colour)
{
    QTextCharFormat format;
    format.setFont(type::sans(12, weight));
    format.setForeground(colour);
    return format;
}

void setUnder(const QTextBlock &block, const keep::Note &note, const type::Colours &colours)
{
    QTextBlockFormat format;
    format.setProperty(type::OwnNote, true);
    format.setLeftMargin(type::sized(16));
    format.setBottomMargin(type::sized(8));
    format.setLineHeight(type::sized(18), QTextBlockFormat::MinimumHeight);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock);
    cursor.insertBlock(format);
    cursor.insertText(tr("Your note") + QLatin1Char(' '), small(QFont::Bold, colours.accent));
    QString words = note.text;
    words.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    cursor.insertText(words + QLatin1Char(' '), small(QFont::Normal, colours.muted));
    QTextCharFormat link = small(QFont::Normal, colours.accent);
    link.setAnchor(true);
    link.setAnchorHref(linkTo(note));
    link.setFontUnderline(true);
    cursor.insertText(tr("Change it"), link);
}

} // namespace

QString linkTo(const keep::Note &note)
{
    return ownNoteLink + note.id.toString(QUuid::WithoutBraces);
}

QUuid noteIn(const QString &link)
{
    return link.startsWith(ownNoteLink) ? QUuid::fromString(link.mid(ownNoteLink.size())) : QUuid();
}

QTextCursor passageOf(QTextDocument &document, const keep::Note &note)
{
    QTextCursor found(&document);
    for (int i = 0; i <= note.occurrence && !found.isNull(); ++i)
        found = nextPlace(document, note.quote, found);
    return found;
}

keep::Note noteOn(const QTextCursor &selected)
{
    const QTextDocument &document = *selected.document();
    // The line above the title is none of the section's own words.
    const bool isAbove = !selected.hasSelection() && selected.block() == document.firstBlock();
    const QTextBlock block = isAbove ? selected.block().next() : document.findBlock(selected.selectionStart());
    const int blockEnd = block.position() + block.length() - 1;
    const int from = selected.hasSelection() ? selected.selectionStart() : block.position();
    const int to = selected.hasSelection() ? std::min(selected.selectionEnd(), blockEnd) : blockEnd;
    keep::Note note;
    if (block.blockFormat().hasProperty(type::OwnNote))
        return note;
    note.quote = block.text().mid(from - block.position(), to - from).left(keep::longestQuote);
    if (note.quote.isEmpty())
        return note;
    QTextCursor before = nextPlace(document, note.quote, QTextCursor(document.firstBlock()));
    for (; !before.isNull() && before.selectionStart() < from; before = nextPlace(document, note.quote, before))
        ++note.occurrence;
    return note;
}

QList<QTextEdit::ExtraSelection> markedPassages(QTextDocument &document, const std::vector<keep::Note> &notes,
                                                const type::Colours &colours)
{
    constexpr double faint = 0.25; // the text on it stays well readable
    QColor colour = colours.amber;
    colour.setAlphaF(faint);
    QList<QTextEdit::ExtraSelection> marks;
    for (const keep::Note &note : notes) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = passageOf(document, note);
        mark.format.setBackground(colour);
        if (!mark.cursor.isNull())
            marks.append(mark);
    }
    return marks;
}

QList<QTextEdit::ExtraSelection> passagesOn(const QTextDocument &document, const QStringList &claims,
                                            const type::Colours &colours)
{
    const auto refersToOne = [&claims](const QTextBlock &block) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            const QString link = fragment.fragment().charFormat().anchorHref();
            if (link.startsWith(type::claimLink) && claims.contains(link.mid(type::claimLink.size())))
                return true;
        }
        return false;
    };
    QList<QTextEdit::ExtraSelection> passages;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!refersToOne(block))
            continue;
        QTextEdit::ExtraSelection passage;
        passage.cursor = QTextCursor(block);
        passage.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        passage.format.setBackground(colours.accentSoft);
        passages.append(passage);
    }
    return passages;
}

void foldInto(QTextDocument &document, const std::vector<keep::Note> &notes, const type::Colours &colours)
{
    // The last first, so that notes on one paragraph stand in their own order.
    const std::vector<keep::Note> lastFirst(notes.rbegin(), notes.rend());
    for (const keep::Note &note : lastFirst) {
        if (note.text.isEmpty())
            continue;
        const QTextCursor passage = passageOf(document, note);
        const QTextBlock head = document.firstBlock().next(); // the title
        setUnder(passage.isNull() ? head : passage.block(), note, colours);
    }
}

} // namespace desk

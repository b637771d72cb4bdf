// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/paperdocument.h"

#include "type/lessondocument.h"

#include <QCoreApplication>
#include <QTextBlock>
#include <QTextCursor>

namespace type {

namespace {

/// What is drawn by the window becomes the words that it stands for; the window's own foot goes.
void sayObjects(QTextDocument &document)
{
    QTextCursor cursor(&document);
    for (int at = 0; at < document.characterCount(); ++at) {
        if (document.characterAt(at) != QChar::ObjectReplacementCharacter)
            continue;
        cursor.setPosition(at);
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        const QTextCharFormat object = cursor.charFormat();
        QTextCharFormat words;
        words.setFont(object.objectType() == ChipObject ? sans(9) : serif(11));
        cursor.insertText(object.stringProperty(PlainText), words);
        at = cursor.position() - 1;
    }
}

/// A content note's ways out lead nowhere on paper.
void dropChoices(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const auto isChoice = [](const QTextBlock &one) {
            for (auto part = one.begin(); !part.atEnd(); ++part) {
                if (part.fragment().charFormat().anchorHref() == skipLink)
                    return true;
            }
            return false;
        };
        if (!isChoice(block))
            continue;
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.removeSelectedText();
        block = document.begin();
    }
}

} // namespace

std::unique_ptr<QTextDocument> paperOf(const course::Course &course, const course::Section &section,
                                       const QString &module, const QString &help)
{
    auto document = std::make_unique<QTextDocument>();
    LessonSetting setting;
    setting.colours = coloursOf(Tone::Light);
    setting.foldNotes = true;
    setting.meta = module;
    static_cast<void>(buildLesson(*document, course, section, setting));
    dropChoices(*document);
    sayObjects(*document);
    QTextCursor end(document.get());
    end.movePosition(QTextCursor::End);
    end.insertBlock();
    end.insertText(QCoreApplication::translate("desk::HelpDialog", "If you need somebody now") + QLatin1Char('\n'), [] {
        QTextCharFormat format;
        format.setFont(sans(11, QFont::Bold));
        return format;
    }());
    QTextCharFormat plain;
    plain.setFont(sans(11));
    end.insertText(help.isEmpty()
                       ? QCoreApplication::translate("desk::HelpDialog", "(to be filled in by whoever runs the course)")
                       : help,
                   plain);
    return document;
}

} // namespace type

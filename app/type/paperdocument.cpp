// SPDX-License-Identifier: GPL-3.0-or-later
#include "type/paperdocument.h"

#include "type/lessondocument.h"

#include <QCoreApplication>
#include <QTextCursor>

namespace type {

namespace {

/// What is drawn elsewhere becomes the words that it stands for.
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
        words.setFont(serif(17));
        cursor.insertText(object.stringProperty(PlainText), words);
        at = cursor.position() - 1;
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
    setting.onPaper = true;
    static_cast<void>(buildLesson(*document, course, section, setting));
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

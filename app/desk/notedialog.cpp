// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notedialog.h"

#include "desk/card.h"
#include "desk/style.h"
#include "type/tokens.h"

#include <QCoreApplication>
#include <QDialog>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

namespace desk {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Notes", text);
}

} // namespace

bool askForNotes(QWidget *parent)
{
    QMessageBox box(QMessageBox::NoIcon, translated(QT_TRANSLATE_NOOP("Notes", "Notes")),
                    translated(QT_TRANSLATE_NOOP("Notes", "Switch on notes of your own?")), QMessageBox::NoButton,
                    parent);
    box.setInformativeText(translated(QT_TRANSLATE_NOOP(
        "Notes", "They are free text, kept in a file on this computer, for whoever can open it to read. No names "
                 "and no cases, please: this is no place for them. Notes never leave with a copy. "
                 "Ctrl+Shift+Delete wipes all of them at once, for good.")));
    QPushButton *leave =
        box.addButton(translated(QT_TRANSLATE_NOOP("Notes", "Leave them off")), QMessageBox::RejectRole);
    const QPushButton *on =
        box.addButton(translated(QT_TRANSLATE_NOOP("Notes", "Switch them on")), QMessageBox::AcceptRole);
    box.setDefaultButton(leave);
    box.setEscapeButton(leave);
    box.exec();
    return box.clickedButton() == on;
}

bool askTakingOut(QWidget *parent, const keep::Note &note)
{
    QString quote = note.quote;
    quote.remove(QChar::ObjectReplacementCharacter);
    QMessageBox box(QMessageBox::NoIcon, translated(QT_TRANSLATE_NOOP("Notes", "Your mark")),
                    translated(QT_TRANSLATE_NOOP("Notes", "Take this mark out?")), QMessageBox::NoButton, parent);
    box.setInformativeText(QStringLiteral("“%1”").arg(quote.simplified()));
    QPushButton *leave = box.addButton(translated(QT_TRANSLATE_NOOP("Notes", "Leave it")), QMessageBox::RejectRole);
    const QPushButton *out =
        box.addButton(translated(QT_TRANSLATE_NOOP("Notes", "Take it out")), QMessageBox::AcceptRole);
    box.setEscapeButton(leave);
    box.exec();
    return box.clickedButton() == out;
}

NoteAnswer askNote(QWidget *parent, keep::Note &note)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(translated(QT_TRANSLATE_NOOP("Notes", "Your note")));
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins(type::sized(24), type::sized(20), type::sized(24), type::sized(20));
    column->setSpacing(type::sized(10));
    if (!note.quote.isEmpty()) {
        QString quote = note.quote;
        quote.remove(QChar::ObjectReplacementCharacter);
        column->addWidget(makeText(&dialog, QStringLiteral("“%1”").arg(quote.simplified()), type::serif(14)));
    }
    auto *field = new QPlainTextEdit(note.text, &dialog);
    field->setAccessibleName(translated(QT_TRANSLATE_NOOP("Notes", "Your note")));
    field->setTabChangesFocus(true);
    field->setMinimumSize(type::sized(420), type::sized(140));
    column->addWidget(field, 1);
    column->addWidget(makeText(&dialog, translated(QT_TRANSLATE_NOOP("Notes", "No names, no cases.")), type::sans(12),
                               QPalette::PlaceholderText));
    NoteAnswer answer = NoteAnswer::Leave;
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    const auto add = [&](const char *name, NoteAnswer gives) {
        auto *button = new QPushButton(translated(name), &dialog);
        row->addWidget(button);
        QObject::connect(button, &QPushButton::clicked, &dialog, [&answer, &dialog, gives] {
            answer = gives;
            dialog.accept();
        });
        return button;
    };
    if (!note.id.isNull())
        add(QT_TRANSLATE_NOOP("Notes", "Take it out"), NoteAnswer::Remove);
    row->addStretch(1);
    add(QT_TRANSLATE_NOOP("Notes", "Leave it"), NoteAnswer::Leave);
    QPushButton *keepIt = add(QT_TRANSLATE_NOOP("Notes", "Keep it"), NoteAnswer::Keep);
    setPart(keepIt, ButtonPart::Primary);
    column->addLayout(row);
    QWidget::setTabOrder(field, keepIt);
    field->setFocus();
    if (dialog.exec() != QDialog::Accepted)
        return NoteAnswer::Leave;
    note.text = field->toPlainText().trimmed().left(keep::longestNote);
    return answer;
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/helpdialog.h"

#include "desk/card.h"
#include "desk/style.h"
#include "desk/tokens.h"
#include "keep/helpcard.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace desk {

HelpDialog::HelpDialog(const QString &text, QWidget *parent) : QDialog(parent), m_text(text)
{
    setWindowTitle(tr("Help"));
    setAccessibleName(tr("Help card"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sized(28), sized(24), sized(28), sized(20));
    column->setSpacing(sized(12));
    column->addWidget(makeText(this, tr("If you need somebody now"), serif(21, QFont::Bold)));
    column->addWidget(makeText(this,
                               tr("You may stop, skip or leave at any time, and come back or not. Nothing that you do "
                                  "here is told to anybody."),
                               sans(14), QPalette::PlaceholderText));
    m_stack = new QStackedWidget(this);
    m_words = makeCopyableText(m_stack, QString(), sans(14), QPalette::WindowText);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_field = new QPlainTextEdit(m_stack);
    m_field->setAccessibleName(tr("What stands on the help card"));
    m_field->setTabChangesFocus(true);
    m_stack->addWidget(m_words);
    m_stack->addWidget(m_field);
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(sized(10));
    m_edit = new QPushButton(this);
    auto *close = new QPushButton(tr("Close"), this);
    close->setToolTip(tr("Back to where you were (Esc)"));
    setPart(close, ButtonPart::Primary);
    row->addWidget(m_edit);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (m_stack->currentWidget() == m_field)
            save();
        else
            edit();
    });
    setMinimumSize(sized(480), sized(360));
    showText();
    close->setFocus();
}

void HelpDialog::showText()
{
    const QString blank = tr("This card is still blank. Whoever runs the course here fills it in, with what they have "
                             "checked themselves:\n\n"
                             "• who in the room or the house can be spoken to\n"
                             "• a local line or service, when it answers and in which languages\n"
                             "• what happens if somebody tells of a person at risk, and who decides\n\n"
                             "No number from a book, and none that nobody has called lately.");
    m_words->setText(m_text.isEmpty() ? blank : m_text);
    m_stack->setCurrentWidget(m_words);
    m_edit->setText(m_text.isEmpty() ? tr("Fill it in") : tr("Change it"));
    m_edit->setToolTip(
        tr("The card is kept on this computer and printed on every handout; no names of persons in cases"));
}

void HelpDialog::edit()
{
    m_field->setPlainText(m_text);
    m_stack->setCurrentWidget(m_field);
    m_edit->setText(tr("Keep it so"));
    m_field->setFocus();
}

void HelpDialog::save()
{
    m_text = m_field->toPlainText().trimmed().left(keep::mostHelpText);
    Q_EMIT textChanged(m_text);
    showText();
}

} // namespace desk

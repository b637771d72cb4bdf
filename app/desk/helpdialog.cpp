// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/helpdialog.h"

#include "desk/card.h"
#include "desk/style.h"
#include "keep/helpcard.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace desk {

namespace {

/// Wants to be as tall as what it holds; Qt's own stops at 24 lines. The dialog grows to it as far as the screen has
/// room.
class TallScrollArea final : public QScrollArea
{
public:
    using QScrollArea::QScrollArea;

    [[nodiscard]] QSize sizeHint() const override
    {
        return widget()->sizeHint() + QSize(verticalScrollBar()->sizeHint().width(), 0);
    }
};

/// What a card says of itself.
struct CardWords {
    QString name;
    QString title;
    QString lead;
    QString blank; ///< as long as nobody has filled it in
    QString tip;
};

CardWords helpWords()
{
    return {HelpDialog::tr("Help card"), HelpDialog::tr("If you need somebody now"),
            HelpDialog::tr("You may stop, skip or leave at any time, and come back or not. Nothing that you do here is "
                           "told to anybody."),
            HelpDialog::tr("This card is still blank. Whoever runs the course here fills it in, with what they have "
                           "checked themselves:\n\n"
                           "• who in the room or the house can be spoken to\n"
                           "• a local line or service, when it answers and in which languages\n"
                           "• what happens if somebody tells of a person at risk, and who decides\n\n"
                           "No number from a book, and none that nobody has called lately."),
            HelpDialog::tr("The card is kept on this computer and printed on every handout; no names of persons in "
                           "cases")};
}

CardWords disclosureWords()
{
    return {
        HelpDialog::tr("Card for when somebody discloses"), HelpDialog::tr("When somebody discloses"),
        HelpDialog::tr("For the trainer and the co-trainer: when somebody tells of what happened to them, or names a "
                       "person at risk. The printed card has the rest."),
        HelpDialog::tr("This card is still blank. Fill it in before the day, with what you have checked "
                       "yourselves:\n\n"
                       "• the quiet room, and who goes along\n"
                       "• what the law here makes you pass on, and to whom\n"
                       "• who may decide when a person is at risk, and how they are reached\n"
                       "• a service that can come or take a call that day\n\n"
                       "A promise of silence that cannot be kept does harm."),
        HelpDialog::tr("The card is kept on this computer and never shown to the room; no names of persons in "
                       "cases")};
}

CardWords wordsOf(keep::CardKind kind)
{
    return kind == keep::CardKind::Help ? helpWords() : disclosureWords();
}

} // namespace

HelpDialog::HelpDialog(QString text, QWidget *parent, keep::CardKind kind)
    : QDialog(parent), m_text(std::move(text)), m_kind(kind)
{
    setWindowTitle(tr("Help"));
    setAccessibleName(wordsOf(kind).name);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(type::sized(28), type::sized(24), type::sized(28), type::sized(20));
    column->setSpacing(type::sized(12));
    column->addWidget(makeText(this, wordsOf(kind).title, type::serif(21, QFont::Bold)));
    column->addWidget(makeText(this, wordsOf(kind).lead, type::sans(14), QPalette::PlaceholderText));
    m_stack = new QStackedWidget(this);
    m_scroll = new TallScrollArea(m_stack);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setBackgroundRole(QPalette::Window);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the dialog takes its keys: no stop for Tab where nothing is to be pressed
    m_words = makeCopyableText(m_scroll, QString(), type::sans(14), QPalette::WindowText);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_scroll->setWidget(m_words);
    m_field = new QPlainTextEdit(m_stack);
    m_field->setAccessibleName(tr("What stands on the card"));
    m_field->setTabChangesFocus(true);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_field);
    column->addWidget(m_stack, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(type::sized(10));
    m_edit = new QPushButton(this);
    auto *close = new QPushButton(tr("Close"), this);
    close->setToolTip(tr("Back to where you were (Esc); what you have written is kept"));
    setPart(close, ButtonPart::Primary);
    row->addWidget(m_edit);
    row->addStretch(1);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_edit, &QPushButton::clicked, this, [this] {
        if (isEditing())
            save();
        else
            edit();
    });
    setMinimumSize(type::sized(480), type::sized(360));
    showText();
    close->setFocus();
}

/// Every way out comes by here: the button, Esc and the window's own frame.
void HelpDialog::done(int result)
{
    if (isEditing())
        save();
    QDialog::done(result);
}

void HelpDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown)
        m_scroll->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    else if (event->key() == Qt::Key_PageUp)
        m_scroll->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    else
        QDialog::keyPressEvent(event);
}

bool HelpDialog::isEditing() const
{
    return m_stack->currentWidget() == m_field;
}

void HelpDialog::showText()
{
    m_words->setText(m_text.isEmpty() ? wordsOf(m_kind).blank : m_text);
    m_stack->setCurrentWidget(m_scroll);
    m_edit->setText(m_text.isEmpty() ? tr("Fill it in") : tr("Change it"));
    m_edit->setToolTip(wordsOf(m_kind).tip);
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

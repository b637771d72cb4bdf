// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/marginnote.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>

#include <utility>

namespace desk {

MarginNoteCard::MarginNoteCard(type::NoteText note, bool isClaim, QWidget *parent)
    : QWidget(parent), m_note(std::move(note)), m_label(new QLabel(this)), m_isClaim(isClaim)
{
    m_label->setFont(type::sans(12));
    m_label->setForegroundRole(QPalette::PlaceholderText);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft | Qt::AlignAbsolute);
    m_label->setTextInteractionFlags(m_note.onwards.isEmpty() && m_note.more.isEmpty() ? Qt::TextSelectableByMouse
                                                                                       : Qt::TextBrowserInteraction);
    connect(m_label, &QLabel::linkActivated, this, &MarginNoteCard::linkActivated);
    // A note is the course's text, which keeps its own direction in a mirrored window.
    m_label->setLayoutDirection(Qt::LeftToRight);
    setAccessibleName(m_note.head);
    setAccessibleDescription(m_note.body + QLatin1Char(' ') + m_note.foot);
    setText();
}

void MarginNoteCard::setText()
{
    const type::Colours colours = type::coloursIn(palette());
    QString text = QStringLiteral("<b style=\"color:%1\">%2</b> %3 <span style=\"color:%4\">%5</span>")
                       .arg((m_isClaim ? colours.accent : colours.ink).name(), m_note.head.toHtmlEscaped(),
                            m_note.body.toHtmlEscaped(), colours.ink.name(), m_note.foot.toHtmlEscaped());
    const auto link = [&](const QString &target, const QString &words) {
        if (!target.isEmpty())
            text += QStringLiteral(" &nbsp;<a href=\"%1\" style=\"color:%2\">%3</a>")
                        .arg(target, colours.accent.name(), words.toHtmlEscaped());
    };
    link(m_note.more, tr("More"));
    link(m_note.onwards, m_note.onwardsText);
    m_label->setText(text);
}

int MarginNoteCard::heightForWidth(int width) const
{
    return m_label->heightForWidth(width) + type::sized(10);
}

void MarginNoteCard::setCalled(bool called)
{
    m_called = called;
    update();
}

void MarginNoteCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const type::Colours colours = type::coloursIn(palette());
    if (m_called)
        painter.fillRect(rect(), colours.accentSoft);
    painter.fillRect(0, 0, width(), m_called ? 4 : 2, m_isClaim || m_called ? colours.accent : colours.line);
}

void MarginNoteCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_label->setGeometry(0, type::sized(8), width(), height() - type::sized(8));
}

void MarginNoteCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setText();
}

} // namespace desk

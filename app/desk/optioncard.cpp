// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/optioncard.h"

#include "desk/style.h"
#include "type/spantext.h"
#include "type/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace desk {

namespace {

constexpr double leading = 60;
constexpr double trailing = 16;
constexpr double above = 14;
constexpr double badge = 26;

QLabel *makeLabel(QWidget *parent, const QFont &font)
{
    auto *label = new QLabel(parent);
    label->setFont(font);
    label->setWordWrap(true);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    label->setLayoutDirection(Qt::LeftToRight);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft | Qt::AlignAbsolute);
    return label;
}

} // namespace

OptionCard::OptionCard(const QString &letter, const QString &text, Qt::TextFormat format, QWidget *parent)
    : QAbstractButton(parent), m_letter(letter), m_text(makeLabel(this, type::serif(16))),
      m_feedback(makeLabel(this, type::sans(14)))
{
    m_text->setTextFormat(format);
    m_text->setText(text);
    m_feedback->hide();
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setText(text);
    setAccessibleName(tr("%1: %2").arg(letter, text));
}

void OptionCard::setFrame(Frame frame)
{
    m_frame = frame;
    update();
}

void OptionCard::setFeedback(const QString &verdict, const items::Text &feedback)
{
    m_feedback->setTextFormat(Qt::RichText);
    m_feedback->setText(QStringLiteral("<b>%1</b> %2").arg(verdict.toHtmlEscaped(), type::richText(feedback)));
    m_feedback->show();
    setAccessibleDescription(verdict + QLatin1Char(' ') + feedback.content);
    close();
}

void OptionCard::close()
{
    m_closed = true;
    unsetCursor();
    setFocusPolicy(Qt::NoFocus);
    updateGeometry();
    layOut();
}

int OptionCard::textWidth(int width) const
{
    return std::max(1, width - type::sized(leading) - type::sized(trailing));
}

QSize OptionCard::sizeHint() const
{
    const int width = type::sized(480);
    return {width, heightForWidth(width)};
}

int OptionCard::heightForWidth(int width) const
{
    const int inner = textWidth(width);
    int height = 2 * type::sized(above) + std::max(type::sized(badge), m_text->heightForWidth(inner));
    if (!m_feedback->isHidden())
        height += type::sized(6) + m_feedback->heightForWidth(inner);
    return height;
}

void OptionCard::layOut()
{
    const int inner = textWidth(width());
    const int textHeight = m_text->heightForWidth(inner);
    const int top = type::sized(above) + std::max(0, (type::sized(badge) - textHeight) / 2);
    const auto place = [this](QWidget *widget, const QRect &rect) {
        widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
    };
    place(m_text, {type::sized(leading), top, inner, textHeight});
    const int below = std::max(type::sized(above) + type::sized(badge), top + textHeight) + type::sized(6);
    place(m_feedback, {type::sized(leading), below, inner, m_feedback->heightForWidth(inner)});
}

void OptionCard::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    layOut();
}

void OptionCard::paintEvent(QPaintEvent * /*event*/)
{
    const type::Colours colours = type::coloursIn(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool chosen = m_frame == Frame::Chosen;
    const bool holds = m_frame == Frame::Holds;
    QPen border(colours.line, 1);
    if (chosen)
        border = QPen(colours.accent, 2);
    else if (holds)
        border = QPen(colours.accent, 1.5, Qt::CustomDashLine);
    else if (underMouse() && !m_closed)
        border = QPen(colours.outline, 1);
    if (holds)
        border.setDashPattern({3, 2.5});
    painter.setPen(border);
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), type::sized(10), type::sized(10));

    const QRect circle = QStyle::visualRect(
        layoutDirection(), rect(), QRect(type::sized(17), type::sized(above), type::sized(badge), type::sized(badge)));
    painter.setPen(QPen(chosen || holds ? colours.accent : colours.line, 1.5));
    painter.setBrush(chosen ? colours.accent : colours.surface);
    painter.drawEllipse(QRectF(circle));
    painter.setPen(chosen ? colours.onAccent : holds ? colours.accent : colours.muted);
    painter.setFont(type::sans(13, QFont::Bold));
    painter.drawText(circle, Qt::AlignCenter, m_letter);
    if (hasFocus() && !m_closed)
        drawFocusRing(&painter, QRectF(rect()).adjusted(3, 3, -3, -3), palette(), type::sized(7));
}

void OptionCard::keyPressEvent(QKeyEvent *event)
{
    // Enter commits the whole answer, so the page must see it; Space chooses this option.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Up ||
        event->key() == Qt::Key_Down)
        event->ignore();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace desk

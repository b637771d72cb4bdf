// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/style.h"

#include "type/tokens.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QWidget>

namespace desk {

namespace {

constexpr auto partProperty = "part";
constexpr qreal controlRadius = 6.0;

ButtonPart partOf(const QWidget *widget)
{
    return widget == nullptr ? ButtonPart::Secondary : static_cast<ButtonPart>(widget->property(partProperty).toInt());
}

struct ButtonColours {
    QColor fill;
    QColor border;
    QColor text;
};

ButtonColours buttonColours(const QStyleOption &option, ButtonPart part)
{
    const type::Colours colours = type::coloursIn(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool over = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool down = option.state.testFlag(QStyle::State_Sunken);
    const bool on = option.state.testFlag(QStyle::State_On);
    if (!enabled)
        return {Qt::transparent, part == ButtonPart::Quiet ? QColor(Qt::transparent) : colours.line, colours.muted};
    if (part == ButtonPart::Primary) {
        const QColor fill = down ? colours.accent.darker(125) : over ? colours.accent.darker(112) : colours.accent;
        return {fill, fill, colours.onAccent};
    }
    const bool lit = on || over || down;
    if (part == ButtonPart::Link)
        return {lit ? colours.accentSoft : QColor(Qt::transparent), Qt::transparent, colours.accent};
    if (part == ButtonPart::Quiet)
        return {lit ? colours.accentSoft : QColor(Qt::transparent), Qt::transparent, on ? colours.accent : colours.ink};
    return {lit ? colours.accentSoft : colours.surface, colours.outline, colours.accent};
}

/// A ring says "keys go here". It follows the keyboard, and stays away from who uses the mouse.
bool showsFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

void drawRing(QPainter *painter, const QRectF &around, const QColor &colour, qreal radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(around.adjusted(1, 1, -1, -1), radius, radius);
    painter->restore();
}

QRectF inset(const QRect &rect, qreal by)
{
    return QRectF(rect).adjusted(by, by, -by, -by);
}

/// Room around a button's words, by what it is for.
QSize buttonSize(const QSize &words, ButtonPart part)
{
    switch (part) {
    case ButtonPart::Primary:
    case ButtonPart::Secondary:
        return {words.width() + type::sized(32), std::max(type::sized(36), words.height() + type::sized(12))};
    case ButtonPart::Quiet:
        return {words.width() + type::sized(24), std::max(type::sized(32), words.height() + type::sized(8))};
    case ButtonPart::Link:
        return {words.width() + type::sized(8), std::max(type::sized(28), words.height() + type::sized(4))};
    }
    return words;
}

void drawButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget)
{
    const ButtonColours colours = buttonColours(option, partOf(widget));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colours.border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(colours.border, 1));
    painter->setBrush(colours.fill);
    painter->drawRoundedRect(inset(option.rect, 0.5), controlRadius, controlRadius);
    painter->restore();
    if (!showsFocus(option))
        return;
    // On the main button, which is filled with the ring's colour, the ring lies inside in the colour of its words.
    if (partOf(widget) == ButtonPart::Primary)
        drawRing(painter, inset(option.rect, 2), colours.text, controlRadius - 2);
    else
        drawFocusRing(painter, QRectF(option.rect), option.palette, controlRadius);
}

void drawField(const QStyleOption &option, QPainter *painter)
{
    const type::Colours colours = type::coloursIn(option.palette);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focused ? colours.accent : colours.outline, focused ? 2 : 1));
    painter->setBrush(colours.surface);
    painter->drawRoundedRect(inset(option.rect, focused ? 1.0 : 0.5), controlRadius, controlRadius);
    painter->restore();
}

void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QRect &handle)
{
    const type::Colours colours = type::coloursIn(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    const bool over = option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    painter->setBrush(over ? colours.muted : colours.outline);
    const QRectF bar = inset(handle, 3.0);
    const qreal radius = std::min(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

} // namespace

void setPart(QWidget *button, ButtonPart part)
{
    if (part == ButtonPart::Link) {
        QFont underlined = button->font();
        underlined.setUnderline(true);
        button->setFont(underlined);
        button->setCursor(Qt::PointingHandCursor);
    }
    button->setProperty(partProperty, static_cast<int>(part));
}

void drawFocusRing(QPainter *painter, const QRectF &around, const QPalette &palette, qreal radius)
{
    drawRing(painter, around, type::coloursIn(palette).accent, radius);
}

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *button = qobject_cast<QPushButton *>(widget))
        button->setAutoDefault(true);
}

void Style::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                         const QString &text, QPalette::ColorRole role) const
{
    // Where the window says left it means the leading side; only the order of the signs is the text's own.
    constexpr int ofTheWindow = Qt::AlignHorizontal_Mask | Qt::TextForceLeftToRight | Qt::TextForceRightToLeft;
    const Qt::LayoutDirection before = painter->layoutDirection();
    const Qt::Alignment side =
        visualAlignment(before, Qt::Alignment(flags) & Qt::AlignHorizontal_Mask) | Qt::AlignAbsolute;
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    QProxyStyle::drawItemText(painter, rect, (flags & ~ofTheWindow) | static_cast<int>(side), palette, enabled, text,
                              role);
    painter->setLayoutDirection(before);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    if (element == PE_PanelButtonCommand) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButton(*button, painter, widget);
            return;
        }
    }
    if (element == PE_PanelLineEdit || element == PE_FrameLineEdit) {
        drawField(*option, painter);
        return;
    }
    if (element == PE_FrameFocusRect) {
        if (showsFocus(*option))
            drawFocusRing(painter, QRectF(option->rect), option->palette, controlRadius);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton coloured(*button);
            coloured.palette.setColor(QPalette::ButtonText, buttonColours(*button, partOf(widget)).text);
            coloured.state.setFlag(State_Sunken, false);
            coloured.state.setFlag(State_On, false);
            QProxyStyle::drawControl(element, &coloured, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            if (slider->maximum > slider->minimum)
                drawScrollBar(*slider, painter, subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton)
        return buttonSize(size, partOf(widget));
    if (type == CT_LineEdit || type == CT_ComboBox)
        return {base.width(), std::max(type::sized(36), base.height())};
    return base;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return type::sized(12);
    case PM_ButtonDefaultIndicator:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    if (hint == SH_ToolTip_WakeUpDelay)
        return 400;
    if (hint == SH_UnderlineShortcut)
        return 0;
    // Whoever scrolls a page past a list of choices chooses none of them.
    if (hint == SH_ComboBox_AllowWheelScrolling)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/style.h"

#include "type/tokens.h"

#include <QAbstractSpinBox>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QWidget>

#include <array>

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

/// The box of a tick, or the circle of one choice among several; true where something belongs in it.
bool drawMarkBox(const QStyleOption &option, QPainter *painter, qreal radius)
{
    const type::Colours colours = type::coloursIn(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool over = enabled && option.state.testFlag(QStyle::State_MouseOver);
    const bool on = option.state.testFlag(QStyle::State_On) || option.state.testFlag(QStyle::State_NoChange);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(!enabled ? colours.line : on ? colours.accent : colours.outline, 1));
    painter->setBrush(on && enabled ? colours.accent : over ? colours.accentSoft : colours.surface);
    painter->drawRoundedRect(inset(option.rect, 0.5), radius, radius);
    painter->setPen(
        QPen(enabled ? colours.onAccent : colours.muted, type::sized(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    return on;
}

void drawTick(const QStyleOption &option, QPainter *painter)
{
    painter->save();
    if (drawMarkBox(option, painter, controlRadius / 2)) {
        const QRectF box(option.rect);
        const auto at = [&box](qreal across, qreal down) {
            return QPointF(box.left() + across * box.width(), box.top() + down * box.height());
        };
        if (option.state.testFlag(QStyle::State_NoChange))
            painter->drawLine(at(0.28, 0.5), at(0.72, 0.5));
        else
            painter->drawPolyline(QPolygonF{at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)});
    }
    painter->restore();
}

void drawDot(const QStyleOption &option, QPainter *painter)
{
    painter->save();
    if (drawMarkBox(option, painter, option.rect.width() / 2.0)) {
        painter->setBrush(painter->pen().color());
        painter->setPen(Qt::NoPen);
        const QRectF box(option.rect);
        painter->drawEllipse(box.center(), box.width() / 5, box.height() / 5);
    }
    painter->restore();
}

/// The arrows of a field with steps, as high as small type.
struct StepArrow {
    QStyle::SubControl place;
    QStyle::PrimitiveElement element;
    QAbstractSpinBox::StepEnabledFlag step;
};

constexpr std::array stepArrows{
    StepArrow{QStyle::SC_SpinBoxUp, QStyle::PE_IndicatorArrowUp, QAbstractSpinBox::StepUpEnabled},
    StepArrow{QStyle::SC_SpinBoxDown, QStyle::PE_IndicatorArrowDown, QAbstractSpinBox::StepDownEnabled},
};

void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget, const QStyle &style)
{
    drawField(option, painter);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (const StepArrow &arrow : stepArrows) {
        QStyleOption drawn(option);
        const QRect place = style.subControlRect(QStyle::CC_SpinBox, &option, arrow.place, widget);
        drawn.rect = QRect(0, 0, type::sized(10), type::sized(10));
        drawn.rect.moveCenter(place.center());
        drawn.state.setFlag(QStyle::State_Enabled,
                            option.state.testFlag(QStyle::State_Enabled) && option.stepEnabled.testFlag(arrow.step));
        style.drawPrimitive(arrow.element, &drawn, painter, widget);
    }
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
        // What stands inside a box with arrows has that one's frame.
        const QWidget *around = widget == nullptr ? nullptr : widget->parentWidget();
        if (qobject_cast<const QAbstractSpinBox *>(around) == nullptr)
            drawField(*option, painter);
        return;
    }
    if (element == PE_IndicatorCheckBox) {
        drawTick(*option, painter);
        return;
    }
    if (element == PE_IndicatorRadioButton) {
        drawDot(*option, painter);
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
    if (control == CC_SpinBox) {
        if (const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option)) {
            drawSpinBox(*box, painter, widget, *this);
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
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox)
        return {base.width(), std::max(type::sized(36), base.height())};
    return base;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return type::sized(12);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return type::sized(16);
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

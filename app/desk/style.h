// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace desk {

/// What a push button is for, as its dynamic property `part`: the one main action of a page, a lesser one, a quiet one
/// that looks like text until it is pointed at, or one that reads as a link.
enum class ButtonPart { Secondary, Primary, Quiet, Link };
void setPart(QWidget *button, ButtonPart part);

/// Fusion with our own buttons, fields, scroll bars and focus rings. All colours come from the palette.
class Style final : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    /// Enter presses the button that has the focus, as Space does.
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;

    /// Words run in their own language's direction: a question mark stays behind an English question in a mirrored
    /// window.
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                      const QString &text, QPalette::ColorRole role) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;
};

/// Draws the focus ring that every focusable thing of our own shows.
void drawFocusRing(QPainter *painter, const QRectF &around, const QPalette &palette, qreal radius);

} // namespace desk

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/card.h"

#include "desk/paint.h"
#include "type/tokens.h"

#include <QHash>

#include <algorithm>

namespace desk {

namespace {

/// A label that remembers how tall it is at a width. Layouts ask the same a dozen times before a window is shown, and
/// each answer breaks the whole text into lines anew.
class WrappedText final : public QLabel
{
public:
    using QLabel::QLabel;

    [[nodiscard]] int heightForWidth(int width) const override
    {
        refresh();
        const auto known = m_heights.constFind(width);
        if (known != m_heights.constEnd())
            return *known;
        return *m_heights.insert(width, QLabel::heightForWidth(width));
    }

    /// As wide as its longest line, or as a line is comfortably read; Qt would try a handful of widths for a good
    /// shape, and no page gives the text that shape anyway.
    [[nodiscard]] QSize sizeHint() const override
    {
        if (!wordWrap())
            return QLabel::sizeHint();
        refresh();
        const QMargins margins = contentsMargins();
        const int width = std::min(m_natural + margins.left() + margins.right(),
                                   comfortableCharacters * fontMetrics().averageCharWidth());
        return {width, heightForWidth(width)};
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        if (!wordWrap())
            return QLabel::minimumSizeHint();
        return {fewestCharacters * fontMetrics().averageCharWidth(), fontMetrics().height()};
    }

private:
    static constexpr int comfortableCharacters = 72;
    static constexpr int fewestCharacters = 12;

    /// Forgets what was measured of another text or face.
    void refresh() const
    {
        if (m_natural > 0 && m_text == text() && m_font == font())
            return;
        m_text = text();
        m_font = font();
        m_heights.clear();
        m_natural = fontMetrics().size(0, m_text).width() + 1;
    }

    mutable QHash<int, int> m_heights;
    mutable int m_natural = 0; ///< width of the longest line; 0: nothing measured yet
    mutable QString m_text;    ///< of which all this is
    mutable QFont m_font;
};

} // namespace

Card::Card(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(type::sized(20), type::sized(18), type::sized(20), type::sized(20));
    m_column->setSpacing(type::sized(6));
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintCard(painter, QRectF(rect()), palette());
}

QLabel *makeText(QWidget *parent, const QString &text, const QFont &font, QPalette::ColorRole role)
{
    auto *label = new WrappedText(text, parent);
    label->setFont(font);
    label->setForegroundRole(role);
    label->setWordWrap(true);
    return label;
}

QLabel *makeCopyableText(QWidget *parent, const QString &text, const QFont &font, QPalette::ColorRole role)
{
    QLabel *label = makeText(parent, text, font, role);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace desk

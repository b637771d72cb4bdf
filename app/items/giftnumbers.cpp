// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/giftnumbers.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace items {

namespace {

constexpr std::array moodleFractions{1.0,       0.9,       0.8333333, 0.8,       0.75, 0.7,  0.6666667,
                                     0.6,       0.5,       0.4,       0.3333333, 0.3,  0.25, 0.2,
                                     0.1666667, 0.1428571, 0.125,     0.1111111, 0.1,  0.05, 0.0};
constexpr double tolerancePercent = 0.001;
constexpr int weightDecimals = 5;

bool isDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// Takes the digits at the front, and says whether there were any.
bool takeDigits(QStringView &text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    const qsizetype count = end - text.begin();
    text = text.sliced(count);
    return count > 0;
}

bool take(QStringView &text, QStringView oneOf)
{
    if (text.isEmpty() || !oneOf.contains(text.front()))
        return false;
    text = text.sliced(1);
    return true;
}

/// QString::toDouble would also take `inf` and `nan`.
bool hasNumberForm(QStringView text)
{
    take(text, u"+-");
    const bool hasWhole = takeDigits(text);
    const bool hasDecimals = take(text, u".") && takeDigits(text);
    if (!hasWhole && !hasDecimals)
        return false;
    if (!take(text, u"eE"))
        return text.isEmpty();
    take(text, u"+-");
    return takeDigits(text) && text.isEmpty();
}

double nearestListed(double size)
{
    return *std::ranges::min_element(moodleFractions, {}, [&](double listed) { return std::abs(listed - size); });
}

} // namespace

std::optional<double> giftNumber(QStringView text)
{
    if (!hasNumberForm(text))
        return std::nullopt;
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<QString> withDecimalPoint(QStringView text)
{
    if (!text.contains(u','))
        return std::nullopt;
    QString pointed = text.toString();
    pointed.replace(u',', u'.');
    return giftNumber(pointed) ? std::optional(pointed) : std::nullopt;
}

QString giftNumberText(double number)
{
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

double nearestFraction(double percent)
{
    const double nearest = nearestListed(std::abs(percent) / 100);
    // No minus before a zero.
    return percent < 0 && nearest > 0 ? -nearest : nearest;
}

std::optional<double> knownFraction(double percent)
{
    const double nearest = nearestFraction(percent);
    return std::abs(nearest * 100 - percent) < tolerancePercent ? std::optional(nearest) : std::nullopt;
}

QString giftWeightText(double fraction)
{
    const QString text = QString::number(fraction * 100, 'f', weightDecimals);
    const bool isWhole = text == QStringLiteral("100.00000") || text == QStringLiteral("-100.00000");
    return isWhole ? text.chopped(weightDecimals + 1) : text;
}

} // namespace items

// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/giftquantities.h"

#include "items/giftnumbers.h"
#include "items/gifttext.h"

namespace items {

namespace {

using base::FaultCode;

/// `whole` is told where the part in question is missing.
std::optional<double> readNumber(QStringView part, QStringView whole, GiftFindings &findings)
{
    const QStringView text = giftTrimmed(part);
    const std::optional<double> number = giftNumber(text);
    if (number)
        return number;
    const QStringView found = text.isEmpty() ? whole : text;
    if (const std::optional<QString> pointed = withDecimalPoint(found))
        findings.error(FaultCode::GiftDecimalComma, found, {found.toString(), *pointed});
    else
        findings.error(FaultCode::GiftNumberMalformed, found, {found.toString()});
    return std::nullopt;
}

/// A negative half-width would accept nothing.
std::optional<GiftRange> soundRange(const GiftRange &range, QStringView found, GiftFindings &findings)
{
    if (range.halfWidth >= 0)
        return range;
    findings.error(FaultCode::GiftNumberMalformed, found, {found.toString()});
    return std::nullopt;
}

std::optional<GiftRange> readLowHigh(QStringView text, qsizetype dots, GiftFindings &findings)
{
    const std::optional<double> low = readNumber(text.first(dots), text, findings);
    const std::optional<double> high = readNumber(text.sliced(dots + 2), text, findings);
    if (!low || !high)
        return std::nullopt;
    // Halved first: the sum of two great numbers may overflow.
    const double centre = *low / 2 + *high / 2;
    return soundRange({centre, *high - centre}, text, findings);
}

std::optional<GiftRange> readCentreTolerance(QStringView text, qsizetype colon, GiftFindings &findings)
{
    QStringView centreText = text.first(colon);
    // An escaped colon is a colon to Moodle here.
    if (centreText.endsWith(u'\\'))
        centreText.chop(1);
    const std::optional<double> centre = readNumber(centreText, text, findings);
    const std::optional<double> tolerance = readNumber(text.sliced(colon + 1), text, findings);
    if (!centre || !tolerance)
        return std::nullopt;
    return soundRange({*centre, *tolerance}, text, findings);
}

} // namespace

double readGiftWeight(QStringView weight, GiftFindings &findings)
{
    if (const std::optional<QString> pointed = withDecimalPoint(weight)) {
        findings.error(FaultCode::GiftDecimalComma, weight, {weight.toString(), *pointed});
        return 0;
    }
    const std::optional<double> percent = giftNumber(weight);
    const std::optional<double> known = percent ? knownFraction(*percent) : std::nullopt;
    if (!known) {
        const QString nearest = percent ? giftWeightText(nearestFraction(*percent)) : QString();
        findings.error(FaultCode::GiftWeightUnknown, weight, {weight.toString(), nearest});
    }
    return known.value_or(0);
}

std::optional<GiftRange> readGiftRange(QStringView text, GiftFindings &findings)
{
    const qsizetype dots = text.indexOf(QStringView(u".."));
    if (dots >= 0)
        return readLowHigh(text, dots, findings);
    const qsizetype colon = text.indexOf(u':');
    if (colon >= 0)
        return readCentreTolerance(text, colon, findings);
    const std::optional<double> number = readNumber(text, text, findings);
    return number ? std::optional(GiftRange{*number, 0}) : std::nullopt;
}

} // namespace items

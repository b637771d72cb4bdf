// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/giftfindings.h"

#include "items/gifttext.h"

#include <algorithm>

namespace items {

namespace {

constexpr std::size_t mostFindings = 100;
constexpr qsizetype detailLength = 80;

} // namespace

void GiftFindings::error(base::FaultCode code, QStringView where, const QStringList &details)
{
    m_hasError = true;
    add(base::Severity::Error, code, where, details);
}

void GiftFindings::warn(base::FaultCode code, QStringView where, const QStringList &details)
{
    add(base::Severity::Warning, code, where, details);
}

void GiftFindings::add(base::Severity severity, base::FaultCode code, QStringView where, const QStringList &details)
{
    if (m_findings.size() >= mostFindings)
        return;
    Finding finding{severity, code, offsetOf(where), {}};
    for (const QString &detail : details)
        finding.details.append(firstCodePoints(detail, detailLength).toString());
    m_findings.push_back(finding);
}

base::Place GiftFindings::placeOf(QStringView where) const
{
    return GiftPlaces(m_block, m_file).at(offsetOf(where));
}

base::Faults GiftFindings::faults(const QString &itemId) const
{
    std::vector<Finding> sorted = m_findings;
    std::ranges::stable_sort(sorted, {}, &Finding::offset);
    GiftPlaces places(m_block, m_file);
    base::Faults faults;
    for (const Finding &finding : sorted) {
        const base::Place place = places.at(finding.offset);
        faults.push_back({finding.severity, base::Scope::Item, itemId, finding.code, place, finding.details});
    }
    return faults;
}

} // namespace items

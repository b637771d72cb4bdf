// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/giftblock.h"

#include <utility>
#include <vector>

namespace items {

/// What is the matter with one block. A finding stands where a view into the block's text begins; lines and columns are
/// worked out at the end, for all in one pass. Past a hundred findings only the fact of an error is kept: such a text
/// is no GIFT, and nobody reads on.
class GiftFindings
{
public:
    /// `block` must outlive this.
    GiftFindings(const GiftBlock &block, QString file) : m_block(block), m_file(std::move(file)) {}

    void error(base::FaultCode code, QStringView where, const QStringList &details = {});
    void warn(base::FaultCode code, QStringView where, const QStringList &details = {});

    [[nodiscard]] bool hasError() const { return m_hasError; }
    [[nodiscard]] base::Place placeOf(QStringView where) const;

    /// In the order of their places.
    [[nodiscard]] base::Faults faults(const QString &itemId) const;

private:
    struct Finding {
        base::Severity severity = base::Severity::Error;
        base::FaultCode code = base::FaultCode::GiftBraceMissing;
        qsizetype offset = 0;
        QStringList details;
    };

    void add(base::Severity severity, base::FaultCode code, QStringView where, const QStringList &details);
    [[nodiscard]] qsizetype offsetOf(QStringView where) const { return where.data() - m_block.text.constData(); }

    const GiftBlock &m_block;
    QString m_file;
    std::vector<Finding> m_findings;
    bool m_hasError = false;
};

} // namespace items

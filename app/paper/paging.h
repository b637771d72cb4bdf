// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <optional>
#include <vector>

class QTextDocument;

namespace paper {

/// What of an endless document stands on one page, from one height to another, in the document's units.
struct Page {
    double top = 0;
    double bottom = 0;
    std::optional<QRectF> header = std::nullopt; ///< of the table that runs on from the page before: shown above it

    bool operator==(const Page &) const = default;
};

/// Cuts a document into pages with room for `height` each. A heading stays with what it heads, a question with its
/// options, a paragraph is not cut after its first line or before its last, nor a short table, and a row of a table not
/// at all; what belongs together and is higher than a page is cut where the page ends.
[[nodiscard]] std::vector<Page> pagesOf(const QTextDocument &document, double height);

} // namespace paper

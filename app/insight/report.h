// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/figure.h"
#include "insight/material.h"

namespace insight {

/// A number as it may be told, and the bar that may be drawn of it.
struct ReportCell {
    QString text;
    std::optional<double> share = {};              ///< 0 to 1, how long the bar is
    std::optional<figures::ShareRange> range = {}; ///< that so few people leave open
    bool isHidden = false; ///< words stand for its number, or nothing does: no sum beside it may give it back

    bool operator==(const ReportCell &) const = default;
};

struct ReportRow {
    QString head;
    std::vector<ReportCell> cells;
    bool holds = false; ///< an option that holds

    bool operator==(const ReportRow &) const = default;
};

/// What the row is, and that the option holds where it does.
[[nodiscard]] QString headText(const ReportRow &row);

/// One part of a chapter: words, a table, and what is to be said about it.
struct ReportBlock {
    QString heading = {};
    QStringList words = {};
    QStringList columns = {}; ///< of the table: what its rows are, then one for each cell
    std::vector<ReportRow> rows = {};
    QStringList notes = {};

    bool operator==(const ReportBlock &) const = default;
};

struct ReportChapter {
    QString heading;
    std::vector<ReportBlock> blocks;

    bool operator==(const ReportChapter &) const = default;
};

/// Something in a report that somebody could be known by, or that a stranger should not read.
struct Concern {
    QString where;
    QString what;

    bool operator==(const Concern &) const = default;
};

/// What answers say, in words and numbers, for one kind of reader. The same values stand on the screen, on paper and in
/// files: nothing is reckoned, nor worded, after it.
struct Report {
    QString title;
    std::vector<ReportChapter> chapters;
    std::vector<Concern> concerns; ///< none where it was scrubbed

    bool operator==(const Report &) const = default;
};

/// Whom it is for. A trainer gets every question with what is behind the answers; a funder what changed, with what that
/// does not show; an author what the answers say of the items, with coefficients.
enum class Reader { Trainer, Funder, Author };

/// The report of what was answered. Counts keep to the table of small numbers. `isScrubbed` tells counts of one and two
/// in words alone, dates by their month, and no name that a trainer gave a plan.
[[nodiscard]] Report reportOf(const course::Course &course, const Material &material, Reader reader, bool isScrubbed);

} // namespace insight

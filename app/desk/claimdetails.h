// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <QDialog>

namespace desk {

/// One thing to know of a claim.
struct Detail {
    QString label; ///< "Source"
    QString text;

    bool operator==(const Detail &) const = default;
};

/// What a claim says, whose it is and of when, how far it was verified and which sources its numbers have, the words
/// that it is told in, each number that it gives with its definition, and who is not counted in it: the figures that
/// show it say that, or else the section that tells it. All of it stands in the course; what does not is left out.
[[nodiscard]] std::vector<Detail> detailsOf(const course::Course &course, const course::Claim &claim);

/// All of that over the page; Escape closes it.
class ClaimDialog final : public QDialog
{
    Q_OBJECT

public:
    ClaimDialog(const course::Course &course, const course::Claim &claim, QWidget *parent);
};

/// Opens that over the page that `parent` stands on; nothing where the course has no such claim.
void openClaim(const course::Course &course, const QString &claim, QWidget *parent);

} // namespace desk

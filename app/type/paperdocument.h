// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course/course.h"

#include <memory>

class QTextDocument;

namespace type {

/// A section for paper: black on white, claims and words explained under their paragraphs, figures as what they say,
/// and at its end what the help card says, or room to write it in.
[[nodiscard]] std::unique_ptr<QTextDocument> paperOf(const course::Course &course, const course::Section &section,
                                                     const QString &module, const QString &help);

} // namespace type

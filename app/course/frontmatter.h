// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace course {

/// The front matter between two lines of three dashes at the head of a text; `body` is where the text itself begins.
struct FrontMatter {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype body = 0;
};

/// Nothing where the bytes do not begin with such a line, or have no second one.
[[nodiscard]] std::optional<FrontMatter> frontMatterOf(const QByteArray &bytes);

} // namespace course

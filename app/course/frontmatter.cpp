// SPDX-License-Identifier: GPL-3.0-or-later
#include "course/frontmatter.h"

namespace course {

namespace {

qsizetype nextLine(const QByteArray &bytes, qsizetype from)
{
    const qsizetype end = bytes.indexOf('\n', from);
    return end < 0 ? bytes.size() : end + 1;
}

} // namespace

std::optional<FrontMatter> frontMatterOf(const QByteArray &bytes)
{
    const auto isFence = [&](qsizetype from) {
        return bytes.mid(from, nextLine(bytes, from) - from).trimmed() == "---";
    };
    if (!isFence(0))
        return std::nullopt;
    const qsizetype begin = nextLine(bytes, 0);
    for (qsizetype line = begin; line < bytes.size(); line = nextLine(bytes, line)) {
        if (isFence(line))
            return FrontMatter{begin, line, nextLine(bytes, line)};
    }
    return std::nullopt;
}

} // namespace course

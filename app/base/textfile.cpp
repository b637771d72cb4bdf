// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfile.h"

#include <algorithm>

namespace base {

TextFile::TextFile(QString name, QByteArray bytes) : m_name(std::move(name)), m_bytes(std::move(bytes))
{
    m_lineStarts.push_back(0);
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        if (m_bytes.at(i) == '\n')
            m_lineStarts.push_back(i + 1);
    }
}

Place TextFile::placeAt(qsizetype offset) const
{
    const qsizetype inside = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), inside);
    const qsizetype start = *(after - 1);
    const auto isCodePointStart = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    const auto column = std::count_if(m_bytes.begin() + start, m_bytes.begin() + inside, isCodePointStart);
    return {m_name, static_cast<int>(after - m_lineStarts.begin()), static_cast<int>(column) + 1};
}

} // namespace base

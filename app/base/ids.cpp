// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QByteArray>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace base {

namespace {

using Bytes = std::array<quint8, 16>;

Bytes bytesOf(const QUuid &id)
{
    Bytes bytes{};
    const QByteArray raw = id.toRfc4122();
    std::transform(raw.begin(), raw.end(), bytes.begin(), [](char byte) { return static_cast<quint8>(byte); });
    return bytes;
}

QUuid uuidOf(const Bytes &bytes)
{
    QByteArray raw;
    raw.reserve(16);
    for (const quint8 byte : bytes)
        raw.append(static_cast<char>(byte));
    return QUuid::fromRfc4122(raw);
}

void stampVersion(Bytes &bytes)
{
    bytes[6] = static_cast<quint8>((bytes[6] & 0x0FU) | 0x70U);
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3FU) | 0x80U);
}

Bytes freshBytes(qint64 atMs)
{
    Bytes bytes{};
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    auto time = static_cast<quint64>(atMs);
    for (std::size_t i = 6; i-- > 0; time >>= 8U)
        bytes[i] = static_cast<quint8>(time & 0xFFU);
    stampVersion(bytes);
    return bytes;
}

/// The next greater id: adds one from the end, and skips over the version and variant bits by setting them again.
Bytes successor(Bytes bytes)
{
    for (std::size_t i = 16; i-- > 0;) {
        const quint8 fixedMask = i == 6 ? 0xF0U : i == 8 ? 0xC0U : 0U;
        const auto free = static_cast<quint8>(~fixedMask);
        const auto counted = static_cast<quint8>((bytes[i] & free) + 1U);
        bytes[i] = static_cast<quint8>((bytes[i] & fixedMask) | (counted & free));
        if ((counted & free) != 0)
            break;
    }
    return bytes;
}

} // namespace

bool isId(const QString &text)
{
    const auto isWordCharacter = [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
    };
    return !text.isEmpty() && isWordCharacter(text.front()) &&
           std::ranges::all_of(text, [&](QChar c) { return isWordCharacter(c) || c == QLatin1Char('-'); });
}

UuidSource::UuidSource(const QUuid &last) : m_last(last) {}

QUuid UuidSource::next(qint64 atMs)
{
    const Bytes fresh = freshBytes(atMs);
    const Bytes last = bytesOf(m_last);
    m_last = uuidOf(last < fresh ? fresh : successor(last));
    return m_last;
}

bool uuidBefore(const QUuid &left, const QUuid &right)
{
    return bytesOf(left) < bytesOf(right);
}

} // namespace base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUuid>

namespace base {

/// Whether `text` may be the id of a section, item, figure, term or scene: `[a-z0-9][a-z0-9-]*`.
[[nodiscard]] bool isId(const QString &text);

/// Makes UUIDs of version 7 (RFC 9562, 5.7), each greater than the last, whatever the clock does: where the clock
/// stands still or goes back, the 74 bits below the time count on.
class UuidSource
{
public:
    /// Continues after `last`, the greatest id that exists already; a null one starts afresh.
    explicit UuidSource(const QUuid &last = {});

    [[nodiscard]] QUuid next(qint64 atMs);

private:
    QUuid m_last;
};

/// Byte-wise order, which is the order of replay (QUuid's own operator compares by variant first).
[[nodiscard]] bool uuidBefore(const QUuid &left, const QUuid &right);

} // namespace base

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/fault.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace base {

/// A text file as bytes that are sound UTF-8, able to tell where an offset stands.
class TextFile
{
public:
    TextFile(QString name, QByteArray bytes);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    /// The place of a byte: line and column from 1, columns in code points. Past the end is the end.
    [[nodiscard]] Place placeAt(qsizetype offset) const;

private:
    QString m_name;
    QByteArray m_bytes;
    std::vector<qsizetype> m_lineStarts;
};

} // namespace base

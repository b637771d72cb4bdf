// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/wholefile.h"

#include <QFileInfo>

namespace base {

bool commitWhole(QSaveFile &file)
{
    return file.flush() && file.commit();
}

tl::expected<void, QString> writeWhole(const QString &path, const QByteArray &bytes)
{
    if (const QFileInfo there(path); there.exists() && !there.isFile())
        return tl::unexpected(QStringLiteral("it is not a file"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !commitWhole(file))
        return tl::unexpected(file.errorString());
    return {};
}

} // namespace base

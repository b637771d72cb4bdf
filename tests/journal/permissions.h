// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/journal.h"

#include <QFile>

#include <array>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

constexpr int openedWell = 0;

/// An exit status for each way to fail, beside 0 for none.
template<typename T>
int statusOf(const journal::Result<T> &result)
{
    return result ? openedWell : static_cast<int>(result.error().code) + 1;
}

inline int statusOf(journal::ErrorCode code)
{
    return static_cast<int>(code) + 1;
}

/// Permission bits do not bind root, whom many build machines run as. A process without its capabilities is bound by
/// them like anybody else, whoever it runs as.
inline bool giveUpCapabilities()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    const std::array<__user_cap_data_struct, 2> none{};
    return ::syscall(SYS_capset, &header, none.data()) == 0;
}

inline void setMode(const QString &path, mode_t mode)
{
    if (::chmod(QFile::encodeName(path).constData(), mode) != 0)
        qFatal("cannot chmod %s", qPrintable(path));
}

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

/// SQLite's own handle of the connection that this process opened last, once it is watched for: some limits of SQLite
/// hold for one connection alone.
inline sqlite3 *lastOpened = nullptr;

inline void watchForOpening()
{
    const auto note = [](sqlite3 *opened, char ** /*message*/, const sqlite3_api_routines * /*api*/) {
        lastOpened = opened;
        return SQLITE_OK;
    };
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(+note));
}

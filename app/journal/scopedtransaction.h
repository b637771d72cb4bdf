// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"

namespace journal {

/// All or nothing: what is not committed when this object goes is rolled back.
class ScopedTransaction
{
public:
    explicit ScopedTransaction(const Database &database);
    ~ScopedTransaction();
    ScopedTransaction(const ScopedTransaction &) = delete;
    ScopedTransaction &operator=(const ScopedTransaction &) = delete;

    /// Takes the write lock at once, so that what is read inside still holds when it is written.
    [[nodiscard]] Result<void> begin();

    /// Returns when it is on disk. After an error nothing of it is, and the database is as it was.
    [[nodiscard]] Result<void> commit();

private:
    Database m_database;
    bool m_open = false;
};

} // namespace journal

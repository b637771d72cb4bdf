// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/scopedtransaction.h"

#include "journal/sqlstatement.h"

#include <tuple>

namespace journal {

ScopedTransaction::ScopedTransaction(const Database &database) : m_database(database) {}

ScopedTransaction::~ScopedTransaction()
{
    // After a full disk or a failed write SQLite may have rolled back by itself, and this then fails: no harm.
    if (m_open)
        std::ignore = execute(m_database, QStringLiteral("ROLLBACK"));
}

Result<void> ScopedTransaction::begin()
{
    Result<void> begun = execute(m_database, QStringLiteral("BEGIN IMMEDIATE"));
    m_open = begun.has_value();
    return begun;
}

Result<void> ScopedTransaction::commit()
{
    Result<void> committed = execute(m_database, QStringLiteral("COMMIT"));
    m_open = m_open && !committed;
    return committed;
}

} // namespace journal

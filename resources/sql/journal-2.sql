-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal, version 2: who is forgotten for good.

-- Once the statements of a forgotten actor are purged, their tombstone goes as well, and this stays: the SHA-256 of the
-- actor's id. It tells nothing of anybody, and lets a merge know whom not to bring back.
CREATE TABLE forgotten (
    digest BLOB PRIMARY KEY CHECK (length(digest) = 32),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;

-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal, version 3: the statements of one workshop are found without reading all of the others.

CREATE INDEX statement_session ON statement (session) WHERE session IS NOT NULL;

PRAGMA user_version = 3;

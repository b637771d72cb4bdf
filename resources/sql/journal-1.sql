-- SPDX-License-Identifier: GPL-3.0-or-later
-- The journal, version 1. A statement of SQL ends where a line ends with a semicolon. What is released here is never
-- edited: a change is the next numbered file.

-- "AtR1": says that a file is a journal of After the Raid.
PRAGMA application_id = 1098142257;

-- Random ids, never a name. The first person is the learner of this file.
CREATE TABLE actor (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('person', 'guest', 'room', 'paper', 'simulated'))
) STRICT;

-- Who is forgotten. It refers to no actor, because it outlives the actor's row.
CREATE TABLE tombstone (
    actor BLOB PRIMARY KEY CHECK (length(actor) = 16),
    at INTEGER NOT NULL
) STRICT;

-- What happened, in the order of the ids (UUID version 7), so one tree holds both and an append goes to its end.
-- `at` is UTC in milliseconds since 1970. A `voided` statement's object is the id of what it voids, in hex.
CREATE TABLE statement (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    at INTEGER NOT NULL,
    actor BLOB NOT NULL REFERENCES actor (id),
    verb TEXT NOT NULL CHECK (verb IN (
        'opened', 'experienced', 'skipped', 'predicted', 'started', 'answered', 'completed', 'tallied', 'revealed',
        'showed', 'paused', 'resumed', 'cut', 'chose', 'voided')),
    object TEXT NOT NULL,
    version TEXT NOT NULL,
    attempt BLOB CHECK (attempt IS NULL OR length(attempt) = 16),
    session BLOB CHECK (session IS NULL OR length(session) = 16),
    result TEXT NOT NULL CHECK (json_valid(result)),
    CHECK (verb <> 'voided' OR (length(object) = 32 AND object NOT GLOB '*[^0-9a-f]*'))
) STRICT, WITHOUT ROWID;

CREATE INDEX statement_verb_object ON statement (verb, object);

CREATE INDEX statement_attempt ON statement (attempt) WHERE attempt IS NOT NULL;

CREATE INDEX statement_voided ON statement (object) WHERE verb = 'voided';

PRAGMA user_version = 1;

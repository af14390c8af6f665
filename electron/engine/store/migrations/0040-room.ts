/** The room: who is there, where it is, what is parked; and votes of named people. */
export const room = {
  version: 40,
  sql: `
ALTER TABLE vote ADD COLUMN participant_id TEXT;
CREATE TABLE participant (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  organisation_type TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE TABLE room (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT,
  mode TEXT NOT NULL CHECK (mode IN ('room', 'types', 'people')),
  ends_at TEXT
) STRICT;
CREATE TABLE room_step (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('first', 'first-shown', 'second', 'second-shown', 'agreed')),
  talk_until TEXT,
  talk_left_seconds INTEGER CHECK (talk_left_seconds >= 0)
) STRICT;
CREATE TABLE parked (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT,
  text TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'action', 'note', 'dropped')),
  added_at TEXT NOT NULL
) STRICT;
`,
} as const

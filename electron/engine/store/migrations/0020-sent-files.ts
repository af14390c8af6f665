/** What was sent out and may come back, and the rating slips that did. */
export const sentFiles = {
  version: 20,
  sql: `
CREATE TABLE sent_file (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('board', 'plan', 'owner', 'slip')),
  made_at TEXT NOT NULL,
  made_on TEXT NOT NULL,
  edit_seq INTEGER NOT NULL,
  for_whom TEXT NOT NULL,
  file_name TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  view TEXT NOT NULL CHECK (view IN ('board', 'full')),
  readers TEXT NOT NULL CHECK (readers IN ('board', 'others')),
  round_id TEXT NOT NULL,
  area_id TEXT,
  has_ratings INTEGER NOT NULL CHECK (has_ratings IN (0, 1)),
  is_awaited INTEGER NOT NULL CHECK (is_awaited IN (0, 1)),
  returned_at TEXT,
  returned_name TEXT NOT NULL
) STRICT;
CREATE TABLE slip (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  area_id TEXT NOT NULL REFERENCES area (id) DEFERRABLE INITIALLY DEFERRED,
  sent_file_id TEXT NOT NULL,
  name TEXT NOT NULL,
  organisation_type TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  read_at TEXT NOT NULL,
  UNIQUE (round_id, area_id, file_hash)
) STRICT;
CREATE TABLE slip_answer (
  id TEXT PRIMARY KEY,
  slip_id TEXT NOT NULL REFERENCES slip (id) DEFERRABLE INITIALLY DEFERRED,
  principle_id TEXT NOT NULL,
  level INTEGER CHECK (level BETWEEN 0 AND 4),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX slip_answer_slip ON slip_answer (slip_id);
`,
} as const

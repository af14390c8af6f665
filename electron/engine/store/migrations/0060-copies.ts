/**
 * Copies for others: what a copy was made from, which files were left out of it on purpose, and copies in the list of what
 * was sent. The kinds of a sent file stand in a rule of its table, which SQLite can only change by making the table anew.
 */
export const copies = {
  version: 60,
  sql: `
CREATE TABLE origin (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('light', 'redacted')),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  from_uid TEXT NOT NULL,
  from_edit INTEGER NOT NULL,
  left_out TEXT NOT NULL
) STRICT;
CREATE TABLE left_out_file (
  id TEXT PRIMARY KEY,
  size INTEGER NOT NULL
) STRICT;
CREATE TABLE sent_file_anew (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('board', 'plan', 'owner', 'slip', 'full', 'light', 'redacted')),
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
INSERT INTO sent_file_anew SELECT
  id, kind, made_at, made_on, edit_seq, for_whom, file_name, fingerprint, row_count, view, readers, round_id, area_id,
  has_ratings, is_awaited, returned_at, returned_name
FROM sent_file ORDER BY rowid;
DROP TABLE sent_file;
ALTER TABLE sent_file_anew RENAME TO sent_file;
`,
} as const

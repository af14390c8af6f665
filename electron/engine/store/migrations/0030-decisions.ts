/** What the board said back. */
export const decisions = {
  version: 30,
  sql: `
CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES round (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('agreed', 'challenged', 'asked')),
  text TEXT NOT NULL,
  "on" TEXT NOT NULL,
  meeting TEXT NOT NULL,
  principle_id TEXT,
  action_id TEXT,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX decision_round ON decision (round_id);
`,
} as const

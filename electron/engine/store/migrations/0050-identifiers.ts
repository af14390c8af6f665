/** What was found before an export and is no identifier, by a hash that does not hold it. */
export const identifiers = {
  version: 50,
  sql: `
CREATE TABLE cleared_finding (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  cleared_at TEXT NOT NULL
) STRICT;
`,
} as const

/**
 * What is asked of large workbooks finds its rows: the numbers and files of what was removed, which items use a file, and
 * files still coming in. Two of the three hold hardly anything, so that no save pays for them.
 */
export const indexes = {
  version: 80,
  sql: `
CREATE INDEX change_removed ON change (table_name) WHERE op = 'delete';
CREATE INDEX evidence_content ON evidence (content_hash);
CREATE INDEX content_pending ON content (id) WHERE state = 'pending';
`,
} as const

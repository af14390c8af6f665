import { prepared, type ReadableDb } from './database.ts'

/**
 * The next number for A-07 or E-07. Numbers of removed rows are never given again, because people have quoted them:
 * the change log remembers the highest.
 */
export function nextRef(db: ReadableDb, table: 'action' | 'evidence'): number {
  const row = prepared(
    db,

    `SELECT max(
         (SELECT coalesce(max(ref), 0) FROM "${table}"),
         (SELECT coalesce(max(json_extract(old_value, '$.ref')), 0) FROM change WHERE op = 'delete' AND table_name = ?)
       ) AS highest`,
  ).get(table) as { highest: number }
  return row.highest + 1
}

import { allowed, withheld } from '../../electron/engine/copies/allowed.ts'
import { edit } from '../../electron/engine/session.ts'
import type { WritableDb } from '../../electron/engine/store/database.ts'
import { tables } from '../../electron/engine/store/tables.ts'
import { type Started, sessionOf } from './copies.ts'

/** A text of its own for one place, with accents and an emoji, that no program would write by itself. */
export function canary(place: string): string {
  return `Kanári ${place.replaceAll('_', ' ')} ☂ 7q4`
}

/**
 * Puts a text of its own into every column of text that a redacted copy leaves out, and as an old value into every one that
 * it keeps: each is there, is changed, and is put back. Gives the texts.
 */
export function plantEverywhere(started: Pick<Started, 'engine'>): string[] {
  const session = sessionOf(started)
  const planted: string[] = []
  edit(session, undefined, { words: canary('edit words') }, db => {
    planted.push(canary('edit words'))
    for (const { name } of tables) {
      const rules = allowed[name]
      for (const column of freeTextOf(db, name)) {
        const text = canary(`${name}.${column}`)
        const rule = rules?.[column]
        const rows = db.prepare(`SELECT id, "${column}" AS value FROM "${name}"`).all() as {
          id: string
          value: unknown
        }[]
        if (rows.length === 0) throw new Error(`There is no row of ${name} to plant something in`)
        db.prepare(`UPDATE "${name}" SET "${column}" = ? || rowid`).run(text)
        planted.push(text)
        if (name in withheld || typeof rule === 'object') continue
        for (const { id, value } of rows)
          db.prepare(`UPDATE "${name}" SET "${column}" = ? WHERE id = ?`).run(value, id)
      }
    }
  })
  return planted
}

/** Columns of text that people fill: not ids, days, moments, words of a list or hashes. */
function freeTextOf(db: WritableDb, table: string): string[] {
  const sql = db.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table) as string
  const columns = db.pragma(`table_info("${table}")`) as { name: string; type: string }[]
  return columns
    .filter(
      ({ name, type }) => type === 'TEXT' && !/^id$|_id$|_on$|_at$|^on$|^as_at$|_hash$|^uid$/.test(name),
    )
    .filter(({ name }) => !new RegExp(`\\b${name}"? TEXT[^,]*CHECK`).test(sql))
    .map(({ name }) => name)
}

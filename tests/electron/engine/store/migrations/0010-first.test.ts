import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { WritableDb } from '../../../../../electron/engine/store/database.ts'
import { CURRENT_VERSION, migrate, migrations } from '../../../../../electron/engine/store/migrations/list.ts'
import { tables } from '../../../../../electron/engine/store/tables.ts'

function migrated(): WritableDb {
  const db = new Database(':memory:') as WritableDb
  migrate(db)
  return db
}

describe('migrations', () => {
  it('MI1: rise by ten and end at the version this build writes', () => {
    expect(migrations.map(({ version }) => version % 10)).toEqual(migrations.map(() => 0))
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map(({ version }) => version).sort((a, b) => a - b),
    )
    expect(migrated().pragma('user_version', { simple: true })).toBe(CURRENT_VERSION)
  })

  it('MI2: a shipped migration is never edited: write a new one instead', () => {
    const seals = migrations.map(({ version, sql }) => [
      version,
      createHash('sha256').update(sql).digest('hex').slice(0, 16),
    ])
    expect(seals).toMatchInlineSnapshot(`
      [
        [
          10,
          "87a501a7a040351c",
        ],
        [
          20,
          "09bd6aa3af2f0569",
        ],
        [
          30,
          "ea271ec875d5a7d6",
        ],
        [
          40,
          "7fe7b16100c8ab25",
        ],
        [
          50,
          "9a693647719ee197",
        ],
        [
          60,
          "4782bfb9b59d1a4e",
        ],
        [
          80,
          "9c0841b68d4fb0d6",
        ],
      ]
    `)
  })

  it('MI3: every field of the model has its column, and every column of a logged table its field', () => {
    const db = migrated()
    for (const table of tables) {
      const columns = (db.pragma(`table_info("${table.name}")`) as { name: string }[]).map(({ name }) => name)
      expect(columns, table.name).toEqual(table.columns.map(({ column }) => column))
    }
  })

  it('MI4: every table is STRICT', () => {
    const lists = migrated().pragma('table_list') as {
      schema: string
      name: string
      type: string
      strict: number
    }[]
    const loose = lists.filter(
      ({ schema, name, strict }) => schema === 'main' && !name.startsWith('sqlite_') && strict !== 1,
    )
    expect(loose).toEqual([])
  })
})

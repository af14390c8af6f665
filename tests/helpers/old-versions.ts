import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Engine } from '../../electron/engine/engine.ts'
import { edit } from '../../electron/engine/session.ts'
import { listChanges } from '../../electron/engine/store/change-log.ts'
import { listEdits, sealOf } from '../../electron/engine/store/edits.ts'
import { migrations } from '../../electron/engine/store/migrations/list.ts'
import { deleteRow, insertRow } from '../../electron/engine/store/rows.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { randomOf } from '../faults/random.ts'
import { startEngineFor, WHO } from './engine.ts'
import { createOldWorkbook } from './old-workbook.ts'
import { roomStory } from './room-story.ts'

type Doors = ReturnType<typeof startEngineFor> & { readonly rows: Rows; readonly folder: string }

/** Bytes of the evidence that each of them holds beside the sample's: more than one piece, the last one short. */
export const PAPER_BYTES = 2_500_001

/** What people did for the first time with each version: a row at least in each of its tables, and some of it taken back. */
const stages: Readonly<Record<number, (doors: Doors) => Promise<unknown>>> = {
  async 10({ engine, page, shell, rows, folder }) {
    const random = randomOf(10)
    const paper = join(folder, 'Paper.bin')
    writeFileSync(paper, Buffer.from(Array.from({ length: PAPER_BYTES }, () => random() * 256)))
    const { evidenceIds } = await shell.evidence.attach({ paths: [paper], targets: {} })
    await page.evidence.set({ id: evidenceIds[0]!, set: { shows: 'What the board saw' } })
    const link = await page.evidence.addLink({ url: 'https://example.org/minutes', targets: {} })
    await page.evidence.remove({ id: link.id! as never })
    // Gone when the file is brought up to date: only its log holds it, without what came later.
    write(engine, db => deleteRow(db, 'votes', rows.votes.at(-1)!.id))
    await page.action.remove({ ids: rows.actions.slice(0, 2).map(({ id }) => id) })
    await page.edit.undo()
    await page.edit.redo()
    await page.edit.undo()
  },
  async 20({ engine, rows }) {
    const [round, area] = [rows.rounds.at(-1)!.id, rows.areas[1]!.id]
    write(engine, db => {
      insertRow(db, 'sentFiles', { ...SENT, roundId: round, areaId: area })
      insertRow(db, 'slips', {
        id: 'slip-1',
        roundId: round,
        areaId: area,
        sentFileId: SENT.id,
        name: 'Sunita Rao',
        organisationType: 'community',
        fileName: 'Slip.xlsx',
        fileHash: 'a'.repeat(64),
        readAt: AT,
      })
      insertRow(db, 'slipAnswers', {
        id: 'slip-1:1',
        slipId: 'slip-1',
        principleId: rows.ratings[0]!.principleId,
        level: 3,
        reason: 'As I see it',
      })
    })
  },
  async 30({ page, rows }) {
    const { seq: _, ...said } = {
      seq: 0,
      kind: 'agreed' as const,
      text: 'Agreed as it stands',
      on: '2026-11-26',
      meeting: 'The board',
      principleId: null,
      actionId: rows.actions[2]!.id,
    }
    await page.decision.add({ ...said, roundId: rows.rounds.at(-1)!.id })
  },
  async 40({ page, rows }) {
    const principles = rows.ratings.map(({ principleId }) => principleId)
    const calls = page as unknown as Record<
      string,
      Record<string, (input: unknown) => Promise<{ id?: string }>>
    >
    // The story names people by the number of the call that brought them in.
    const made = new Map<string, string>()
    const named = (text: string) =>
      [...made].reduce((now, [told, id]) => now.replaceAll(`"${told}"`, `"${id}"`), text)
    const story = roomStory(rows.rounds.at(-1)!.id, rows.areas[0]!.id, [principles[0]!, principles[1]!])
    for (const [number, { call, input }] of story.entries()) {
      const [noun, verb] = call.split('.') as [string, string]
      const given = input === undefined ? undefined : JSON.parse(named(JSON.stringify(input)))
      const { id } = await calls[noun]![verb]!(given)
      if (id) made.set(`call-${number}-0`, id)
    }
  },
  50: ({ page }) => page.identifier.clear({ key: 'b'.repeat(64), kind: 'postcode' }),
  async 60({ engine }) {
    write(engine, db => {
      insertRow(db, 'origins', {
        id: 'origin',
        kind: 'light',
        madeAt: AT,
        madeBy: WHO.name,
        fromUid: 'another',
        fromEdit: 1,
        leftOut: 'One file.',
      })
      insertRow(db, 'leftOutFiles', { id: 'c'.repeat(64), size: 3 })
    })
  },
  // Its indexes are of what was removed, of files and of what is coming in.
  80: ({ page, rows }) => page.action.remove({ ids: [rows.actions[5]!.id] }),
}

const AT = '2026-11-20T10:00:00.000Z'
const SENT = {
  id: '7KQ2MX4D',
  kind: 'slip',
  madeAt: AT,
  madeOn: '2026-11-20',
  editSeq: 3,
  forWhom: 'Sunita Rao',
  fileName: 'Slip.xlsx',
  fingerprint: 'd'.repeat(64),
  rowCount: 9,
  view: 'full',
  readers: 'others',
  hasRatings: true,
  isAwaited: true,
  returnedAt: null,
  returnedName: '',
} as const

function write(engine: Engine, work: Parameters<typeof edit>[3]): void {
  edit(engine.state.session!, undefined, { words: 'Did what this version was for' }, work)
}

/**
 * Makes a workbook of each version in a folder, `Of 10.ninefold` and so on, as the build of that version left it: its own schema,
 * rows in every table, history with things undone and brought again, and a change log that knows of nothing that came later.
 * Gives their paths.
 */
export async function createOldVersions(folder: string): Promise<ReadonlyMap<number, string>> {
  const growing = join(folder, 'growing.ninefold')
  const paths = new Map<number, string>()
  const doors = startEngineFor()
  await doors.shell.file.createRehearsal({ path: growing, who: WHO })
  for (const { version } of migrations) {
    const stage = stages[version]
    if (!stage) throw new Error(`Nobody has said what people did for the first time with version ${version}`)
    await doors.shell.file.open({ path: growing, who: WHO })
    const { rows } = await doors.page.workbook.read()
    await stage({ ...doors, rows, folder })
    await doors.shell.file.close()
    const now = join(folder, 'now.ninefold')
    copyFileSync(growing, now)
    const path = join(folder, `Of ${version}.ninefold`)
    createOldWorkbook(path, version, now)
    forgetLater(path)
    paths.set(version, path)
  }
  return paths
}

/** Takes out of the change log what a later version wrote of each row, and seals the history anew. */
function forgetLater(path: string): void {
  const db = new Database(path)
  try {
    const columnsOf = new Map<string, Set<string>>()
    const columns = (table: string) => {
      const known = columnsOf.get(table)
      if (known) return known
      const found = (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
      columnsOf.set(table, new Set(found))
      return columnsOf.get(table)!
    }
    const narrowed = (table: string, json: unknown) =>
      typeof json !== 'string'
        ? json
        : JSON.stringify(
            Object.fromEntries(Object.entries(JSON.parse(json)).filter(([name]) => columns(table).has(name))),
          )
    db.exec('BEGIN')
    let previous = ''
    for (const made of listEdits(db)) {
      for (const change of listChanges(db, made.seq)) {
        if (change.op === 'update') continue
        db.prepare('UPDATE change SET old_value = ?, new_value = ? WHERE id = ?').run(
          narrowed(change.table, change.old),
          narrowed(change.table, change.new),
          change.id,
        )
      }
      previous = sealOf(previous, made, listChanges(db, made.seq))
      db.prepare('UPDATE edit SET hash = ? WHERE seq = ?').run(previous, made.seq)
    }
    db.exec('COMMIT')
  } finally {
    db.close()
  }
}

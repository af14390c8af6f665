import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import Database from 'better-sqlite3'
import { createEngine } from '../../electron/engine/engine.ts'
import type { Level } from '../../shared/model/fields.ts'

/**
 * `rate` of the performance goals: a rating through the contract, durable with its change log, against a bare
 * single-row commit with the same pragmas on the same disk. Interleaved; medians in milliseconds.
 */
export async function benchRate(rounds: number): Promise<{ value: number; reference: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-bench-'))
  const engine = createEngine()
  const context = engine.context({ name: 'Bench', role: '' })
  const page = createRouterClient(engine.contract, { context })
  const shell = createRouterClient(engine.control, { context })
  await shell.file.create({
    path: join(folder, 'bench.ninefold'),
    who: { name: 'Bench', role: '' },
    details: { systemName: 'Bench', systemKind: 'stp', roundName: 'Round', asAt: '2026-11-30' },
  })
  const { rows, framework } = await page.workbook.read()
  const key = {
    roundId: rows.rounds[0]!.id,
    areaId: rows.areas[0]!.id,
    principleId: framework.principles[0]!.id,
  }
  const bare = bareCommit(join(folder, 'bare.db'))
  const values: number[] = []
  const references: number[] = []
  for (let index = 0; index < rounds; index++) {
    values.push(await timed(() => page.rating.set({ ...key, set: { level: (index % 5) as Level } })))
    references.push(await timed(() => bare.write(index)))
  }
  await engine.state.close()
  bare.close()
  rmSync(folder, { recursive: true })
  return { value: median(values), reference: median(references) }
}

function bareCommit(path: string) {
  const db = new Database(path)
  for (const pragma of [
    'page_size=16384',
    'locking_mode=EXCLUSIVE',
    'journal_mode=TRUNCATE',
    'synchronous=FULL',
  ]) {
    db.pragma(pragma)
  }
  db.exec("CREATE TABLE t (id TEXT PRIMARY KEY, level INTEGER) STRICT; INSERT INTO t VALUES ('a', 0)")
  const update = db.prepare("UPDATE t SET level = ? WHERE id = 'a'")
  return { write: (level: number) => update.run(level), close: () => db.close() }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

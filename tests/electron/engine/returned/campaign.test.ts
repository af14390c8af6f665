import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { BoardExport, PlanExport } from '../../../../shared/contract/export-request.ts'
import { python } from '../../../helpers/other-readers.ts'
import { storyForFile } from '../../../helpers/round-trip.ts'

/** `RETURNED_SEEDS=200-900` tries others, and more of them. */
const [first, last] = (process.env.RETURNED_SEEDS ?? '1-20').split('-').map(Number) as [number, number]
const CAMPAIGN = join(import.meta.dirname, '../../../fixtures/returned/campaign.py')

const story = storyForFile()
let exports: readonly string[] = []

beforeAll(async () => {
  const { sendOut } = story()
  const owners = await sendOut('Owners', { kind: 'owners', options: { replyBy: '', replyTo: '' } })
  exports = [
    await sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({}) }),
    await sendOut('Both.xlsx', { kind: 'plan', options: PlanExport.parse({ hasRatings: true }) }),
    await sendOut('Full.xlsx', { kind: 'board', options: BoardExport.parse({ view: 'full' }) }),
    await sendOut('Board.xlsx', { kind: 'board', options: BoardExport.parse({ view: 'board' }) }),
    join(owners, readdirSync(owners).find(name => /Okafor.*\.xlsx$/.test(name))!),
  ]
}, 60_000)

describe.skipIf(!python)(`at random${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  it('RT19: what was changed is proposed, and nothing else', async () => {
    const folder = mkdtempSync(join(story().folder, 'campaign-'))
    const seeds = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    const jobs = seeds.map(seed => ({
      seed,
      from: exports[seed % exports.length]!,
      to: join(folder, `${seed}.xlsx`),
    }))
    const answer = execFileSync(python!, ['-B', CAMPAIGN], {
      input: JSON.stringify(jobs),
      maxBuffer: 2 ** 28,
    })
    const records = JSON.parse(answer.toString()) as string[][]
    const [meant, found]: Record<string, unknown>[] = [{}, {}]
    for (const [index, { seed, to }] of jobs.entries()) {
      const { lines, refused } = await story().reviewOf(to)
      const name = `seed ${seed}`
      meant![name] = { lines: records[index], refused: [] }
      found![name] = { lines: [...lines].sort(inOrder), refused }
    }
    for (const one of Object.values(meant!) as { lines: string[] }[]) one.lines.sort(inOrder)
    expect(found).toEqual(meant)
  }, 600_000)
})

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NOTE_FAILED } from '../../electron/engine/export-marks.ts'
import type { ReviewDecisions } from '../../shared/model/review.ts'
import { createOldWorkbook } from '../helpers/old-workbook.ts'
import { accepting } from '../helpers/returned-story.ts'
import { sendBack } from '../helpers/send-back.ts'
import { type Bench, SNAPSHOTS, WORKBOOK } from './bench.ts'
import { randomOf } from './random.ts'
import { noise } from './workloads.ts'

/** One thing a person does while the disk fails. */
export type Work = {
  readonly name: string
  /** Makes what it begins with, once, in the bench's folder; what it needs from elsewhere, outside. */
  prepare(bench: Bench): Promise<void>
  /** What comes before the fault, once the workbook is open. Without it, opening is part of the work. */
  readonly begin?: (bench: Bench) => Promise<void>
  /** The work. Gives the sentences in which it says that something failed without being refused as a whole. */
  run(bench: Bench): Promise<readonly string[]>
  /** Files that stand under a name of their own when it is done. */
  readonly makes?: readonly string[]
  /** Most edits it makes. */
  readonly edits: number
  /** Takes a second each time: the short form then fails calls of all kinds together, and syncs. */
  readonly isSlow?: true
}

let decided: { seq: number; turn: number; decisions: ReviewDecisions } | null = null

export const works: readonly Work[] = [
  {
    name: 'rate',
    prepare: bench => bench.createAndOpen(),
    begin: async () => {},
    async run({ page, key }) {
      await page.rating.set({ ...key(), set: { level: 3, reason: 'While the disk failed' } })
      return []
    },
    edits: 1,
  },
  attaching('attach', { 'Paper.bin': 600_000, 'Slip.bin': 20_000 }),
  { ...attaching('film', { 'Film.bin': 8_400_000 }), isSlow: true },
  {
    name: 'saveOut',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.attach(1_500_000)
    },
    begin: async () => {},
    async run({ shell, page, folder }) {
      const [item] = (await page.workbook.read()).rows.evidence
      await shell.evidence.saveOut({ id: item!.id, to: join(folder, 'Out.bin') })
      return []
    },
    makes: ['Out.bin'],
    edits: 0,
  },
  {
    name: 'review',
    async prepare(bench) {
      const to = join(bench.outside, 'Plan.xlsx')
      await bench.createAndOpen()
      await bench.addActions(4)
      await bench.shell.export.make({ to, request: { kind: 'plan', options: {} } })
      await sendBack(to, join(bench.outside, 'Back.xlsx'), {
        set: Object.fromEntries(
          [1, 2, 3, 4].map(ref => [`A-0${ref}`, { Owner: 'Somebody', 'Latest progress': 'Done.' }]),
        ),
      })
    },
    async begin({ shell, page, outside }) {
      await shell.review.read({ paths: [join(outside, 'Back.xlsx')] })
      const { seq, turn, changes } = (await page.review.get())!
      decided = { seq, turn, decisions: accepting(...changes) }
    },
    async run({ page }) {
      await page.review.apply(decided!)
      return []
    },
    edits: 1,
    isSlow: true,
  },
  {
    name: 'export',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.addActions(3)
      await board(bench)
    },
    begin: async () => {},
    async run(bench) {
      await board(bench)
      return []
    },
    makes: ['Board.xlsx'],
    edits: 1,
    isSlow: true,
  },
  {
    name: 'owners',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.addActions(3)
    },
    begin: async () => {},
    async run({ shell, folder }) {
      await shell.export.make({ to: join(folder, 'Owners'), request: { kind: 'owners', options: {} } })
      return []
    },
    makes: ['Owners'],
    edits: 1,
    isSlow: true,
  },
  {
    name: 'copy',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.attach(1_500_000)
    },
    begin: async () => {},
    async run({ shell, folder }) {
      const to = join(folder, 'Copy.ninefold')
      const { remarks } = await shell.file.copy({ to, request: {} })
      if (!remarks.includes(NOTE_FAILED)) return []
      // Its line in the history alone failed, which is told; the copy has to be there (HP8).
      if (!existsSync(to)) throw new Error('A copy was answered for and is not there.')
      return [NOTE_FAILED]
    },
    makes: ['Copy.ninefold'],
    edits: 1,
  },
  {
    name: 'snapshot',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.attach(600_000)
    },
    begin: async () => {},
    async run({ page }) {
      await page.snapshot.take()
      return []
    },
    makes: [SNAPSHOTS],
    edits: 0,
  },
  {
    name: 'undo',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.addActions(30)
    },
    begin: async () => {},
    async run({ page }) {
      await page.edit.undo()
      return []
    },
    edits: 1,
  },
  {
    name: 'open',
    prepare: bench => bench.createAndOpen(),
    async run({ open }) {
      await open()
      return []
    },
    edits: 0,
  },
  {
    name: 'migrate',
    prepare: async ({ path }) => createOldWorkbook(path, 10),
    async run({ open }) {
      await open()
      return []
    },
    makes: ['v (before update 23 November 2026).ninefold'],
    edits: 1,
  },
  {
    name: 'create',
    prepare: async () => {},
    async run(bench) {
      await bench.createAndOpen()
      return []
    },
    edits: 1,
  },
]

/** Small files go in together with one save; a large one piece by piece, and then its edit. */
function attaching(name: string, files: Readonly<Record<string, number>>): Work {
  const names = Object.keys(files)
  return {
    name,
    async prepare(bench) {
      await bench.createAndOpen()
      for (const [file, bytes] of Object.entries(files))
        writeFileSync(join(bench.outside, file), noise(bytes, randomOf(bytes)))
    },
    begin: async () => {},
    async run({ shell, outside, key }) {
      const paths = names.map(file => join(outside, file))
      const { problems } = await shell.evidence.attach({ paths, targets: { areaIds: [key().areaId] } })
      return problems.map(({ sentence }) => sentence)
    },
    edits: names.length,
  }
}

/** Puts what was prepared once into a fresh folder. */
export function copyPrepared(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const name of existsSync(from) ? readdirSync(from) : [])
    if (!name.startsWith('~$') && name !== `${WORKBOOK}-journal`)
      copyFileSync(join(from, name), join(to, name))
}

async function board({ shell, folder }: Bench): Promise<void> {
  await shell.export.make({
    to: join(folder, 'Board.xlsx'),
    request: { kind: 'board', options: { view: 'board' } },
  })
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Level } from '../../shared/model/fields.ts'
import { createOldWorkbook } from '../helpers/old-workbook.ts'
import { accepting } from '../helpers/returned-story.ts'
import { sendBack } from '../helpers/send-back.ts'
import { type Bench, SNAPSHOTS } from './bench.ts'
import { openControl } from './shim.ts'

/** What people do, run on the real engine. `prepare` is not part of what is cut off; `size` is how often it goes round. */
export type Workload = {
  readonly name: string
  /** The workbook lies where Ninefold works on a private copy, which is on another disk than the one cut off. */
  readonly isShared?: boolean
  prepare(bench: Bench): Promise<void>
  run(bench: Bench, size: number): Promise<void>
}

/** A file that came back is taken in once. */
const MOST_RETURNED = 4

export const workloads: readonly Workload[] = [
  {
    name: 'rate',
    prepare: bench => bench.createAndOpen(),
    async run({ page, place, ack, reopen }, size) {
      for (let turn = 0; turn < size * 10; turn++) {
        await page.rating.set({ ...(await place(turn)), set: { level: (turn % 5) as Level } })
        ack()
        if (turn % 10 === 9) await reopen()
      }
    },
  },
  {
    name: 'type',
    prepare: bench => bench.createAndOpen(),
    async run({ page, place, ack, close }, size) {
      const [key, words] = [await place(1), 'The trust and the councils agreed it. ']
      for (let turn = 1; turn <= size * 10; turn++) {
        await page.rating.set({ ...key, set: { reason: words.repeat(turn ** 2 % 2500) + turn } })
        ack()
      }
      await close()
    },
  },
  {
    name: 'vote',
    prepare: bench => bench.createAndOpen(),
    async run({ page, place, ack }, size) {
      for (let turn = 0; turn < size; turn++) {
        const { roundId, areaId, principleId } = await place(turn)
        const [room, key] = [
          { roundId, areaId },
          { roundId, areaId, principleId },
        ]
        await page.room.set({ ...room, set: { principleId, mode: 'room' } })
        ack()
        await page.room.setAttendance({ ...room, organisationType: 'community', people: 6 + turn })
        ack()
        for (const level of [1, 2, 3, 2, 2, 3] as const) {
          await page.room.count({ ...key, count: 1, from: 'community', level, hands: 1 })
          ack()
        }
        await page.room.show({ ...key, isShown: true })
        ack()
        await page.room.agree({
          ...key,
          level: 2,
          reason: 'Most hands',
          minorityView: '',
          minorityType: null,
        })
        ack()
      }
    },
  },
  {
    name: 'attach',
    prepare: bench => bench.createAndOpen(),
    async run({ page, shell, outside, place, ack, random }, size) {
      for (let turn = 0; turn < size; turn++) {
        const { areaId, principleId } = await place(turn)
        // The first takes more than one transaction, the others one together, and they come twice.
        const paths = [9_300_000, 700_001, 40_000].map((bytes, index) => {
          const path = join(outside, `Paper ${turn} ${index}.bin`)
          writeFileSync(path, noise(turn === 0 ? bytes : bytes / 4, random))
          return path
        })
        const { evidenceIds } = await shell.evidence.attach({ paths, targets: { areaIds: [areaId] } })
        ack()
        await shell.evidence.attach({ paths: paths.slice(1), targets: { principleIds: [principleId] } })
        ack()
        await page.evidence.remove({ id: evidenceIds[0]! })
        ack()
        await page.edit.undo()
        ack()
      }
    },
  },
  {
    name: 'review',
    async prepare(bench) {
      const { shell, outside } = bench
      await bench.createAndOpen()
      await bench.addActions(4)
      const to = join(outside, 'Plan.xlsx')
      await shell.export.make({
        to,
        request: { kind: 'plan', options: { hasRatings: true, forWhom: 'Test Person' } },
      })
      for (let turn = 0; turn < MOST_RETURNED; turn++) {
        const due = `${10 + turn} February 2027`
        await sendBack(to, join(outside, `Back ${turn}.xlsx`), {
          set: Object.fromEntries(
            [1, 2, 3, 4].map(ref => [
              `A-0${ref}`,
              { Owner: `Owner ${turn}`, 'Due date': due, 'Latest progress': `Said ${turn}` },
            ]),
          ),
        })
      }
    },
    async run({ page, shell, outside, ack }, size) {
      for (let turn = 0; turn < Math.min(size * 2, MOST_RETURNED); turn++) {
        await shell.review.read({ paths: [join(outside, `Back ${turn}.xlsx`)] })
        const review = (await page.review.get())!
        // What was taken in before is in the workbook already and cannot be taken in again.
        const open = review.changes.filter(({ options }) => options.some(({ from }) => from === 'file'))
        const decisions = accepting(...open)
        await page.review.apply({ seq: review.seq, turn: review.turn, decisions })
        ack()
        if (turn % 2 === 1) continue
        await page.edit.undo()
        ack()
      }
    },
  },
  {
    name: 'export',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.addActions(3)
    },
    async run({ page, shell, folder, ack, key }, size) {
      for (let turn = 0; turn < size; turn++) {
        // The second takes the place of the first.
        await shell.export.make({
          to: join(folder, 'Board.xlsx'),
          request: { kind: 'board', options: { view: 'full' } },
        })
        ack('Board.xlsx')
        await page.rating.set({ ...key(), set: { level: (turn % 5) as Level } })
        ack()
        const { path } = await shell.export.make({
          to: join(folder, 'Owners'),
          request: { kind: 'owners', options: {} },
        })
        ack(path.slice(folder.length + 1))
      }
    },
  },
  {
    name: 'copy',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.addActions(3)
      await bench.attach(1_500_000)
    },
    async run({ page, shell, folder, ack, key }, size) {
      for (let turn = 0; turn < size * 2; turn++) {
        await shell.file.copy({ to: join(folder, 'Copy.ninefold'), request: {} })
        ack('Copy.ninefold')
        await page.rating.set({ ...key(), set: { reason: `Turn ${turn}` } })
        ack()
      }
    },
  },
  {
    name: 'snapshot',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.attach(600_000)
    },
    async run({ page, folder, ack, key }, size) {
      const taken: string[] = []
      for (let turn = 0; turn < size * 2; turn++) {
        await page.rating.set({ ...key(), set: { reason: `Turn ${turn}` } })
        ack()
        await page.snapshot.take()
        const name = readdirSync(join(folder, SNAPSHOTS)).find(one => !taken.includes(one))!
        taken.push(name)
        ack(`${SNAPSHOTS}/${name}`)
      }
    },
  },
  {
    name: 'undo',
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.addActions(12)
    },
    async run({ page, ack, reopen, seq }, size) {
      for (let turn = 0; turn < size; turn++) {
        const start = seq()
        const { actions } = (await page.workbook.read()).rows
        const changes = (owner: string) =>
          actions.map(({ id }) => ({ id, set: { owner, gap: `Gap ${turn}` } }))
        await page.action.setMany({ changes: changes(`First ${turn}`) })
        ack()
        await page.action.remove({ ids: actions.slice(0, 4).map(({ id }) => id) })
        ack()
        await page.edit.undo()
        ack()
        await page.edit.redo()
        ack()
        await reopen()
        await page.edit.undo()
        ack()
        await page.action.setMany({ changes: changes(`Second ${turn}`) })
        ack()
        await page.edit.backTo({ seq: start })
        ack()
      }
    },
  },
  {
    name: 'migrate',
    async prepare({ path }) {
      createOldWorkbook(path, 10)
    },
    async run({ page, open, ack, kept, key }, size) {
      await open()
      ack(kept())
      for (let turn = 0; turn < size * 3; turn++) {
        await page.rating.set({ ...key(), set: { reason: `After the update ${turn}` } })
        ack()
      }
    },
  },
  {
    // Syncs fail, and what each was to keep is gone for good. Only what succeeds is answered for.
    name: 'hiccup',
    prepare: bench => bench.createAndOpen(),
    async run(bench, size) {
      const { page, shell, outside, key, ack, random } = bench
      const control = openControl(process.env.NINEFOLD_FAULTS_CONTROL!)
      for (let turn = 0; turn < size * 6; turn++) {
        control.arm({ kinds: ['sync'], nth: 1 + (turn % 6), times: 1 + (turn % 2), action: 'fail' })
        const { areaId } = key()
        const path = join(outside, `Paper ${turn}.bin`)
        writeFileSync(path, noise(200_000, random))
        const work =
          turn % 3 === 2
            ? shell.evidence.attach({ paths: [path], targets: { areaIds: [areaId] } })
            : page.rating.set({ ...key(), set: { reason: `While syncs fail ${turn}` } })
        const isDone = await work.then(
          answer => !('problems' in answer) || answer.problems.length === 0,
          () => false,
        )
        control.disarm()
        if (isDone) ack()
        await page.rating.set({ ...key(), set: { reason: `After it ${turn}` } })
        ack()
      }
    },
  },
  {
    name: 'publish',
    isShared: true,
    async prepare(bench) {
      await bench.createAndOpen()
      await bench.attach(400_000)
    },
    async run({ page, key, ack, reopen }, size) {
      for (let turn = 0; turn < size * 6; turn++) {
        // Answered once the workbook is at its place.
        await page.rating.set({ ...key(), set: { reason: `Turn ${turn}` } })
        if (turn % 3 === 2) await reopen()
        else await page.place.sendNow()
        ack()
      }
    },
  },
  {
    name: 'create',
    prepare: async () => {},
    async run(bench, size) {
      await bench.createAndOpen()
      bench.ack()
      for (let turn = 0; turn < size; turn++) {
        await bench.addActions(2)
        bench.ack()
      }
      await bench.close()
    },
  },
]

/** SHA-256 of a file, or of a folder with all that is in it. */
export function hashAt(path: string): string {
  const hash = createHash('sha256')
  if (!statSync(path).isDirectory()) hash.update(readFileSync(path))
  else for (const name of readdirSync(path).sort()) hash.update(`${name} ${hashAt(join(path, name))}\n`)
  return hash.digest('hex')
}

/** Bytes that nothing can make smaller. */
export function noise(bytes: number, random: () => number): Buffer {
  const words = new Uint32Array(Math.ceil(bytes / 4))
  for (let at = 0; at < words.length; at++) words[at] = random() * 4294967296
  return Buffer.from(words.buffer).subarray(0, Math.floor(bytes))
}

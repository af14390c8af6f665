import { copyFileSync, existsSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  engineOn,
  isWhole,
  laptop,
  leftIn,
  placesIn,
  sharedFolder,
  sharedWorkbook,
  workbooksIn,
} from '../../../helpers/places.ts'

/** How many stories are told; the long form is for a night. */
const RUNS = Number(process.env.NINEFOLD_STORIES ?? 6)

type Step =
  | { readonly who: 0 | 1; readonly do: 'open' | 'add' | 'send' | 'close' | 'die' }
  | { readonly who: 2; readonly do: 'delete' | 'touch' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      who: fc.constantFrom(0 as const, 1 as const),
      do: fc.constantFrom('open', 'add', 'add', 'add', 'send', 'send', 'close', 'die'),
    }) as fc.Arbitrary<Step>,
  },
  {
    weight: 1,
    arbitrary: fc.record({
      who: fc.constant(2 as const),
      do: fc.constantFrom('delete', 'touch'),
    }) as fc.Arbitrary<Step>,
  },
)

/** A laptop that can die: what it had is left on its disk, and it starts anew. */
function person(name: string, folder: string, path: string, mayGoOn: () => Promise<void>) {
  const own = laptop(name, folder, { between: mayGoOn })
  let engine: ReturnType<typeof engineOn> | null = null
  return {
    async open(which = path) {
      if (engine) return
      const opening = engineOn(own)
      // Nothing to open when it was deleted and nothing is kept here.
      const opened = await opening.open(which).then(
        () => true,
        () => false,
      )
      if (opened) engine = opening
    },
    async add(place: string): Promise<boolean> {
      await engine?.add(place)
      return engine !== null
    },
    async send() {
      await engine?.place().send()
    },
    async close() {
      const closing = engine
      engine = null
      await closing?.close()
    },
    /** Without a word to anyone: nothing more is published, and the working copy stays. */
    die() {
      engine?.engine.state.session?.close()
      engine = null
    },
    working: own.working,
  }
}

it('SF7 SF9 SF12: however two laptops and a sync program take turns, all that was answered is there or in a kept copy', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 6, maxLength: 24 }),
      fc.infiniteStream(fc.boolean()),
      async (steps, coins) => {
        const folder = sharedFolder()
        const path = await sharedWorkbook(folder)
        // Between the steps of publishing the other one may get its turn, and the file is whole at each of them.
        const mayGoOn = async () => {
          for (const name of workbooksIn(folder)) expect(isWhole(join(folder, name)), name).toBe(true)
          if (coins.next().value) await new Promise(resolve => setTimeout(resolve, 1))
        }
        const people = [person('Sam', folder, path, mayGoOn), person('Priya', folder, path, mayGoOn)]
        const answered: string[] = []
        const running: Promise<unknown>[] = []
        await Promise.all(people.map(one => one.open()))
        for (const [index, { who, do: what }] of steps.entries()) {
          if (who === 2) await happen(what, folder, path)
          else if (what === 'add') {
            const name = `${who ? 'Priya' : 'Sam'} ${index}`
            if (await people[who]!.add(name)) answered.push(name)
          } else if (what === 'die') {
            // Not in the middle of an answer that is being given: a killed process is another test.
            await Promise.all(running)
            people[who]!.die()
          } else if (what === 'send') running.push(people[who]!.send())
          else await people[who]![what]()
        }
        await Promise.all(running)
        // What was left on a laptop is found when its owner opens the workbook again.
        for (const one of people) await one.close()
        for (const one of people)
          for (const name of ['Northmoor.ninefold', ...workbooksIn(folder)]) {
            await one.open(join(folder, name))
            await one.close()
          }
        const all = await placesIn(folder)
        const kept = new Set(Object.values(all).flat())
        expect(answered.filter(name => !kept.has(name))).toEqual([])
        // The mark of one that died may stay, and asks nobody anything.
        expect(leftIn(folder).filter(name => !name.endsWith('.ninefold'))).toEqual([])
      },
    ),
    { numRuns: RUNS, seed: 20261123, ...(process.env.NINEFOLD_STORIES ? { seed: Date.now() } : {}) },
  )
}, 600_000)

/** What a sync program or a colleague does. Deleted is in the recycle bin: answered edits of others may be nowhere else. */
async function happen(what: 'delete' | 'touch', folder: string, path: string): Promise<void> {
  if (!existsSync(path)) return
  if (what === 'touch') return utimesSync(path, new Date(), new Date())
  copyFileSync(path, join(folder, `Deleted ${workbooksIn(folder).length}.ninefold`))
  rmSync(path)
}

import { fork } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { freshFolder } from '../../../helpers/engine.ts'
import { engineOn, laptop, leftIn, placesIn, sharedFolder, sharedWorkbook } from '../../../helpers/places.ts'

const HELPERS = join(import.meta.dirname, '../../../helpers')

/** How often the campaign kills; the long form is for a night. */
const KILLS = Number(process.env.NINEFOLD_KILLS ?? 4)

/** Another program that reads the file under its name all the time. */
function watch(path: string) {
  const child = fork(join(HELPERS, 'watch-child.ts'), [path], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return {
    counts: () =>
      new Promise<{ read: number; broken: number }>(resolve => {
        child.once('message', resolve)
        child.send('now')
      }),
  }
}

async function killPublishing(args: readonly string[], ms: number): Promise<string[]> {
  const child = fork(join(HELPERS, 'publish-child.ts'), args, {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const told: string[] = []
  const dead = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: true; added?: string }) => {
      if (message.ready) resolve()
      if (message.added) told.push(message.added)
    })
    child.once('exit', code => reject(new Error(`It ended by itself with ${code}`)))
  })
  await pause(ms)
  child.kill('SIGKILL')
  expect(await dead).toBe('SIGKILL')
  return told
}

it(
  'SF9 SF5: killed at any moment while publishing, nothing answered is lost, and the file is whole under its name all along',
  async () => {
    const folder = sharedFolder()
    const working = join(freshFolder(), 'working')
    const path = await sharedWorkbook(folder)
    const watched = watch(path)
    const told: string[] = []
    for (let kill = 0; kill < KILLS; kill++)
      told.push(...(await killPublishing([path, folder, working, `Place ${kill}`], 20 + ((kill * 97) % 400))))
    const again = engineOn(laptop('Sam', folder, { workingFolder: working }))
    await again.open(path)
    const here = new Set(await again.names())
    expect(told.filter(name => !here.has(name))).toEqual([])
    expect(await again.place().send()).toMatchObject({ state: 'same', trouble: '' })
    await again.close()
    // Nobody else was there, so that nothing had to be kept twice.
    const all = await placesIn(folder)
    expect(Object.keys(all)).toEqual(['Northmoor.ninefold'])
    const there = new Set(all['Northmoor.ninefold'])
    expect(told.filter(name => !there.has(name))).toEqual([])
    const { read, broken } = await watched.counts()
    expect(broken).toBe(0)
    expect(read).toBeGreaterThan(KILLS)
    expect(leftIn(folder)).toEqual([])
  },
  60_000 + KILLS * 5_000,
)

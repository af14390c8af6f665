import { fork } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startEngine, WHO } from '../../helpers/engine.ts'
import { returnedStory } from '../../helpers/returned-story.ts'

const open = returnedStory()
const CHILD = join(import.meta.dirname, '../../helpers/review-child.ts')

type Told = { ready?: true; isRead?: true; applied?: number }

/** Kills the child so many milliseconds after its first such answer; gives the last thing it had been told. */
async function killAfter(path: string, returned: string, first: keyof Told, ms: number): Promise<Told> {
  const child = fork(CHILD, [path, returned], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const dead = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
  const told: Told = {}
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: Told) => {
      Object.assign(told, message)
      if (first in message) resolve()
    })
    child.once('exit', code => reject(new Error(`The engine ended by itself with ${code}`)))
  })
  await pause(ms)
  child.kill('SIGKILL')
  expect(await dead).toBe('SIGKILL')
  return told
}

it('RP16: killed between reading and the answer to applying, all of it is there or nothing', async () => {
  const story = await open()
  const set = Object.fromEntries(
    story.rows.actions.map(({ ref }) => [`A-${String(ref).padStart(2, '0')}`, { Owner: 'Everybody' }]),
  )
  const returned = await story.back('Back.xlsx', { set })
  await story.shell.file.close()
  const before = story.rows.actions.map(({ owner }) => owner)
  const moments: readonly (readonly [keyof Told, number])[] = [
    ['ready', 30],
    ['isRead', 0],
    ['isRead', 4],
    ['isRead', 12],
    ['isRead', 30],
    ['applied', 0],
    ['applied', 60],
  ]
  for (const [index, [first, ms]] of moments.entries()) {
    const path = join(story.folder, `Killed ${index}.ninefold`)
    copyFileSync(story.path, path)
    const told = await killAfter(path, returned, first, ms)
    const { page, shell } = startEngine()
    await shell.file.open({ path, who: WHO })
    expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
    const { rows, seq } = await page.workbook.read()
    const owners = rows.actions.map(({ owner }) => owner)
    const isApplied = owners.every(owner => owner === 'Everybody')
    if (!isApplied) expect(owners).toEqual(before)
    expect(rows.sentFiles[0]!.returnedName).toBe(isApplied ? 'Back.xlsx' : '')
    // What was answered last still holds, unless the next thing was done already.
    if (told.applied && told.applied === seq) expect(isApplied).toBe(true)
    expect(seq).toBeGreaterThanOrEqual(told.applied ?? 0)
    expect(await page.review.get()).toBeNull()
    await shell.file.close()
  }
}, 240_000)

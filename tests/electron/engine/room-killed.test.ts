import { type ChildProcess, fork } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DETAILS, freshFolder, startEngineFor, WHO } from '../../helpers/engine.ts'
import { depsOfCall, type RoomCall, roomStory } from '../../helpers/room-story.ts'

const HELPERS = join(import.meta.dirname, '../../helpers')
/** One file: it starts in half the time, and it is started a hundred times. Beside the packages it takes from there. */
const CACHE = join(import.meta.dirname, '../../../.cache')
const CHILD = join(CACHE, `room-child-${process.pid}.mjs`)
/** More than the gate's: `NINEFOLD_ROOM_KILLS=200` kills so many engines at moments of chance. */
const KILLS = Number(process.env.NINEFOLD_ROOM_KILLS ?? 0)

beforeAll(async () => {
  mkdirSync(CACHE, { recursive: true })
  await build({
    entryPoints: [join(HELPERS, 'room-child.ts')],
    outfile: CHILD,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
})
afterAll(() => rmSync(CHILD, { force: true }))

type Told = { readonly started?: true; readonly opened?: true; readonly done?: number }

/** An engine that is starting; it is loaded by the time it is wanted. */
function startChild(): ChildProcess {
  return fork(CHILD, [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

function told(child: ChildProcess, of: (message: Told) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: Told) => of(message) && resolve())
    child.once('exit', (code, signal) => signal === 'SIGKILL' || reject(new Error(`It ended with ${code}`)))
  })
}

async function kill(child: ChildProcess): Promise<void> {
  const dead = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
  child.kill('SIGKILL')
  expect(await dead).toBe('SIGKILL')
}

/** What the workbook holds, read by an engine that opens it as after a crash, which must find it sound. */
async function stateOf(path: string): Promise<string> {
  const { engine, page, shell } = startEngineFor()
  await shell.file.open({ path, who: WHO })
  expect(await shell.file.check()).toMatchObject({ ok: true, problems: [] })
  const { rows, seq } = await page.workbook.read()
  await engine.state.close()
  return JSON.stringify({ seq, rows })
}

/** The story told once without a crash: its calls, the file before each and what is in it before and after each. */
async function tell() {
  const folder = freshFolder()
  const path = join(folder, 'Told.ninefold')
  let deps = depsOfCall(0)
  const { engine, page, shell } = startEngineFor({ now: () => deps.now(), newId: () => deps.newId() })
  await shell.file.create({ path, details: DETAILS, who: WHO })
  const { rows, framework } = await page.workbook.read()
  const ids = framework.principles.map(({ id }) => id)
  const calls = roomStory(rows.rounds[0]!.id, rows.areas[0]!.id, ids)
  const client = page as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const states: string[] = []
  const fileBefore = (number: number) => join(folder, `Before ${number}.ninefold`)
  const look = async () => {
    const { rows: now, seq } = await page.workbook.read()
    states.push(JSON.stringify({ seq, rows: now }))
    copyFileSync(path, fileBefore(states.length - 1))
  }
  await look()
  for (const [number, { call, input }] of calls.entries()) {
    deps = depsOfCall(number)
    const [noun, verb] = call.split('.') as [string, string]
    await client[noun]![verb]!(input)
    await look()
  }
  await engine.state.close()
  expect(new Set(states).size, 'every call of the story changes something').toBe(calls.length + 1)
  return { folder, calls, states, fileBefore }
}

type Story = Awaited<ReturnType<typeof tell>>

/** Makes `answered` calls from here, one by one, sends one more and kills at the moment told. Gives how many calls are in the file. */
async function crash(
  story: Story,
  child: ChildProcess,
  at: { from: number; answered: number; inFlight: number | null; name: string },
): Promise<number> {
  const { calls, states } = story
  const path = join(story.folder, `${at.name}.ninefold`)
  copyFileSync(story.fileBefore(at.from), path)
  const send = (number: number) => child.send({ ...(calls[number] as RoomCall), number })
  const opened = told(child, message => message.opened === true)
  child.send({ open: path })
  await opened
  const last = at.from + at.answered
  for (let number = at.from; number < last; number++) {
    const done = told(child, message => message.done === number)
    send(number)
    await done
  }
  const isInFlight = at.inFlight !== null && last < calls.length
  if (isInFlight) {
    send(last)
    // Half a millisecond matters here, and no timer is as fine.
    const until = performance.now() + at.inFlight!
    if (at.inFlight! > 3) await pause(at.inFlight!)
    while (performance.now() < until);
  }
  await kill(child)
  const now = states.indexOf(await stateOf(path))
  expect(isInFlight ? [last, last + 1] : [last], `after call ${last} of ${calls.length}`).toContain(now)
  return now
}

it('RM24 RM30: killed after any key or in the middle of one, the room is where the last key left it', async () => {
  const story = await tell()
  let done = 0
  let waiting = startChild()
  for (const from of story.calls.keys()) {
    const child = waiting
    if (from + 1 < story.calls.length) waiting = startChild()
    // Every third has nothing on its way; the others are hit at another moment each.
    const inFlight = from % 3 === 0 ? null : (from * 5) % 14
    const now = await crash(story, child, { from, answered: 1, inFlight, name: `After ${from}` })
    if (now > from + 1) done++
  }
  console.log(`${story.calls.length} kills; ${done} calls under way were in the file.`)
}, 60_000)

it.runIf(KILLS > 0)(
  'RM30: killed again and again at moments of chance, it never is anywhere else',
  async () => {
    const story = await tell()
    let [done, inFlight] = [0, 0]
    for (let index = 0; index < KILLS; index++) {
      const from = Math.floor(Math.random() * story.calls.length)
      const answered = Math.min(Math.floor(Math.random() * 4), story.calls.length - from)
      const isInFlight = from + answered < story.calls.length
      const at = { from, answered, inFlight: Math.random() * 16, name: `Chance ${index}` }
      const now = await crash(story, startChild(), at)
      if (isInFlight) inFlight++
      if (isInFlight && now > from + answered) done++
    }
    console.log(`${KILLS} kills, ${inFlight} with a call in flight, of which ${done} were in the file.`)
  },
  KILLS * 3000,
)

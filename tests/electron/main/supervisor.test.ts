import { expect, it } from 'vitest'
import { supervise, WILL_NOT_STAY_UP } from '../../../electron/main/supervisor.ts'

/** Engines that end when told to, and a clock that moves when told to. */
function bench(options: { reopen?: () => Promise<void> } = {}) {
  const engines: { name: string; die(): void; stop(): void; whenGone: Promise<void> }[] = []
  const crashes: number[] = []
  const clock = { now: 1_000_000 }
  const supervisor = supervise({
    start() {
      let die = () => {}
      const whenGone = new Promise<void>(resolve => {
        die = resolve
      })
      const engine = { name: `engine ${engines.length + 1}`, die, stop: die, whenGone }
      engines.push(engine)
      return engine
    },
    reopen: options.reopen ?? (async () => {}),
    onCrash: life => crashes.push(life),
    now: () => clock.now,
  })
  const settle = () => new Promise(resolve => setTimeout(resolve, 0))
  return { supervisor, engines, crashes, clock, settle }
}

it('DT4: a crash is announced and answered with one restart', async () => {
  const { supervisor, engines, crashes, settle } = bench()
  expect((await supervisor.ready()).name).toBe('engine 1')
  engines[0]!.die()
  await settle()
  expect((await supervisor.ready()).name).toBe('engine 2')
  expect({ crashes, life: supervisor.life() }).toEqual({ crashes: [1], life: 2 })
})

it('DT4: crashes far apart are each answered', async () => {
  const { supervisor, engines, clock, settle } = bench()
  for (const name of ['engine 2', 'engine 3', 'engine 4']) {
    engines.at(-1)!.die()
    await settle()
    expect((await supervisor.ready()).name).toBe(name)
    clock.now += 3_000
  }
})

it('DT5: a second crash within three seconds is given up, and asking again tries afresh', async () => {
  const { supervisor, engines, clock, settle } = bench()
  engines[0]!.die()
  await settle()
  clock.now += 2_999
  engines[1]!.die()
  await settle()
  await expect(supervisor.ready()).rejects.toThrow(WILL_NOT_STAY_UP)
  expect(engines.length).toBe(2)
  expect((await supervisor.ready()).name).toBe('engine 3')
})

it('DT5: a workbook that cannot be opened again says why, and each time it is asked for tries afresh', async () => {
  let isThere = false
  const { supervisor, engines, settle } = bench({
    reopen: async () => {
      if (!isThere) throw new Error('The folder is gone.')
    },
  })
  engines[0]!.die()
  await settle()
  await expect(supervisor.ready()).rejects.toThrow('The folder is gone.')
  isThere = true
  expect((await supervisor.ready()).name).toBe('engine 4')
})

it('DT4: an engine that is asked to stop has not crashed', async () => {
  const { supervisor, crashes, engines, settle } = bench()
  await supervisor.stop()
  await settle()
  expect({ crashes, started: engines.length }).toEqual({ crashes: [], started: 1 })
})

import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createTasks } from '../../../electron/engine/tasks.ts'
import type { Task } from '../../../shared/contract/task.ts'

const about = { words: 'Attaching a.pdf', unit: 'bytes', total: 10 } as const

describe('TK: long work', () => {
  it('TK1: a watcher hears of what runs, how far it is, and its end', async () => {
    const tasks = createTasks()
    const heard = listen(tasks.watch())
    const result = await tasks.run(about, async task => {
      task.report(4)
      task.say('Attaching b.pdf')
      return 'done'
    })
    expect(result).toBe('done')
    await wait(5)
    expect(heard.map(task => `${task.words} ${task.done}/${task.total} ${task.state}`)).toEqual([
      'Attaching a.pdf 0/10 running',
      'Attaching a.pdf 4/10 running',
      'Attaching b.pdf 4/10 running',
      'Attaching b.pdf 4/10 done',
    ])
  })

  it('TK1: the last report is heard, however fast it follows the one before', async () => {
    const tasks = createTasks()
    const heard = listen(tasks.watch())
    const work = tasks.run(about, async task => {
      task.report(1)
      task.report(2)
      task.report(3)
      await wait(150)
    })
    await wait(130)
    expect(heard.map(task => task.done)).toEqual([0, 1, 3])
    await work
  })

  it('TK2: a late watcher begins with what is running', async () => {
    const tasks = createTasks()
    const work = tasks.run(about, task => stopped(task.signal))
    await wait(1)
    const heard = listen(tasks.watch())
    await wait(5)
    expect(heard.map(task => task.state)).toEqual(['running'])
    await tasks.stop()
    await expect(work).rejects.toThrow()
  })

  it('TK3: cancelling stops the work, and only while there is some', async () => {
    const tasks = createTasks()
    const heard = listen(tasks.watch())
    const work = tasks.run(about, task => stopped(task.signal))
    await wait(5)
    expect(tasks.cancel(heard[0]!.id)).toBe(true)
    await expect(work).rejects.toThrow()
    await wait(5)
    expect(heard.at(-1)).toMatchObject({ state: 'cancelled', problem: null })
    expect(tasks.cancel(heard[0]!.id)).toBe(false)
  })

  it('TK4: a failure is kept in its sentence', async () => {
    const tasks = createTasks()
    const heard = listen(tasks.watch())
    await expect(tasks.run(about, () => Promise.reject(new Error('The disk is full.')))).rejects.toThrow()
    await wait(5)
    expect(heard.at(-1)).toMatchObject({ state: 'failed', problem: 'The disk is full.' })
  })

  it('TK5: stopping waits until everything has stopped', async () => {
    const tasks = createTasks()
    let isOver = false
    const work = tasks.run(about, async task => {
      await stopped(task.signal).catch(() => wait(20))
      isOver = true
    })
    await wait(1)
    await tasks.stop()
    expect(isOver).toBe(true)
    await work
  })

  it('TK6: a caller that goes away cancels its work', async () => {
    const gone = new AbortController()
    const work = createTasks().run({ ...about, signal: gone.signal }, task => stopped(task.signal))
    gone.abort()
    await expect(work).rejects.toThrow()
  })
})

function listen(watching: AsyncGenerator<Task, void>): Task[] {
  const heard: Task[] = []
  void (async () => {
    for await (const task of watching) heard.push(task)
  })()
  return heard
}

function stopped(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}

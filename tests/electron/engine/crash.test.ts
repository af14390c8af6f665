import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createSampleFile } from '../../../electron/engine/sample/sample.ts'
import { ninefold } from '../../helpers/cli.ts'
import { freshFolder, startEngine, WHO } from '../../helpers/engine.ts'

type Acknowledged = { seq: number; reason: string; attached: string[] }

const CHILD = join(import.meta.dirname, '../../helpers/crash-child.ts')

/** Works in a process of its own and kills it with SIGKILL after so long; gives what it had been told is saved. */
async function killDuring(work: string, path: string, folder: string, ms: number): Promise<Acknowledged> {
  const child = fork(CHILD, [work, path, folder], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const told: Acknowledged = { seq: 0, reason: '', attached: [] }
  const dead = new Promise(resolve => child.once('exit', (_, signal) => resolve(signal)))
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message: { ready?: true; seq?: number; reason?: string; attached?: string[] }) => {
      if (message.ready) resolve()
      if (message.seq) Object.assign(told, { seq: message.seq, reason: message.reason })
      told.attached.push(...(message.attached ?? []))
    })
    child.once('exit', code => reject(new Error(`The engine ended by itself with ${code}`)))
  })
  await pause(ms)
  child.kill('SIGKILL')
  expect(await dead).toBe('SIGKILL')
  return told
}

it.each([
  ['typing', [40, 137, 260, 411]],
  ['attaching', [90, 333, 700]],
  ['exporting', [350, 900]],
])(
  'CR1 ED1: killed while %s, nothing that was answered is lost, and check finds the workbook whole',
  async (work, delays) => {
    const folder = freshFolder()
    const path = join(folder, 'v.ninefold')
    createSampleFile(path)
    for (let index = 0; index < 6; index++)
      writeFileSync(join(folder, `${index}.bin`), randomBytes(12_000_000 + index))
    const attached: string[] = []
    for (const [round, ms] of delays.entries()) {
      const told = await killDuring(work, path, folder, ms)
      attached.push(...told.attached)
      // As it was left, half a transaction and all: a check must not mend it.
      const aside = join(folder, `left-${round}`)
      mkdirSync(aside)
      copyFileSync(path, join(aside, 'v.ninefold'))
      copyFileSync(`${path}-journal`, join(aside, 'v.ninefold-journal'))
      const left = readFileSync(join(aside, 'v.ninefold'))
      const report = await ninefold('check', join(aside, 'v.ninefold'), '--json')
      expect(JSON.parse(report.out), report.out).toMatchObject({ ok: true, problems: [] })
      expect(readFileSync(join(aside, 'v.ninefold')).equals(left)).toBe(true)

      const { page, shell } = startEngine()
      await shell.file.open({ path, who: WHO })
      const { rows, seq } = await page.workbook.read()
      expect(seq).toBeGreaterThanOrEqual(told.seq)
      if (told.reason && seq === told.seq)
        expect(rows.ratings.find(row => row.reason.startsWith('Typed'))!.reason).toBe(told.reason)
      expect(rows.evidence.map(item => item.id)).toEqual(expect.arrayContaining(attached))
      expect(await shell.file.check()).toMatchObject({ ok: true })
      await shell.file.close()
    }
  },
  60_000,
)

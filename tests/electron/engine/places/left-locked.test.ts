import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createSampleFile } from '../../../../electron/engine/sample/sample.ts'
import { startEngineVictim } from '../../../crash/victims.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'

it('SF20: on a disk of this computer, a crash that leaves its mark and its journal locks nobody out', async () => {
  const [folder, outside] = [freshFolder(), freshFolder()]
  const path = join(folder, 'v.ninefold')
  createSampleFile(path)
  for (const ms of [30, 150]) {
    const victim = startEngineVictim(process.env)
    const isVoting = new Promise<void>(resolve => {
      victim.onRound = () => resolve()
    })
    await victim.begin({ activity: 'vote', folder, outside, log: join(outside, `log ${ms}`) })
    const second = startEngine()
    await expect(second.shell.file.open({ path, who: WHO })).rejects.toMatchObject({ code: 'IN_USE' })
    await isVoting
    await pause(ms)
    await victim.kill()
    expect(existsSync(join(folder, '~$v.ninefold'))).toBe(true)
    expect(statSync(`${path}-journal`, { throwIfNoEntry: false })).toBeDefined()
    const opened = await second.shell.file.open({ path, who: WHO })
    expect(opened.access.mode).toBe('edit')
    expect(await second.shell.file.check()).toMatchObject({ ok: true })
    await second.shell.file.close()
  }
}, 90_000)

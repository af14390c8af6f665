import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { createWorkbookFile } from '../../../electron/engine/create.ts'
import { realDeps } from '../../../electron/engine/deps.ts'
import { sweepTemporaries, temporaryBeside } from '../../../electron/engine/temporary.ts'
import { DETAILS, freshFolder, startEngine, WHO } from '../../helpers/engine.ts'

it('CR7: what a killed process left is swept, what is being written stays, and nothing else is touched', () => {
  const folder = freshFolder()
  const mine = basename(temporaryBeside(join(folder, 'x'), 'copy'))
  const { pid } = spawnSync('true')
  const dead = (ending: string) => mine.replace(`-${process.pid}-`, `-${pid}-`).replace(/copy$/, ending)
  const elsewhere = mine.replace(/^\.ninefold-\w{6}-/, '.ninefold-000000-')
  const old = elsewhere.replace(/\w{8}\.copy$/, '01234567.copy')
  const theirs = ['.ninefold-notes.tmp', `${dead('tmp')}.pdf`, 'Northmoor.ninefold', '.ninefold-a-1-b.tmp']
  const leftovers = [dead('copy'), dead('new'), dead('before-update-journal'), dead('part')]
  for (const name of [mine, elsewhere, old, ...theirs, ...leftovers])
    writeFileSync(join(folder, name), 'half')
  mkdirSync(join(folder, dead('tmp')))
  writeFileSync(join(folder, dead('tmp'), 'one.xlsx'), 'half')
  const link = dead('tmp').replace(/\w{8}\.tmp$/, '00000000.tmp')
  symlinkSync(join(folder, 'Northmoor.ninefold'), join(folder, link))
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000)
  utimesSync(join(folder, old), yesterday, yesterday)

  sweepTemporaries(folder)
  expect(readdirSync(folder).sort()).toEqual([mine, elsewhere, link, ...theirs].sort())
})

it('CR7: opening a workbook to edit sweeps its folder, and opening it to read does not', async () => {
  const folder = freshFolder()
  const path = join(folder, 'Northmoor.ninefold')
  createWorkbookFile(path, DETAILS, WHO.name, realDeps)
  const { pid } = spawnSync('true')
  const left = temporaryBeside(path, 'copy').replace(`-${process.pid}-`, `-${pid}-`)
  writeFileSync(left, 'half')
  const { shell } = startEngine()
  await shell.file.open({ path, who: WHO, mode: 'read' })
  expect(readdirSync(folder)).toContain(basename(left))
  await shell.file.open({ path, who: WHO })
  expect(readdirSync(folder)).not.toContain(basename(left))
})

import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changedModules, nativeModulesProblem } from '../../../electron/engine/native-modules.ts'
import { freshFolder } from '../../helpers/engine.ts'

it('DT35: a changed native module is named; one of another platform may be missing', () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'one'))
  const here = join(folder, 'one/linux-x64.node')
  writeFileSync(here, 'machine code')
  const sum = createHash('sha256').update('machine code').digest('hex')
  const expected = { 'one/linux-x64.node': sum, 'one/win32-x64.node': sum }
  expect(changedModules(folder, expected)).toEqual([])
  appendFileSync(here, '!')
  expect(changedModules(folder, expected)).toEqual(['one/linux-x64.node'])
})

it('DT35: outside an archive there is nothing to hold them against', () => {
  expect(nativeModulesProblem()).toBeNull()
})

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { engineBeside } from '../../../electron/main/engine-beside.ts'
import { freshFolder } from '../../helpers/engine.ts'

it('PK5: only a packed app whose Electron is too old for the engine takes the one beside it', () => {
  const resources = freshFolder()
  mkdirSync(join(resources, 'engine-under-node'))
  const node = join(resources, 'engine-under-node/node')
  expect(engineBeside({ isPackaged: true, resources, napi: '8' })).toBeNull()
  writeFileSync(node, '')
  expect(engineBeside({ isPackaged: true, resources, napi: '8' })).toEqual({
    node,
    entry: join(resources, 'engine-under-node/dist/electron/engine.mjs'),
  })
  expect(engineBeside({ isPackaged: true, resources, napi: '10' })).toBeNull()
  expect(engineBeside({ isPackaged: true, resources, napi: '11' })).toBeNull()
  expect(engineBeside({ isPackaged: false, resources, napi: '8' })).toBeNull()
})

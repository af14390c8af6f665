import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { DETAILS, freshFolder } from '../../helpers/engine.ts'

it('DT6: mounted as a utility process, the real engine answers through both doors', () => {
  const program = join(import.meta.dirname, '../../helpers/utility-engine.ts')
  const said = execFileSync(process.execPath, [program, join(freshFolder(), 'Utility.ninefold')], {
    encoding: 'utf8',
    timeout: 15_000,
  })
  expect(said.trim()).toBe(DETAILS.systemName)
})

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createLooker } from '../../../../electron/host/looker.ts'
import { freshFolder } from '../../../helpers/engine.ts'
import { createSmallWorkbook } from '../../../helpers/hostile/small-workbook.ts'

const CHILD = join(import.meta.dirname, '../../../helpers/busy-child.ts')

function run(how: string): Promise<{ code: number | null; signal: string | null; out: string; err: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [CHILD, how])
    let [out, err] = ['', '']
    child.stdout.on('data', bytes => (out += bytes))
    child.stderr.on('data', bytes => (err += bytes))
    child.on('close', (code, signal) => resolve({ code, signal, out, err }))
  })
}

it('HW11: a look that never ends ends its process, which says why; one that waits for a slow drive does not', async () => {
  const [busy, waiting] = await Promise.all([run('busy'), run('waiting')])
  expect(busy).toEqual({
    code: null,
    signal: 'SIGKILL',
    out: 'quick\n',
    err: 'a.ninefold kept Ninefold busy without end.\n',
  })
  expect(waiting).toEqual({ code: 0, signal: null, out: 'quick\ndone\n', err: '' })
}, 120_000)

it('HW11: the host looks into files in a process of its own, and lives when that one dies', async () => {
  const path = join(freshFolder(), 'a.ninefold')
  await createSmallWorkbook(path)
  const looker = createLooker()
  try {
    const first = await looker.look(path, 'glance')
    expect(first).toMatchObject({ died: false, summary: { systemName: 'Northmoor and Vale' } })
    const dying = looker.look(path, 'open')
    process.kill(looker.pid()!, 'SIGKILL')
    expect(await dying).toEqual({ died: true, summary: null })
    expect(await looker.look(path, 'open')).toEqual(first)
  } finally {
    looker.close()
  }
}, 60_000)

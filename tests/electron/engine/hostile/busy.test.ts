import { spawn } from 'node:child_process'
import { utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createWorkbooks } from '../../../../electron/host/workbooks.ts'
import { freshFolder, WHO } from '../../../helpers/engine.ts'
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

it('HW11: the host says into which file it looks, and keeps away from one that ended it, until it changes', async () => {
  const folder = freshFolder()
  const path = join(folder, 'a.ninefold')
  await createSmallWorkbook(path)
  const told: (string | null)[] = []
  const first = createWorkbooks(folder, 'secret', { onLooking: file => told.push(file) })
  expect(await first.list()).toMatchObject([{ summary: { systemName: 'Northmoor and Vale' } }])
  expect(told).toEqual([expect.stringMatching(/^a\.ninefold \d{4}-.*Z \d+$/), null])

  // The process died over it; the next one is told.
  const next = createWorkbooks(folder, 'secret', { avoid: [told[0]!] })
  const [listed] = await next.list()
  expect(listed).toMatchObject({ name: 'a', summary: null })
  await expect(next.open(listed!.id, 'edit', WHO)).rejects.toThrow(
    /a\.ninefold kept Ninefold busy without end/,
  )
  utimesSync(path, new Date(), new Date(Date.now() - 5000))
  expect(await next.list()).toMatchObject([{ summary: { systemName: 'Northmoor and Vale' } }])
  await next.open(listed!.id, 'edit', WHO)
  await next.closeAll()
})

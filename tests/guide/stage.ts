import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSampleFile } from '../../electron/engine/sample/sample.ts'
import { type Served, serve } from '../../electron/host/serve.ts'
import { root } from '../../scripts/build.ts'
import { editXlsx } from '../helpers/edit-xlsx.ts'
import { startEngineFor } from '../helpers/engine.ts'

/** The moment of every picture: the day for which the sample workbook was written. */
export const NOW = new Date('2026-11-24T10:45:00Z')

/** The sample workbook served from a folder of its own, and files of it that came back. */
export async function setStage(): Promise<{
  served: Served
  returned: readonly string[]
  end(): Promise<void>
}> {
  const folder = mkdtempSync(join(tmpdir(), 'ninefold-guide-'))
  process.env.NINEFOLD_SETTINGS = join(folder, '.settings')
  const path = join(folder, 'Northmoor and Vale.ninefold')
  createSampleFile(path)
  const back = mkdtempSync(join(tmpdir(), 'ninefold-guide-back-'))
  const returned = await sendOut(path, back)
  const served = await serve(folder, undefined, join(root, 'dist/electron/host.mjs'))
  return {
    served,
    returned,
    async end() {
      await served.stop()
      for (const made of [folder, back]) rmSync(made, { recursive: true, force: true })
    },
  }
}

/** Owner workbooks as two owners send them back; one of the cells was changed here meanwhile. */
async function sendOut(path: string, folder: string): Promise<readonly string[]> {
  let moment = Date.parse('2026-11-24T10:44:00Z')
  const now = () => new Date(moment++).toISOString()
  const { engine, page, shell } = startEngineFor({ now, newId: () => randomUUID() })
  await shell.file.open({ path, who: { name: 'Priya Nair', role: 'Programme lead' } })
  await shell.export.make({
    to: join(folder, 'out'),
    request: { kind: 'owners', options: { replyBy: 'Friday 4 December', replyTo: 'Priya Nair' } },
  })
  const { rows } = await page.workbook.read()
  const files = readdirSync(join(folder, 'out')).filter(name => name.endsWith('.xlsx'))
  const open = rows.actions.filter(({ statusId }) => !['done', 'embedded'].includes(statusId))
  const returned: string[] = []
  for (const owner of [...new Set(open.map(action => action.owner))]) {
    const name = files.find(file => owner !== '' && file.includes(owner))
    const mine = open.filter(action => action.owner === owner)
    if (!name || mine.length < 2 || returned.length === 2) continue
    const cells = [
      {
        header: 'Latest progress',
        value: 'Two of three teams have a named worker; the third starts in January.',
      },
      { header: 'Status (BRAG)', value: 'Green: on track' },
      { header: 'Due date', value: '31 March 2027' },
    ]
    let from = join(folder, 'out', name)
    for (const [at, cell] of cells.entries()) {
      const to = join(folder, at === cells.length - 1 ? name : `${at} ${name}`)
      await editXlsx(from, to, { row: `A-${String(mine[0]!.ref).padStart(2, '0')}`, ...cell })
      from = to
    }
    returned.push(from)
    if (returned.length === 1) await page.action.set({ id: mine[0]!.id, set: { dueOn: '2027-02-26' } })
  }
  await engine.state.close()
  return returned
}

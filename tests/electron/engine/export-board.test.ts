import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BoardExport } from '../../../shared/contract/export-request.ts'
import { freshFolder, startWorkbook } from '../../helpers/engine.ts'
import { readBook } from '../../helpers/read-xlsx.ts'

const options = BoardExport.parse({ view: 'board', preparedBy: 'Helen Marsh' })

it('EB11: the engine exports its open workbook, and history says so without anything to undo', async () => {
  const { shell, page, key } = await startWorkbook()
  await page.rating.set({ ...key, set: { state: 'rated', level: 2 } })
  const to = join(freshFolder(), 'Plan.xlsx')
  const exported = await shell.export.make({ to, request: { kind: 'board', options } })
  expect(exported).toMatchObject({ path: to, remarks: [] })
  const { entries } = await page.history.list({})
  expect(entries[0]).toMatchObject({ kind: 'note', words: 'Exported the board workbook as Plan.xlsx' })
  const book = await readBook(to)
  expect(book.cellOf('Summary', 3, 'Level now')).toBe(2)
})

it('EB12: changes are counted from the last export, and what was taken back is none', async () => {
  const { shell, page, key } = await startWorkbook()
  const folder = freshFolder()
  const rate = (level: 1 | 2 | 3) => page.rating.set({ ...key, set: { state: 'rated', level } })
  await rate(1)
  await shell.export.make({ to: join(folder, 'First.xlsx'), request: { kind: 'board', options } })
  await rate(2)
  await rate(3)
  await page.edit.undo({})
  await shell.export.make({ to: join(folder, 'Second.xlsx'), request: { kind: 'board', options } })
  const words = async (name: string) => (await readBook(join(folder, name))).column('Changes', 'In words')
  expect(await words('First.xlsx')).toHaveLength(2)
  expect(await words('Second.xlsx')).toEqual([expect.stringMatching(/Developing|2/)])
})

it('EB12: what was said in the same words is said once', async () => {
  const { shell, page, key } = await startWorkbook()
  const to = join(freshFolder(), 'Plan.xlsx')
  for (const reason of ['First', 'Second', 'Third']) await page.rating.set({ ...key, set: { reason } })
  await shell.export.make({ to, request: { kind: 'board', options } })
  const words = (await readBook(to)).column('Changes', 'In words')
  expect(words.filter(said => String(said).startsWith('Changed the reason'))).toHaveLength(1)
})

it('SO4: the workbook remembers the file in the edit that notes it, and undo goes past it', async () => {
  const { shell, page, key } = await startWorkbook()
  await page.rating.set({ ...key, set: { state: 'rated', level: 2 } })
  const before = await page.workbook.read({})
  const to = join(freshFolder(), 'Plan.xlsx')
  await shell.export.make({ to, request: { kind: 'board', options } })
  const { rows, undo } = await page.workbook.read({})
  expect(undo).toEqual(before.undo)
  expect(rows.sentFiles).toEqual([
    expect.objectContaining({
      kind: 'board',
      fileName: 'Plan.xlsx',
      editSeq: before.seq,
      view: 'board',
      isAwaited: false,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    }),
  ])
  const code = `Return code: ${rows.sentFiles[0]!.id.slice(0, 4)}-${rows.sentFiles[0]!.id.slice(4)}`
  expect((await readBook(to)).sheet('Action plan').getColumn(1).values).toContain(code)
})

it('SO5: a workbook that may only be read makes the file, and a remark says that it is not noted', async () => {
  const { shell, page, path } = await startWorkbook()
  await shell.file.open({ path, who: { name: '', role: '' }, mode: 'read' })
  const to = join(freshFolder(), 'Plan.xlsx')
  const { remarks } = await shell.export.make({ to, request: { kind: 'board', options } })
  expect(remarks).toEqual([expect.stringMatching(/could only be read/)])
  expect((await page.workbook.read({})).rows.sentFiles).toEqual([])
  expect((await readBook(to)).sheet('Ninefold').state).toBe('veryHidden')
})

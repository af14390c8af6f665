import { join } from 'node:path'
import { expect, it } from 'vitest'
import { BoardExport } from '../../../shared/contract/export-request.ts'
import { freshFolder, startWorkbook } from '../../helpers/engine.ts'

it('SL3: waiting is taken up and stopped for one file, and each can be undone', async () => {
  const { page, shell } = await startWorkbook()
  const request = { kind: 'board' as const, options: BoardExport.parse({ view: 'board' }) }
  await shell.export.make({ to: join(freshFolder(), 'Board.xlsx'), request })
  const sent = async () => (await page.workbook.read()).rows.sentFiles
  const { id } = (await sent())[0]!
  const awaited = async () => (await sent()).map(file => file.isAwaited)
  expect(await awaited()).toEqual([false])
  await page.sentFile.setAwaited({ id, isAwaited: true })
  expect(await awaited()).toEqual([true])
  await page.sentFile.setAwaited({ id, isAwaited: false })
  expect(await awaited()).toEqual([false])
  await page.edit.undo()
  expect(await awaited()).toEqual([true])
  await page.edit.undo()
  expect(await awaited()).toEqual([false])
  expect(await sent()).toHaveLength(1)
})

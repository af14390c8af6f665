import { join } from 'node:path'
import { expect, it } from 'vitest'
import { namesPeople, notSearched, searched } from '../../../../electron/engine/identifiers/columns.ts'
import { findIdentifiers } from '../../../../electron/engine/identifiers/find-all.ts'
import { findLeaving } from '../../../../electron/engine/identifiers/find-leaving.ts'
import { CopyRequest } from '../../../../shared/contract/copy-request.ts'
import { BoardExport, PlanExport } from '../../../../shared/contract/export-request.ts'
import type { Leaving } from '../../../../shared/contract/identifier.ts'
import { type CollectionName, collections } from '../../../../shared/model/snapshot.ts'
import { freshFolder, startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'

const COPY: Leaving = { way: 'copy', request: CopyRequest.parse({}) }
const PLAN: Leaving = {
  way: 'export',
  request: { kind: 'plan', options: PlanExport.parse({ hasRatings: true }) },
}

it('ID20: every column of text is looked through, or it is said why not', () => {
  const forgotten = Object.entries(collections).flatMap(([collection, { shape }]) =>
    Object.entries(shape)
      .filter(([field, type]) => isTyped(field, type as never))
      .map(([field]) => [collection as CollectionName, field] as const)
      .filter(([name, field]) => !searched[name]?.[field] && !notSearched[`${name}.${field}`])
      .map(([name, field]) => `${name}.${field}`),
  )
  expect(forgotten, 'List it in electron/engine/identifiers/columns.ts').toEqual([])
  for (const [name, fields] of Object.entries(namesPeople))
    for (const field of fields) expect(searched[name as CollectionName], name).toHaveProperty(field)
})

/** Text that somebody may have typed: not an id, a date, a moment or one of a few words. */
function isTyped(
  field: string,
  type: { def: { type: string; innerType?: never; format?: string } },
): boolean {
  if (type.def.innerType) return isTyped(field, type.def.innerType)
  return type.def.type === 'string' && !type.def.format && !/(?:^id|Id)$/.test(field)
}

it('ID8: the sample and the framework give no false alarm', async () => {
  const { shell, page } = startEngine()
  await shell.file.createRehearsal({ path: join(freshFolder(), 'Sample.ninefold'), who: WHO })
  const board = BoardExport.parse({ view: 'full' })
  for (const leaving of [COPY, PLAN, { way: 'export', request: { kind: 'board', options: board } } as const])
    expect((await page.identifier.find({ leaving })).findings).toEqual([])
  const { framework } = await page.workbook.read()
  expect(findIdentifiers(JSON.stringify(framework), '2026-11-23')).toEqual([])
})

it('ID31 ID32 ID34: a find is listed once with its places, cleared by its words, and back by undo', async () => {
  const { engine, page, shell, key, path, system, principle } = await startWorkbook()
  const reason = 'Mrs Jones (born 12/3/61) waited, as Mrs Jones told us.'
  await page.rating.set({ ...key, set: { level: 1, reason } })
  const { id } = await page.action.add({
    areaId: system.id,
    principleId: principle.id,
    title: 'Ring Mrs Jones',
  })
  const first = await page.identifier.find({ leaving: PLAN })
  expect(first.findings.map(({ kind, text, placeCount }) => [kind, text, placeCount])).toEqual([
    ['date-of-birth', '12/3/61', 1],
    ['name', 'Mrs Jones', 3],
  ])
  expect(first.findings[1]!.places).toMatchObject([
    { words: 'Action, A-01', screen: 'actions', id },
    {
      words: `Reason, ${principle.number} ${principle.title}`,
      before: '',
      after: ' (born 12/3/61) waited, as Mrs Jones told us.',
      screen: 'principle',
      id: principle.id,
      areaId: system.id,
    },
    { before: 'Mrs Jones (born 12/3/61) waited, as ', after: ' told us.' },
  ])
  const { session, tasks } = engine.state
  const again = () => findLeaving(session!, tasks, PLAN)
  expect(await again()).toBe(await again())

  await page.identifier.clear(first.findings[1]!)
  const textsNow = async () =>
    (await page.identifier.find({ leaving: PLAN })).findings.map(({ text }) => text)
  expect(await textsNow()).toEqual(['12/3/61'])
  const cleared = (await page.workbook.read()).rows.clearedFindings
  expect(JSON.stringify(cleared)).not.toContain('Jones')
  expect((await page.history.list({ limit: 1 })).entries[0]!.words).not.toContain('Jones')
  await shell.file.close()
  await shell.file.open({ path, who: WHO })
  expect(await textsNow()).toEqual(['12/3/61'])
  await page.rating.set({ ...key, set: { reason: 'Mrs  Jones, and Mrs Joness.' } })
  expect(await textsNow()).toEqual(['Mrs Joness'])
  await page.edit.undo()
  await page.edit.undo()
  expect(await textsNow()).toEqual(['12/3/61', 'Mrs Jones'])
  expect(await shell.file.check()).toMatchObject({ ok: true })
})

it('ID22: a name where names belong is not listed, a number there is', async () => {
  const { page, system, principle } = await startWorkbook()
  await page.action.add({
    areaId: system.id,
    principleId: principle.id,
    title: 'Agree a plan',
    set: { owner: 'Dr Anna Whitcombe, 07700 900123', gap: 'Dr Pell left' },
  })
  const { findings } = await page.identifier.find({ leaving: PLAN })
  expect(findings.map(({ text }) => text)).toEqual(['Dr Pell', '07700 900123'])
})

it('ID22: a file sent to somebody may be named after them, not after anybody else', async () => {
  const { page, shell, system, principle } = await startWorkbook()
  for (const owner of ['Dr Anna Whitcombe', 'Sam Okoro'])
    await page.action.add({ areaId: system.id, principleId: principle.id, title: 'A plan', set: { owner } })
  await shell.export.make({ to: join(freshFolder(), 'out'), request: { kind: 'owners', options: {} } })
  expect((await page.identifier.find({ leaving: COPY })).findings).toEqual([])
})

it('ID34: a long look is a task; cancelled, it refuses in a sentence', async () => {
  const { page, engine, system, principle } = await startWorkbook()
  const gap = '999 000 0018 '.repeat(15_000)
  const actions = Array.from({ length: 40 }, (_, index) => ({
    areaId: system.id,
    principleId: principle.id,
    title: `Action ${index}`,
    set: { gap },
  }))
  await page.action.addMany({ actions })
  const watching = new AbortController()
  const seen: string[] = []
  const watched = (async () => {
    for await (const task of engine.state.tasks.watch(watching.signal)) {
      seen.push(task.words)
      engine.state.tasks.cancel(task.id)
    }
  })().catch(() => {})
  await expect(page.identifier.find({ leaving: COPY })).rejects.toThrow('cancelled, so nothing was made')
  watching.abort()
  await watched
  expect(seen).toContain('Looking for what may point at a person')
})

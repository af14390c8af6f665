import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../electron/engine/exchange/board/board-facts.ts'
import { fingerprintOf, sentTables } from '../../../electron/engine/exchange/sent-tables.ts'
import { rowsAsAt, sealAt } from '../../../electron/engine/store/as-at.ts'
import { ExportRequest } from '../../../shared/contract/export-request.ts'
import { freshFolder, startWorkbook, WHO } from '../../helpers/engine.ts'
import { framework } from '../../helpers/framework.ts'
import { readBook } from '../../helpers/read-xlsx.ts'

const owners = ExportRequest.parse({ kind: 'owners', options: { replyBy: '2026-12-01' } })

/** A workbook with five actions: two of one person in two spellings, two of others, one of nobody. */
async function planned() {
  const started = await startWorkbook()
  const { page, key } = started
  const names = ['Sunita Rao', 'sunita  rao', 'Tom/Ade', 'Tom:Ade', '']
  await page.action.addMany({
    actions: names.map((owner, index) => ({
      areaId: key.areaId,
      principleId: key.principleId,
      title: `Action ${index + 1}`,
      set: { owner },
    })),
  })
  return { ...started, folder: freshFolder() }
}

describe('owner workbooks', () => {
  it('SO20 SO23 SO25: a folder with a file for each owner and a note, noted in one edit', async () => {
    const { shell, page, folder } = await planned()
    const before = await page.workbook.read()
    const made = await shell.export.make({ to: join(folder, 'Owners'), request: owners })
    expect(made).toMatchObject({
      path: join(folder, 'Owners'),
      files: 3,
      remarks: ['1 open action has no owner and is in no file: A-05.'],
    })
    const names = readdirSync(made.path)
    expect(names.sort()).toEqual([
      'Northmoor and Vale action plan, Sunita Rao.xlsx',
      'Northmoor and Vale action plan, Tom_Ade (2).xlsx',
      'Northmoor and Vale action plan, Tom_Ade.xlsx',
      'Read me first.txt',
    ])
    const book = await readBook(join(made.path, names[0]!))
    expect(book.column('Action plan', 'Ref')).toEqual(['A-01', 'A-02'])
    const { rows, undo } = await page.workbook.read()
    expect(undo).toEqual(before.undo)
    expect(
      rows.sentFiles
        .map(({ kind, forWhom, isAwaited, rowCount }) => [kind, forWhom, isAwaited, rowCount])
        .sort(),
    ).toEqual([
      ['owner', 'Sunita Rao', true, 2],
      ['owner', 'Tom/Ade', true, 1],
      ['owner', 'Tom:Ade', true, 1],
    ])
    const { entries } = await page.history.list({})
    expect(entries.filter(entry => entry.kind === 'note').map(entry => entry.words)).toEqual([
      'Made 3 owner workbooks',
    ])
    expect(readFileSync(join(made.path, 'Read me first.txt')).subarray(0, 3).toString('hex')).toBe('efbbbf')
  })

  it('SO24: a folder that is there is left alone and a number is added', async () => {
    const { shell, folder } = await planned()
    const to = join(folder, 'Owners')
    mkdirSync(to)
    writeFileSync(`${to} (2)`, 'a file')
    const { path } = await shell.export.make({ to, request: owners })
    expect(path).toBe(`${to} (3)`)
    expect(readdirSync(to)).toEqual([])
    expect(readFileSync(`${to} (2)`, 'utf8')).toBe('a file')
  })

  it('SO24: cancelled at any file it leaves nothing and is not noted', async () => {
    const { engine, shell, page, folder } = await planned()
    const stop = new AbortController()
    const watching = (async () => {
      for await (const task of engine.state.tasks.watch(stop.signal))
        if (task.done >= 1) engine.state.tasks.cancel(task.id)
    })().catch(() => {})
    const work = shell.export.make({ to: join(folder, 'Owners'), request: owners })
    await expect(work).rejects.toThrow('The export was cancelled, so nothing was made.')
    stop.abort()
    await watching
    expect(readdirSync(folder)).toEqual([])
    expect((await page.workbook.read()).rows.sentFiles).toEqual([])
  })

  it('SO24: into a folder that is gone nothing is made, and a sentence says so', async () => {
    const { shell, folder } = await planned()
    const to = join(folder, 'gone', 'Owners')
    await expect(shell.export.make({ to, request: owners })).rejects.toThrow(/no longer there/)
    expect(readdirSync(folder)).toEqual([])
  })

  it('SO26: without an owner there is nothing to make', async () => {
    const { shell } = await startWorkbook()
    const work = shell.export.make({ to: join(freshFolder(), 'Owners'), request: owners })
    await expect(work).rejects.toMatchObject({ code: 'REFUSED' })
  })

  it('SO5: from a workbook that may only be read they are made, and a remark says that they are not noted', async () => {
    const { shell, page, path, folder } = await planned()
    await shell.file.open({ path, who: { name: '', role: '' }, mode: 'read' })
    const made = await shell.export.make({ to: join(folder, 'Owners'), request: owners })
    expect(made.remarks.at(-1)).toMatch(/could only be read/)
    expect((await page.workbook.read()).rows.sentFiles).toEqual([])
  })
})

describe('every kind', () => {
  it('SO43: what a file held is told again from its row and the change log, whatever was changed since', async () => {
    const { engine, shell, page, key, folder } = await planned()
    const { rows } = await page.workbook.read()
    await page.rating.set({ ...key, set: { state: 'rated', level: 2, reason: 'A plan' } })
    const requests = [
      { kind: 'board', options: { view: 'board' } },
      { kind: 'plan', options: { hasRatings: true } },
      owners,
      { kind: 'slip', options: { areaId: key.areaId } },
    ].map(request => ExportRequest.parse(request))
    for (const request of requests)
      await shell.export.make({
        to: join(folder, request.kind === 'owners' ? 'Owners' : `${request.kind}.xlsx`),
        request,
      })
    await page.rating.set({ ...key, set: { level: 3 } })
    await page.action.setMany({
      changes: rows.actions.map(({ id }) => ({ id, set: { owner: 'Nobody', gap: 'x' } })),
    })
    const { sentFiles } = (await page.workbook.read()).rows
    expect(sentFiles).toHaveLength(6)
    const { db } = engine.state.session!
    for (const sent of sentFiles) {
      const facts = factsOf({
        rows: rowsAsAt(db, sent.editSeq),
        framework,
        roundId: sent.roundId,
        options: { view: sent.view, readers: sent.readers },
        today: sent.madeOn,
        sent: null,
      })
      expect(fingerprintOf(sentTables(facts, sent)), sent.fileName).toBe(sent.fingerprint)
    }
    const marks = (await readBook(join(folder, 'plan.xlsx'))).sheet('Ninefold')
    const said = new Map(
      marks.getRows(1, marks.rowCount)!.map(row => [row.getCell(1).value, row.getCell(2).value]),
    )
    expect(said.get('seal')).toBe(sealAt(db, Number(said.get('editSeq'))))
  })

  it('SO32: a slip needs an open round and a place that is there', async () => {
    const { shell, page, key } = await startWorkbook()
    const to = join(freshFolder(), 'Slip.xlsx')
    const slip = (areaId: string) => ExportRequest.parse({ kind: 'slip', options: { areaId } })
    await expect(shell.export.make({ to, request: slip('gone') })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
    await page.round.signOff({ id: key.roundId, by: 'Helen Marsh' })
    await expect(shell.export.make({ to, request: slip(key.areaId) })).rejects.toThrow(/No round is open/)
  })

  it('SO40: each has a name of its own', async () => {
    const { shell, key, places } = await startWorkbook()
    const name = async (request: unknown) => {
      const said = await shell.export.suggestName({ request: ExportRequest.parse(request) })
      return [said.name.replace(/\d{4}-\d\d-\d\d/, 'DAY'), said.isFolder]
    }
    expect(await name({ kind: 'plan', options: {} })).toEqual([
      'Northmoor and Vale - action plan to fill in - DAY.xlsx',
      false,
    ])
    expect(await name(owners)).toEqual(['Northmoor and Vale - owner workbooks - DAY', true])
    expect(await name({ kind: 'slip', options: { areaId: places[0]!.id } })).toEqual([
      'Northmoor and Vale - rating slip - Alderbrook - DAY.xlsx',
      false,
    ])
    expect(await name({ kind: 'slip', options: { areaId: key.areaId } })).toEqual([
      'Northmoor and Vale - rating slip - DAY.xlsx',
      false,
    ])
  })
})

it('SO24: what a killed export left here is swept a day later, folders too', async () => {
  const { shell, folder } = await planned()
  const stale = join(folder, '.ninefold-0123ab-1-0123abcd.tmp')
  mkdirSync(stale)
  writeFileSync(join(stale, 'half.xlsx'), 'half')
  const longAgo = new Date(Date.now() - 48 * 60 * 60 * 1000)
  utimesSync(stale, longAgo, longAgo)
  await shell.export.make({ to: join(folder, 'Owners'), request: owners })
  expect(readdirSync(folder)).toEqual(['Owners'])
})

it('SO4: a file that was made is remembered, although the workbook is closed the moment it is there', async () => {
  const { shell, page, path, folder } = await planned()
  const to = join(folder, 'Plan.xlsx')
  const making = shell.export.make({ to, request: ExportRequest.parse({ kind: 'plan', options: {} }) })
  while (!existsSync(to)) await nextTurn()
  await shell.file.close()
  await making
  await shell.file.open({ path, who: WHO, mode: 'edit' })
  expect((await page.workbook.read()).rows.sentFiles).toHaveLength(1)
})

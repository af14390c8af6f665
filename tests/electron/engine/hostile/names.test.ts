import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { ExportRequest } from '../../../../shared/contract/export-request.ts'
import { HistoryFilter } from '../../../../shared/model/edit.ts'
import * as fileNames from '../../../../shared/text/file-names.ts'
import { freshFolder, startEngine, startWorkbook, WHO } from '../../../helpers/engine.ts'
import { folderState } from '../../../helpers/hostile/folder-state.ts'
import { hostileNames, troubleWith } from '../../../helpers/hostile/names.ts'

/** Kinds that open in a program of their own after a warning; written here once more, so that a longer list is seen. */
const OPENS =
  /^\.(pdf|docx|xlsx|pptx|odt|ods|odp|txt|md|csv|tsv|png|jpe?g|gif|webp|bmp|tiff?|heic|mp4|mov|m4a|mp3|wav)$/

/** A workbook as someone hostile would send it: names in its tables that never went through Ninefold. */
async function sentByNobody() {
  const { page, shell, path } = await startWorkbook()
  const file = join(freshFolder(), 'a.txt')
  writeFileSync(file, 'Evidence')
  await shell.evidence.attach({ paths: [file], targets: { areaIds: [], principleIds: [], actionIds: [] } })
  const { rows } = await page.workbook.read()
  await page.action.add({
    areaId: rows.areas[0]!.id,
    principleId: (await page.workbook.read()).framework.principles[0]!.id,
    title: 'Do it',
    set: { owner: 'x' },
  })
  await shell.file.close()
  const db = new Database(path)
  const copy = db.prepare(
    `INSERT INTO evidence SELECT 'e' || CAST(@index AS INTEGER), 1000 + CAST(@index AS INTEGER), kind, title, shows, refers_on, strength, handling, url, note,
       @name, media_type, size, content_hash, added_at FROM evidence WHERE id = @id`,
  )
  for (const [index, name] of hostileNames.entries()) copy.run({ index, name, id: rows.evidence[0]!.id })
  return { path, db, evidenceIds: hostileNames.map((_, index) => `e${index}` as never) }
}

it('EN1: over two hundred hostile names come out under names of ours, in a fresh folder each, with their real extension', async () => {
  expect(hostileNames.length).toBeGreaterThanOrEqual(200)
  const { path, db, evidenceIds } = await sentByNobody()
  db.close()
  const { shell } = startEngine()
  await shell.file.open({ path, who: WHO, mode: 'read' })
  const parent = join(freshFolder(), 'out')
  mkdirSync(parent)
  const around = folderState(dirname(path))
  for (const [index, id] of evidenceIds.entries()) {
    const { name } = await shell.evidence.suggestName({ id })
    expect([hostileNames[index], name, troubleWith(name)]).toEqual([hostileNames[index], name, []])
    const out = await shell.evidence.saveOutForOpening({ id, parent })
    expect(dirname(dirname(out.path))).toBe(parent)
    expect(basename(out.path)).toBe(name)
    expect(readdirSync(dirname(out.path))).toEqual([name])
    expect(readFileSync(out.path, 'utf8')).toBe('Evidence')
    // All hold text: what says it is a PDF or a document does not open as one either.
    expect([name, out.isSafeToOpen]).toEqual([
      name,
      OPENS.test(extname(name).toLowerCase()) && /^\.(txt|md|csv|tsv)$/.test(extname(name).toLowerCase()),
    ])
  }
  expect(readdirSync(parent)).toHaveLength(evidenceIds.length)
  expect(folderState(dirname(path))).toEqual(around)
})

it('EN2: systems, areas, rounds and owners of hostile names give files and folders safe names', async () => {
  const { path, db } = await sentByNobody()
  const { shell, page } = startEngine()
  const area = db.prepare("SELECT id FROM area WHERE kind = 'system'").pluck().get() as never
  for (const [index, name] of hostileNames.filter((_, at) => at % 16 === 0).entries()) {
    db.prepare('UPDATE workbook SET system_name = ?').run(name)
    db.prepare('UPDATE area SET name = ?').run(name)
    db.prepare('UPDATE round SET name = ?').run(name)
    db.prepare('UPDATE action SET owner = ?').run(name)
    await shell.file.open({ path, who: WHO, mode: 'read' })
    for (const request of requests(area)) {
      const suggested = await shell.export.suggestName({ request })
      expect([name, request.kind, troubleWith(suggested.name)]).toEqual([name, request.kind, []])
    }
    const to = join(freshFolder(), 'owners')
    const { rows } = await page.workbook.read().catch(() => ({ rows: null }))
    if (rows && name.trim() && index % 4 === 0) {
      await shell.export.make({ to, request: { kind: 'owners', options: { replyBy: '', replyTo: '' } } })
      for (const made of readdirSync(to)) expect([name, made, troubleWith(made)]).toEqual([name, made, []])
      expect(readdirSync(dirname(to))).toEqual(['owners'])
    }
    await shell.file.close()
  }
  db.close()
}, 180_000)

it('EN2: whatever text goes into a name of a file, what comes out is one', () => {
  const day = '2026-11-24'
  for (const name of hostileNames) {
    const of = { systemName: name, isRehearsal: name.length % 2 === 0 }
    const made = [
      fileNames.boardFileName(of, day),
      fileNames.planFileName(of, day),
      fileNames.slipFileName(of, name, day),
      fileNames.historyFileName(of, day),
      fileNames.ownersFolderName(of, day),
      ...fileNames.ownerFileNames(of, hostileNames.slice(0, 40)),
    ]
    for (const one of made) expect([name, one, troubleWith(one)]).toEqual([name, one, []])
    expect(new Set(made.map(one => one.toLowerCase())).size).toBe(made.length)
  }
})

function requests(areaId: never): ExportRequest[] {
  return [
    {
      kind: 'board',
      options: { view: 'full', purpose: 'decision', meeting: '', preparedBy: '', asks: [], readers: 'board' },
    },
    { kind: 'plan', options: { hasRatings: true, readers: 'others', forWhom: '' } },
    { kind: 'owners', options: { replyBy: '', replyTo: '' } },
    { kind: 'slip', options: { areaId, name: '', organisationType: null, replyBy: '', replyTo: '' } },
    { kind: 'history', options: HistoryFilter.parse({}) },
  ]
}

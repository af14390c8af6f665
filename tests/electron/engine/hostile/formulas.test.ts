import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import exceljs from 'exceljs'
import { beforeAll, expect, it } from 'vitest'
import type { ExportRequest } from '../../../../shared/contract/export-request.ts'
import { HistoryFilter } from '../../../../shared/model/edit.ts'
import { freshFolder, startEngineFor, WHO } from '../../../helpers/engine.ts'
import { freshFolderForFile } from '../../../helpers/file-folder.ts'
import { office, python } from '../../../helpers/other-readers.ts'

const STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '|',
  '=cmd|',
  "'=",
  ' =',
  '＝',
  '=HYPERLINK("http://x","',
  '@SUM(1+1)*',
]

/** Free text of every table, by table: what people and hostile files can write into. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  workbook: ['system_name', 'system_kind_other'],
  area: ['name'],
  round: ['name', 'signed_off_by'],
  status: ['label', 'meaning'],
  rating: ['reason', 'not_applicable_reason', 'minority_view', 'change_note'],
  evidence: ['title', 'shows', 'note', 'file_name', 'url'],
  action: [
    'gap',
    'title',
    'success_measure',
    'baseline',
    'owner',
    'owner_role',
    'sponsor',
    'partners',
    'resources',
    'risk',
    'mitigation',
    'evidence_note',
    'verified_by',
    'governance',
  ],
  action_update: ['text', 'author'],
  measure: ['name', 'unit', 'source'],
  edit: ['who', 'words'],
  decision: ['text'],
}

const folder = freshFolderForFile()
const made: string[] = []

beforeAll(async () => {
  const { engine, shell, page } = startEngineFor()
  const path = join(folder(), 'story.ninefold')
  await shell.file.createRehearsal({ path, who: WHO })
  await engine.state.close()
  spoil(path)
  await shell.file.open({ path, who: WHO, mode: 'read' })
  const { rows } = await page.workbook.read()
  const text = `${STARTS[0]}CANARY`
  const requests: ExportRequest[] = [
    {
      kind: 'board',
      options: {
        view: 'full',
        purpose: 'decision',
        meeting: text,
        preparedBy: text,
        asks: STARTS.map(start => `${start}CANARY`),
        readers: 'board',
      },
    },
    {
      kind: 'board',
      options: {
        view: 'board',
        purpose: 'information',
        meeting: text,
        preparedBy: text,
        asks: [],
        readers: 'others',
      },
    },
    { kind: 'plan', options: { hasRatings: true, readers: 'others', forWhom: text } },
    { kind: 'owners', options: { replyBy: text, replyTo: text } },
    {
      kind: 'slip',
      options: {
        areaId: rows.areas[0]!.id,
        name: text,
        organisationType: null,
        replyBy: text,
        replyTo: text,
      },
    },
    { kind: 'history', options: HistoryFilter.parse({}) },
  ]
  for (const [index, request] of requests.entries()) {
    const to = join(folder(), request.kind === 'owners' ? 'owners' : `${index} ${request.kind}.xlsx`)
    await shell.export.make({ to, request })
    if (!statSync(to).isDirectory()) made.push(to)
    else
      made.push(
        ...readdirSync(to)
          .filter(name => name.endsWith('.xlsx'))
          .slice(0, 2)
          .map(name => join(to, name)),
      )
  }
  await engine.state.close()
}, 180_000)

it('EN3: text that begins like a formula is text in every kind of Excel file, as exceljs reads it', async () => {
  expect(made.length).toBeGreaterThanOrEqual(7)
  let seen = 0
  for (const path of made) {
    const book = new exceljs.Workbook()
    await book.xlsx.readFile(path)
    for (const sheet of book.worksheets)
      sheet.eachRow(row =>
        row.eachCell(cell => {
          if (!JSON.stringify(cell.value ?? '').includes('CANARY')) return
          seen++
          if (typeof cell.value === 'string') return
          expect([path, cell.address, outsideQuotes(cell.formula ?? 'no formula, and no text')]).toEqual([
            path,
            cell.address,
            expect.not.stringContaining('CANARY'),
          ])
          expect(cell.hyperlink).toBeFalsy()
        }),
      )
  }
  expect(seen).toBeGreaterThan(500)
})

it.skipIf(!python)('EN3: and as openpyxl reads it', () => {
  const script = `
import json, re, sys, openpyxl
live = seen = 0
for path in sys.argv[1:]:
  for s in openpyxl.load_workbook(path).worksheets:
    for r in s.iter_rows():
      for c in r:
        if 'CANARY' in str(c.value):
          seen += 1
          live += c.data_type == 'f' and 'CANARY' in re.sub('"([^"]|"")*"', '', c.value) or c.hyperlink is not None
print(json.dumps([live, seen]))`
  const [live, seen] = JSON.parse(execFileSync(python!, ['-c', script, ...made]).toString()) as number[]
  expect(live).toBe(0)
  expect(seen).toBeGreaterThan(500)
})

it.skipIf(!office)(
  'EN3: and as LibreOffice reads it, all of them',
  () => {
    const out = join(freshFolder(), 'flat')
    const profile = `-env:UserInstallation=file://${join(folder(), 'profile')}`
    execFileSync(office!, [profile, '--headless', '--convert-to', 'fods', '--outdir', out, ...made], {
      stdio: 'ignore',
    })
    const files = readdirSync(out)
    expect(files.length).toBeGreaterThanOrEqual(made.length - 1)
    for (const name of files) {
      const text = readFileSync(join(out, name), 'utf8')
      expect(text).toContain('CANARY')
      const formulas = [...text.matchAll(/table:formula="([^"]*)"/g)].map(match =>
        match[1]!.replaceAll('&quot;', '"'),
      )
      expect(formulas.filter(one => outsideQuotes(one).includes('CANARY'))).toEqual([])
      const links = [...text.matchAll(/xlink:href="([^"]*)"/g)].map(match => match[1]!)
      expect(links.filter(one => one.includes('CANARY'))).toEqual([])
    }
  },
  120_000,
)

/** A formula of ours may hold the name of a status, in quotes; text outside them would be part of the formula. */
function outsideQuotes(formula: string): string {
  return formula.replaceAll(/"(?:[^"]|"")*"/g, '')
}

/** Puts hostile text into every free field, behind Ninefold's back. */
function spoil(path: string): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  let at = 0
  for (const [table, columns] of Object.entries(FREE)) {
    const known = new Set((db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name))
    for (const column of columns.filter(name => known.has(name))) {
      const set = db.prepare(`UPDATE "${table}" SET "${column}" = ? WHERE rowid = ?`)
      for (const rowid of db.prepare(`SELECT rowid FROM "${table}"`).pluck().all())
        set.run(`${STARTS[at++ % STARTS.length]}CANARY ${at}`, rowid)
    }
  }
  db.close()
}

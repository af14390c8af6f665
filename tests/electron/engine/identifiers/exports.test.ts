import { join } from 'node:path'
import { expect, it } from 'vitest'
import { factsOf } from '../../../../electron/engine/exchange/board/board-facts.ts'
import { bookOf } from '../../../../electron/engine/exchange/book-of.ts'
import { coveringNote } from '../../../../electron/engine/exchange/fill-in/covering-note.ts'
import { boardInputOf } from '../../../../electron/engine/export-board.ts'
import { ownerInputOf, planInputOf, slipInputOf } from '../../../../electron/engine/export-fill-in.ts'
import { historyInputOf } from '../../../../electron/engine/export-history.ts'
import { searched } from '../../../../electron/engine/identifiers/columns.ts'
import { exportPassages, printPassages } from '../../../../electron/engine/identifiers/export-passages.ts'
import { edit, type Session } from '../../../../electron/engine/session.ts'
import { updateRow } from '../../../../electron/engine/store/rows.ts'
import { ExportRequest } from '../../../../shared/contract/export-request.ts'
import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import { openByOwner } from '../../../../shared/rules/owners.ts'
import { freshFolder, startEngine, WHO } from '../../../helpers/engine.ts'

const MARK = /[a-z0-9]+-[a-z0-9]+-\d+@example\.org/gi
const marksIn = (text: string) => new Set(text.match(MARK))

/** The sample, with an address of its own in every cell of text of every row. */
async function everyCellMarked() {
  const { engine, page, shell } = startEngine()
  await shell.file.createRehearsal({ path: join(freshFolder(), 'Sample.ninefold'), who: WHO })
  const session: Session = engine.state.session!
  const { rows } = await page.workbook.read()
  edit(session, WHO, { words: 'Marked all edit-words-1@example.org' }, db => {
    for (const [collection, fields] of Object.entries(searched))
      for (const [index, row] of rows[collection as CollectionName].entries()) {
        const marked = Object.keys(fields).map(field => {
          const text = (row as unknown as Record<string, string>)[field]!
          return [field, `${text} ${collection}-${field}-${index}@example.org`]
        })
        updateRow(db, collection as CollectionName, row.id, Object.fromEntries(marked))
      }
  })
  // What the board is not told of, it is not told of in words either.
  const kept = rows.evidence.find(({ handling }) => handling === 'keep')!
  edit(session, WHO, { words: 'Mended edit-kept-1@example.org', about: { evidenceId: kept.id } }, db =>
    updateRow(db, 'evidence', kept.id, { strength: kept.strength === 'data' ? 'document' : 'data' }),
  )
  return { session, rows: (await page.workbook.read()).rows, rehearsal: rows }
}

/** Every mark in the files an export would make. */
async function marksOfFiles(
  session: Session,
  rows: Parameters<typeof openByOwner>[0],
  request: ExportRequest,
) {
  const told = async (input: Parameters<typeof bookOf>[0]) => {
    const book = await bookOf(input, () => {})
    return JSON.stringify(book, (key, value) => (key === 'png' ? '' : value))
  }
  switch (request.kind) {
    case 'board':
      return marksIn(await told(boardInputOf(session, request.options)))
    case 'plan':
      return marksIn(await told(planInputOf(session, request.options)))
    case 'slip':
      return marksIn(await told(slipInputOf(session, request.options)))
    case 'owners': {
      const { owners, unowned } = openByOwner(rows)
      const inputs = owners.map(owner => ({
        owner,
        fileName: 'x.xlsx',
        input: ownerInputOf(session, rows as never, owner.name, request.options),
      }))
      const books = await Promise.all(inputs.map(({ input }) => told(input)))
      const note = coveringNote(factsOf(inputs[0]!.input), { ...request.options, owners: inputs, unowned })
      return marksIn([...books, note].join('\n'))
    }
    case 'history':
      // Who made a change is named in a column of its own.
      return marksIn(await told(historyInputOf(session, request.options)))
  }
}

const requests: readonly unknown[] = [
  {
    kind: 'board',
    options: { view: 'board', asks: ['Agree ask-one-1@example.org'], meeting: 'At meeting-a-1@example.org' },
  },
  { kind: 'board', options: { view: 'full' } },
  { kind: 'board', options: { view: 'board', readers: 'others' } },
  { kind: 'plan', options: {} },
  { kind: 'plan', options: { hasRatings: true, readers: 'board' } },
  { kind: 'owners', options: {} },
  { kind: 'history', options: { words: 'marked' } },
]

it('ID21: an export is looked through for what its files hold, cell by cell, and nothing else', async () => {
  const { session, rows } = await everyCellMarked()
  const slips = rows.areas.slice(0, 2).map(({ id }) => ({ kind: 'slip', options: { areaId: id } }))
  for (const asked of [...requests, ...slips]) {
    const request = ExportRequest.parse(asked)
    const passages = [...exportPassages(session, request)].map(({ text }) => text).join('\n')
    const [looked, held] = [marksIn(passages), await marksOfFiles(session, rows, request)]
    expect(held.size, JSON.stringify(request)).toBeGreaterThan(1)
    const missed = [...held].filter(mark => !looked.has(mark))
    const needless = [...looked].filter(mark => !held.has(mark))
    expect({ missed, needless }, JSON.stringify(request)).toEqual({ missed: [], needless: [] })
  }
}, 60_000)

it('ID21: the summary on paper is looked through for actions and what is asked', async () => {
  const { session } = await everyCellMarked()
  const options = {
    view: 'board',
    purpose: 'decision',
    meeting: '',
    preparedBy: '',
    asks: ['ask-one-1@example.org'],
    readers: 'board',
  }
  const marks = marksIn([...printPassages(session, options as never)].map(({ text }) => text).join('\n'))
  const columns = new Set([...marks].map(mark => mark.replace(/-\d+@.*/, '')))
  expect([...columns].sort()).toEqual([
    'actions-owner',
    'actions-title',
    'ask-one',
    'rounds-name',
    'statuses-label',
    'statuses-meaning',
    'workbook-systemName',
  ])
})

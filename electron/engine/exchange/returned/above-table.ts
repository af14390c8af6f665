import { z } from 'zod'
import { SentFile } from '../../../../shared/model/sent-file.ts'
import { type FileMarks, findReturnCode, MARKS_FORMAT } from '../marks.ts'
import { headerKey, type SheetRow } from './find-table.ts'
import { Refusal } from './refusals.ts'

const Marks = SentFile.pick({
  kind: true,
  madeAt: true,
  madeOn: true,
  editSeq: true,
  forWhom: true,
  fingerprint: true,
  view: true,
  readers: true,
  roundId: true,
  areaId: true,
  hasRatings: true,
}).extend({
  format: z.int().min(1),
  sentFileId: SentFile.shape.id,
  workbookUid: z.string().min(1).max(200),
  systemName: z.string().max(1000),
  seal: z.string().max(200),
})

/**
 * What the hidden sheet says of the file, by its content: shown, renamed or moved it still counts. `null` when this is
 * another sheet or makes no sense.
 */
export function readMarks(rows: readonly SheetRow[]): FileMarks | null {
  const names = new Map(Object.keys(Marks.shape).map(name => [headerKey(name), name]))
  const said: Record<string, unknown> = {}
  for (const { cells } of rows) {
    const name = names.get(headerKey(cells.get(0)?.text ?? ''))
    if (name) said[name] = meaningOf(name, cells.get(1)?.text ?? '')
  }
  if (said.sentFileId === undefined || said.workbookUid === undefined) return null
  // A newer format may say what this version cannot make sense of, so this is asked first.
  if (typeof said.format === 'number' && said.format > MARKS_FORMAT) throw new Refusal('newer')
  const parsed = Marks.safeParse({ areaId: null, forWhom: '', ...said })
  return parsed.success ? parsed.data : null
}

/** Cells hold words: other programs turn numbers and booleans into text and back. */
function meaningOf(name: string, text: string): unknown {
  if (name === 'format' || name === 'editSeq') return Number(text)
  if (name === 'hasRatings') return /^(true|1|yes)$/i.test(text.trim())
  if (name === 'areaId') return text.trim() || null
  return text
}

/** The return code in any of these rows, as an id. */
export function returnCodeIn(rows: readonly SheetRow[]): string | null {
  for (const { cells } of rows)
    for (const { text } of cells.values()) {
      const found = text.length < 10_000 ? findReturnCode(text) : null
      if (found) return found
    }
  return null
}

/** Labels in column A with what stands beside them. */
export function labelsIn(rows: readonly SheetRow[]): [string, string][] {
  return rows.flatMap(({ cells }): [string, string][] => {
    const label = cells
      .get(0)
      ?.text.replace(/\s+/g, ' ')
      .replace(/[:\s]+$/, '')
      .trim()
    const beside = [...cells.keys()].filter(column => column > 0).sort((a, b) => a - b)
    return label && beside.length > 0 ? [[label, cells.get(beside[0]!)!.text]] : []
  })
}

import { z } from 'zod'
import { SentFile } from '../../../shared/model/sent-file.ts'

/** What the hidden sheet says of the file. `seal` is the seal of edit `editSeq`: a copy of the workbook knows it too. */
export type FileMarks = z.infer<typeof FileMarks>

const FileMarks = SentFile.pick({
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
  workbookUid: z.string(),
  systemName: z.string(),
  seal: z.string(),
})

/** Rows of a sheet that may be the hidden one: A and B of each. */
export type MarkRows = readonly (readonly [name: string, value: string])[]

/** The first of these that make sense. */
export function marksAmong(sheets: readonly MarkRows[]): FileMarks | null {
  for (const rows of sheets) {
    const marks = marksFromRows(rows)
    if (marks) return marks
  }
  return null
}

/** The marks a hidden sheet holds, from A and B of its rows; `null` when they make no sense. */
export function marksFromRows(rows: MarkRows): FileMarks | null {
  const found = new Map<string, unknown>([...rows].map(([name, value]) => [name.trim(), value.trim()]))
  for (const name of ['format', 'editSeq']) if (found.get(name)) found.set(name, Number(found.get(name)))
  const isTrue = /^true$/i.test(String(found.get('hasRatings')))
  const areaId = found.get('areaId') || null
  return FileMarks.safeParse({ ...Object.fromEntries(found), areaId, hasRatings: isTrue }).data ?? null
}

import type { Level } from '../../../../shared/model/fields.ts'
import type { ReviewValue } from '../../../../shared/model/review.ts'
import { longDate } from '../../../../shared/text/dates.ts'
import { levelWords } from '../../../../shared/text/levels.ts'
import type { AnyRow } from './differences.ts'
import type { Names } from './names.ts'

/** What a person sees as one thing of a row: one field, or fields that only make sense together. */
export type CopyColumn = {
  readonly id: string
  readonly header: string
  readonly fields: readonly string[]
  show(row: AnyRow, names: Names): ReviewValue
}

/** An empty cell. */
export const EMPTY: ReviewValue = { text: '', statusId: null, level: null }

/** Words as a value. */
export function words(text: string): ReviewValue {
  return { ...EMPTY, text }
}

/** A text or a number, as it is. */
export function plain(id: string, header: string, field: string): CopyColumn {
  return { id, header, fields: [field], show: row => words(row[field] === null ? '' : String(row[field])) }
}

/** A day, `22 November 2026`. */
export function day(id: string, header: string, field: string): CopyColumn {
  return { id, header, fields: [field], show: row => words(dayWords(row[field])) }
}

/** A level of the scale, `2 Developing`. */
export function level(id: string, header: string, field: string): CopyColumn {
  return { id, header, fields: [field], show: (row, names) => levelValue(row[field], names) }
}

/** One of a few, said in words. */
export function choice(
  id: string,
  header: string,
  field: string,
  said: Readonly<Record<string, string>>,
): CopyColumn {
  return {
    id,
    header,
    fields: [field],
    show: row => words(said[String(row[field])] ?? String(row[field] ?? '')),
  }
}

/** A status of the key. */
export function status(id: string, header: string, field: string): CopyColumn {
  return {
    id,
    header,
    fields: [field],
    show: (row, names) => {
      const value = row[field]
      if (typeof value !== 'string') return EMPTY
      return { ...EMPTY, text: names.of({ collection: 'statuses', id: value }), statusId: value }
    },
  }
}

/** An area, by its name. */
export function area(id: string, header: string): CopyColumn {
  return {
    id,
    header,
    fields: ['areaId'],
    show: (row, names) => words(names.of({ collection: 'areas', id: String(row.areaId) })),
  }
}

/** A principle with its number. */
export function principle(id: string, header: string): CopyColumn {
  return {
    id,
    header,
    fields: ['principleId'],
    show: (row, names) => words(names.principle(row.principleId)),
  }
}

/** A level with its name. */
export function levelValue(value: unknown, names: Names): ReviewValue {
  if (typeof value !== 'number') return EMPTY
  return { ...EMPTY, text: levelWords(names.framework.scale, value), level: value as Level }
}

/** A day in words; empty for none, and as it is when it is no day. */
export function dayWords(value: unknown): string {
  if (typeof value !== 'string') return ''
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? longDate(value) : value
}

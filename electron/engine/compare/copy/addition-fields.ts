import type { ReviewAddition } from '../../../../shared/model/review.ts'
import type { CollectionName } from '../../../../shared/model/snapshot.ts'
import { count } from '../../../../shared/text/dates.ts'
import { sizeOf } from '../../../../shared/text/sizes.ts'
import { evidenceKindWords } from '../../../../shared/text/words.ts'
import type { Beside } from './beside.ts'
import { dayWords, words } from './column.ts'
import type { AnyRow } from './differences.ts'
import type { Part } from './parts.ts'
import { targetOf, tieKinds } from './ties.ts'

type Field = ReviewAddition['fields'][number]

/** What a person needs to see of a new row: its cells that say something, and what is part of it. */
export function additionFields(beside: Beside, { collection, row }: Part, own: readonly Part[]): Field[] {
  const cells = (beside.columns[collection] ?? [])
    .filter(({ id }) => id !== 'position')
    .map(column => ({ header: column.header, value: column.show(row, beside.names) }))
    .filter(({ value }) => value.text !== '')
  return [
    ...cells,
    ...fileFields(collection, row),
    ...updateFields(own),
    ...tieFields(beside, own),
    ...counts(own),
  ]
}

function fileFields(collection: CollectionName, row: AnyRow): Field[] {
  if (collection !== 'evidence') return []
  const kind = evidenceKindWords[row.kind as keyof typeof evidenceKindWords]
  const file = row.kind === 'file' ? [`${row.fileName} (${sizeOf(row.size as number)})`] : []
  return [
    { header: 'Kind', value: words(kind) },
    ...file.map(text => ({ header: 'File name', value: words(text) })),
  ]
}

function updateFields(own: readonly Part[]): Field[] {
  return own
    .filter(({ collection }) => collection === 'updates')
    .map(({ row }) => ({ header: `Update, ${dayWords(row.on)}`, value: words(String(row.text)) }))
}

function tieFields({ names }: Beside, own: readonly Part[]): Field[] {
  const links = own.filter(({ collection }) => collection === 'evidenceLinks').map(({ row }) => row)
  return tieKinds.flatMap(kind => {
    const tied = links.flatMap(link => (link[kind.field] === null ? [] : [targetOf(names, link)]))
    return tied.length > 0 ? [{ header: kind.header, value: words(tied.join(', ')) }] : []
  })
}

const counted: Partial<Record<CollectionName, readonly [header: string, one: string]>> = {
  ratings: ['Ratings', 'rating'],
  measures: ['Measures', 'measure'],
  measurePoints: ['Readings', 'reading'],
  slips: ['Rating slips', 'slip'],
  decisions: ['What the board said', 'line'],
  slipAnswers: ['Answers', 'answer'],
}

function counts(own: readonly Part[]): Field[] {
  return Object.entries(counted).flatMap(([collection, [header, one]]) => {
    const many = own.filter(part => part.collection === collection).length
    return many > 0 ? [{ header, value: words(count(many, one)) }] : []
  })
}

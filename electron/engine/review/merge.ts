import type { ReviewChange, ReviewOption } from '../../../shared/model/review.ts'
import { listOf } from '../../../shared/text/sizes.ts'
import type { ComparedChange, Comparison } from '../compare/comparison.ts'
import { FILES_OF } from '../compare/merge.ts'

const ORDER: Readonly<Record<ReviewOption['from'], number>> = { sent: 0, file: 1, both: 2, now: 3 }

/**
 * Several comparisons with one workbook as one: Excel files and other copies may change the same cell, and then it is
 * one change with what each of them says.
 */
export function merged(comparisons: readonly Comparison[]): Comparison {
  const changes = new Map<string, ComparedChange>()
  const names = new Map(comparisons.flatMap(({ files }) => files.map(({ id, name }) => [id, name] as const)))
  for (const found of comparisons.flatMap(comparison => comparison.changes)) {
    const known = changes.get(found.change.id)
    changes.set(found.change.id, known ? together(known, found, names) : found)
  }
  const additions = new Map(
    comparisons.flatMap(comparison => comparison.additions.map(found => [found.addition.id, found] as const)),
  )
  return {
    files: comparisons.flatMap(comparison => comparison.files),
    changes: [...changes.values()],
    additions: [...additions.values()],
  }
}

function together(
  one: ComparedChange,
  other: ComparedChange,
  names: ReadonlyMap<string, string>,
): ComparedChange {
  const returned = [...one.change.returned, ...other.change.returned]
  const differ = meaningsOf(one).some(meaning => meaningsOf(other).some(theirs => theirs !== meaning))
  const options = new Map([...one.change.options, ...other.change.options].map(option => [option.id, option]))
  const states = [one.change.state, other.change.state]
  const state: ReviewChange['state'] =
    differ || states.includes('conflict')
      ? 'conflict'
      : states.includes('unreadable')
        ? 'unreadable'
        : 'proposed'
  const said = [...new Set([...one.change.remarks, ...other.change.remarks])]
  return {
    change: {
      ...one.change,
      // A copy shares the history with us: it knows what both started from where a file does not.
      sent: one.change.sent ?? other.change.sent,
      state,
      returned,
      options: [...options.values()].sort((a, b) => ORDER[a.from] - ORDER[b.from]),
      remarks: differ
        ? [disagree(returned, names), ...said.filter(sentence => !sentence.startsWith(FILES_OF))]
        : said,
    },
    writes: new Map([...one.writes, ...other.writes]),
  }
}

function disagree(returned: ReviewChange['returned'], names: ReadonlyMap<string, string>): string {
  const quoted = [...new Set(returned.map(({ fileId }) => `“${names.get(fileId) ?? 'a file'}”`))]
  return `${listOf(quoted)} say different things here.`
}

/** What taking each of its values would write: how a file and a copy put the same value into words may differ. */
function meaningsOf({ change, writes }: ComparedChange): string[] {
  return change.options
    .filter(({ from }) => from === 'file')
    .map(({ id, value }) => {
      const fields = (writes.get(id) ?? []).flatMap(write =>
        'fields' in write ? [sorted(write.fields)] : [],
      )
      return JSON.stringify(fields.length > 0 ? fields : value)
    })
}

function sorted(fields: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
}

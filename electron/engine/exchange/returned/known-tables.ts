import type { Framework } from '../../../../shared/model/framework.ts'
import { levelNameOf } from '../../../../shared/text/levels.ts'
import { actionColumns } from '../board/action-columns.ts'
import { ratingColumns } from '../board/ratings.ts'
import { slipColumns } from '../fill-in/columns.ts'
import { MARK_HEADER } from '../marks.ts'
import type { KnownTable } from './read-book.ts'

/** Every table of the files we send, by its headers: what is read back, and what must not be taken for it. */
export function knownTables(framework: Framework): KnownTable[] {
  const plan = actionColumns(framework.actionPlan.columns, 'full').map(({ header }) => header)
  const ratings = ratingColumns('full').map(({ header }) => header)
  const slip = slipColumns({ levelName: level => levelNameOf(framework.scale, level) })
  return [
    { kind: 'plan', headers: [...plan, MARK_HEADER] },
    { kind: 'ratings', headers: [...ratings, MARK_HEADER] },
    { kind: 'slip', headers: [...slip.map(({ header }) => header), MARK_HEADER] },
    { kind: 'long-text', headers: ['Reference', 'Sheet', 'Row', 'Column', 'Part', 'Text'] },
    ...others.map(headers => ({ kind: 'other' as const, headers })),
  ]
}

/** Summary, Exceptions, Votes, Rounds, Evidence, Measures, Changes, Key: a test holds them against the file that is written. */
const others: readonly (readonly string[])[] = [
  'Principle|In a sentence|Level now|Target|Target date|Last round|Change|Reason for change|Agreement|Confidence|Evidence items|Open actions|Late actions',
  'What|Ref|In a sentence|Place|Principle|Owner|Due date|Days late',
  'Place|Principle|Count|Votes for 0|Votes for 1|Votes for 2|Votes for 3|Votes for 4|Votes|Median|Range|Verdict|How it came about',
  'Place|Principle|Round|As at|Level|Change|Kind of change|In words',
  'Ref|Title|What it shows|Date|Places|Strength|Handling|Principles|Actions|Kind|File name or link|Size (KB)|Note',
  'Place|Principle|Measure|Unit|Better when|Baseline|Baseline date|Target|Target date|Reading date|Reading|Change from baseline|Source',
  'Date|What|In words|Place|Principle|Level was|Level now|By',
  'Part|Code|Word|Meaning',
].map(headers => headers.split('|'))

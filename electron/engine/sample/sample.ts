import { createWorkbookFile } from '../create.ts'
import type { Deps } from '../deps.ts'
import type { WritableDb } from '../store/database.ts'
import { insertRow, updateRow } from '../store/rows.ts'
import { actionEdits } from './action-edits.ts'
import { applyEdits, instant, type SampleEdit } from './edits.ts'
import { evidenceEdits } from './evidence-edits.ts'
import { measureEdits } from './measure-edits.ts'
import { AUTUMN, FIRST_IDS, LEAD, SAMPLE_DETAILS, SPRING } from './places.ts'
import { ratingEdits } from './rating-edits.ts'
import { autumn } from './ratings-autumn.ts'
import { spring } from './ratings-spring.ts'

/**
 * Makes the sample workbook: a made-up system over two rounds, stamped as a rehearsal. Nothing in it depends on the
 * clock, the machine or chance, so that it is the same every time.
 */
export function createSampleFile(path: string): void {
  createWorkbookFile(path, SAMPLE_DETAILS, LEAD, fixedDeps(), { isRehearsal: true, more: fillSample })
}

function fillSample(db: WritableDb): void {
  // Four hundred edits, each forced to the disk, would take seconds for a file that has no name yet. The last one is
  // written with care again, and carries all before it along.
  db.pragma('synchronous = OFF')
  applyEdits(db, [
    ...evidenceEdits(),
    ...measureEdits(),
    ...ratingEdits(SPRING, spring),
    signOff,
    ...actionEdits(),
    openAutumn,
    ...ratingEdits(AUTUMN, autumn),
  ])
  db.pragma('synchronous = FULL')
  applyEdits(db, [lastEdit])
}

const signOff: SampleEdit = {
  on: '2026-05-29',
  words: 'Signed off round Spring 2026',
  work: (db, at) =>
    updateRow(db, 'rounds', SPRING, { state: 'signed-off', signedOffAt: at, signedOffBy: LEAD }),
}

const openAutumn: SampleEdit = {
  on: '2026-11-02',
  words: 'Opened round Autumn 2026, starting from Spring 2026',
  work: db =>
    insertRow(db, 'rounds', {
      id: AUTUMN,
      name: 'Autumn 2026',
      asAt: '2026-11-30',
      state: 'open',
      position: 2,
      signedOffAt: null,
      signedOffBy: '',
    }),
}

/** The last thing anyone did. */
const lastEdit: SampleEdit = {
  on: '2026-11-24',
  minute: 10 * 60 + 42,
  words: 'Set who reports on A-01: Partnership board, each month',
  work: db => updateRow(db, 'actions', 'sample-action-1', { governance: 'Partnership board, each month' }),
}

function fixedDeps(): Deps {
  let next = 0
  return {
    now: () => instant('2026-03-02', 9 * 60),
    newId: () => FIRST_IDS[next++] ?? `sample-${next}`,
  }
}

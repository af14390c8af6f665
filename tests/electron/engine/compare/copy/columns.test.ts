import { expect, it } from 'vitest'
import { columnsOf } from '../../../../../electron/engine/compare/copy/columns.ts'
import { referencesOf } from '../../../../../electron/engine/compare/copy/references.ts'
import { FIELDS } from '../../../../../electron/engine/compare/plan/meaning.ts'
import { RATING_FIELDS } from '../../../../../electron/engine/compare/ratings/rating-fields.ts'
import { type CollectionName, collections } from '../../../../../shared/model/snapshot.ts'
import { startWorkbook } from '../../../../helpers/engine.ts'

/** What tells a row apart, when it was written, and what no one changes once it is there. */
const NOT_CELLS: Partial<Record<CollectionName, readonly string[]>> = {
  workbook: ['uid', 'systemName', 'frameworkId', 'frameworkVersion', 'frameworkHash', 'createdAt'],
  areas: ['kind', 'position'],
  rounds: ['position'],
  ratings: ['roundId', 'areaId', 'principleId'],
  evidence: ['ref', 'kind', 'fileName', 'mediaType', 'size', 'contentHash', 'addedAt'],
  actions: ['ref', 'createdAt', 'updatedAt'],
  updates: ['actionId', 'addedAt'],
  measurePoints: ['measureId'],
  slips: ['roundId', 'areaId', 'sentFileId', 'fileName', 'fileHash', 'readAt'],
  decisions: ['roundId', 'addedAt'],
  participants: ['roundId', 'areaId', 'addedAt'],
  parked: ['roundId', 'areaId', 'addedAt'],
  // What somebody said of a find holds in the copy it was said in.
  clearedFindings: ['kind', 'clearedAt'],
}

/** Compared as a whole: the hands of one count, the ties of one item, the answers of one slip, what left once. How far a room has
 * come stays with the copy in which it sits, unless its round or area is new; and so does what a copy says of itself. */
const WHOLE: readonly CollectionName[] = [
  'votes',
  'evidenceLinks',
  'slipAnswers',
  'sentFiles',
  'rooms',
  'roomSteps',
  'origins',
  'leftOutFiles',
]

it('AC6: every field of every collection is a cell, told apart by, or compared as a whole', async () => {
  const { page } = await startWorkbook()
  const columns = columnsOf((await page.workbook.read()).framework)
  const forgotten = (Object.keys(collections) as CollectionName[]).flatMap(collection => {
    if (WHOLE.includes(collection)) return []
    const known = new Set([
      'id',
      ...(NOT_CELLS[collection] ?? []),
      ...(columns[collection] ?? []).flatMap(({ fields }) => fields),
    ])
    const fields = Object.keys(collections[collection].shape)
    return fields.filter(field => !known.has(field)).map(field => `${collection}.${field}`)
  })
  expect(forgotten, 'Say in columns.ts how people see it, or here why they do not').toEqual([])
})

it('AC6: a cell of the plan or of the ratings is called as it is when an Excel file brings it', async () => {
  const { page } = await startWorkbook()
  const { actions, ratings } = columnsOf((await page.workbook.read()).framework)
  const fieldsOf = (list: typeof actions) => Object.fromEntries(list!.map(({ id, fields }) => [id, fields]))
  // Progress comes back from Excel as a new update. The cell of evidence shows the note under the references.
  const { progress: _, ...plan } = FIELDS
  expect(fieldsOf(actions)).toEqual({ ...plan, evidence: ['evidenceNote'] })
  // In Excel the reason why a principle does not apply stands in the cell of the reason.
  const { notApplicableReason: __, ...ours } = fieldsOf(ratings)
  expect(ours).toEqual({ ...RATING_FIELDS, reason: ['reason'] })
})

it('AC9: every field that names a row of another collection is known', () => {
  const targets: Record<string, CollectionName> = {
    roundId: 'rounds',
    areaId: 'areas',
    statusId: 'statuses',
    actionId: 'actions',
    evidenceId: 'evidence',
    ratingId: 'ratings',
    measureId: 'measures',
    slipId: 'slips',
  }
  for (const [collection, { shape }] of Object.entries(collections))
    for (const [field, target] of Object.entries(targets)) {
      // What was sent, and what was said of an action, stays true when the row it names is gone.
      const isLoose = collection === 'sentFiles' || (collection === 'decisions' && field === 'actionId')
      if (!(field in shape) || isLoose) continue
      expect(referencesOf(collection as CollectionName, { [field]: 'x' }), `${collection}.${field}`).toEqual([
        { collection: target, id: 'x' },
      ])
    }
})

import { beforeAll, describe } from 'vitest'
import { PlanExport } from '../../../../shared/contract/export-request.ts'
import { python } from '../../../helpers/other-readers.ts'
import { returnedCases, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let plan = ''

beforeAll(async () => {
  plan = await story().sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({ hasRatings: true }) })
}, 60_000)

/** A row as someone who adds an action fills it in. */
const values = {
  Place: 'Alderbrook',
  Principle: '2 Outcomes that matter to people',
  Action: 'Hold a listening day in each town',
  Owner: 'Ruth Bell',
  'Due date': { date: '2027-05-14', format: 'dd mmm yyyy' },
  'Status (BRAG)': 'Not started',
}
const added = ['+ Action: Hold a listening day in each town']

describe.skipIf(!python)(`rows${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  returnedCases(story, () => plan, {
    'RT7: rows deleted are said, and nothing is proposed': {
      steps: [
        ['delete_row', { key: 'A-05' }],
        ['delete_row', { key: 'A-17' }],
      ],
      says: [/A-05/, /A-17/],
    },
    'RT7: a row whose cells were all emptied is a row deleted': {
      steps: [['clear_row', { key: 'A-05' }]],
      says: [/A-05/],
    },
    'RT7: a row of the ratings deleted': {
      steps: [['delete_row', { key: 'Westmere, 3 Partners beyond the NHS', kind: 'ratings' }]],
      says: [/Westmere|Partners beyond|row/],
    },
    'RT7: a row added in the table': { steps: [['add_row', { values }]], lines: added },
    'RT7: a row added in the middle of it': {
      steps: [['insert_row', { before: 'A-09', values }]],
      lines: added,
    },
    'RT7: a row added right below the table': {
      steps: [['add_row', { values, inside: false }]],
      lines: added,
    },
    'RT7: a row added after three blank ones': {
      steps: [['add_row', { values, after_blank: 3 }]],
      lines: added,
    },
    'RT7: a row copied from another, its mark and its reference included, is a new action': {
      steps: [['add_row', { values: { Action: 'Hold a listening day in each town' }, like: 'A-05' }]],
      lines: added,
    },
    'RT7: a row copied and left as it was says nothing new': {
      steps: [['add_row', { values: {}, like: 'A-05' }]],
      says: [/A-05/],
    },
    'RT7: a row added with a reference of its own making': {
      steps: [['add_row', { values: { ...values, Ref: 'A-99' } }]],
      lines: added,
    },
    'RT7: a row added with only words in it': {
      steps: [['add_row', { values: { Action: 'Hold a listening day in each town' } }]],
      lines: added,
    },
    'RT7: a line written under the table is no action': {
      steps: [['add_row', { values: { Ref: 'Thank you, Tom' }, after_blank: 2 }]],
      says: [/Thank you, Tom|row/],
    },
    'RT3: one column sorted alone tears the rows apart: nothing is taken from them, and that is said': {
      steps: [['sort_alone', { header: 'Action' }]],
      says: [/sort/],
    },
    'RT7: two rows that changed places': {
      steps: [['sort', { header: 'Action', descending: true }]],
    },
    'RT7: a row added, one deleted, one changed, and sorted': {
      steps: [
        ['type_in', { key: 'A-04', header: 'Owner', value: 'Ali Hassan' }],
        ['delete_row', { key: 'A-05' }],
        ['add_row', { values }],
        ['sort', { header: 'Owner' }],
      ],
      lines: ['A-04 Owner: Tom Adeyemi → Ali Hassan', ...added],
      says: [/A-05/],
    },
  })
})

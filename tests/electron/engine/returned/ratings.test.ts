import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe } from 'vitest'
import { BoardExport, PlanExport } from '../../../../shared/contract/export-request.ts'
import { python } from '../../../helpers/other-readers.ts'
import { returnedCases, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let [plan, full, owner] = ['', '', '']

beforeAll(async () => {
  const { sendOut } = story()
  plan = await sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({ hasRatings: true }) })
  full = await sendOut('Full.xlsx', { kind: 'board', options: BoardExport.parse({ view: 'full' }) })
  const owners = await sendOut('Owners', { kind: 'owners', options: { replyBy: '', replyTo: '' } })
  owner = join(owners, readdirSync(owners).find(name => /Okafor.*\.xlsx$/.test(name))!)
}, 60_000)

const parity = 'Northmoor and Vale, 1 Parity of esteem'
const reason =
  'The side-by-side baseline went to the board in July and the costed plan is drafted. Health checks have started in Alderbrook only, and most contracts still carry no mental health goal.'
const rate = (header: string, value: unknown, key = parity): Step => [
  'type_in',
  { key, header, value, kind: 'ratings' },
]

describe.skipIf(!python)(`ratings${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  returnedCases(story, () => plan, {
    'RT9: a level, a target, a date, a confidence and a reason': {
      steps: [
        rate('Level now', { number: 3 }),
        rate('Target level', '4'),
        rate('Target date', '1/2/28'),
        rate('Confidence', 'HIGH'),
        rate('Reason', 'The plan is agreed.'),
        ['sort', { header: 'Reason', kind: 'ratings' }],
      ],
      lines: [
        '1 Parity of esteem Confidence: Medium → High',
        '1 Parity of esteem Level now: 2 Developing → 3 Established',
        `1 Parity of esteem Reason: ${reason} → The plan is agreed.`,
        '1 Parity of esteem Target date: 31 March 2027 → 1 February 2028',
        '1 Parity of esteem Target level: 3 Established → 4 Leading',
      ],
    },
    'RT9: a level that is none': {
      steps: [rate('Level now', 'high'), rate('Confidence', 'so so')],
      lines: [
        '? 1 Parity of esteem Confidence: Medium → so so',
        '? 1 Parity of esteem Level now: 2 Developing → Rated, high',
      ],
    },
    'RT9: a level emptied': {
      steps: [rate('Level now', null)],
      lines: ['1 Parity of esteem Level now: 2 Developing → Not discussed'],
    },
    'RT10: what is worked out of the votes': {
      steps: [
        rate('Votes', { number: 99 }),
        rate('Agreement', 'Agreed by all'),
        rate('Level in words', 'Leading'),
      ],
      says: [/Votes/, /Agreement/, /Level in words/],
    },
  })
})

describe.skipIf(!python)(`ratings to read${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  returnedCases(story, () => full, {
    'RT9: ratings sent to be read are left alone, and that is said': {
      steps: [rate('Level now', { number: 3 })],
      says: [/read/],
    },
  })
})

describe.skipIf(!python)(`an owner${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  returnedCases(story, () => owner, {
    'RT9: what an owner fills in, and what was grey': {
      steps: [
        ['unprotect'],
        ['type_in', { key: 'A-02', header: 'Status (BRAG)', value: 'Amber' }],
        ['type_in', { key: 'A-02', header: 'Evidence', value: 'Rota of 14 November' }],
        ['type_in', { key: 'A-06', header: 'Latest progress', value: '18/11: Two people start in January.' }],
        ['type_in', { key: 'A-06', header: 'Action', value: 'Place workers with three teams' }],
        ['sort', { header: 'Due date', descending: true }],
      ],
      lines: [
        'A-02 Evidence: (empty) → Rota of 14 November',
        'A-02 Status (BRAG): Red: off track → Amber: at risk',
        'A-06 Action: Place voluntary sector wellbeing workers with two neighbourhood teams → Place workers with three teams',
        'A-06 Latest progress: 15 Oct 2026: Adverts out. → 18 Nov 2026: Two people start in January.',
      ],
    },
  })
})

import { beforeAll, describe } from 'vitest'
import { PlanExport } from '../../../../shared/contract/export-request.ts'
import { python } from '../../../helpers/other-readers.ts'
import { type Case, returnedCases, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let plan = ''

beforeAll(async () => {
  plan = await story().sendOut('Plan.xlsx', { kind: 'plan', options: PlanExport.parse({ hasRatings: true }) })
}, 60_000)

const type = (header: string, value: unknown, key = 'A-02'): Step => ['type_in', { key, header, value }]

/** Of one cell: what is typed into it and the line that must come of it; none where it means the same as before. */
function typed(
  rule: string,
  header: string,
  before: string,
  all: Readonly<Record<string, readonly [value: unknown, after: string | null]>>,
) {
  return Object.entries(all).map(([name, [value, after]]): [string, Case] => [
    `${rule} ${header}: ${name}`,
    { steps: [type(header, value)], lines: after === null ? [] : [lineOf(header, before, after)] },
  ])
}

function lineOf(header: string, before: string, after: string): string {
  return after.startsWith('? ')
    ? `? A-02 ${header}: ${before} → ${after.slice(2)}`
    : `A-02 ${header}: ${before} → ${after}`
}

const dates = typed('RT8:', 'Due date', '31 October 2026', {
  'a real date': [{ date: '2019-02-01', format: 'dd/mm/yyyy' }, '1 February 2019'],
  'a real date shown the American way': [{ date: '2027-02-01', format: 'm/d/yy' }, '1 February 2027'],
  'a real date with a time of day': [
    { date: '2027-02-01T17:30:00', format: 'dd/mm/yyyy hh:mm' },
    '1 February 2027',
  ],
  'the same day with a time of day': [{ date: '2026-10-31T09:00:00', format: 'dd/mm/yyyy hh:mm' }, null],
  'the number of a day in a cell that shows dates': [{ number: 46419 }, '1 February 2027'],
  'text 1/2/19': ['1/2/19', '1 February 2019'],
  'text 01.02.2019': ['01.02.2019', '1 February 2019'],
  'text 1 Feb': ['1 Feb', '1 February 2027'],
  'text 1st February 2027': ['1st February 2027', '1 February 2027'],
  'text 2027-02-01': ['2027-02-01', '1 February 2027'],
  'text Mon 1 Feb 2027, with spaces': ['  Mon 1 Feb 2027 ', '1 February 2027'],
  'the same day as text': ['31/10/2026', null],
  'the same day in words': ['31st October 2026', null],
  soon: ['soon', '? soon'],
  'a day the calendar does not have': ['31/02/2027', '? 31/02/2027'],
  'month before day is not guessed': ['10/31/2026', '? 10/31/2026'],
  emptied: [null, '(empty)'],
  'only spaces': ['   ', '(empty)'],
})

const statuses = typed('RT9:', 'Status (BRAG)', 'Red: off track', {
  'on track': ['on track', 'Green: on track'],
  GREEN: ['GREEN', 'Green: on track'],
  g: ['g', 'Green: on track'],
  'amber - at risk': ['amber - at risk', 'Amber: at risk'],
  'done, with a full stop': ['Done: to be checked.', 'Done: to be checked'],
  // Embedded needs a check by someone else, which the row does not have.
  embedded: ['Blue: embedded', '? Blue: embedded'],
  'its own word in capitals': ['RED', null],
  'its own word with spaces': [' red:  off track ', null],
  'its own code': ['R', null],
  fine: ['fine', '? fine'],
  'mostly green': ['mostly green', '? mostly green'],
  'a number': [{ number: 3 }, '? 3'],
})

const choices = [
  typed('RT9:', 'Priority', 'High', {
    low: ['low', 'Low'],
    HIGH: ['HIGH', null],
    urgent: ['urgent', '? urgent'],
  }),
  typed('RT9:', 'Place', 'Castle Vale', {
    'another place': ['alderbrook', 'Alderbrook'],
    'a place that is none of ours': ['Leeds', '? Leeds'],
  }),
  typed('RT9:', 'Principle', '6 Relationships and networks', {
    'its number alone': ['6', null],
    'another by number': [{ number: 4 }, '4 Mental health from the start'],
  }),
  typed('RT9:', 'Target level', '2 Developing', {
    'a number as text': ['3', '3 Established'],
    'the same as text': ['2', null],
    'with its words': ['3 established', '3 Established'],
    'with the words of another': ['3 Embedded', '? 3 Embedded'],
    'too high': [{ number: 7 }, '? 7'],
    'half a level': [{ number: 2.5, format: '0.0' }, '? 2.5'],
  }),
  typed('RT9:', 'Likelihood (1 to 5)', '4 Likely', {
    'another number': [{ number: 2 }, '2 Unlikely'],
    emptied: [null, '(empty)'],
  }),
]

const texts = typed('RT10:', 'Baseline', 'None', {
  'a number': [{ number: 12 }, '12'],
  'a percentage': [{ number: 0.125, format: '0.0%' }, '12.5%'],
  money: [{ number: 18000, format: '"£"#,##0' }, '£18,000'],
  'a date': [{ date: '2027-02-01', format: 'd mmm yyyy' }, '1 Feb 2027'],
  'true or false': [true, 'TRUE'],
  'a text that looks like a number': ['0012', '0012'],
  'spaces around the same': ['  None  ', null],
  'a space that does not break, at the end': ['None\u00a0', null],
  'characters no one sees': ['\u200bNo\u200dne\ufeff', null],
  'a line break': ['None\nyet', 'None⏎yet'],
  'emoji and letters from right to left': ['👩🏽‍⚕️ نعم שלום', '👩🏽‍⚕️ نعم שלום'],
  'text that starts like a formula': ['=1+1', '=1+1'],
  'text that starts with a plus': ['+44 20 7946 0000', '+44 20 7946 0000'],
  'text that starts with a minus': ['- two sites', '- two sites'],
  'text that starts with an at sign': ['@SUM(A1)', '@SUM(A1)'],
  emptied: [null, '(empty)'],
})

const long = 'Long words. '.repeat(3400).trim()

const cells: Readonly<Record<string, Case>> = {
  'RT10: rich text with the same words': {
    steps: [
      ['rich', { key: 'A-02', header: 'Main risk', pieces: ['No senior ', 'nurse', ' can be released'] }],
    ],
  },
  'RT10: rich text with other words': {
    steps: [['rich', { key: 'A-02', header: 'Main risk', pieces: ['No ', 'junior', ' nurse & co'] }]],
    lines: ['A-02 Main risk: No senior nurse can be released → No junior nurse & co'],
  },
  'RT10: a text of more than 40,000 characters is not cut': {
    steps: [['rich', { key: 'A-02', header: 'Main risk', pieces: [long] }]],
    lines: [`A-02 Main risk: No senior nurse can be released → ${long}`],
  },
  'RT11: a formula gives what it came to, and that is said': {
    steps: [['formula', { key: 'A-02', header: 'Main risk', text: '=UPPER("no one")', value: 'NO ONE' }]],
    lines: ['A-02 Main risk: No senior nurse can be released → NO ONE'],
  },
  'RT11: a formula that comes to a date': {
    steps: [['formula', { key: 'A-02', header: 'Due date', text: '=P8+30', value: 46419 }]],
    lines: ['A-02 Due date: 31 October 2026 → 1 February 2027'],
  },
  'RT11: a formula that comes to what was there': {
    steps: [['formula', { key: 'A-02', header: 'Owner', text: '=K9', value: 'Daniel Okafor' }]],
  },
  'RT11: a formula never worked out is not taken for an empty cell': {
    steps: [['formula', { key: 'A-02', header: 'Owner', text: '=K9' }]],
    lines: ['? A-02 Owner: Daniel Okafor → (empty)'],
  },
  'RT11: a formula that comes to an error': {
    steps: [['formula', { key: 'A-02', header: 'Owner', text: '=VLOOKUP(1,2,3)', value: '#REF!' }]],
    lines: ['? A-02 Owner: Daniel Okafor → #REF!'],
  },
  'RT11: an error in a column we work out is nothing': {
    steps: [
      ['formula', { key: 'A-02', header: 'Days late', text: '=1/0', value: '#DIV/0!' }],
      ['formula', { key: 'A-03', header: 'Risk score', text: '=1/0', value: '#DIV/0!' }],
    ],
  },
  'RT12: cells covered by a merge are not taken for emptied ones, and merging is said': {
    steps: [['merge', { key: 'A-02', first: 'Owner role and organisation', last: 'Executive sponsor' }]],
    says: [/merge/i],
  },
  'RT12: a cell merged over the rows below counts for its first row alone': {
    steps: [type('Owner', 'Jo Castell'), ['merge', { key: 'A-02', first: 'Owner', down: 2 }]],
    lines: ['A-02 Owner: Daniel Okafor → Jo Castell'],
    says: [/merge/i],
  },
  'RT9: embedded, with the check of another person in the same row': {
    steps: [type('Status (BRAG)', 'blue'), type('Checked by and date', 'Ali Hassan, 3/11/26')],
    lines: [
      'A-02 Checked by and date: (empty) → Ali Hassan, 3 November 2026',
      'A-02 Status (BRAG): Red: off track → Blue: embedded',
    ],
  },
  'RT10: what is worked out here is never read back': {
    steps: [
      type('Days late', { number: 400 }),
      type('Last updated', { date: '2020-01-01', format: 'dd mmm yyyy' }),
      type('Ref', 'A-77'),
    ],
    says: [/Days late/],
  },
  'RT10: an action without words': {
    steps: [type('Action', null)],
    lines: ['? A-02 Action: Set up an advice line or email for staff, with an agreed reply time → (empty)'],
  },
}

/** The first of each group in one file, the second in another: they stand in different columns of the same row. */
function together(groups: readonly (readonly (readonly [string, Case])[])[]): Record<string, Case> {
  const longest = Math.max(...groups.map(group => group.length))
  const files = Array.from({ length: longest }, (_, at) => groups.flatMap(group => group.slice(at, at + 1)))
  return Object.fromEntries(
    files.map(parts => [
      parts.map(([name]) => name).join('; '),
      {
        steps: parts.flatMap(([, { steps }]) => steps),
        lines: parts.flatMap(([, { lines }]) => lines ?? []),
      },
    ]),
  )
}

describe.skipIf(!python)(`typed${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  returnedCases(story, () => plan, {
    ...together([dates, statuses, ...choices, texts]),
    ...cells,
  })
})

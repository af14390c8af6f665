import { beforeAll, describe } from 'vitest'
import { BoardExport, PlanExport } from '../../../../shared/contract/export-request.ts'
import { python } from '../../../helpers/other-readers.ts'
import { type Case, returnedCases, type Step, storyForFile } from '../../../helpers/round-trip.ts'

const story = storyForFile()
let [plan, full] = ['', '']

beforeAll(async () => {
  const { sendOut } = story()
  const options = PlanExport.parse({ hasRatings: true })
  plan = await sendOut('Plan.xlsx', { kind: 'plan', options })
  full = await sendOut('Full.xlsx', { kind: 'board', options: BoardExport.parse({ view: 'full' }) })
}, 60_000)

/** One change, made before everything else, that must land on its action whatever is done to the sheet then. */
const green: Step = ['type_in', { key: 'A-02', header: 'Status (BRAG)', value: 'Green: on track' }]
const landed = ['A-02 Status (BRAG): Red: off track → Green: on track']

const headers =
  'Ref|Place|Principle|Level of need|Action|Owner|Due date|Status (BRAG)|Latest progress|Evidence'.split('|')

const sorted = Object.fromEntries(
  headers.map((header, index): [string, Case] => [
    `RT3: sorted by ${header}`,
    { steps: [green, ['sort', { header, descending: index % 2 === 1 }]], lines: landed },
  ]),
)

const arranged: Readonly<Record<string, Case>> = {
  'RT3: filtered, so that most rows are hidden': {
    steps: [green, ['filter_rows', { header: 'Status (BRAG)', value: 'Green: on track' }]],
    lines: landed,
  },
  'RT3: the ratings sorted by reason': {
    steps: [green, ['sort', { header: 'Reason', kind: 'ratings' }]],
    lines: landed,
  },
  'RT4: a column inserted before each of three': {
    steps: [
      green,
      ['insert_column', { before: 'Status (BRAG)', header: 'My own notes', text: 'Ask again' }],
      ['insert_column', { before: 'Ref', header: 'Row', text: '1' }],
      ['insert_column', { before: 'Ninefold mark', header: 'Owner’s phone' }],
    ],
    lines: landed,
  },
  'RT4: an inserted column named as one of ours is not taken for it': {
    steps: [green, ['insert_column', { before: 'Ref', header: 'Status', text: 'Amber' }]],
    lines: landed,
  },
  'RT4: columns moved': {
    steps: [
      green,
      ['move_column', { header: 'Status (BRAG)', before: 'Ref' }],
      ['move_column', { header: 'Owner', before: 'Place' }],
      ['move_column', { header: 'Ninefold mark', before: 'Action' }],
    ],
    lines: landed,
  },
  'RT4: columns hidden': {
    steps: [green, ['hide_column', { header: 'Status (BRAG)' }], ['hide_column', { header: 'Action' }]],
    lines: landed,
  },
  'RT4: columns deleted are no change, and said': {
    steps: [green, ['delete_column', { header: 'Baseline' }], ['delete_column', { header: 'Due date' }]],
    lines: landed,
    says: [/Baseline/, /Due date/],
  },
  'RT4: the column of references deleted': {
    steps: [green, ['delete_column', { header: 'Ref' }]],
    lines: landed,
  },
  'RT4: headers in other letters and with other spaces': {
    steps: [
      green,
      ['rename_column', { header: 'Status (BRAG)', to: ' STATUS  (brag)' }],
      ['rename_column', { header: 'Owner', to: 'owner ' }],
      ['rename_column', { header: 'Due date', to: 'Due\ndate' }],
      ['rename_column', { header: 'Latest progress', to: 'latest\u00a0progress' }],
      ['rename_column', { header: 'Ninefold mark', to: 'NINEFOLD MARK' }],
    ],
    lines: landed,
  },
  'RT4: a header in quite other words is said, and its column left alone': {
    steps: [green, ['rename_column', { header: 'Main risk', to: 'What could go wrong' }]],
    lines: landed,
    says: [/Main risk|What could go wrong/],
  },
  'RT4: a header emptied': {
    steps: [green, ['empty_header', { header: 'Main risk' }]],
    lines: landed,
    says: [/Main risk/],
  },
  'RT5: sheets moved, renamed and added, the key deleted': {
    steps: [
      green,
      ['move_sheet', { name: 'Action plan', by: 3 }],
      ['rename_sheet', { name: 'Action plan', to: 'Tom’s copy (final) 2' }],
      [
        'add_sheet',
        {
          name: 'Notes',
          rows: [
            ['Ref', 'Owner'],
            ['A-02', 'Somebody else'],
          ],
          first: true,
        },
      ],
      ['delete_sheet', { name: 'Key' }],
    ],
    lines: landed,
  },
  'RT5: the plan on a hidden sheet': {
    steps: [green, ['hide_sheet', { name: 'Action plan' }]],
    lines: landed,
  },
  'RT5: a copy of the plan beside it is not read twice': {
    steps: [green, ['copy_sheet', { name: 'Action plan', to: 'Action plan (2)' }]],
    lines: landed,
  },
  'RT6: without the hidden sheet': { steps: [green, ['delete_marks_sheet']], lines: landed },
  'RT6: without the column of marks': { steps: [green, ['delete_mark_column']], lines: landed },
  'RT6: without the return code': { steps: [green, ['delete_return_code']], lines: landed },
  'RT6: with nothing above the table': { steps: [green, ['delete_head']], lines: landed },
  'RT6: only the return code is left': {
    steps: [green, ['delete_marks_sheet'], ['delete_mark_column']],
    lines: landed,
  },
  'RT6: only the hidden sheet is left': {
    steps: [green, ['delete_mark_column'], ['delete_return_code']],
    lines: landed,
  },
  'RT6: only the column of marks is left': {
    steps: [green, ['delete_marks_sheet'], ['delete_return_code']],
    lines: landed,
  },
  'RT6: with none of the three it is matched by reference and words, and that is said': {
    steps: [green, ['all_marks_gone'], ['sort', { header: 'Owner' }]],
    lines: landed,
    says: [/mark|reference/i],
  },
  'RT6: with none of the three and no references it is matched by words': {
    steps: [green, ['all_marks_gone'], ['delete_column', { header: 'Ref' }], ['sort', { header: 'Owner' }]],
    lines: landed,
    says: [/words|mark/i],
  },
  'RT7: the table pushed down by rows above it': {
    steps: [green, ['push_down', { number: 4 }]],
    lines: landed,
  },
  'RT7: a plain range, pushed down': {
    steps: [green, ['no_table'], ['push_down', { number: 30 }]],
    lines: landed,
  },
}

describe.skipIf(!python)(`the plan to fill in${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  returnedCases(story, () => plan, { ...sorted, ...arranged })
})

describe.skipIf(!python)(`the board workbook${python ? '' : ' (skipped: no Python with openpyxl)'}`, () => {
  const few = Object.entries(arranged).filter(([name]) =>
    /filtered|inserted before each|moved$|with none of the three it|copy of the plan|pushed down/.test(name),
  )
  returnedCases(story, () => full, Object.fromEntries(few))
})

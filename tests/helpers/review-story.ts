import { AreaId, PrincipleId } from '../../shared/model/ids.ts'
import type {
  Review,
  ReviewAddition,
  ReviewChange,
  ReviewFile,
  ReviewOption,
  ReviewSubject,
  ReviewValue,
} from '../../shared/model/review.ts'
import type { SentFile } from '../../shared/model/sent-file.ts'
import { sentFile } from './rows.ts'

/** A value of plain words. */
export function words(text: string): ReviewValue {
  return { text, statusId: null, level: null }
}

const STATUS = {
  'at-risk': 'Amber: at risk',
  'on-track': 'Green: on track',
  'off-track': 'Red: off track',
} as const

export function statusValue(statusId: keyof typeof STATUS): ReviewValue {
  return { text: STATUS[statusId], statusId, level: null }
}

/** A returned file with nothing in it, unless told. */
export function returnedFile(id: string, name: string, more: Partial<ReviewFile> = {}): ReviewFile {
  return {
    id,
    name,
    state: 'read',
    problem: '',
    kind: 'owner',
    sentFileId: `SENT000${id}`,
    forWhom: '',
    sentAt: '2026-10-15T09:00:00.000Z',
    remarks: [],
    changed: 0,
    conflicts: 0,
    unreadable: 0,
    added: 0,
    answered: 0,
    ...more,
  }
}

export function subject(ref: number, title: string, principle: string): ReviewSubject {
  return {
    collection: 'actions',
    rowId: `action-${ref}`,
    ref: `A-${String(ref).padStart(2, '0')}`,
    title,
    principleId: PrincipleId.parse(principle),
    areaId: AreaId.parse('system'),
  }
}

const fileOption = (fileId: string, value: ReviewValue, by: string): ReviewOption => ({
  id: `file:${fileId}`,
  from: 'file',
  fileId,
  value,
  by,
})
const nowOption = (value: ReviewValue, by = 'You, 12 November'): ReviewOption => ({
  id: 'now',
  from: 'now',
  fileId: null,
  value,
  by,
})
const sentOption = (value: ReviewValue, by = '15 October'): ReviewOption => ({
  id: 'sent',
  from: 'sent',
  fileId: null,
  value,
  by,
})

/** Only the returned file changed it. */
export function proposal(
  about: ReviewSubject,
  header: string,
  [sent, returned]: readonly [ReviewValue, ReviewValue],
  more: Partial<ReviewChange> & { fileId?: string; by?: string } = {},
): ReviewChange {
  const { fileId = '1', by = 'Sunita Rao', ...rest } = more
  return {
    id: `${about.rowId}:${header}`,
    subject: about,
    columnId: header.toLowerCase(),
    header,
    state: 'proposed',
    sent,
    now: sent,
    returned: [{ fileId, value: returned, by }],
    options: [fileOption(fileId, returned, by), nowOption(sent, '')],
    remarks: [],
    ...rest,
  }
}

const advice = subject(2, 'Advice line for staff', 'relationships-and-networks')
const workers = subject(6, 'Wellbeing workers', 'beyond-the-nhs')
const contracts = subject(7, 'Two-year contracts', 'beyond-the-nhs')
const check = subject(4, 'Mental health check', 'from-the-start')
const plan = subject(1, 'Costed two-year plan', 'parity-of-esteem')

const LONG =
  'Nine of 22 roles moved to contracts of two years or more. The council has asked for the rest to wait for the spring budget, and housing has said it will follow the council. Three voluntary groups have signed; the fourth wants to see the terms that the first three had before it does. We have told them they may see them.'

/** The story of the reference picture: four files, conflicts on both sides and between files, one refused, one new row. */
export function reviewStory(): Review {
  const [amber, green, red] = [statusValue('at-risk'), statusValue('on-track'), statusValue('off-track')]
  return {
    seq: 100,
    turn: 1,
    files: [
      returnedFile('1', 'Northmoor and Vale action plan, Sunita Rao.xlsx', { forWhom: 'Sunita Rao' }),
      returnedFile('2', 'Northmoor and Vale action plan, Helen Marsh.xlsx', {
        forWhom: 'Helen Marsh',
        remarks: ['A-08 is missing from this file. It stays in the workbook.'],
      }),
      returnedFile('3', 'Action plan D Okafor v2 FINAL.xlsx', {
        forWhom: 'Daniel Okafor',
        remarks: ['Its hidden sheet is gone, so rows were matched by reference and text. Please check them.'],
      }),
      returnedFile('4', 'Finance return Nov.xlsx', {
        state: 'refused',
        kind: null,
        sentFileId: null,
        sentAt: null,
        problem:
          'It is locked with a password. Open it in Excel, take the password off, save, and add it again.',
      }),
    ],
    changes: [
      {
        ...proposal(advice, 'Status', [amber, green]),
        state: 'conflict',
        now: red,
        returned: [{ fileId: '3', value: green, by: 'Daniel Okafor' }],
        options: [sentOption(amber), fileOption('3', green, 'Daniel Okafor'), nowOption(red)],
      },
      {
        ...proposal(workers, 'Latest progress', [words('Adverts out'), words('')]),
        state: 'conflict',
        returned: [
          { fileId: '3', value: words('Two in post, one to start in January'), by: 'Daniel Okafor' },
          { fileId: '1', value: words('One post filled'), by: 'Sunita Rao' },
        ],
        options: [
          sentOption(words('Adverts out')),
          fileOption('3', words('Two in post, one to start in January'), 'Daniel Okafor'),
          fileOption('1', words('One post filled'), 'Sunita Rao'),
        ],
      },
      proposal(contracts, 'Due date', [words('14 October 2026'), words('18 December 2026')]),
      proposal(contracts, 'Latest progress', [
        words(LONG),
        words(
          LONG.replace('Nine', 'Eleven').replace(
            ' We have told them they may see them.',
            ' It has, and will sign.',
          ),
        ),
      ]),
      proposal(contracts, 'Current level', [
        { text: '1 Emerging', statusId: null, level: 1 },
        { text: '2 Developing', statusId: null, level: 2 },
      ]),
      proposal(check, 'Owner', [words('Tom Adeyemi'), words('Programme office')], {
        fileId: '2',
        by: 'Helen Marsh',
        remarks: ['A team cannot be an owner.'],
      }),
      proposal(advice, 'Due date', [words('31 October 2026'), words('1 February 2027')], {
        fileId: '3',
        by: 'Daniel Okafor',
        remarks: ['Typed as 1/2/27, read as 1 February.'],
      }),
      {
        ...proposal(advice, 'Start date', [words('1 May 2026'), words('soon')], {
          fileId: '3',
          by: 'Daniel Okafor',
        }),
        state: 'unreadable',
        options: [nowOption(words('1 May 2026'), '')],
        remarks: ['“soon” is not a date. Ask for a day, such as 1 February 2027.'],
      },
      proposal(plan, 'Status', [amber, red], { fileId: '2', by: 'Helen Marsh' }),
      proposal(plan, 'Due date', [words('30 September 2026'), words('')], {
        fileId: '2',
        by: 'Helen Marsh',
      }),
    ],
    additions: [addition('new-1')],
  }
}

/** A new action somebody typed under the table. */
export function addition(id: string, more: Partial<ReviewAddition> = {}): ReviewAddition {
  return {
    id,
    fileId: '3',
    collection: 'actions',
    title: 'Ask carers what matters to them, twice a year',
    kind: 'Action',
    principleId: null,
    fields: [
      { header: 'Action', value: words('Ask carers what matters to them, twice a year') },
      { header: 'Owner', value: words('Daniel Okafor') },
      { header: 'Due date', value: words('31 March 2027') },
      { header: 'Status', value: statusValue('on-track') },
    ],
    needsPrinciple: true,
    problem: '',
    remarks: ['It came without a principle.'],
    ...more,
  }
}

/** So many changed cells, a few in each action, every fiftieth a conflict; texts of all lengths. */
export function longReview(cells: number): Review {
  const changes = Array.from({ length: cells }, (_, index) => {
    const ref = Math.floor(index / 4) + 1
    const about = subject(ref, `Action ${ref} of a long plan`, 'parity-of-esteem')
    const header = ['Status', 'Due date', 'Latest progress', 'Evidence note'][index % 4]!
    const pair: readonly [ReviewValue, ReviewValue] =
      index % 4 === 0
        ? [statusValue('at-risk'), statusValue('on-track')]
        : index % 4 === 1
          ? [words('14 October 2026'), words('18 December 2026')]
          : [words(LONG.slice(0, 20 + (index % 300))), words(LONG.slice(0, 30 + (index % 290)))]
    const change = proposal(about, header, pair)
    if (index % 50 !== 0) return change
    return {
      ...change,
      state: 'conflict' as const,
      now: statusValue('off-track'),
      options: [
        sentOption(pair[0]),
        fileOption('1', pair[1], 'Sunita Rao'),
        nowOption(statusValue('off-track')),
      ],
    }
  })
  return { seq: 100, turn: 1, files: [reviewStory().files[0]!], changes, additions: [] }
}

/** What is still out in the story. */
export function sentOut(): SentFile[] {
  return ['Priya Nair', 'Ruth Bell'].map(forWhom =>
    sentFile({ forWhom, fileName: `Northmoor and Vale action plan, ${forWhom}.xlsx` }),
  )
}

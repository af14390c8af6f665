import '../../../renderer/styles/tokens.css'
import '../../../renderer/styles/base.css'
import '../../../renderer/styles/controls.css'
import '../../../renderer/styles/marks.css'
import '../../../renderer/styles/components.css'
import '../../../renderer/styles/frame.css'
import '../../../renderer/styles/palette.css'
import '../../../renderer/styles/frame-narrow.css'
import { createRoot } from 'react-dom/client'
import { App } from '../../../renderer/boot/app.tsx'
import type { Review } from '../../../shared/model/review.ts'
import { createFakeClient } from '../fake-client.ts'
import { createFakeShell } from '../fake-shell.ts'
import { addition, longReview, reviewStory, sentOut } from '../review-story.ts'
import { sentFile } from '../rows.ts'
import { storySnapshot } from '../story.ts'

/**
 * Draws the whole page over made-up rows, for looking at. `?case=` picks the state: story (default), empty, read,
 * rehearsal, sent, many (sent), alone (no owners), long (names), start, first; with returned files: back, back0,
 * back1, back2000, back10000, backlong (names), out.
 */
const wanted = new URLSearchParams(window.location.search).get('case') ?? 'story'
const story = storySnapshot()
const saved = story.lastSavedAt
const OWNERS = ['Daniel Okafor', 'Sunita Rao', 'Helen Marsh', 'Tom Adeyemi', 'Anna Whitcombe']
const LONG = 'Dr Wilhelmina Featherstonehaugh-Cholmondeley, Deputy Director of Integrated Community Services'
const came = { isAwaited: false, returnedAt: '2026-11-12T10:00:00.000Z' }
const sentOwners = OWNERS.map((forWhom, at) =>
  sentFile({ forWhom, ...(at < 3 ? {} : { ...came, returnedName: `${forWhom} FINAL (2).xlsx` }) }),
)
const withSent = (sentFiles: typeof sentOwners) => ({ ...story, rows: { ...story.rows, sentFiles } })
const snapshots = {
  story,
  sent: withSent([...sentOwners, sentFile({ kind: 'board', isAwaited: false, editSeq: 9 })]),
  many: withSent(
    Array.from({ length: 120 }, (_, at) =>
      sentFile({
        forWhom: `Owner ${at + 1}`,
        isAwaited: at % 3 > 0,
        madeOn: at < 60 ? '2026-06-15' : '2026-10-15',
      }),
    ),
  ),
  alone: {
    ...story,
    rows: { ...story.rows, actions: story.rows.actions.map(row => ({ ...row, owner: '' })) },
  },
  long: {
    ...withSent([
      sentFile({ forWhom: LONG }),
      sentFile({ kind: 'slip', forWhom: `${LONG} `.repeat(3).trim(), areaId: story.rows.areas[1]!.id }),
      sentFile({
        kind: 'plan',
        hasRatings: true,
        ...came,
        isAwaited: true,
        returnedName: `${LONG.replaceAll(' ', '_')}.xlsx`,
      }),
    ]),
  },
  empty: {
    ...story,
    rows: {
      ...story.rows,
      ratings: [],
      votes: [],
      evidence: [],
      evidenceLinks: [],
      actions: [],
      updates: [],
    },
  },
  read: {
    ...story,
    access: { mode: 'read' as const, why: 'It is open on Tom Adeyemi’s laptop since 09:12.' },
  },
  rehearsal: {
    ...story,
    rows: { ...story.rows, workbook: story.rows.workbook.map(row => ({ ...row, isRehearsal: true })) },
  },
}
const recent = [
  summary(
    'Northmoor and Vale',
    'Documents, Mental health board',
    [2, 1, 2, 0, 3, 2, null, null, null],
    saved,
  ),
  summary('Alderbrook', 'Documents, Places', [3, 1, 3, 0, 3, 2, 2, 1, 2], '2026-11-23T16:05:00.000Z'),
  summary(
    'Castle Vale',
    'Shared drive, Castle Vale team',
    [2, 1, 2, 1, 2, 1, 1, 0, 2],
    '2026-11-19T12:00:00.000Z',
  ),
  {
    ...summary(
      'Westmere',
      'Memory stick, PLACES',
      [1, 3, 1, null, 4, 3, null, 1, null],
      '2026-11-12T12:00:00.000Z',
    ),
    isMissing: true,
  },
]

function summary(
  name: string,
  where: string,
  levels: (0 | 1 | 2 | 3 | 4 | null)[],
  lastSavedAt: string | null,
) {
  const discussed = levels.filter(level => level !== null).length
  return {
    id: name,
    name,
    where,
    isMissing: false,
    openedAt: '2026-11-24T10:00:00.000Z',
    summary: {
      uid: name,
      systemName: name,
      isRehearsal: false,
      roundName: 'Autumn 2026',
      asAt: '2026-11-30',
      discussed,
      levels,
      lastSavedAt,
    },
  }
}

const back = reviewStory()
const LONG_NAME =
  'A name that goes on and on, as names of files do when every reader adds a word of their own, '.repeat(3)
const reviews: Readonly<Record<string, Review | null>> = {
  back,
  back0: { ...back, changes: [], additions: [], files: back.files.slice(0, 2) },
  back1: { ...back, changes: back.changes.slice(2, 3), additions: [], files: back.files.slice(0, 1) },
  back2000: longReview(2000),
  back10000: longReview(10_000),
  backlong: {
    ...back,
    files: back.files.map(file => ({ ...file, name: `${LONG_NAME}${file.name}`, forWhom: LONG_NAME })),
    changes: back.changes.map(change => ({
      ...change,
      subject: { ...change.subject, title: LONG_NAME },
      header: `${change.header} ${LONG_NAME}`,
      returned: change.returned.map(each => ({ ...each, by: LONG_NAME })),
      options: change.options.map(option => ({ ...option, by: LONG_NAME })),
      remarks: [...change.remarks, LONG_NAME],
    })),
    additions: [addition('new-1', { title: LONG_NAME, remarks: [LONG_NAME] })],
  },
  out: null,
}
const isBack = wanted in reviews
const snapshot = isBack
  ? { ...story, rows: { ...story.rows, sentFiles: sentOut() } }
  : snapshots[wanted as keyof typeof snapshots]
const client = snapshot ? createFakeClient(snapshot, reviews[wanted] ?? null) : null
const shell = createFakeShell(client, wanted === 'start' ? { listRecent: async () => recent } : {})
createRoot(document.getElementById('page')!).render(<App shell={shell} />)

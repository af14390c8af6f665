import '../../../renderer/styles/tokens.css'
import '../../../renderer/styles/base.css'
import '../../../renderer/styles/components.css'
import '../../../renderer/styles/frame.css'
import { createRoot } from 'react-dom/client'
import { App } from '../../../renderer/boot/app.tsx'
import { createFakeClient } from '../fake-client.ts'
import { createFakeShell } from '../fake-shell.ts'
import { sentFile } from '../rows.ts'
import { storySnapshot } from '../story.ts'

/**
 * Draws the whole page over made-up rows, for looking at. `?case=` picks the state: story (default), empty, read,
 * rehearsal, sent, many (sent), alone (no owners), long (names), start, first.
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

const snapshot = snapshots[wanted as keyof typeof snapshots]
const client = snapshot ? createFakeClient(snapshot) : null
const shell = createFakeShell(client, wanted === 'start' ? { listRecent: async () => recent } : {})
createRoot(document.getElementById('page')!).render(<App shell={shell} />)

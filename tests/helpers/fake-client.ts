import type { Client } from '../../renderer/boot/shell.ts'
import type { Changed, HistoryEntry } from '../../shared/contract/history.ts'
import type { Edit } from '../../shared/model/edit.ts'
import type { AreaId } from '../../shared/model/ids.ts'
import { ratingIdOf } from '../../shared/model/rating-id.ts'
import type { Review, ReviewDecisions } from '../../shared/model/review.ts'
import type { CollectionName, Patch, Snapshot } from '../../shared/model/snapshot.ts'

/**
 * Stands in for the engine while a screen is being drawn: rows in memory, edits announced, undo that really takes
 * back. It knows no rule of the store, so it proves nothing about the engine. Not for tests of behaviour.
 */
export function createFakeClient(start: Snapshot, review: Review | null = null): Client {
  const book = new FakeBook(start)
  book.review = review
  // biome-ignore lint/suspicious/noExplicitAny: a stand-in answers every call of the contract in the same way
  return callsOf(book) as any
}

type Row = { id: string } & Record<string, unknown>
type Done = { edit: Edit; before: Patch[]; after: Patch[] }

class FakeBook {
  rows: Record<CollectionName, Map<string, Row>>
  log: Done[] = []
  undone: Done[] = []
  seq: number
  start: Snapshot
  review: Review | null = null
  listeners = new Set<(changed: Changed) => void>()

  constructor(start: Snapshot) {
    this.start = start
    this.seq = start.seq
    const entries = Object.entries(start.rows).map(([name, rows]) => [
      name,
      new Map((rows as Row[]).map(row => [row.id, row])),
    ])
    this.rows = Object.fromEntries(entries)
  }

  snapshot(): Snapshot {
    const rows = Object.fromEntries(Object.entries(this.rows).map(([name, map]) => [name, [...map.values()]]))
    return { ...this.start, rows: rows as Snapshot['rows'], undo: this.undoState(), seq: this.seq }
  }

  change(words: string, patches: Patch[], about: Edit['about'] = {}) {
    const before = this.put(patches)
    const edit = this.edit(words, 'do', about)
    this.log.push({ edit, before, after: patches })
    this.undone = []
    return this.announce(edit, patches)
  }

  take(from: Done[], to: Done[], kind: 'undo' | 'redo') {
    const done = from.pop()
    if (!done) throw new Error('There is nothing to take back.')
    to.push(done)
    const patches = kind === 'undo' ? done.before : done.after
    this.put(patches)
    const edit = { ...this.edit(`${kind}: ${done.edit.words}`, kind, done.edit.about), target: done.edit.seq }
    return this.announce(edit, patches)
  }

  undoState() {
    return { undo: this.log.at(-1)?.edit ?? null, redo: this.undone.at(-1)?.edit ?? null }
  }

  private put(patches: Patch[]): Patch[] {
    return patches.map(({ collection, id, row }) => {
      const old = this.rows[collection].get(id) ?? null
      if (row === null) this.rows[collection].delete(id)
      else this.rows[collection].set(id, row as Row)
      return { collection, id, row: old }
    })
  }

  private edit(words: string, kind: Edit['kind'], about: Edit['about']): Edit {
    this.seq += 1
    return {
      seq: this.seq,
      at: new Date().toISOString(),
      who: 'Anna Whitcombe',
      words,
      kind,
      target: null,
      about,
    }
  }

  private announce(edit: Edit, patches: Patch[]) {
    for (const listener of this.listeners) listener({ edit, patches, undo: this.undoState() })
    return { seq: edit.seq, at: edit.at, id: patches[0]?.id ?? null }
  }
}

// biome-ignore lint/suspicious/noExplicitAny: see above
type Any = any

function callsOf(book: FakeBook) {
  const patch = (collection: CollectionName, id: string, row: unknown): Patch => ({ collection, id, row })
  const merged = (collection: CollectionName, id: string, set: object) =>
    patch(collection, id, { ...book.rows[collection].get(id), ...set })
  const system = () => [...book.rows.areas.values()].find(area => area.kind === 'system')!.id as AreaId
  const ties = (evidenceId: string, targets: Any) => [
    ...[...book.rows.evidenceLinks.values()]
      .filter(link => link.evidenceId === evidenceId)
      .map(link => patch('evidenceLinks', link.id, null)),
    ...(['areaId', 'principleId', 'actionId'] as const).flatMap(key =>
      (targets?.[`${key}s`] ?? []).map((target: string) =>
        patch('evidenceLinks', `${evidenceId}:${target}`, {
          id: `${evidenceId}:${target}`,
          evidenceId,
          areaId: null,
          principleId: null,
          actionId: null,
          [key]: target,
        }),
      ),
    ),
  ]
  const nextRef = (collection: 'actions' | 'evidence') =>
    Math.max(0, ...[...book.rows[collection].values()].map(row => Number(row.ref))) + 1
  const newAction = (from: Any, ref: number) => {
    const model = [...book.rows.actions.values()][0] ?? {}
    const blank = Object.fromEntries(
      Object.entries(model).map(([key, value]) => [key, typeof value === 'string' ? '' : null]),
    )
    const now = new Date().toISOString()
    return patch('actions', `action-${ref}`, {
      ...blank,
      statusId: 'not-started',
      ...from,
      ...from.set,
      id: `action-${ref}`,
      ref,
      createdAt: now,
      updatedAt: now,
    })
  }
  const newEvidence = (row: object, targets: Any) => {
    const ref = nextRef('evidence')
    const id = `evidence-${ref}`
    const blank = { shows: '', refersOn: null, strength: 'assertion', handling: 'share', url: '', note: '' }
    const file = { fileName: '', mediaType: '', size: 0, contentHash: '', addedAt: new Date().toISOString() }
    return [patch('evidence', id, { ...blank, ...file, ...row, id, ref }), ...ties(id, targets)]
  }
  return {
    workbook: {
      read: async () => structuredClone(book.snapshot()),
      seq: async () => book.seq,
      watch: async (_: unknown, options?: { signal?: AbortSignal }) => watch(book, options?.signal),
      set: async (set: object) => book.change('Changed the workbook', [merged('workbook', 'workbook', set)]),
    },
    area: {
      addPlace: async ({ name }: Any) => {
        const id = `place-${book.seq}`
        const row = { id, kind: 'place', name, position: book.rows.areas.size }
        return book.change(`Added ${name}`, [patch('areas', id, row)])
      },
      rename: async ({ id, name }: Any) => book.change(`Renamed to ${name}`, [merged('areas', id, { name })]),
      removePlace: async ({ id }: Any) => book.change('Removed a place', [patch('areas', id, null)]),
    },
    round: {
      set: async ({ id, ...set }: Any) => book.change('Changed the round', [merged('rounds', id, set)]),
    },
    status: {
      set: async ({ id, ...set }: Any) =>
        book.change('Changed the status key', [merged('statuses', id, set)]),
    },
    rating: {
      set: async ({ roundId, areaId, principleId, set }: Any) => {
        const id = ratingIdOf(roundId, areaId ?? system(), principleId)
        const blank = [...book.rows.ratings.values()][0] ?? {}
        const old: Any = book.rows.ratings.get(id) ?? {
          ...Object.fromEntries(
            Object.entries(blank).map(([key, value]) => [key, typeof value === 'string' ? '' : null]),
          ),
          id,
          roundId,
          areaId,
          principleId,
          state: 'not-discussed',
          confidence: null,
          changeReason: null,
          minorityType: null,
          targetDate: null,
        }
        const state = set.state ?? (set.level != null ? 'rated' : old.state)
        const level = state === 'rated' ? (set.level ?? old.level) : null
        const title = book.start.framework.principles.find(one => one.id === principleId)?.title
        const row = { ...old, ...set, state, level }
        return book.change(`Changed ${title}`, [patch('ratings', id, row)], { principleId, areaId })
      },
    },
    evidence: {
      addLink: async ({ url, title, targets }: Any) =>
        book.change('Added a link', newEvidence({ kind: 'link', title: title ?? url, url }, targets)),
      addNote: async ({ title, note, targets }: Any) =>
        book.change('Added a note', newEvidence({ kind: 'note', title, note }, targets)),
      set: async ({ id, set }: Any) => book.change('Changed evidence', [merged('evidence', id, set)]),
      tie: async ({ id, targets }: Any) => book.change('Tied evidence', ties(id, targets)),
      remove: async ({ id }: Any) =>
        book.change('Removed evidence', [...ties(id, {}), patch('evidence', id, null)]),
      read: async () => ({ base64: '', size: 0 }),
    },
    action: {
      add: async (from: Any) => book.change(`Added ${from.title}`, [newAction(from, nextRef('actions'))]),
      addMany: async ({ actions }: Any) =>
        book.change(
          `Added ${actions.length} actions`,
          actions.map((from: Any, index: number) => newAction(from, nextRef('actions') + index)),
        ),
      addStarter: async ({ areaId, principleId, from, index }: Any) => {
        const principle = book.start.framework.principles.find(one => one.id === principleId)!
        const starter = principle.starterActions.find(one => one.from === from)!.actions[index]!
        const set = { currentLevel: from, targetLevel: from + 1, successMeasure: starter.successMeasure }
        const action = newAction({ areaId, principleId, title: starter.title, set }, nextRef('actions'))
        return book.change(`Added ${starter.title}`, [action], { principleId })
      },
      set: async ({ id, set }: Any) => book.change('Changed an action', [merged('actions', id, set)]),
      setMany: async ({ changes }: Any) =>
        book.change(
          'Changed actions',
          changes.map(({ id, set }: Any) => merged('actions', id, set)),
        ),
      paste: async ({ changes, adds }: Any) =>
        book.change(adds.length > 0 ? `Added ${adds.length} actions` : 'Changed actions', [
          ...changes.map(({ id, set }: Any) => merged('actions', id, set)),
          ...adds.map((from: Any, index: number) => newAction(from, nextRef('actions') + index)),
        ]),
      remove: async ({ ids }: Any) =>
        book.change(
          'Removed actions',
          ids.map((id: string) => patch('actions', id, null)),
        ),
      addUpdate: async (update: Any) => {
        const id = `update-${book.seq}`
        const row = { ...update, id, author: 'Anna Whitcombe', addedAt: new Date().toISOString() }
        const status = update.statusId
          ? [merged('actions', update.actionId, { statusId: update.statusId })]
          : []
        return book.change('Added an update', [patch('updates', id, row), ...status])
      },
    },
    edit: {
      undo: async () => book.take(book.log, book.undone, 'undo'),
      redo: async () => book.take(book.undone, book.log, 'redo'),
      backTo: async ({ seq }: Any) => {
        let last: unknown
        while ((book.log.at(-1)?.edit.seq ?? 0) > seq) last = book.take(book.log, book.undone, 'undo')
        return last
      },
    },
    review: reviewCalls(book),
    sentFile: {
      setAwaited: async ({ id, isAwaited }: Any) =>
        book.change('Stopped waiting', [merged('sentFiles', id, { isAwaited })]),
    },
    history: { list: async ({ about }: Any) => history(book, about) },
    task: {
      watch: async (_: unknown, options?: { signal?: AbortSignal }) => never(options?.signal),
      prepare: async () => {},
      cancel: async () => true,
    },
  }
}

/** What is applied goes from the review; undo does not bring it back here. */
function reviewCalls(book: FakeBook) {
  const put = (review: Review) => {
    book.review = review.files.length > 0 ? review : null
  }
  return {
    get: async () => structuredClone(book.review && { ...book.review, seq: book.seq }),
    apply: async ({ decisions }: { decisions: ReviewDecisions }) => {
      const { changes, additions } = book.review!
      put({
        ...book.review!,
        changes: changes.filter(each => (decisions.changes[each.id] ?? 'now') === 'now'),
        additions: additions.filter(each => !decisions.additions[each.id]?.accept),
      })
      return book.change('Applied returned files', [])
    },
    leaveOut: async ({ fileId }: { fileId: string }) => {
      const { files, changes, additions } = book.review!
      put({
        ...book.review!,
        files: files.filter(file => file.id !== fileId),
        changes: changes.filter(each => each.returned.some(one => one.fileId !== fileId)),
        additions: additions.filter(each => each.fileId !== fileId),
      })
      return true
    },
    close: async () => {
      book.review = null
      return true
    },
  }
}

function history(book: FakeBook, about: Edit['about'] = {}): { entries: HistoryEntry[]; people: string[] } {
  const entries = [...book.log.map(done => ({ ...done.edit, undoneBy: null }))]
  for (const done of book.undone) entries.push({ ...done.edit, undoneBy: book.seq as never })
  return {
    entries: entries
      .filter(entry => !about.principleId || entry.about.principleId === about.principleId)
      .sort((a, b) => b.seq - a.seq),
    people: ['Anna Whitcombe'],
  }
}

async function* watch(book: FakeBook, signal?: AbortSignal): AsyncGenerator<Changed> {
  const waiting: Changed[] = []
  let wake = () => {}
  const listener = (changed: Changed) => {
    waiting.push(changed)
    wake()
  }
  book.listeners.add(listener)
  signal?.addEventListener('abort', () => wake())
  while (!signal?.aborted) {
    const next = waiting.shift()
    if (next) yield next
    else
      await new Promise<void>(resolve => {
        wake = resolve
      })
  }
  book.listeners.delete(listener)
}

async function* never(signal?: AbortSignal): AsyncGenerator<never> {
  await new Promise<void>(resolve => signal?.addEventListener('abort', () => resolve()))
}

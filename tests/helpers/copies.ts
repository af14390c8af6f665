import { copyFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Comparison } from '../../electron/engine/compare/comparison.ts'
import { compareCopy } from '../../electron/engine/compare/copy/compare-copy.ts'
import { type OtherCopy, openOther } from '../../electron/engine/compare/copy/open-other.ts'
import type { Session } from '../../electron/engine/session.ts'
import { listAllRows } from '../../electron/engine/store/rows.ts'
import type { Rows } from '../../shared/model/snapshot.ts'
import { freshFolder, startEngine, startWorkbook } from './engine.ts'

export type Started = Awaited<ReturnType<typeof startWorkbook>>
type Opened = ReturnType<typeof startEngine> & { readonly path: string }

export const TODAY = '2026-11-24'
export const PRIYA = { name: 'Priya Shah', role: 'Programme lead' }

/** The workbook saved as a copy, which somebody else opens. */
export async function copyOf(started: Pick<Opened, 'shell'>, name = 'From Priya.ninefold'): Promise<Opened> {
  const path = join(freshFolder(), name)
  await started.shell.file.copy({ to: path })
  const other = startEngine()
  await other.shell.file.open({ path, who: PRIYA })
  return { ...other, path }
}

/** Two files that were one: the second is somebody else's. `prepare` runs before they part. */
export async function twoCopies(prepare: (started: Started) => Promise<unknown> = async () => {}) {
  const ours = await startWorkbook()
  await prepare(ours)
  return { ours, theirs: await copyOf(ours) }
}

/** The open workbook of an engine. */
export function sessionOf({ engine }: Pick<Opened, 'engine'>): Session {
  return engine.state.session!
}

/** All rows as they now are. */
export function rowsOf(opened: Pick<Opened, 'engine'>): Rows {
  return listAllRows(sessionOf(opened).db)
}

/** Compares the other copy, as it would be sent by mail, with ours; its owner goes on working. */
export async function bringIn(
  ours: Pick<Opened, 'engine'>,
  theirs: Opened,
): Promise<{ other: OtherCopy; comparison: Comparison }> {
  const path = join(freshFolder(), basename(theirs.path))
  await theirs.shell.file.close()
  copyFileSync(theirs.path, path)
  await theirs.shell.file.open({ path: theirs.path, who: PRIYA })
  const other = await openOther(path, sessionOf(ours))
  return { other, comparison: compare(ours, other) }
}

/** The comparison as it is now. */
export function compare(ours: Pick<Opened, 'engine'>, other: OtherCopy): Comparison {
  const { db, framework, person, lastEdit } = sessionOf(ours)
  return compareCopy(other, db, {
    now: { rows: listAllRows(db), framework, seq: lastEdit?.seq ?? 0 },
    changedBy: () => null,
    today: TODAY,
    who: person.name,
  })
}

/** Accepts what is asked for, everything proposed or new unless said otherwise, by the door the page uses. */
export async function accept(
  ours: Pick<Opened, 'shell' | 'page'>,
  { other }: { other: OtherCopy },
  wants: { change?: (id: string) => boolean; addition?: (id: string) => boolean } = {},
): Promise<void> {
  await ours.shell.review.read({ paths: [other.path] })
  const { seq, turn, changes, additions } = (await ours.page.review.get())!
  const taken = changes.filter(({ id, state }) => state === 'proposed' && (wants.change?.(id) ?? true))
  const added = additions.filter(({ id, problem }) => problem === '' && (wants.addition?.(id) ?? true))
  const decisions = {
    changes: Object.fromEntries(taken.map(({ id }) => [id, `file:${other.id}`])),
    additions: Object.fromEntries(added.map(({ id }) => [id, { accept: true, principleId: null }])),
  }
  if (taken.length + added.length > 0) await ours.page.review.apply({ seq, turn, decisions })
  await ours.page.review.close()
}

/** What a comparison says, short: state, which cell, before, now and there. */
export function said({ comparison }: { comparison: Comparison }): string[] {
  return comparison.changes.map(({ change }) => {
    const [returned] = change.returned
    const { sent, now } = change
    return `${change.state}: ${[change.subject.ref, change.subject.title].filter(Boolean).join(' ')}, ${change.header}: ${sent?.text} | ${now.text} | ${returned!.value.text}`
  })
}

/** What is new, short: its kind and what it would be called. */
export function added({ comparison }: { comparison: Comparison }): string[] {
  return comparison.additions.map(({ addition }) => `${addition.kind}: ${addition.title}`)
}

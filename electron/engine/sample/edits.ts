import type { EditAbout } from '../../../shared/model/edit.ts'
import type { WritableDb } from '../store/database.ts'
import { withEdit } from '../store/edits.ts'
import { LEAD } from './places.ts'

/** One step of the sample's history: the day, what is said of it and the rows it writes. */
export type SampleEdit = {
  readonly on: string
  /** Minutes into that day, where it must not simply follow the edits before it. */
  readonly minute?: number
  readonly words: string
  readonly who?: string
  readonly about?: EditAbout
  readonly work: (db: WritableDb, at: string) => void
}

/** Half past eight, in minutes: the working day of the story begins. */
const MORNING = 8 * 60 + 30

/** Makes the edits in the order of their days, a minute apart. */
export function applyEdits(db: WritableDb, edits: readonly SampleEdit[]): void {
  const madeOn = new Map<string, number>()
  for (const edit of edits.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const minute = edit.minute ?? madeOn.get(edit.on) ?? MORNING
    madeOn.set(edit.on, minute + 1)
    const at = instant(edit.on, minute)
    const { words, who = LEAD, about = {} } = edit
    withEdit(db, { at, who, words, about }, () => edit.work(db, at))
  }
}

/** A minute of a day in UTC. */
export function instant(day: string, minute: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.000Z`
}

import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { CheckReport } from '../model/check.ts'
import { Day, Line } from '../model/fields.ts'
import { AreaId, RoundId } from '../model/ids.ts'
import { Snapshot } from '../model/snapshot.ts'
import { Status, SystemKind } from '../model/workbook.ts'
import { call, change } from './edited.ts'
import { Changed } from './history.ts'

/** Who is looking. The room's own window gets what the room may see, and nothing else leaves the engine. */
export const SeenBy = z.enum(['scribe', 'room'])
export type SeenBy = z.infer<typeof SeenBy>

const Looking = z.object({ seenBy: SeenBy.default('scribe') }).optional()

/** The whole workbook. */
export const workbook = {
  /** Everything the page mirrors. */
  read: call.input(Looking).output(Snapshot),
  /** Number of the last edit: whether a reading is still all there is. */
  seq: call.output(z.int()),
  /** Every edit from now on, from this page or any other opener of the same engine. */
  watch: call.input(Looking).output(eventIterator(Changed)),
  /** Checks the structure, the history and every evidence file against what was written. Changes nothing; may take a while. */
  check: call.output(CheckReport),
  set: change.input(
    z.object({ systemName: Line, systemKind: SystemKind, systemKindOther: z.string().max(200) }).partial(),
  ),
}

/** The system and its places. */
export const area = {
  addPlace: change.input(z.object({ name: Line })),
  rename: change.input(z.object({ id: AreaId, name: Line })),
  /** Refused while the place has actions. */
  removePlace: change.input(z.object({ id: AreaId })),
}

/** Rounds of assessment. */
export const round = {
  set: change.input(z.object({ id: RoundId, name: Line.optional(), asAt: Day.optional() })),
  /** Makes it read-only. `by` is a name, and a role if there is one. */
  signOff: change.input(z.object({ id: RoundId, by: Line })),
  /** Opens the last round again; history keeps the reason. */
  reopen: change.input(z.object({ id: RoundId, reason: Line })),
  /** The next round, with nothing rated yet; no other may be open. */
  start: change.input(z.object({ name: Line, asAt: Day })),
}

/** The status key. */
export const status = {
  set: change.input(Status.pick({ id: true, label: true, code: true, meaning: true })),
}

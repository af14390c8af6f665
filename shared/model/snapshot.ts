import { z } from 'zod'
import { Action, Update } from './action.ts'
import { collectionNames } from './collection-names.ts'
import { Decision } from './decision.ts'
import { Edit } from './edit.ts'
import { Evidence, EvidenceLink } from './evidence.ts'
import { Framework } from './framework.ts'
import { ClearedFinding } from './identifier.ts'
import { Measure, MeasurePoint } from './measure.ts'
import { LeftOutFile, Origin } from './origin.ts'
import { Rating, Vote } from './rating.ts'
import { Parked, Participant, Room, RoomStep } from './room.ts'
import { SentFile } from './sent-file.ts'
import { Slip, SlipAnswer } from './slip.ts'
import { Area, Round, Status, Workbook } from './workbook.ts'

/** Every collection of the workbook that the page mirrors, by name, with the shape of its rows. */
export const collections = {
  workbook: Workbook,
  statuses: Status,
  areas: Area,
  rounds: Round,
  ratings: Rating,
  votes: Vote,
  evidence: Evidence,
  evidenceLinks: EvidenceLink,
  actions: Action,
  updates: Update,
  measures: Measure,
  measurePoints: MeasurePoint,
  sentFiles: SentFile,
  slips: Slip,
  slipAnswers: SlipAnswer,
  decisions: Decision,
  participants: Participant,
  rooms: Room,
  roomSteps: RoomStep,
  parked: Parked,
  clearedFindings: ClearedFinding,
  origins: Origin,
  leftOutFiles: LeftOutFile,
} as const satisfies Record<CollectionName, z.ZodType>

/** The name of a collection. */
export const CollectionName = z.enum(collectionNames)
export type CollectionName = z.infer<typeof CollectionName>
/** A row of it. */
export type RowOf<C extends CollectionName> = z.infer<(typeof collections)[C]>

/** All rows of the workbook, a list per collection, in display order. */
export const Rows = z.object({
  workbook: z.array(Workbook),
  statuses: z.array(Status),
  areas: z.array(Area),
  rounds: z.array(Round),
  ratings: z.array(Rating),
  votes: z.array(Vote),
  evidence: z.array(Evidence),
  evidenceLinks: z.array(EvidenceLink),
  actions: z.array(Action),
  updates: z.array(Update),
  measures: z.array(Measure),
  measurePoints: z.array(MeasurePoint),
  sentFiles: z.array(SentFile),
  slips: z.array(Slip),
  slipAnswers: z.array(SlipAnswer),
  decisions: z.array(Decision),
  participants: z.array(Participant),
  rooms: z.array(Room),
  roomSteps: z.array(RoomStep),
  parked: z.array(Parked),
  clearedFindings: z.array(ClearedFinding),
  origins: z.array(Origin),
  leftOutFiles: z.array(LeftOutFile),
})
export type Rows = z.infer<typeof Rows>

/** One row as it now is, or `null` when it is gone. */
export const Patch = z.object({
  collection: CollectionName,
  id: z.string(),
  row: z.unknown().nullable(),
})
export type Patch = { readonly collection: CollectionName; readonly id: string; readonly row: unknown }

/** What undo and redo would take next. */
export const UndoState = z.object({ undo: Edit.nullable(), redo: Edit.nullable() })
export type UndoState = z.infer<typeof UndoState>

/** Whether this opener may write, and if not, why in a sentence. */
export const Access = z.object({ mode: z.enum(['edit', 'read']), why: z.string() })
export type Access = z.infer<typeof Access>

/** The first answer of the engine: enough to draw every screen. */
export const Snapshot = z.object({
  rows: Rows,
  framework: Framework,
  undo: UndoState,
  lastSavedAt: z.string().nullable(),
  access: Access,
  /** Sequence number of the last edit in `rows`; events at or below it are already included. */
  seq: z.int(),
})
export type Snapshot = z.infer<typeof Snapshot>

import { z } from 'zod'
import { HistoryFilter } from '../model/edit.ts'
import { AreaId } from '../model/ids.ts'
import { OrganisationType } from '../model/rating.ts'

/** What the board workbook is asked to be. */
export const BoardExport = z.object({
  view: z.enum(['board', 'full']),
  purpose: z.enum(['decision', 'discussion', 'information']).default('decision'),
  meeting: z.string().max(1000).default(''),
  preparedBy: z.string().max(400).default(''),
  /** What the board is asked to do, a line each. */
  asks: z.array(z.string().max(1000)).max(20).default([]),
  /** Whose copy it is: the board sees *board only* evidence, others do not. *Keep here* is in neither. */
  readers: z.enum(['board', 'others']).default('board'),
})
export type BoardExport = z.infer<typeof BoardExport>

/** The plan to fill in: every column, and if asked for the ratings, in a workbook made to come back. */
export const PlanExport = z.object({
  /** Whether ratings may be changed in it too. */
  hasRatings: z.boolean().default(false),
  readers: z.enum(['board', 'others']).default('others'),
  /** Whom it is for, as the user says it; empty for everyone. */
  forWhom: z.string().trim().max(400).default(''),
})
export type PlanExport = z.infer<typeof PlanExport>

/** A workbook for each owner with only their open actions, in a folder with a covering note. */
export const OwnersExport = z.object({
  /** By when, in words or as a day; empty says nothing of it. */
  replyBy: z.string().trim().max(200).default(''),
  /** Whom it goes back to: a name and an address, as the user types it. */
  replyTo: z.string().trim().max(400).default(''),
})
export type OwnersExport = z.infer<typeof OwnersExport>

/** A rating slip of one area for people who cannot come. */
export const SlipExport = z.object({
  areaId: AreaId,
  /** Filled in already where it is known who answers. */
  name: z.string().trim().max(400).default(''),
  organisationType: OrganisationType.nullable().default(null),
  replyBy: z.string().trim().max(200).default(''),
  replyTo: z.string().trim().max(400).default(''),
})
export type SlipExport = z.infer<typeof SlipExport>

/** Anything that leaves as Excel. */
export const ExportRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('board'), options: BoardExport }),
  z.object({ kind: z.literal('plan'), options: PlanExport }),
  z.object({ kind: z.literal('owners'), options: OwnersExport }),
  z.object({ kind: z.literal('slip'), options: SlipExport }),
  /** The edits that fit a filter; nobody fills it in. */
  z.object({ kind: z.literal('history'), options: HistoryFilter }),
])
export type ExportRequest = z.infer<typeof ExportRequest>

/** What an export did that its reader should know, in sentences ("2 items marked keep here were left out"). */
export const Exported = z.object({
  /** The file, or of owner workbooks their folder. */
  path: z.string().min(1),
  size: z.int(),
  /** Files that were made; more than one only in a folder. */
  files: z.int().min(1),
  remarks: z.array(z.string()),
})
export type Exported = z.infer<typeof Exported>

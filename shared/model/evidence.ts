import { z } from 'zod'
import { Day, Instant, Line, Text } from './fields.ts'
import { ActionId, AreaId, EvidenceId, PrincipleId } from './ids.ts'

export const EvidenceKind = z.enum(['file', 'link', 'note'])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/** How much an item proves, weakest first. */
export const Strength = z.enum(['assertion', 'document', 'data', 'checked'])
export type Strength = z.infer<typeof Strength>

/** Who may see it: everyone, the board only, or nobody outside this workbook. */
export const Handling = z.enum(['share', 'board', 'keep'])
export type Handling = z.infer<typeof Handling>

export const Evidence = z.object({
  id: EvidenceId,
  /** Shown as E-07. */
  ref: z.int().min(1),
  kind: EvidenceKind,
  title: Line,
  shows: Text,
  /** The day the evidence speaks about, not the day it was attached. */
  refersOn: Day.nullable(),
  strength: Strength,
  handling: Handling,
  url: Text,
  note: Text,
  /** As the user named it; only ever shown, never used as a path. */
  fileName: Text,
  mediaType: Text,
  size: z.int().min(0),
  /** SHA-256 of the file, hexadecimal; empty for links and notes. */
  contentHash: Text,
  addedAt: Instant,
})
export type Evidence = z.infer<typeof Evidence>

/** What an item of evidence backs or covers: exactly one of the three ids is set. */
export const EvidenceLink = z.object({
  id: z.string(),
  evidenceId: EvidenceId,
  areaId: AreaId.nullable(),
  principleId: PrincipleId.nullable(),
  actionId: ActionId.nullable(),
})
export type EvidenceLink = z.infer<typeof EvidenceLink>

/** The three kinds of thing an item can be tied to, as the page sends them. */
export const EvidenceTargets = z.object({
  areaIds: z.array(AreaId).default([]),
  principleIds: z.array(PrincipleId).default([]),
  actionIds: z.array(ActionId).default([]),
})
export type EvidenceTargets = z.infer<typeof EvidenceTargets>

/** The largest evidence file: 2 GiB. */
export const LARGEST_FILE_BYTES = 2 * 1024 ** 3

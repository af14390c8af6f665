import { z } from 'zod'
import { IdentifierKind } from '../model/identifier.ts'
import { AreaId, RoundId } from '../model/ids.ts'
import { CopyRequest } from './copy-request.ts'
import { call, change } from './edited.ts'
import { BoardExport, ExportRequest } from './export-request.ts'

/** What is about to leave, and with it what is looked through: an export holds less than a copy. */
export const Leaving = z.discriminatedUnion('way', [
  z.object({ way: z.literal('export'), request: ExportRequest }),
  /** The summary on paper. */
  z.object({ way: z.literal('print'), options: BoardExport }),
  z.object({ way: z.literal('copy'), request: CopyRequest }),
])
export type Leaving = z.infer<typeof Leaving>

/** Where something was found, and the words around it. */
export const FindingPlace = z.object({
  /** `Reason, 3 Partners beyond the NHS, Alderbrook` */
  words: z.string(),
  before: z.string(),
  after: z.string(),
  /** The address of the screen that shows it; empty where nothing does. */
  screen: z.string(),
  id: z.string().nullable(),
  /** The area and round the screen has to look at. */
  areaId: AreaId.nullable(),
  roundId: RoundId.nullable(),
})
export type FindingPlace = z.infer<typeof FindingPlace>

/** One likely identifier and the places where it stands. */
export const Finding = z.object({
  /** By which it is cleared. */
  key: z.string(),
  kind: IdentifierKind,
  text: z.string(),
  why: z.string(),
  /** The first few. */
  places: z.array(FindingPlace).min(1),
  placeCount: z.int(),
})
export type Finding = z.infer<typeof Finding>

/** What a look through what leaves came to. */
export const IdentifierReport = z.object({
  /** Number of the last edit it knows of. */
  seq: z.int(),
  findings: z.array(Finding),
  /** Found and not listed, because the list is long enough. */
  more: z.int(),
  /** What was not read, in sentences. */
  notRead: z.array(z.string()),
})
export type IdentifierReport = z.infer<typeof IdentifierReport>

/** Likely identifiers of patients and staff. Nothing of them leaves this computer, and nothing is kept. */
export const identifier = {
  /** Looks through what would leave, as a task that can be cancelled when it takes long. */
  find: call.input(z.object({ leaving: Leaving })).output(IdentifierReport),
  /** Says that something found is no identifier, so that it is not listed again while its words stay the same. */
  clear: change.input(z.object({ key: z.string().regex(/^[0-9a-f]{64}$/), kind: IdentifierKind })),
}

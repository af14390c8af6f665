import { z } from 'zod'
import { Evidence, EvidenceTargets } from '../model/evidence.ts'
import { Line, Text } from '../model/fields.ts'
import { EvidenceId } from '../model/ids.ts'
import { call, change } from './edited.ts'

/** What a person says about an item. A file's name, size and bytes are never set this way. */
export const EvidenceFields = Evidence.pick({
  title: true,
  shows: true,
  refersOn: true,
  strength: true,
  handling: true,
  url: true,
  note: true,
}).partial()
export type EvidenceFields = z.infer<typeof EvidenceFields>

/** The most bytes one `read` answers. */
export const READ_LIMIT = 1024 * 1024

/** Evidence but for files, which come and go by the shell. */
export const evidence = {
  /** Only `http`, `https` and `mailto` addresses. */
  addLink: change.input(z.object({ url: Line, title: Line.optional(), targets: EvidenceTargets })),
  addNote: change.input(z.object({ title: Line, note: Text, targets: EvidenceTargets })),
  set: change.input(z.object({ id: EvidenceId, set: EvidenceFields })),
  /** Replaces all that the item is tied to. */
  tie: change.input(z.object({ id: EvidenceId, targets: EvidenceTargets })),
  remove: change.input(z.object({ id: EvidenceId })),
  /** A piece of a file for the preview, base64; at most `READ_LIMIT` bytes from `offset`. */
  read: call
    .input(z.object({ id: EvidenceId, offset: z.int().min(0), length: z.int().min(1).max(READ_LIMIT) }))
    .output(z.object({ base64: z.string(), size: z.int() })),
}

import { z } from 'zod'
import { Instant } from './fields.ts'

/** What may point at a patient or a member of staff. */
export const IdentifierKind = z.enum([
  'nhs-number',
  'chi-number',
  'date-of-birth',
  'name',
  'postcode',
  'email',
  'phone',
])
export type IdentifierKind = z.infer<typeof IdentifierKind>

/**
 * Something that was found and is no identifier, as somebody said. Its id is a SHA-256 over the workbook, the kind and the
 * words found; the words themselves are not kept.
 */
export const ClearedFinding = z.object({
  id: z.string().regex(/^[0-9a-f]{64}$/),
  kind: IdentifierKind,
  clearedAt: Instant,
})
export type ClearedFinding = z.infer<typeof ClearedFinding>

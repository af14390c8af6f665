import { z } from 'zod'
import { Line } from '../../shared/model/fields.ts'

/** A dropped or pasted file as the preload passes it on: where it lies, or what is in it. */
export const FileAtHand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: z.string().min(1) }),
  z.object({ kind: z.literal('bytes'), name: Line, bytes: z.instanceof(Uint8Array) }),
])
export type FileAtHand = z.infer<typeof FileAtHand>

import { z } from 'zod'
import { EvidenceTargets } from '../model/evidence.ts'
import { Line } from '../model/fields.ts'
import { Attached, ReadReturned } from './control.ts'
import { call } from './edited.ts'
import { PIECE_BYTES } from './piece-bytes.ts'

/** One file on its way in, as the engine knows it. */
const IncomingId = z.uuid()

/** At once at most; also how many files a folder may bring. */
const Incoming = z.array(IncomingId).min(1).max(2000)

/**
 * Dropped and pasted files in the desktop app. The page sends the bytes it was handed, piece by piece, and names no path: a page
 * that was taken over can send nothing but what the user gave it. First `open` for each file, then `attach` or `returned` for
 * all of them, which answers when everything is in; meanwhile `piece` after `piece`.
 */
export const incoming = {
  open: call.input(z.object({ name: Line, size: z.int().min(0) })).output(z.object({ id: IncomingId })),
  attach: call.input(z.object({ ids: Incoming, targets: EvidenceTargets })).output(Attached),
  /** Into the review of what came back. */
  returned: call.input(z.object({ ids: Incoming })).output(ReadReturned),
  /**
   * The next bytes, the last with `isLast`; `null` when the page cannot read on. Answers once they are taken, and `false` when
   * no more of this file is wanted.
   */
  piece: call
    .input(
      z.object({
        id: IncomingId,
        bytes: z
          .instanceof(Uint8Array)
          .refine(bytes => bytes.length <= PIECE_BYTES)
          .nullable(),
        isLast: z.boolean(),
      }),
    )
    .output(z.boolean()),
}

import { basename, dirname, extname, join } from 'node:path'
import { yoursName } from '../../../shared/text/file-names.ts'
import type { PlaceDeps } from './place-deps.ts'
import { type Sent, send } from './send.ts'

type Keeping = {
  /** A closed file on this computer, already checked. */
  readonly from: string
  /** The file that somebody else changed. */
  readonly beside: string
  readonly id: string
  readonly now: string
  readonly between: PlaceDeps['between']
}

/**
 * Brings a checked file to the place beside the one that somebody else changed, under a name that says whose it is and never
 * over another. Gives the path it has now.
 */
export async function keepBeside(keeping: Keeping): Promise<Sent & { readonly path: string }> {
  const { from, beside, id, now, between } = keeping
  const stem = basename(beside, extname(beside))
  for (let number = 1; ; number++) {
    const path = join(dirname(beside), yoursName(stem, new Date(now), number))
    const sent = await send({ from, to: path, expected: null, id, between })
    if (sent.kind !== 'changed' || number > 50) return { ...sent, path }
  }
}

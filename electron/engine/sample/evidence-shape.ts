import type { Handling, Strength } from '../../../shared/model/evidence.ts'
import type { Where } from './places.ts'

/** A file, link or note of the story; its reference is its place in the list. */
export type SampleEvidence = {
  readonly title: string
  readonly shows: string
  readonly on: string | null
  readonly added: string
  readonly areas: readonly Where[]
  readonly principles: readonly number[]
  /** References of actions it proves. */
  readonly actions?: readonly number[]
  readonly strength: Strength
  readonly handling: Handling
  readonly source:
    | { readonly file: string; readonly bytes: () => Uint8Array }
    | { readonly url: string }
    | { readonly note: string }
}

/** A text or CSV file of these lines. */
export function text(file: string, ...lines: string[]): SampleEvidence['source'] {
  return { file, bytes: () => Buffer.from(`${lines.join('\r\n')}\r\n`) }
}

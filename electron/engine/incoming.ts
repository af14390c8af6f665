import { randomUUID } from 'node:crypto'
import type { Session } from './session.ts'
import { Trouble } from './trouble.ts'

/** A file whose bytes come from the page. */
export type IncomingFile = {
  readonly name: string
  readonly size: number
  readonly pieces: AsyncIterable<Uint8Array>
  /** Hands over bytes and waits until they are taken; `null` breaks the file off. False when no more is wanted. */
  put(bytes: Uint8Array | null, isLast: boolean): Promise<boolean>
  /** No more of it is wanted. */
  close(): void
}

/** As many as one drop may bring, and some more. */
const MOST_WAITING = 4000
const waiting = new WeakMap<Session, Map<string, IncomingFile>>()

/** Announces a file; its bytes wait for somebody to read them. */
export function openIncoming(session: Session, name: string, size: number): string {
  const files = filesOf(session)
  if (files.size >= MOST_WAITING)
    throw new Trouble('REFUSED', 'Too many files came at once. Bring the rest in after these.')
  const id = randomUUID()
  files.set(id, fileOf(name, size))
  return id
}

/** A file that was announced, or a sentence. */
export function requireIncoming(session: Session, id: string): IncomingFile {
  const file = filesOf(session).get(id)
  if (!file) throw new Trouble('NOT_FOUND', 'That file is no longer on its way in. Drop it once more.')
  return file
}

/** Takes these files for `work`; whatever becomes of it, nothing waits for their bytes any more. */
export async function withIncoming<T>(
  session: Session,
  ids: readonly string[],
  signal: AbortSignal | undefined,
  work: (files: readonly IncomingFile[]) => Promise<T>,
): Promise<T> {
  const files = ids.map(id => requireIncoming(session, id))
  const letGo = () => {
    for (const [index, id] of ids.entries()) {
      filesOf(session).delete(id)
      files[index]!.close()
    }
  }
  signal?.addEventListener('abort', letGo, { once: true })
  try {
    return await work(files)
  } finally {
    signal?.removeEventListener('abort', letGo)
    letGo()
  }
}

function filesOf(session: Session): Map<string, IncomingFile> {
  const known = waiting.get(session)
  if (known) return known
  const fresh = new Map<string, IncomingFile>()
  waiting.set(session, fresh)
  return fresh
}

type Piece = { readonly bytes: Uint8Array | null; readonly isLast: boolean; taken(isWanted: boolean): void }

/** At most one piece is held: the page sends the next when this one is taken, so a large file needs no memory. */
function fileOf(name: string, size: number): IncomingFile {
  let held: Piece | null = null
  let isOver = false
  let wake = () => {}
  const close = () => {
    isOver = true
    held?.taken(false)
    held = null
    wake()
  }

  async function nextPiece(): Promise<Piece> {
    while (!held && !isOver)
      await new Promise<void>(resolve => {
        wake = resolve
      })
    if (held) return held
    throw new Trouble('FILE_TROUBLE', `“${name}” did not arrive whole. Drop it once more.`)
  }

  async function* read(): AsyncGenerator<Uint8Array, void> {
    try {
      for (;;) {
        const piece = await nextPiece()
        if (!piece.bytes)
          throw new Trouble(
            'FILE_TROUBLE',
            `“${name}” could not be read. If it is open in another program, close it there and try again.`,
          )
        if (piece.bytes.length > 0) yield piece.bytes
        held = null
        piece.taken(!piece.isLast)
        if (piece.isLast) return
      }
    } finally {
      close()
    }
  }

  return {
    name,
    size,
    pieces: { [Symbol.asyncIterator]: read },
    put(bytes, isLast) {
      if (isOver) return Promise.resolve(false)
      if (held) throw new Trouble('REFUSED', `“${name}” came in pieces out of turn. Drop it once more.`)
      return new Promise(resolve => {
        held = { bytes, isLast, taken: resolve }
        wake()
      })
    },
    close,
  }
}

import { READ_LIMIT } from '../../../shared/contract/evidence.ts'
import type { EvidenceId } from '../../../shared/model/ids.ts'
import type { Client } from '../../boot/shell.ts'

type Reader = Pick<Client, 'evidence'>

/** The bytes of a file from `offset`, at most `length`, asked for in pieces the engine gives. */
export async function readEvidence(
  client: Reader,
  id: EvidenceId,
  range: { readonly offset: number; readonly length: number },
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let at = range.offset
  const end = range.offset + range.length
  while (at < end) {
    const length = Math.min(READ_LIMIT, end - at)
    const answer = await client.evidence.read({ id, offset: at, length }, signal ? { signal } : {})
    const piece = bytesOf(answer.base64)
    if (piece.length === 0) break
    pieces.push(piece)
    at += piece.length
    if (at >= answer.size) break
  }
  return joined(pieces)
}

function bytesOf(base64: string): Uint8Array {
  const text = atob(base64)
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

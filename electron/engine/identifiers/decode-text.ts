/** Bytes as text: by their mark, by what is said of them, as UTF-8 if they are, else as Windows writes. */
export function decodeText(bytes: Uint8Array, said?: string): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const start = bytes.subarray(0, 200)
  const zeros = (from: number) => start.filter((byte, at) => at % 2 === from && byte === 0).length
  if (start.length > 8 && zeros(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes)
  if (start.length > 8 && zeros(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes)
  for (const label of [said, 'utf-8'])
    try {
      if (label) return new TextDecoder(label, { fatal: true }).decode(bytes)
    } catch {
      // Not that, then.
    }
  return new TextDecoder('windows-1252').decode(bytes)
}

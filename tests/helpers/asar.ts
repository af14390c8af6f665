import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Entry = {
  files?: Record<string, Entry>
  size: number
  offset?: string
  unpacked?: boolean
  integrity: { algorithm: string; hash: string; blockSize: number; blocks: string[] }
}

/** A file of an archive of Electron: its path, what the archive says its SHA-256 is, and what it is. */
export type Archived = {
  readonly path: string
  readonly isUnpacked: boolean
  readonly said: string
  readonly found: string
}

/** Every file of an archive; those beside it are read there. */
export function filesOfArchive(archive: string): Archived[] {
  const bytes = readFileSync(archive)
  const headerSize = bytes.readUInt32LE(4)
  const textSize = bytes.readUInt32LE(12)
  const header = JSON.parse(bytes.subarray(16, 16 + textSize).toString()) as Entry
  const start = 8 + headerSize
  const found: Archived[] = []
  const visit = (entry: Entry, path: string) => {
    if (entry.files) {
      for (const [name, inner] of Object.entries(entry.files)) visit(inner, path ? `${path}/${name}` : name)
      return
    }
    const from = start + Number(entry.offset ?? 0)
    const content = entry.unpacked
      ? readFileSync(join(`${archive}.unpacked`, path))
      : bytes.subarray(from, from + entry.size)
    found.push({
      path,
      isUnpacked: entry.unpacked === true,
      said: entry.integrity.hash,
      found: createHash('sha256').update(content).digest('hex'),
    })
  }
  visit(header, '')
  return found
}

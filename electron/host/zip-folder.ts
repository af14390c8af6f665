import { createWriteStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Puts the files of a folder, not those of folders in it, into one zip file. Their names are kept in UTF-8. */
export async function zipFolder(folder: string, to: string): Promise<void> {
  const zip = new ZipFile()
  const out = zip.outputStream as unknown as Readable
  zip.on('error', (error: Error) => out.destroy(error))
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name)
    const found = await stat(path)
    if (found.isFile()) zip.addFile(path, name, { mtime: found.mtime })
  }
  zip.end()
  await pipeline(out, createWriteStream(to, { flags: 'wx' }))
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, stat, truncate } from 'node:fs/promises'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'

const PAGE_BYTES = 16_384

/** Another program has the workbook open until the test ends. */
export async function holdOpen(path: string): Promise<void> {
  const script = `
    import Database from 'better-sqlite3'
    const db = new Database(${JSON.stringify(path)})
    db.pragma('locking_mode = EXCLUSIVE')
    db.exec('BEGIN EXCLUSIVE; COMMIT')
    console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
}

/** The workbook says that a newer Ninefold made it. */
export function makeFromTheFuture(path: string): void {
  const db = new Database(path)
  db.pragma('user_version = 99990')
  db.close()
}

/** Half of the file is gone, as after a broken-off download. */
export async function cutInHalf(path: string): Promise<void> {
  await truncate(path, Math.floor((await stat(path)).size / 2))
}

/** The head of each page after the first is not what it was, as on a failing stick. */
export async function flipBytes(path: string): Promise<void> {
  const file = await open(path, 'r+')
  const { size } = await file.stat()
  for (let at = PAGE_BYTES; at < size; at += PAGE_BYTES) await file.write(Buffer.alloc(8, 0xa5), 0, 8, at)
  await file.close()
}

import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import Database from 'better-sqlite3'

/**
 * Reads a file under its name again and again, as another program would, from a process of its own: tells how often it was
 * whole, and each time it was not.
 */
const [path] = process.argv.slice(2) as [string]
let [read, broken] = [0, 0]
process.on('message', () => process.send!({ read, broken }))
for (;;) {
  try {
    const handle = openSync(path, 'r')
    // Of one handle: what stood under the name at that moment, whatever takes the name afterwards.
    const bytes = Buffer.alloc(fstatSync(handle).size)
    readSync(handle, bytes, 0, bytes.length, 0)
    closeSync(handle)
    const db = new Database(bytes)
    const answer = db.pragma('integrity_check', { simple: true })
    db.close()
    if (answer !== 'ok') broken++
  } catch {
    broken++
  }
  read++
  await new Promise(resolve => setTimeout(resolve, 1))
}

import { renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import log from 'electron-log/node'
import { APP_VERSION } from '../../shared/text/app-version.ts'
import type { LogProcess } from '../../shared/text/log-line.ts'
import { logTo } from './fault-log.ts'

/** The log as it grows, and the one before it. Together they hold no more than twice `LARGEST_LOG` and a line. */
export const LOG_FILES = { now: 'ninefold.log', before: 'ninefold.before.log' } as const
/** Bytes. */
export const LARGEST_LOG = 512 * 1024

/**
 * From here on events and faults of this process go to the log in `folder`, which several processes may share. A folder that
 * cannot be written stops nothing.
 */
export function startLog(folder: string, own: LogProcess): void {
  const { file } = log.transports
  // The library's own words would tell the place of a log that cannot be written.
  const silent = Object.assign(() => {}, { level: false as const, transforms: [] })
  Object.assign(log.transports, { console: silent, ipc: silent, remote: silent })
  file.setAppName('Ninefold')
  file.level = 'info'
  file.format = '{text}'
  file.maxSize = LARGEST_LOG
  file.sync = true
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.resolvePathFn = () => join(folder, LOG_FILES.now)
  file.archiveLogFn = () => giveUpOlder(folder)
  logTo((line, as = own) => {
    try {
      // Other processes write there too: its size is asked for each time.
      ;(file.getFile() as unknown as { reset(): void }).reset()
      log.info(line({ at: new Date().toISOString(), version: APP_VERSION, process: as }))
    } catch {
      // A log that cannot be written must not stop anyone.
    }
  })
}

/** Two processes may come here at once; whoever is second finds the fresh log small, and leaves it. */
function giveUpOlder(folder: string): void {
  const now = join(folder, LOG_FILES.now)
  if (statSync(now).size <= LARGEST_LOG) return
  try {
    renameSync(now, join(folder, LOG_FILES.before))
  } catch {
    // Held by another program: it is begun anew, rather than grow.
    rmSync(now, { force: true })
  }
}
